#pragma once
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "loading/records/records.hpp"
#include "model/events_and_films.hpp"
#include "model/list.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// Reads `schema.json` of a list: draft-07 and our `x-` hints. Unknown keywords, formats and types are errors.
/// `source` is the file's object.
model::Schema read_schema(model::Value const& source, base::Diagnostics& diagnostics);

/// Reports each `x-list` that names none of the lists.
void check_reference_lists(model::Value const& source, std::vector<std::string> const& lists,
                           base::Diagnostics& diagnostics);

/// Gives the field what `x-export` and `x-schema-org` of its property say. Errors: data sets, columns, choices and
/// types that there are not.
void read_exports(model::Value const& property, model::Field& field, base::Diagnostics& diagnostics);
/// `x-schema-org` of a schema; empty without one. An unknown type is an error.
std::string read_schema_org(model::Value const& schema, base::Diagnostics& diagnostics);
/// `municipality` of site.json or of an area, which it is called after where it has no name; a code with a wrong check
/// digit is an error.
std::optional<model::Municipality> read_municipality(model::Value const& owner, std::string const& usual_name,
                                                     base::Diagnostics& diagnostics);
/// Warns, once, of columns of a standard (`x-export`) in a site that does not say which municipality it is of.
/// Warns of each area that does not say it while others do.
void tell_missing_municipality(model::Site const& site, base::Diagnostics& diagnostics);
/// What `x-export` of the lists loses. Errors: a column that two fields fill, times and places without their two
/// columns, other fields in columns of times. Warnings: records and values that no data set takes, though nothing says
/// that they are left out on purpose; records without a code of a municipality. Linear in records.
void check_exports(model::Site const& site, base::Diagnostics& diagnostics);
/// `open_data` of site.json.
model::OpenDataTerms read_open_data_terms(model::Value const& site, base::Diagnostics& diagnostics);
/// `outside` of site.json: from which other hosts readers may have maps and films. Errors: an address of tiles that is
/// no https, does not say which tile it is of, or whose attribution is not known.
model::Outside read_outside(model::Value const& site, base::Diagnostics& diagnostics);

/// The field of that key; nullptr when there is none.
model::Field const* find_field(std::vector<model::Field> const& fields, std::string_view key);

/// The field of that slot, halves left out; nullptr when there is none.
model::Field const* find_field(std::vector<model::Field> const& fields, std::uint16_t slot);

/// The keys of the schema's fields and of those that every list understands.
std::vector<std::string> known_keys(model::Schema const& schema);

/// The role that `x-role` of a property names; an unknown word, or a role that a field of its kind cannot have, is an
/// error.
model::Role role_of(model::Value const& property, model::FieldKind kind, base::Diagnostics& diagnostics);

/// Makes one field of hours of opening and closing time, and one of coordinates of latitude and longitude. Where the
/// schema does not declare them apart, the fields of these kinds get such parts nevertheless.
void combine_parts(std::vector<model::Field>& fields);

/// Each record is called by the field whose role is the name. Where there is none, and no record has a name, the first
/// field of plain text becomes it. Warnings: that it does.
void name_records(model::Schema& schema, std::vector<model::Record>& records, base::Diagnostics& diagnostics);

/// Warns of values that must carry a 確認日 (`x-confirm`) in records that have none, once for each file. Of `misplaced`
/// records, by their places, the values stand in wrong columns: it is not known what they lack.
void tell_unconfirmed(model::Schema const& schema, std::vector<model::Record> const& records,
                      std::set<std::size_t> const& misplaced, base::Diagnostics& diagnostics);

/// The days on which the record is shown. Malformed dates were reported and count as absent; an end before the
/// beginning is an error.
model::PublishingPeriod period_of(model::Record const& record, model::Schema const& schema,
                                  base::Diagnostics& diagnostics);

/// Puts 9:00〜17:00 in the place of an opening and a closing time, and a pair in that of latitude and longitude.
/// Errors: a half of coordinates that is missing or no number; then there is no whole.
void join_halves(model::Record& record, model::Schema const& schema, RecordMistakes& mistakes);

