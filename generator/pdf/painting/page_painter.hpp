#pragma once
#include <string>
#include <vector>

#include "pdf/fonts/glyph_usage.hpp"
#include "pdf/layout/frames.hpp"
#include "pdf/painting/content_stream.hpp"
#include "pdf/painting/resources.hpp"

namespace tebiki::pdf {

/// Shows the glyphs where they were laid; the run must have been added to `usage`. The content must be in text mode.
/// Places that the declared advances would miss are corrected to within two thousandths of the type size.
void paint_text(TextRun const& run, GlyphUsage const& usage, ContentStream& to);

/// Paints paths, rectangles and words, scaled to the area, as one marked content.
void paint_drawing(PlacedDrawing const& placed, Role role, GlyphUsage const& usage, ContentStream& to);

/// One page's content and the tags of its marked contents, by MCID.
struct PaintedPage {
  std::string content;  ///< deflated
  std::vector<TagId> marks;
};

/// What all pages share while they are painted; only read.
struct PageResources {
  StructureTree const& tags;
  GlyphUsage const& usage;
  Images const& images;
  BoxForms const& boxes;
  Effort effort = Effort::quick;
};

/// Items become operators in their order. Safe to run for several pages at once.
PaintedPage paint_page(PageFrame const& page, PageResources const& resources);

/// The operators before they are deflated, for tests.
std::string page_operators(PageFrame const& page, PageResources const& resources);

/// Every run that the frames show, the words of drawings included.
GlyphUsage glyphs_of(Frames const& frames, Fonts const& fonts);

}  // namespace tebiki::pdf
