#pragma once
#include <set>
#include <string>

#include "importing/source_row.hpp"
#include "model/value.hpp"
#include "support/diagnostics.hpp"

namespace tebiki::importing {

/// Warns of telephone, fax and web address that the record has and that every row of the office leaves blank. Only
/// where the files are about all of the record's services (`covered` are those they are about): a row of a file that
/// was not given may have the value.
void report_withdrawn(OfficeRows const& rows, model::Value const& record, std::set<std::string> const& covered,
                      support::Diagnostics& diagnostics);

}  // namespace tebiki::importing
