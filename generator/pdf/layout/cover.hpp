#pragma once
#include "pdf/layout/geometry.hpp"
#include "pdf/layout/layout_blocks.hpp"

namespace tebiki::pdf {

/// The full-bleed first page: edition, title, motto, and at its foot whom to call.
PageFrame cover_page(LayoutContext const& context, Tags& tags, Geometry const& geometry);

}  // namespace tebiki::pdf
