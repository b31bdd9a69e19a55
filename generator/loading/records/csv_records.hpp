#pragma once
#include <vector>

#include "loading/records/record_check.hpp"
#include "loading/records/record_reader.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// A record as it was read, what holds for its file, and what is said of it.
using TakeRecord = std::function<void(model::Record record, RecordFile const& file, RecordMistakes& mistakes)>;

/// What a CSV file says besides its records.
struct CsvFile {
  RecordFile about;
  bool whole = true;  ///< false when rows were left out: their quotation marks are not in order
};

/// Reads the rows of a CSV file and hands each record to `take`, which may say more of it; of one whose values stand in
/// wrong columns only that is said. The header holds field names or labels; cells become what their field
/// asks for: choices are split at ; ； and line breaks (also at 、 and commas where no choice has one), ○ △ × become
/// answers, amounts and numbers numbers, 2026/4/1 a date, full-width telephone numbers plain ones. Empty cells are
/// absent. Errors: unknown or repeated header, columns for required fields missing, too many cells.
CsvFile read_csv_records(base::FileId file, model::Schema const& schema, RecordReader const& reader,
                         TakeRecord const& take, base::Sources const& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
