#pragma once
#include <string>
#include <vector>

#include "pdf/file/deflate.hpp"
#include "pdf/fonts/glyph_usage.hpp"
#include "pdf/frames.hpp"
#include "pdf/painting/box_forms.hpp"
#include "pdf/painting/image_painter.hpp"

namespace tebiki::pdf {

/// One page's content and the tags of its marked contents, by MCID.
struct PaintedPage {
  std::string content;  ///< deflated
  std::vector<TagId> marks;
};

/// What all pages share while they are painted; only read.
struct Palette {
  Tags const& tags;
  Fonts const& fonts;
  GlyphUsage const& usage;
  Images const& images;
  BoxForms const& boxes;
  Effort effort = Effort::quick;
};

/// Items become operators in their order. Safe to run for several pages at once.
PaintedPage paint_page(PageFrame const& page, Palette const& palette);

/// The operators before they are deflated, for tests.
std::string page_operators(PageFrame const& page, Palette const& palette);

/// Every run that the frames show, the words of drawings included.
GlyphUsage glyphs_of(Frames const& frames, Fonts const& fonts);

}  // namespace tebiki::pdf
