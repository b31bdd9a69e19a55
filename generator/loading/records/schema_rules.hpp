#pragma once
#include "loading/records/record_mistakes.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// What JSON Schema (draft-07) itself defines: types, lengths, limits, conditions. Formats, patterns, choices, required
/// and unknown keys of declared properties are checked elsewhere, with better words. Borrows the schema's object.
class SchemaRules {
 public:
  /// Errors: limits that make no sense, of which nothing is checked then; patterns inside conditions.
  SchemaRules(model::Value const& source, base::Diagnostics& diagnostics);

  /// Reports each value of a record that the schema does not allow, but for those of which something was said before.
  void check(model::Record const& record, model::Schema const& schema, RecordMistakes& mistakes) const;

 private:
  model::Value const* source_;
  bool usable_ = true;
};

}  // namespace tebiki::loading
