// Drawings: their words were shaped by the layout, so that nothing is decided here.
#include "pdf/painting/page_painter.hpp"
#include "pdf/text/drawing_words.hpp"

namespace tebiki::pdf {

namespace {

class DrawingPainter {
 public:
  DrawingPainter(PlacedDrawing const& placed, GlyphUsage const& usage, ContentStream& to)
      : placed_(placed), scale_(placed), usage_(usage), to_(to) {}

  void operator()(model::PathShape const& shape) {
    if (!begin(shape.fill, shape.stroke, shape.stroke_width)) return;
    to_.path(shape.steps, {placed_.area.x, placed_.area.y}, scale_.x, scale_.y);
    to_.paint_path(shape.fill, shape.stroke);
  }

  void operator()(model::RectangleShape const& shape) {
    if (!begin(shape.fill, shape.stroke, shape.stroke_width)) return;
    auto corner = place(shape.corner);
    to_.rectangle({corner.x, corner.y, shape.width * scale_.x, shape.height * scale_.y}, shape.radius * scale_.size);
    to_.paint_path(shape.fill, shape.stroke);
  }

  void operator()(model::TextShape const& shape) {
    auto at = place(shape.baseline);
    for (auto run : placed_.words.at(next_words_++)) {
      run.origin = {run.origin.x + at.x, run.origin.y + at.y};
      to_.enter(ContentStream::Mode::text, TagId::artifact, Role::figure, ContentStream::Artifact::layout);
      paint_text(run, usage_, to_);
    }
  }

 private:
  using Colour = std::optional<model::Colour>;

  model::Point place(model::Point p) const {
    return {placed_.area.x + p.x * scale_.x, placed_.area.y + p.y * scale_.y};
  }

  bool begin(Colour const& fill, Colour const& stroke, double stroke_width) {
    if (!fill && !stroke) return false;
    to_.enter(ContentStream::Mode::graphics, TagId::artifact, Role::figure, ContentStream::Artifact::layout);
    if (fill) to_.fill_colour(*fill);
    if (stroke) to_.stroke(*stroke, stroke_width * scale_.size);
    return true;
  }

  PlacedDrawing const& placed_;
  DrawingScale scale_;
  GlyphUsage const& usage_;
  ContentStream& to_;
  std::size_t next_words_ = 0;
};

}  // namespace

void paint_drawing(PlacedDrawing const& placed, Role role, GlyphUsage const& usage, ContentStream& to) {
  to.hold(placed.tag, role);
  DrawingPainter painter(placed, usage, to);
  for (auto const& shape : placed.drawing.shapes) std::visit(painter, shape);
  to.enter(ContentStream::Mode::graphics, placed.tag, role, ContentStream::Artifact::layout);
  to.release();
}

}  // namespace tebiki::pdf
