#pragma once
#include "pdf/layout/layout_blocks.hpp"

namespace tebiki::pdf {

/// Columns of a directory: number, words, telephone number. Lengths are points.
struct EntryColumns {
  double number = 30;
  double words = 0;
  double telephone = 0;  ///< the widest number
};

EntryColumns entry_columns(LayoutContext const& context, model::Directory const& directory, double width);

/// One entry as one piece, with its tags below `list_tag` (L).
Piece entry_piece(BlockTarget const& target, model::Entry const& entry, EntryColumns const& columns, TagId list_tag);

}  // namespace tebiki::pdf
