#include "pdf/fonts/fonts.hpp"

#include "base/unicode.hpp"

namespace tebiki::pdf {

TextLook look_of(model::TextStyle const& style) {
  return {{FontChoice::List::body, style.bold, false}, float(style.size), style.colour, false, false, 0};
}

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

namespace {

class FontMeasure : public model::TextMeasure {
 public:
  explicit FontMeasure(Fonts const& fonts) : fonts_(fonts) {}

  double width(std::string_view text, model::MeasuredFont font) const override {
    return text_width(fonts_, text, {FontChoice::List::body, font.bold, false}, font.size);
  }

  /// As many phrases on each line as fit; one that is wider is parted between characters.
  std::vector<std::string> lines(std::string_view text, model::MeasuredFont font, double width) const override {
    std::vector<std::string> lines;
    std::string_view line;
    std::size_t begin = 0;
    auto take = [&](std::size_t end) {
      auto longer = text.substr(line.empty() ? begin : std::size_t(line.data() - text.data()));
      longer = longer.substr(0, end - std::size_t(longer.data() - text.data()));
      bool fits = this->width(longer, font) <= width;
      if (!fits && !line.empty()) lines.emplace_back(line);
      line = fits || line.empty() ? longer : text.substr(begin, end - begin);
      begin = end;
    };
    for (auto end : ends_of_phrases(text)) {
      bool whole = this->width(text.substr(begin, end - begin), font) <= width;
      for (auto at = begin; !whole && at < end;) {
        base::next_character(text, at);
        take(at);
      }
      if (whole) take(end);
    }
    if (!line.empty()) lines.emplace_back(line);
    return lines;
  }

 private:
  static std::vector<std::size_t> ends_of_phrases(std::string_view text) {
    std::vector<std::size_t> ends;
    for (auto at : base::line_breaks(text, base::LineBreaking::phrase)) ends.push_back(at);
    if (ends.empty() || ends.back() < text.size()) ends.push_back(text.size());
    return ends;
  }

  Fonts const& fonts_;
};

}  // namespace

std::unique_ptr<model::TextMeasure> text_measure(Fonts const& fonts) { return std::make_unique<FontMeasure>(fonts); }

}  // namespace tebiki::pdf
