#pragma once
#include "pdf/layout/layout_context.hpp"
#include "pdf/layout/page_flow.hpp"

namespace tebiki::pdf {

/// Adds 爪, the words of the chapters in tabs down the fore-edge; the page's own chapter stands out. All decoration.
void add_thumb_tabs(LayoutContext const& context, Geometry const& geometry, FilledPages& filled);

}  // namespace tebiki::pdf
