#pragma once
#include <map>
#include <vector>

#include "views/sorted_lists.hpp"

namespace tebiki::views {

/// What every directory of a list shares: which fields it shows where, and which one may narrow it down by.
struct DirectoryFields {
  std::vector<model::Field const*> tags;       ///< what kind of office it is
  std::vector<model::Field const*> details;    ///< address, hours, remarks
  std::vector<model::Field const*> abilities;  ///< availability fields
  std::vector<model::Field const*> facets;
};

/// An address or a remark needs no label before it; 定員 20 does.
bool needs_no_label(model::Field const& field);
/// Whether the office can do it, perhaps when asked.
bool is_offered(model::Availability answer);

/// A record as a directory shows it. The fields decide what is shown.
model::Entry entry_of(SortedList const& list, std::size_t index, DirectoryFields const& fields,
                      SortedLists const& lists);

/// The records of each list as entries, made once and copied into every directory that shows them.
class DirectoryEntries {
 public:
  explicit DirectoryEntries(SortedLists const& lists);
  /// By place in the list's records.
  std::vector<model::Entry> const& of(SortedList const& list) const { return entries_.at(&list); }
  DirectoryFields const& fields(SortedList const& list) const { return fields_.at(&list); }

 private:
  std::map<SortedList const*, std::vector<model::Entry>> entries_;
  std::map<SortedList const*, DirectoryFields> fields_;
};

}  // namespace tebiki::views
