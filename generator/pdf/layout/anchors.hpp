#pragma once
#include <set>
#include <string>

#include "pdf/layout/layout_context.hpp"

namespace tebiki::pdf {

/// Every anchor that the booklet will have: parts, headings, directories, records. Linear in blocks and rows.
std::set<std::string, std::less<>> anchors_of(model::Publication const& publication);

/// `care-guide/consult`
std::string part_key(model::Publication const& publication, model::Part const& part);
/// `care-guide/consult#sec`; footnotes are `care-guide/consult#fn-1`.
std::string heading_key(std::string_view part_key, std::string_view anchor);

/// Where a link of the printed page leads: a place in the booklet, an address outside, or nowhere.
struct PrintedTarget {
  std::string destination;
  std::string url;
};
PrintedTarget printed_target(LayoutContext const& context, model::Target const& target);

}  // namespace tebiki::pdf
