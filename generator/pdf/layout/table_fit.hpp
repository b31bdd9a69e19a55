#pragma once
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/table_cells.hpp"

namespace tebiki::pdf {

/// Finds widths at which no number is torn and names keep some characters: first labels over narrow columns are set
/// longer, then the type gets smaller, down to the style's least size. Where even that is too wide is an error that
/// names the table. Linear in its cells.
TableLook fitted_table(BlockTarget const& target, model::Table const& table);

}  // namespace tebiki::pdf
