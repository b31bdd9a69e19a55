#pragma once
#include "pdf/fonts/glyph_usage.hpp"
#include "pdf/painting/content_stream.hpp"

namespace tebiki::pdf {

/// Resource name of a face: `F0`, or `V0` for text that runs downwards.
std::string font_name(FontId font, bool vertical);

/// Shows the glyphs where they were laid; the run must have been added to `usage`. The content must be in text mode.
/// Places that the declared advances would miss are corrected to within two thousandths of the type size.
void paint_text(TextRun const& run, GlyphUsage const& usage, ContentStream& to);

}  // namespace tebiki::pdf
