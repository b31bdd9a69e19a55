#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

/// What the roles of fields tell of records.
namespace tebiki::loading {

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

}  // namespace tebiki::loading
