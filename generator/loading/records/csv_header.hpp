#pragma once
#include <string>
#include <vector>

#include "loading/records/record_check.hpp"
#include "support/csv.hpp"

namespace tebiki::loading {

/// A column of the file and the field it belongs to; nullptr for a column without a name or with a wrong one.
struct CsvColumn {
  model::Field const* field = nullptr;
  std::string type;
  support::Position at;
  bool named = false;
};

struct CsvHeader {
  std::vector<CsvColumn> columns;
  RecordFile about;
  bool is_one = true;  ///< false when no cell of the row is a heading, which is reported
};

/// Finds the field of each heading in the first row. Errors: unknown and repeated headings, columns that every record
/// needs, no headings at all; each slip once.
CsvHeader read_csv_header(support::CsvTable const& table, model::Schema const& schema, model::Value const& source,
                          support::Diagnostics& diagnostics);

}  // namespace tebiki::loading
