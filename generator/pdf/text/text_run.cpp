#include "pdf/text/text_run.hpp"

namespace tebiki::pdf {

namespace {

std::uint32_t end_of_cluster(std::vector<ShapedGlyph> const& glyphs, std::size_t index, std::size_t text_end) {
  for (auto i = index + 1; i < glyphs.size(); ++i)
    if (glyphs[i].cluster != glyphs[index].cluster) return glyphs[i].cluster;
  return std::uint32_t(text_end);
}

}  // namespace

std::vector<TextRun> text_runs(Fonts const& fonts, std::string_view text, TextLook look, model::Point origin,
                               TagId tag) {
  auto const& glyphs = fonts.shape(text, look.font);
  std::vector<TextRun> runs;
  float em = look.size / 1000;
  double at = 0;
  std::uint32_t run_begin = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    auto const& glyph = glyphs[i];
    bool drawn = glyph.font != FontId::none;
    if (drawn && (runs.empty() || runs.back().font != glyph.font)) {
      auto start = look.font.vertical ? model::Point{origin.x, origin.y + at} : model::Point{origin.x + at, origin.y};
      runs.push_back({start, glyph.font, look.size, look.font.vertical, look.colour, tag, "", {}});
      run_begin = glyph.cluster;
    }
    if (drawn) {
      auto& run = runs.back();
      auto end = end_of_cluster(glyphs, i, text.size());
      run.text = text.substr(run_begin, end - run_begin);
      run.glyphs.push_back(
          {glyph.cluster - run_begin, glyph.glyph, glyph.advance * em, glyph.x_offset * em, glyph.y_offset * em});
    } else if (!runs.empty() && !runs.back().glyphs.empty()) {
      runs.back().glyphs.back().advance += glyph.advance * em;
    }
    at += glyph.advance * em;
  }
  return runs;
}

double text_width(Fonts const& fonts, std::string_view text, FontChoice font, double size) {
  double width = 0;
  for (auto const& glyph : fonts.shape(text, font)) width += glyph.advance;
  return width * size / 1000;
}

}  // namespace tebiki::pdf
