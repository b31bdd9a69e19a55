#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.hpp"
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

/// What holds for all records of a file.
struct RecordFile {
  std::map<std::string, std::string> headings;  ///< of a CSV file by field, as written there; empty for other files
  std::set<std::string> missing;                ///< fields whose absence was explained once for the whole file
};

/// Reports an event that ends before it begins, and one for which one could apply when it is over: by the roles of its
/// fields, at the value that does not fit.
void check_event_days(model::Record const& record, model::Schema const& schema, RecordMistakes& mistakes);

/// Looks at the values of records, which it does not change: choices, patterns, days, what JSON Schema says, and
/// values that are missing. Patterns are compiled once.
class RecordCheck {
 public:
  /// Borrows all but the diagnostics' texts.
  RecordCheck(model::Schema const& schema, model::Value const& source, model::Date today, base::MatchSteps steps,
              base::Diagnostics& diagnostics);

  /// Before the halves of hours and coordinates are joined.
  void check_values(model::Record const& record, RecordMistakes& mistakes);
  /// After it: what is required.
  void check_presence(model::Record const& record, RecordFile const& file, RecordMistakes& mistakes);

 private:
  struct FieldPattern {
    base::Pattern pattern;
    std::string expression;
    base::SourceLocation at;
    bool given_up = false;  ///< once it took too long
  };
  using Fields = std::vector<model::Field>;
  using Values = std::vector<model::FieldValue>;

  model::Field const* field_of(std::uint16_t slot) const;
  void compile_patterns(model::Value const& owner, std::string const& prefix);
  void check_value(model::Field const& field, model::FieldValue const& value, std::string const& path,
                   RecordMistakes& mistakes);
  void check_pattern(model::Field const& field, model::FieldValue const& value, std::string const& path,
                     RecordMistakes& mistakes);
  void check_required(Fields const& fields, Values const& values, base::SourceLocation at, RecordFile const& file,
                      RecordMistakes& mistakes) const;

  model::Schema const& schema_;
  std::uint16_t id_slot_;
  model::Date today_;
  base::Diagnostics& diagnostics_;
  SchemaRules rules_;
  std::map<std::string, FieldPattern> patterns_;  ///< by path of keys: `tel`, `staff/tel`
  base::MatchSteps steps_;                        ///< of the site, this list's share
};

}  // namespace tebiki::loading
