#include "pdf/fonts/glyph_widths.hpp"

#include "pdf/file/pdf_syntax.hpp"

namespace tebiki::pdf {
namespace {

constexpr float default_width = 1000;

bool usual(VerticalGlyph const& glyph, float width) {
  VerticalGlyph const normal;
  return glyph.advance == normal.advance && glyph.origin_y == normal.origin_y && glyph.origin_x == width / 2;
}

}  // namespace

std::string horizontal_widths(GlyphUsage::Face const& face) {
  std::string entries = "/W[";
  for (std::size_t glyph = 0, end = 0; glyph < face.meanings.size(); glyph = end) {
    end = glyph + 1;
    if (!face.meanings[glyph] || face.widths[glyph] == default_width) continue;
    append_integer(entries, std::int64_t(glyph));
    entries += '[';
    append_number(entries, face.widths[glyph]);
    for (; end < face.meanings.size() && face.meanings[end]; ++end) {
      entries += ' ';
      append_number(entries, face.widths[end]);
    }
    entries += ']';
  }
  return entries + "]";
}

std::string vertical_widths(GlyphUsage::Face const& face) {
  std::string entries = "/W2[";
  for (auto const& [glyph, vertical] : face.vertical) {
    if (usual(vertical, face.widths[glyph])) continue;
    append_integer(entries, glyph);
    entries += '[';
    append_number(entries, -vertical.advance);
    entries += ' ';
    append_number(entries, vertical.origin_x);
    entries += ' ';
    append_number(entries, vertical.origin_y);
    entries += ']';
  }
  return entries + "]";
}

}  // namespace tebiki::pdf
