#include "pdf/text/drawing_words.hpp"

#include <algorithm>
#include <cmath>

#include "base/unicode.hpp"

namespace tebiki::pdf {

namespace {

FontChoice font_of(bool bold) { return {FontChoice::List::body, bold, false}; }

double start_of(model::TextShape::Anchor anchor, double width) {
  using enum model::TextShape::Anchor;
  return anchor == start ? 0 : anchor == middle ? -width / 2 : -width;
}

std::vector<TextRun> runs_of(Fonts const& fonts, model::TextShape const& shape, double size) {
  std::vector<TextRun> runs;
  TextLook look{font_of(shape.bold), float(size), shape.colour};
  double y = 0;
  for (std::string_view rest = shape.text; !rest.empty();) {
    auto line = rest.substr(0, rest.find('\n'));
    double x = start_of(shape.anchor, text_width(fonts, line, look.font, size));
    for (auto& run : text_runs(fonts, line, look, {x, y}, TagId::artifact)) runs.push_back(std::move(run));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    y += shape.leading * size;
  }
  return runs;
}

class FontMeasure : public model::TextMeasure {
 public:
  explicit FontMeasure(Fonts const& fonts) : fonts_(fonts) {}

  double width(std::string_view text, model::MeasuredFont font) const override {
    return text_width(fonts_, text, font_of(font.bold), font.size);
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

DrawingScale::DrawingScale(PlacedDrawing const& placed)
    : x(placed.drawing.width > 0 ? placed.area.width / placed.drawing.width : 1),
      y(placed.drawing.height > 0 ? placed.area.height / placed.drawing.height : 1),
      size(std::sqrt(x * y)) {}

PlacedDrawing placed(Fonts const& fonts, model::Drawing drawing, Rectangle const& area, TagId tag) {
  PlacedDrawing result{area, std::move(drawing), tag};
  double size = DrawingScale(result).size;
  model::for_each_text_shape(result.drawing.shapes, [&](model::TextShape const& shape) {
    result.words.push_back(runs_of(fonts, shape, shape.size * size));
  });
  return result;
}

std::unique_ptr<model::TextMeasure> text_measure(Fonts const& fonts) { return std::make_unique<FontMeasure>(fonts); }

}  // namespace tebiki::pdf
