#pragma once
#include <set>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "importing/merge.hpp"
#include "importing/source_row.hpp"
#include "model/list.hpp"
#include "model/value.hpp"

namespace tebiki::importing {

/// What staff call a field: its label in the schema, the label that every list has for it, or its key.
std::string field_label(std::string_view key, model::Schema const& schema);
/// The column that a field is read from, so that a message can point at its cell.
Column column_of(std::string_view key);
/// A value on one line: items apart by 、, rows by ／. Empty for none.
std::string shown(model::Value const& value);

/// What staff are to look into after an import: each a warning at the cell or record that it is about; the first two
/// are errors of the whole import.
void report_municipality(std::string const& municipality, base::Diagnostics& diagnostics);
void report_no_rows(std::string const& municipality, base::Diagnostics& diagnostics);
/// The office stands in another file of the list, at `place`.
void report_listed(SourceRow const& row, std::string const& place, base::Diagnostics& diagnostics);
/// The source no longer has the office of that number.
void report_vanished(model::Value const& record, std::string const& number, base::Diagnostics& diagnostics);
/// Nothing is known of the last import, so nothing is taken away: services that the office may have given up, among
/// those that the files are about (`covered`).
void report_ended_services(model::Value const& record, OfficeRows const& rows, std::set<std::string> const& covered,
                           base::Diagnostics& diagnostics);
/// The source no longer gives the field; its value was kept.
void report_withdrawn(std::string const& key, model::Value const& value, SourceRow const& row,
                      model::Schema const& schema, base::Diagnostics& diagnostics);
/// Staff and source say different things; staff's value was kept.
void report_disagreement(Disagreement const& some, SourceRow const& row, model::Schema const& schema,
                         base::Diagnostics& diagnostics);

}  // namespace tebiki::importing
