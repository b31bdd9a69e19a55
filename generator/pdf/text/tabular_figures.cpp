#include "pdf/text/tabular_figures.hpp"

namespace tebiki::pdf {

namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::vector<TextRun> tabular_runs(Fonts const& fonts, std::string_view text, TextLook look, model::Point origin,
                                  TagId tag) {
  auto figure = float(text_width(fonts, "0", look.font, look.size));
  auto runs = text_runs(fonts, text, look, origin, tag);
  float moved = 0;
  for (auto& run : runs) {
    run.origin.x += moved;
    for (auto& glyph : run.glyphs) {
      if (glyph.cluster >= run.text.size() || !is_figure(run.text[glyph.cluster])) continue;
      float more = figure - glyph.advance;
      glyph.x_offset += more / 2;
      glyph.advance = figure;
      moved += more;
    }
  }
  return runs;
}

double tabular_width(Fonts const& fonts, std::string_view text, FontChoice font, double size) {
  double width = 0;
  for (auto const& run : tabular_runs(fonts, text, {font, float(size), {}}, {}, TagId::artifact))
    for (auto const& glyph : run.glyphs) width += glyph.advance;
  return width;
}

}  // namespace tebiki::pdf
