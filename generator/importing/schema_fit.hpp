#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::importing {

/// Whether a list of that schema can hold what an import wrote. If not, one error at the schema names all that is
/// missing: fields, columns of rows, choices; and fields that the schema requires but no record has.
bool fits(std::vector<model::Value> const& written, model::Schema const& schema, base::Diagnostics& diagnostics);

}  // namespace tebiki::importing
