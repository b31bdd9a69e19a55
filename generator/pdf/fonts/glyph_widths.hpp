#pragma once
#include <string>

#include "pdf/fonts/glyph_usage.hpp"

namespace tebiki::pdf {

/// `/W[…]`: advances of the used glyphs, those of the default width (1000) left out (ISO 32000-1 §9.7.4.3).
std::string horizontal_widths(GlyphUsage::Face const& face);
/// `/W2[…]`: advance and origin of glyphs in vertical text, the default (880, -1000) left out.
std::string vertical_widths(GlyphUsage::Face const& face);

}  // namespace tebiki::pdf
