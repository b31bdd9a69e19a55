/// What lists of records are laid out from: directories, and tables.
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

/// What stands again above something that goes on on a further page: its title with 「（続き）」, as captions are set.
Flowable continued_title(BlockTarget const& target, std::string const& title);

/// The key of the part in which most of the records that a table names have an entry of their own, or nothing.
std::string chapter_of(BookletContext const& context, model::Table const& table);

}  // namespace tebiki::pdf
