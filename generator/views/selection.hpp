#pragma once
#include "views/view_options.hpp"

namespace tebiki::views {

/// Records that are shown together under a title; without a `group` there is one, untitled.
struct SelectedGroup {
  std::string title;
  std::vector<std::uint32_t> records;  ///< places in the list's records
};
using Selection = std::vector<SelectedGroup>;

/// The records that a view asks for, sorted, cut to its limit, in groups. A record with several values of the
/// group's field stands in each of these groups; one without any stands last, under その他.
/// Choices come in the order of the schema, all else in that of `ja` collation. n log n in records.
Selection select(View const& view, SiteIndex const& site_index);

}  // namespace tebiki::views
