#pragma once
#include <map>

#include "views/site_index.hpp"

namespace tebiki::views {

/// What every directory of a list shares: which fields it shows where, and which one may narrow it down by.
struct DirectoryFields {
  std::vector<model::Field const*> tags;       ///< what kind of office it is
  std::vector<model::Field const*> details;    ///< address, hours, remarks
  std::vector<model::Field const*> abilities;  ///< availability fields
  std::vector<model::Field const*> facets;
};
DirectoryFields directory_fields(ListIndex const& list);

/// An address or a remark needs no label before it; 定員 20 does.
bool needs_no_label(model::Field const& field);

/// A record as a directory shows it. The fields decide what is shown.
model::Entry entry_of(ListIndex const& list, std::size_t index, DirectoryFields const& fields,
                      SiteIndex const& site_index);

/// The filters of a directory that holds these entries: only what occurs and tells them apart, with counts.
/// Linear in the facets of the entries.
std::vector<model::Directory::Filter> filters_of(std::vector<model::Entry const*> const& entries,
                                                 DirectoryFields const& fields, SiteIndex const& site_index);

/// The entries of each list, made once and copied into every directory that shows them.
class Entries {
 public:
  explicit Entries(SiteIndex const& site_index);
  /// By place in the list's records.
  std::vector<model::Entry> const& of(ListIndex const& list) const { return entries_.at(&list); }
  DirectoryFields const& fields(ListIndex const& list) const { return fields_.at(&list); }

 private:
  std::map<ListIndex const*, std::vector<model::Entry>> entries_;
  std::map<ListIndex const*, DirectoryFields> fields_;
};

}  // namespace tebiki::views
