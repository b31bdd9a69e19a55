#pragma once
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/table_cells.hpp"

namespace tebiki::pdf {

/// A table whose columns have their widths, and its rows, shaped in the size that it got.
struct FittedTable {
  TableLook look;
  std::vector<ShapedRow> rows;
};

/// Finds widths at which no number is torn and names keep some characters: first labels over narrow columns are set
/// longer, then the type gets smaller, down to the style's least size. Where even that is too wide is an error that
/// names the table. Linear in its cells.
FittedTable fitted_table(BlockTarget const& target, model::Table const& table);

}  // namespace tebiki::pdf
