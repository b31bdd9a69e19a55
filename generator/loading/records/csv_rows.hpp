#pragma once
#include <map>

#include "base/csv.hpp"
#include "loading/records/csv_header.hpp"

namespace tebiki::loading {

/// What a row below the headings is; spreadsheets hold more than records.
enum class RowKind {
  record,
  total,     ///< 合計 and the like, with nothing of which an id could be made
  note,      ///< one cell of words alone: ※, 注, 令和8年4月1日現在
  headings,  ///< the headings once more
};

RowKind kind_of_row(base::CsvRow row, CsvHeader const& header);

/// Where the values of a row stand that has not as many cells as there are headings.
enum class RowShift { none, left, right };

/// Whether more of the row's values fit the neighbours of their columns than the columns themselves: with a comma too
/// few they stand too far left.
RowShift find_row_shift(base::CsvRow row, std::vector<CsvColumn> const& columns);

/// Tells once of each kind which rows were not read as records, and where the first one stands.
class SkippedRows {
 public:
  void add(RowKind kind, base::SourceLocation at);
  void tell(base::Diagnostics& diagnostics) const;

 private:
  struct Run {
    base::SourceLocation first;
    std::size_t count = 0;
  };
  std::map<RowKind, Run> runs_;
};

}  // namespace tebiki::loading
