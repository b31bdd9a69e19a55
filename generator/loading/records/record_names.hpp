#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// Gives each record its name and reading from the fields with these roles. Where no field is the name, and no record
/// has one, the first field of plain text becomes it. Warnings: that it does.
void name_records(model::Schema& schema, std::vector<model::Record>& records, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
