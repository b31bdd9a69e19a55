#pragma once
#include <vector>

#include "pdf/fonts/glyph_usage.hpp"
#include "pdf/painting/content_stream.hpp"

namespace tebiki::pdf {

/// The words of a drawing as runs of the page, one for each face that a shape's text needs, in the order of the
/// shapes. Characters that no font has are left out.
std::vector<TextRun> runs_of_words(PlacedDrawing const& placed, Fonts const& fonts);

/// Paints paths, rectangles and words, scaled to the area, as one marked content.
void paint_drawing(PlacedDrawing const& placed, Role role, Fonts const& fonts, GlyphUsage const& usage,
                   ContentStream& to);

}  // namespace tebiki::pdf
