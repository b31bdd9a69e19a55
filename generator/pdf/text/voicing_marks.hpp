#pragma once
#include <vector>

#include "pdf/fonts/font_face.hpp"

namespace tebiki::pdf {

/// Puts ゙ and ゜ (U+3099, U+309A) at the upper right of a base with which no font has them in one (あ゙, ゑ゙), where
/// small blank is left; the pair becomes as wide as its ink needs. `glyphs` are of one face, shaped without GPOS.
void place_voicing_marks(Fonts::Face const& face, bool vertical, std::vector<ShapedGlyph>& glyphs, std::size_t first);

}  // namespace tebiki::pdf
