#include "pdf/text/voicing_marks.hpp"

#include <hb.h>

#include <algorithm>

#include "model/drawing.hpp"

namespace tebiki::pdf {
namespace {

/// How far the mark's ink reaches into the corner of the base's ink, and the blank behind it; thousandths of an em.
constexpr float overlap = 90;
constexpr float blank_behind = 30;

/// Left and right edge of a glyph's ink, from its origin, in thousandths.
struct Ink {
  float left = 0, right = 0;
};

Ink ink_of(Fonts::Face const& face, std::uint16_t glyph) {
  hb_glyph_extents_t extents{};
  hb_font_get_glyph_extents(face.font.get(), glyph, &extents);
  float scale = 1000.0F / float(face.units_per_em);
  return {float(extents.x_bearing) * scale, float(extents.x_bearing + extents.width) * scale};
}

bool is_voicing_mark(Fonts::Face const& face, std::uint16_t glyph) {
  for (hb_codepoint_t mark : {0x3099, 0x309A})
    if (hb_codepoint_t found = 0; hb_font_get_nominal_glyph(face.font.get(), mark, &found) && found == glyph)
      return true;
  return false;
}

model::Point vertical_origin(Fonts::Face const& face, std::uint16_t glyph) {
  hb_position_t x = 0, y = 0;
  hb_font_get_glyph_v_origin(face.font.get(), glyph, &x, &y);
  double scale = 1000.0 / face.units_per_em;
  return {x * scale, y * scale};
}

void place(Fonts::Face const& face, bool vertical, ShapedGlyph& base, ShapedGlyph& mark) {
  Ink mark_ink = ink_of(face, mark.glyph);
  float x = ink_of(face, base.glyph).right - overlap - mark_ink.left;
  if (vertical) {
    auto from = vertical_origin(face, base.glyph), to = vertical_origin(face, mark.glyph);
    mark.x_offset = base.x_offset + x + float(to.x - from.x);
    mark.y_offset = base.y_offset + base.advance + float(to.y - from.y);
    mark.advance = 0;
    return;
  }
  mark.x_offset = base.x_offset + x - base.advance;
  mark.y_offset = base.y_offset;
  mark.advance = std::max(0.0F, x + mark_ink.right + blank_behind - base.advance);
}

}  // namespace

void place_voicing_marks(Fonts::Face const& face, bool vertical, std::vector<ShapedGlyph>& glyphs, std::size_t first) {
  for (auto i = first + 1; i < glyphs.size(); ++i) {
    bool one_cluster = glyphs[i].cluster == glyphs[i - 1].cluster;
    if (one_cluster && is_voicing_mark(face, glyphs[i].glyph)) place(face, vertical, glyphs[i - 1], glyphs[i]);
  }
}

}  // namespace tebiki::pdf
