#pragma once
#include <memory>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// The part of a schema that JSON Schema itself defines: types, lengths, limits, conditions.
/// Formats, patterns, choices, required and unknown keys are checked by ourselves, with better words.
class StandardSchema {
 public:
  /// A schema that the library refuses is an error at its beginning; nothing is checked then.
  StandardSchema(model::Value const& source, base::Diagnostics& diagnostics);
  ~StandardSchema();
  StandardSchema(StandardSchema&&) noexcept;
  StandardSchema& operator=(StandardSchema&&) noexcept;

  /// Reports each value of a record that the schema does not allow, but for those at the places `said`, of which
  /// something was said before. Not for several threads at once.
  void check(model::Value const& record, model::Schema const& schema, std::vector<base::SourceLocation> const& said,
             base::Diagnostics& diagnostics);

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace tebiki::loading
