#pragma once
#include "pdf/layout/blocks.hpp"

namespace tebiki::pdf {

/// Columns of a directory: number, words, telephone number. Lengths are points.
struct EntryColumns {
  double number = 0;
  double words = 0;
  double telephone = 0;  ///< the widest number
};

EntryColumns entry_columns(BookletContext const& context, model::Directory const& directory, double width);

/// One entry as one flowable, with its tags below `list_tag` (L).
Flowable entry_flowable(BlockTarget const& target, model::Entry const& entry, EntryColumns const& columns,
                        TagId list_tag);

}  // namespace tebiki::pdf
