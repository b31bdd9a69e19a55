#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "loading/records/record_reader.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

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

}  // namespace tebiki::loading
