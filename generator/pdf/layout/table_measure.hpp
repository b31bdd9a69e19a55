#pragma once
#include <vector>

#include "pdf/layout/table_cells.hpp"
#include "pdf/layout/table_columns.hpp"

namespace tebiki::pdf {

/// Measures every cell, on several threads; the result does not depend on their number.
std::vector<ColumnExtent> measure_columns(LayoutContext const& context, model::Table const& table,
                                          TableLook const& look);

/// Takes a bounded number of cells, evenly spaced, and the header, and notes where they may be parted.
TableSketch sketch_table(LayoutContext const& context, model::Table const& table, TableLook const& look);

}  // namespace tebiki::pdf