/// How the ids of a list are made of other values: `x-id` names one column (医療機関コード), or holds words around
/// names in braces (event-{NO}).
class IdRule {
 public:
  /// An empty text is no rule.
  explicit IdRule(std::string_view text);

  bool empty() const { return pieces_.empty(); }
  /// The columns or fields that it needs, in NFKC.
  std::vector<std::string> names() const;
  /// The id, where `value_of` gives the value of the column or field of that index in `names`.
  std::string make(std::function<std::string_view(std::size_t)> const& value_of) const;

 private:
  struct Piece {
    std::string text;
    bool name = false;
  };
  std::vector<Piece> pieces_;
};

/// Reads `x-id` of a schema; braces that do not match are an error, and no rule.
std::string read_id_rule(model::Value const& source, base::Diagnostics& diagnostics);

/// Gives every record without an id the one that the schema's rule makes of its fields, where it has them all.
void make_ids(std::vector<model::Record>& records, model::Schema const& schema);

/// Gives each record the id that its fields name. Records without one that could be a URL are reported and left out;
/// so is every record whose id was there before, naming both places. Says whether all of them stayed.
enum class Ids { all_given, some_left_out };
Ids give_ids(std::vector<model::Record>& records, model::Schema const& schema, base::Sources const& sources,
             base::Diagnostics& diagnostics);

// ---- what a schema asks of records ----

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

/// Reports, by the roles of its fields and at the value that does not fit, an event that ends before it begins, and one
/// for which one could apply when it is over. Warnings: a fiscal year in which its days do not lie, 時期未定 beside a
/// day, a reception after the beginning, hours without length, days in texts that do not exist (2月30日) or have a
/// wrong weekday.
void check_days(model::Record const& record, model::Schema const& schema, RecordMistakes& mistakes);

/// Reports, by the roles of its fields, chapters of a film whose time cannot be read, is not after that of the chapter
/// above, or lies behind the film's end.
void check_chapters(model::Record const& record, model::Schema const& schema, RecordMistakes& mistakes);

/// Doubts an event that says until when or how one applies, but not when it is. Only where the list has days at all.
void check_day_of_event(model::Record const& record, model::Schema const& schema, RecordMistakes& mistakes);

/// Warns of 令和8年度 beside days of another fiscal year.
void doubt_fiscal_year(model::Schema const& schema, model::Record const& record,
                       std::optional<model::Event> const& event, RecordMistakes& mistakes);

/// Looks at the values of records, which it does not change: choices, patterns, days, what JSON Schema says, and
/// values that are missing. Patterns are compiled once.
class RecordCheck {
 public:
  /// Borrows all but the diagnostics' texts.
  RecordCheck(model::Schema const& schema, model::Value const& source, model::Date today, base::MatchSteps steps,
              base::Sources const& sources, base::Diagnostics& diagnostics);

  /// Whether values are held against patterns: all that is matched for a site may take so many steps and no more, so
  /// that records of such a list are checked in their order.
  bool has_patterns() const { return !patterns_.empty(); }
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
  void take_rules(model::Value const& owner, std::string const& prefix);
  void check_value(model::Field const& field, model::FieldValue const& value, model::Date shown_from,
                   std::string const& path, RecordMistakes& mistakes);
  void check_choice(model::Field const& field, model::FieldValue const& value, std::string const& path,
                    RecordMistakes& mistakes) const;
  void check_pattern(model::Field const& field, model::FieldValue const& value, std::string const& path,
                     RecordMistakes& mistakes);
  void check_required(Fields const& fields, Values const& values, base::SourceLocation at, RecordFile const& file,
                      RecordMistakes& mistakes) const;

  model::Schema const& schema_;
  std::uint16_t id_slot_;
  model::Date today_;
  base::Sources const& sources_;
  base::Diagnostics& diagnostics_;
  SchemaRules rules_;
  std::map<std::string, FieldPattern> patterns_;         ///< by path of keys: `tel`, `staff/tel`
  std::map<std::string, base::SourceLocation> choices_;  ///< where each `enum` stands, by path
  base::MatchSteps steps_;                               ///< of the site, this list's share
};

}  // namespace tebiki::loading
