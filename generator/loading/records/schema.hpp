#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "loading/records/record_reader.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// Reads `schema.json` of a list: draft-07 and our `x-` hints. Unknown keywords, formats and types are errors.
/// `source` is the file's object.
model::Schema read_schema(model::Value const& source, base::Diagnostics& diagnostics);

/// Reports each `x-list` that names none of the lists.
void check_reference_lists(model::Value const& source, std::vector<std::string> const& lists,
                           base::Diagnostics& diagnostics);

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

/// Warns of values that must carry a 確認日 (`x-confirm`) in records that have none, once for each file.
void tell_unconfirmed(model::Schema const& schema, std::vector<model::Record> const& records,
                      base::Diagnostics& diagnostics);

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

}  // namespace tebiki::loading
