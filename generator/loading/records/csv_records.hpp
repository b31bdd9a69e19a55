#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "loading/records/record_check.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// The rows of a CSV file as objects.
struct CsvRows {
  std::vector<model::Value> rows;
  RecordFile about;
  bool whole = true;  ///< false when rows were left out: their quotation marks are not in order
};

/// Reads the rows of a CSV file as objects. The header holds field names or labels; cells become what their field
/// asks for: choices are split at ; ； and line breaks (also at 、 and commas where no choice has one), ○ △ × become
/// answers, amounts and numbers numbers, 2026/4/1 a date, full-width telephone numbers plain ones. Empty cells are
/// absent. Errors: unknown or repeated header, columns for required fields missing, too many cells.
/// `source` is the schema's object.
CsvRows read_csv_records(base::FileId file, model::Schema const& schema, model::Value const& source,
                         base::Sources const& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
