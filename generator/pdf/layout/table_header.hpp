#pragma once
#include "pdf/layout/layout_blocks.hpp"
#include "pdf/layout/table_cells.hpp"

namespace tebiki::pdf {

/// The header row with its tags (THead, TR, TH), as one piece that is kept with the first row.
/// Upright labels stand from top to bottom, in two lines when they are long.
Piece header_piece(BlockTarget const& target, model::Table const& table, TableLook const& look, TagId table_tag);

/// A table without column labels has no header.
bool has_header(model::Table const& table);

}  // namespace tebiki::pdf
