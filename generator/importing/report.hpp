#pragma once
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "importing/mhlw_care.hpp"
#include "model/list.hpp"

namespace tebiki::importing {

/// What an import did: a line for each changed field (office, field, old, new), for each cell whose characters were
/// changed and for each office that staff took out of the list; then how many cells were only spelled in another way,
/// by column, and the numbers in one line. Fields are called by the labels of the list's schema; `path` is the file
/// that the import fills: `lists/facilities/mhlw-care.json`.
base::Message report(Imported const& imported, model::Schema const& schema, std::string_view path);

/// Whether a list of that schema can hold what an import wrote. If not, one error at the schema names all that is
/// missing: fields, columns of rows, choices; and fields that the schema requires but no record has.
bool fits(std::vector<model::Value> const& written, model::Schema const& schema, base::Diagnostics& diagnostics);

}  // namespace tebiki::importing
