#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/unicode.hpp"
#include "loading/records/standard_schema.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// A scene as records may name it: by id or by one of its names.
struct SceneNames {
  std::string id;
  std::vector<std::string> names;
};

/// What holds for all records of a file.
struct RecordFile {
  std::map<std::string, std::string> headings;  ///< of a CSV file by field, as written there; empty for other files
  std::set<std::string> missing;                ///< fields whose absence was explained once for the whole file
  /// Of rows that have not as many cells as there are headings: how many, by the offset of the row.
  std::map<std::uint32_t, std::size_t> uneven_rows;
  std::vector<model::Field const*> columns;  ///< the fields of a CSV file's columns
};

/// Null, or text of blanks only.
bool is_empty(model::Value const& value);
/// The field of that key; nullptr when there is none.
model::Field const* find_field(std::vector<model::Field> const& fields, std::string_view key);

/// Checks the records of one list against its schema: unknown keys, required ones, formats, patterns, choices, and
/// what JSON Schema says. Patterns and schema are compiled once; a record costs about 10 µs.
class RecordCheck {
 public:
  RecordCheck(model::Schema const& schema, model::Value const& source, std::vector<SceneNames> const& scenes,
              model::Date today, base::Diagnostics& diagnostics);
  /// Reports every mistake; of a row whose values stand in wrong columns only that. Null and empty values
  /// are taken out, scenes given by name become ids, the two halves of hours and coordinates the whole.
  void check(model::Value& record, RecordFile const& file);

 private:
  void check_fields(model::Value& record);
  void check_object(model::Value& object, std::vector<model::Field> const& fields, std::string const& where);
  void drop_absent(model::Object& members, std::vector<model::Field> const& fields);
  void check_required(model::Value const& object, std::vector<model::Field> const& fields);
  void check_understood(model::Member& member);
  void check_value(model::Field const& field, model::Value& value, std::string const& path);
  void check_choice(model::Field const& field, model::Value const& value);
  void check_text(model::Field const& field, model::Value const& value, std::string const& path);
  void check_pattern(model::Field const& field, model::Value const& value, std::string const& path);
  void check_scene(model::Value& value);
  void check_day(model::Field const& field, model::Value const& value);
  void join_halves(model::Object& members);
  void refuse_uneven_row(base::SourceLocation at, std::size_t cells);
  void refuse_unknown_key(model::Member const& member, std::vector<std::string> const& known);
  base::Message missing_advice(model::Field const& field, bool empty) const;
  void error(base::SourceLocation at, std::string_view code, base::Message message, base::Message hint);

  struct FieldPattern {
    base::Pattern pattern;
    std::string expression;
    base::SourceLocation at;
    bool given_up = false;  ///< once it took too long
  };
  void compile_patterns(model::Value const& owner, std::string const& prefix);

  model::Schema const& schema_;
  std::vector<SceneNames> const& scenes_;
  model::Date today_;
  base::Diagnostics& all_;
  base::Diagnostics* diagnostics_;  ///< where mistakes of the record at hand go
  StandardSchema standard_;
  std::map<std::string, FieldPattern> patterns_;  ///< by path of keys: `tel`, `staff/tel`
  base::MatchSteps steps_;                        ///< for all patterns of the list
  std::vector<std::string> known_;
  RecordFile const* file_ = nullptr;        ///< of the record at hand
  std::vector<base::SourceLocation> said_;  ///< where the record at hand was found wrong
  std::set<std::string> meant_;             ///< what its unknown keys seem to be
};

}  // namespace tebiki::loading
