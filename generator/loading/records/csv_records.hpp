#pragma once
#include <vector>

#include "model/list.hpp"
#include "support/diagnostics.hpp"

namespace tebiki::loading {

/// Reads the rows of a CSV file as objects. The header holds field names or labels; cells become what their field
/// asks for: choices are split at ; ； and line breaks (、 where no choice has it), ○ △ × become answers, amounts and
/// numbers numbers, 2026/4/1 a date. Empty cells are absent. Errors: unknown or repeated header, too many cells.
/// `source` is the schema's object.
std::vector<model::Value> read_csv_records(support::FileId file, model::Schema const& schema,
                                           model::Value const& source, support::Sources const& sources,
                                           support::Diagnostics& diagnostics);

}  // namespace tebiki::loading
