#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/did_you_mean.hpp"
#include "views/sorted_lists.hpp"

namespace tebiki::views {

/// Takes the options of one directive apart. Every mistake is an error at its own place.
class OptionReader {
 public:
  OptionReader(model::Directive const& directive, base::SourceLocation at, base::Diagnostics& diagnostics)
      : directive_(directive), at_(at), diagnostics_(diagnostics) {}

  /// Keys other than these are errors.
  void expect_only(std::vector<std::string_view> const& keys);
  /// Whether one of these unknown keys seems to stand for this one: then it is not missing, too.
  bool is_misspelt(std::string_view key) const;
  model::Member const* member(std::string_view key) const;
  /// A text, or a number as text; nothing when absent.
  std::optional<std::string> text(std::string_view key);
  /// A whole number from `least` to `most`.
  std::optional<int> whole_number(std::string_view key, int least, int most);

 private:
  model::Directive const& directive_;
  base::SourceLocation at_;
  base::Diagnostics& diagnostics_;
  std::vector<std::string> misspelt_;
};

/// The words of a value that is one text or a list of texts; anything else is an error that names `key`.
std::vector<model::Value const*> texts(model::Value const& value, std::string_view key, base::Diagnostics& diagnostics);

/// A name that was not found: what it should have named, in both languages, and what there is instead.
struct UnknownName {
  std::string code;    ///< `unknown-field`
  base::Message what;  ///< 一覧「facilities」の項目, a field of the list 'facilities'
  std::string word;
  std::vector<std::string> candidates = {};
  std::vector<std::string> aliases = {};  ///< meant as often, but not listed
};

/// An error at `at` that says which name is unknown and which was probably meant; `and_also` follows that.
void report_unknown(base::Diagnostics& diagnostics, base::SourceLocation at, UnknownName const& name,
                    base::Message const& and_also = {});

/// The same where the names that there are may be many; those of `name` are left empty.
void report_unknown(base::Diagnostics& diagnostics, base::SourceLocation at, UnknownName const& name,
                    base::NearNames& known);

/// Names of fields that lists do not have. One that a schema renamed stands in many views: it is told once for its
/// list, where it was met first, with the number of the others.
class UnknownFields {
 public:
  /// A field `word` of the list is asked for at `at`. `besides` is what can stand there beside the fields.
  void add(SortedList const& list, std::string const& word, base::SourceLocation at, std::string_view besides = {});
  void report(base::Diagnostics& diagnostics) const;
  /// How often one was asked for.
  std::size_t count() const { return count_; }

 private:
  struct Use {
    SortedList const* list = nullptr;
    std::string word;
    base::SourceLocation at;
    std::string_view besides;
    std::size_t others = 0;
  };
  std::vector<Use> uses_;  ///< in the order in which they were met
  std::map<std::pair<SortedList const*, std::string>, std::size_t> places_;
  std::size_t count_ = 0;
};

/// 「a」「b」「c」 — at most twelve, then how many more.
base::Message quoted(std::vector<std::string> const& names);

}  // namespace tebiki::views
