#pragma once
#include "pdf/layout/page_flow.hpp"

namespace tebiki::pdf {

/// Parts, with their sections below.
std::vector<Bookmark> bookmarks_of(std::vector<OutlineEntry> const& outline);

}  // namespace tebiki::pdf
