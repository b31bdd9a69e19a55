#include "pdf/painting/drawing_painter.hpp"

#include <cmath>

#include "pdf/painting/text_painter.hpp"

namespace tebiki::pdf {
namespace {

/// From the drawing's coordinates to the page's.
struct Placement {
  explicit Placement(PlacedDrawing const& placed)
      : origin{placed.area.x, placed.area.y},
        x(placed.drawing.width > 0 ? placed.area.width / placed.drawing.width : 1),
        y(placed.drawing.height > 0 ? placed.area.height / placed.drawing.height : 1),
        size(std::sqrt(x * y)) {}

  model::Point origin;
  double x, y;
  double size;  ///< of strokes and letters

  model::Point operator()(model::Point p) const { return {origin.x + p.x * x, origin.y + p.y * y}; }
};

double start_of(model::TextShape const& shape, double width, double at) {
  using Anchor = model::TextShape::Anchor;
  return shape.anchor == Anchor::start ? at : shape.anchor == Anchor::middle ? at - width / 2 : at - width;
}

std::vector<TextRun> runs_of(model::TextShape const& shape, Placement const& place, Fonts const& fonts) {
  auto const& glyphs = fonts.shape(shape.text, {FontChoice::List::body, shape.bold, false});
  double size = shape.size * place.size;
  double width = 0;
  for (auto const& glyph : glyphs) width += glyph.advance * size / 1000;
  model::Point at = place(shape.baseline);
  double pen = start_of(shape, width, at.x);

  std::vector<TextRun> runs;
  for (std::size_t i = 0; i < glyphs.size();) {
    TextRun run{{pen, at.y}, glyphs[i].font, float(size), false, shape.colour, TagId::artifact, {}, {}};
    std::uint32_t from = glyphs[i].cluster;
    for (; i < glyphs.size() && glyphs[i].font == run.font; ++i) {
      float scale = float(size / 1000);
      auto const& g = glyphs[i];
      run.glyphs.push_back({g.cluster - from, g.glyph, g.advance * scale, g.x_offset * scale, g.y_offset * scale});
      pen += g.advance * size / 1000;
    }
    std::size_t end = i < glyphs.size() ? glyphs[i].cluster : shape.text.size();
    run.text = shape.text.substr(from, end - from);
    if (run.font != FontId::none) runs.push_back(std::move(run));
  }
  return runs;
}

class DrawingPainter {
 public:
  DrawingPainter(PlacedDrawing const& placed, Fonts const& fonts, GlyphUsage const& usage, ContentStream& to)
      : place_(placed), fonts_(fonts), usage_(usage), to_(to) {}

  void operator()(model::PathShape const& shape) {
    if (!begin(shape.fill, shape.stroke, shape.stroke_width)) return;
    to_.path(shape.steps, place_.origin, place_.x, place_.y);
    to_.paint_path(shape.fill, shape.stroke);
  }

  void operator()(model::RectangleShape const& shape) {
    if (!begin(shape.fill, shape.stroke, shape.stroke_width)) return;
    auto corner = place_(shape.corner);
    to_.rectangle({corner.x, corner.y, shape.width * place_.x, shape.height * place_.y}, shape.radius * place_.size);
    to_.paint_path(shape.fill, shape.stroke);
  }

  void operator()(model::TextShape const& shape) {
    for (auto const& run : runs_of(shape, place_, fonts_)) {
      to_.enter(ContentStream::Mode::text, TagId::artifact, Role::figure, ContentStream::Artifact::layout);
      paint_text(run, usage_, to_);
    }
  }

 private:
  using Colour = std::optional<model::Colour>;

  bool begin(Colour const& fill, Colour const& stroke, double stroke_width) {
    if (!fill && !stroke) return false;
    to_.enter(ContentStream::Mode::graphics, TagId::artifact, Role::figure, ContentStream::Artifact::layout);
    if (fill) to_.fill_colour(*fill);
    if (stroke) to_.stroke(*stroke, stroke_width * place_.size);
    return true;
  }

  Placement place_;
  Fonts const& fonts_;
  GlyphUsage const& usage_;
  ContentStream& to_;
};

}  // namespace

std::vector<TextRun> runs_of_words(PlacedDrawing const& placed, Fonts const& fonts) {
  std::vector<TextRun> all;
  Placement place(placed);
  for (auto const& shape : placed.drawing.shapes) {
    auto const* words = std::get_if<model::TextShape>(&shape);
    if (!words) continue;
    for (auto& run : runs_of(*words, place, fonts)) all.push_back(std::move(run));
  }
  return all;
}

void paint_drawing(PlacedDrawing const& placed, Role role, Fonts const& fonts, GlyphUsage const& usage,
                   ContentStream& to) {
  to.hold(placed.tag, role);
  DrawingPainter painter(placed, fonts, usage, to);
  for (auto const& shape : placed.drawing.shapes) std::visit(painter, shape);
  to.enter(ContentStream::Mode::graphics, placed.tag, role, ContentStream::Artifact::layout);
  to.release();
}

}  // namespace tebiki::pdf
