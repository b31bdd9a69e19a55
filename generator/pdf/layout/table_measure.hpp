#pragma once
#include <vector>

#include "pdf/layout/table_cells.hpp"
#include "pdf/layout/table_columns.hpp"

namespace tebiki::pdf {

/// Measures every cell, on several threads; the result does not depend on their number. Without padding.
std::vector<ColumnExtent> measure_cells(LayoutContext const& context, model::Table const& table, TableLook const& look);

/// What the columns ask for when their labels are set, too, with padding; a label that must be shortened is noted.
struct MeasuredColumns {
  std::vector<ColumnExtent> extents;
  bool labels_whole = true;
};
MeasuredColumns measure_columns(LayoutContext const& context, model::Table const& table, TableLook const& look,
                                std::vector<ColumnExtent> cells);

/// Takes a bounded number of cells, evenly spaced, and the header, and notes where they may be parted.
TableSketch sketch_table(LayoutContext const& context, model::Table const& table, TableLook const& look);

}  // namespace tebiki::pdf
