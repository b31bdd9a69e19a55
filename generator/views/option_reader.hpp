#pragma once
#include <initializer_list>
#include <optional>

#include "base/diagnostics.hpp"
#include "model/document.hpp"

namespace tebiki::views {

/// Takes the options of one directive apart. Every mistake is an error at its own place.
class OptionReader {
 public:
  OptionReader(model::Directive const& directive, base::SourceLocation at, base::Diagnostics& diagnostics)
      : directive_(directive), at_(at), diagnostics_(diagnostics) {}

  /// Keys other than these are errors.
  void expect_only(std::initializer_list<char const*> keys);
  model::Member const* member(std::string_view key) const;
  /// A text, or a number as text; nothing when absent.
  std::optional<std::string> text(std::string_view key);
  /// A whole number from `least` to `most`.
  std::optional<int> whole_number(std::string_view key, int least, int most);

 private:
  model::Directive const& directive_;
  base::SourceLocation at_;
  base::Diagnostics& diagnostics_;
};

/// The words of a value that is one text or a list of texts; anything else is an error that names `key`.
std::vector<model::Value const*> texts(model::Value const& value, std::string_view key, base::Diagnostics& diagnostics);

}  // namespace tebiki::views
