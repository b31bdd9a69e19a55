#pragma once
#include <string>
#include <vector>

#include "pdf/file/pdf_document.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/fonts/glyph_usage.hpp"

namespace tebiki::pdf {

/// A glyph put together from others of its font. Lengths are units of the font.
struct CompositeGlyph {
  struct Part {
    std::uint16_t glyph = 0;
    std::int16_t x = 0;
    std::int16_t y = 0;
  };
  std::vector<Part> parts;
  std::uint16_t advance = 0;
};

/// The file of a TrueType font without hints with the glyphs added as numbers from `first` on, which must be beyond its
/// own. `whole` is the font from which it was cut. (OpenType: glyf, loca, hmtx, hhea, maxp, head.)
std::string with_composites(std::string const& file, hb_font_t* whole, std::uint16_t first,
                            std::vector<CompositeGlyph> const& glyphs);

/// `/W[…]`: advances of the used glyphs, those of the default width (1000) left out (ISO 32000-1 §9.7.4.3).
std::string horizontal_widths(GlyphUsage::Face const& face);
/// `/W2[…]`: advance and origin of glyphs in vertical text, the default (880, -1000) left out.
std::string vertical_widths(GlyphUsage::Face const& face);

/// A ToUnicode CMap (ISO 32000-1 §9.10.3): what each used glyph of a face stands for, variation selectors and
/// supplementary characters included.
std::string to_unicode(GlyphUsage const& usage, GlyphUsage::Face const& face);

/// Resource name of a face: `F0`, or `V0` for text that runs downwards.
std::string font_name(FontId font, bool vertical);

/// Adds every used face as Type0 fonts, `F<id>` for horizontal and `V<id>` for vertical text (ISO 32000-1 §9.7).
/// Gives the entries of the /Font resource dictionary. Faces are subset on up to `jobs` threads.
std::string add_fonts(Fonts const& fonts, GlyphUsage const& usage, PdfDocument& document, unsigned jobs, Effort effort);

}  // namespace tebiki::pdf
