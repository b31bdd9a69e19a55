#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "loading/records/record_reader.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// A value as JSON Schema sees it: a record or a row by the keys of its fields, otherwise the value of a field.
struct Instance {
  enum class Type { null, boolean, number, text, list, object } type = Type::null;
  model::FieldValue const* value = nullptr;                 ///< of a field
  std::vector<model::FieldValue> const* members = nullptr;  ///< of a record or a row
  std::vector<model::Field> const* fields = nullptr;        ///< of these members
  model::Field const* field = nullptr;                      ///< that it belongs to
  std::string_view label{};                                 ///< of that field
  base::SourceLocation at{};
};

/// The items of a list and the rows of rows; empty for all else.
std::vector<Instance> items_of(Instance const& instance);
/// The value that a record or row has under a key.
std::optional<Instance> member_of(Instance const& owner, std::string_view key);
/// Of a number.
double number_of(Instance const& instance);
/// What limits speak of: a number, the characters of a text, the items of a list.
double measure(Instance const& instance);
/// Whether it is what a schema writes as `const` or in `enum`.
bool is_equal(model::Value const& wanted, Instance const& instance);
bool has_type(Instance const& instance, std::string_view type);

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
