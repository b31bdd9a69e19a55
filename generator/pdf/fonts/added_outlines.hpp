#pragma once
#include <string>
#include <vector>

#include "pdf/fonts/font_face.hpp"

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

}  // namespace tebiki::pdf
