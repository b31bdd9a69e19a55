#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/unicode.hpp"
#include "loading/records/record_reader.hpp"
#include "loading/records/schema_rules.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// What holds for all records of a file.
struct RecordFile {
  std::map<std::string, std::string> headings;  ///< of a CSV file by field, as written there; empty for other files
  std::set<std::string> missing;                ///< fields whose absence was explained once for the whole file
};

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
