/// One entry of a directory.
#pragma once
#include "pdf/layout/blocks.hpp"

namespace tebiki::pdf {

/// Columns of a directory: number, words, telephone number. Lengths are points.
struct EntryColumns {
  double number = 0;  ///< 0: entries have none
  double words = 0;
  double telephone = 0;  ///< the widest number
};

/// The entry from top to bottom, words at the left, numbers at the right, as an item of that list. Linear.
Flowable entry_flowable(BlockTarget const& target, model::Entry const& entry, EntryColumns const& columns, TagId list);

}  // namespace tebiki::pdf
