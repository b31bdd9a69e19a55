#pragma once
#include <span>

#include "model/document.hpp"

namespace tebiki::views {

/// Leaves each record one place to be linked to: the first entry of a directory that shows it, otherwise the first
/// row. The anchors of all other entries and rows are emptied. For one web page, or all parts of one booklet.
void keep_one_anchor_a_record(std::span<model::Blocks*> parts);

/// In print nothing but the row itself stands behind the link in its name: the name remains, the link goes.
/// For booklets, when each record has one anchor.
void unlink_own_rows(model::Blocks& part);

/// Gives every heading of a page an anchor that no other has: from its words where it has none, then -2, -3.
void make_heading_anchors(model::Blocks& page);

}  // namespace tebiki::views
