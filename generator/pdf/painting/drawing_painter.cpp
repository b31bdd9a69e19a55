// Drawings: their words were shaped by the layout, so that nothing is decided here. And boxes that a document shows
// again and again.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/painting/page_painter.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

using Colour = std::optional<model::Colour>;
using Steps = std::vector<model::PathStep>;

/// More lines than anybody sees would only fill the file.
constexpr int most_hatches = 2000;

/// What holds all of a path, its control points included.
Rectangle bounds_of(Steps const& steps) {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  auto widen = [&](model::Point p) {
    left = std::min(left, p.x), right = std::max(right, p.x);
    top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  };
  for (auto const& step : steps) {
    if (step.kind != model::PathStep::Kind::close) widen(step.to);
    if (step.kind == model::PathStep::Kind::curve) widen(step.control1), widen(step.control2);
  }
  return {left, top, right - left, bottom - top};
}

/// Parallel lines through all of the bounds. They are counted from the origin, so that neighbouring areas are hatched
/// alike.
Steps hatches(model::Hatching const& hatching, Rectangle const& bounds) {
  using enum model::PathStep::Kind;
  Steps lines;
  if (hatching.distance <= 0 || bounds.width <= 0 || bounds.height <= 0) return lines;
  double const angle = hatching.angle * std::numbers::pi / 180, cosine = std::cos(angle), sine = std::sin(angle);
  double from = 1e9, to = -1e9, near = 1e9, far = -1e9;  // along the lines and across them
  for (double x : {bounds.x, bounds.x + bounds.width})
    for (double y : {bounds.y, bounds.y + bounds.height}) {
      double const along = x * cosine + y * sine, across = y * cosine - x * sine;
      from = std::min(from, along), to = std::max(to, along);
      near = std::min(near, across), far = std::max(far, across);
    }
  double const first = std::floor(near / hatching.distance) * hatching.distance + hatching.width / 2;
  for (int i = 0; i < most_hatches && first + i * hatching.distance < far + hatching.width; ++i) {
    double const at = first + i * hatching.distance;
    lines.push_back({move, {}, {}, {from * cosine - at * sine, from * sine + at * cosine}});
    lines.push_back({line, {}, {}, {to * cosine - at * sine, to * sine + at * cosine}});
  }
  return lines;
}

class DrawingPainter {
 public:
  DrawingPainter(PlacedDrawing const& placed, GlyphUsage const& usage, ContentStream& to)
      : placed_(placed), scale_(placed), usage_(usage), to_(to), origin_{placed.area.x, placed.area.y} {}

  void paint(std::vector<model::Shape> const& shapes) {
    for (auto const& shape : shapes) std::visit(*this, shape);
  }

  void operator()(model::PathShape const& shape) {
    paint(
        shape, [&] { path(shape.steps); }, shape.hatching ? bounds_of(shape.steps) : Rectangle{});
  }

  void operator()(model::RectangleShape const& shape) {
    auto const corner = place(shape.corner);
    Rectangle const area{corner.x, corner.y, shape.width * scale_.x, shape.height * scale_.y};
    paint(shape, [&] { to_.rectangle(area, shape.radius * scale_.size); },
          {shape.corner.x, shape.corner.y, shape.width, shape.height});
  }

  void operator()(model::TextShape const& shape) {
    auto at = place(shape.baseline);
    bool const turned = shape.angle != 0;
    if (turned) {
      enter(ContentStream::Mode::graphics);
      to_.push_rotation(at, shape.angle);
      at = {0, 0};
    }
    for (auto run : placed_.words.at(next_words_++)) {
      run.origin = {run.origin.x + at.x, run.origin.y + at.y};
      enter(ContentStream::Mode::text);
      paint_text(run, usage_, to_);
    }
    if (turned) pop();
  }

  void operator()(model::GroupShape const& group) {
    auto const outside = origin_;
    origin_ = place(group.origin);
    if (!group.clip.empty()) clip([&] { path(group.clip); });
    paint(group.shapes);
    if (!group.clip.empty()) pop();
    origin_ = outside;
  }

 private:
  model::Point place(model::Point p) const { return {origin_.x + p.x * scale_.x, origin_.y + p.y * scale_.y}; }
  void path(Steps const& steps) { to_.path(steps, origin_, scale_.x, scale_.y); }

  void enter(ContentStream::Mode mode) {
    to_.enter(mode, TagId::artifact, Role::figure, ContentStream::Artifact::layout);
  }

  template <class Outline>
  void clip(Outline const& outline) {
    enter(ContentStream::Mode::graphics);
    to_.push();
    outline();
    to_.clip();
  }
  void pop() {
    enter(ContentStream::Mode::graphics);
    to_.pop();
  }

  /// `outline` begins the path of the shape; `bounds` are in the drawing's coordinates.
  template <class Shape, class Outline>
  void paint(Shape const& shape, Outline const& outline, Rectangle const& bounds) {
    if (!shape.hatching) return fill_and_stroke(shape, outline, shape.fill, shape.stroke);
    fill_and_stroke(shape, outline, shape.fill, {});
    clip(outline);
    to_.stroke(shape.hatching->colour, shape.hatching->width * scale_.size);
    path(hatches(*shape.hatching, bounds));
    to_.paint_path({}, shape.hatching->colour);
    pop();
    fill_and_stroke(shape, outline, {}, shape.stroke);
  }

  template <class Shape, class Outline>
  void fill_and_stroke(Shape const& shape, Outline const& outline, Colour const& fill, Colour const& stroke) {
    if (!fill && !stroke) return;
    enter(ContentStream::Mode::graphics);
    if (fill) to_.fill_colour(*fill);
    if (stroke) to_.stroke(*stroke, shape.stroke_width * scale_.size);
    bool const dashed = stroke && !shape.dashes.empty();
    if (dashed) to_.dashes(shape.dashes, scale_.size);
    outline();
    to_.paint_path(fill, stroke);
    if (dashed) to_.dashes({}, 1);
  }

  PlacedDrawing const& placed_;
  DrawingScale scale_;
  GlyphUsage const& usage_;
  ContentStream& to_;
  model::Point origin_;  ///< of the group that is painted, on the page
  std::size_t next_words_ = 0;
};

}  // namespace

void paint_drawing(PlacedDrawing const& placed, Role role, GlyphUsage const& usage, ContentStream& to) {
  to.hold(placed.tag, role);
  DrawingPainter(placed, usage, to).paint(placed.drawing.shapes);
  to.enter(ContentStream::Mode::graphics, placed.tag, role, ContentStream::Artifact::layout);
  to.release();
}

namespace {

constexpr std::size_t often = 4;  // fewer repetitions do not pay for the object

int number_of(std::optional<model::Colour> const& colour) {
  return colour ? colour->red << 16 | colour->green << 8 | colour->blue : -1;
}

long long hundredths(double value) { return std::llround(value * 100); }

ObjectNumber add_form(Box const& box, PdfDocument& document) {
  ContentStream content(box.area.height);
  content.box({{0, 0, box.area.width, box.area.height}, box.radius, box.fill, box.stroke, box.stroke_width});
  double margin = box.stroke ? box.stroke_width : 0;
  return document.add_stream(
      fmt::format("/Type/XObject/Subtype/Form/BBox[{} {} {} {}]/Resources<<>>/Filter/FlateDecode\n", number(-margin),
                  number(-margin), number(box.area.width + margin), number(box.area.height + margin)),
      deflated(content.finish().operators));
}

}  // namespace

BoxForms::Look BoxForms::look_of(Box const& box) {
  return {hundredths(box.area.width),
          hundredths(box.area.height),
          hundredths(box.radius),
          box.stroke ? hundredths(box.stroke_width) : 0,
          {number_of(box.fill), number_of(box.stroke)}};
}

BoxForms::BoxForms(Frames const& frames, PdfDocument& document) {
  std::map<Look, std::size_t> seen;
  for (auto const& page : frames.pages)
    for (auto const& item : page.items) {
      auto const* box = std::get_if<Box>(&item);
      if (!box || box->radius <= 0 || (!box->fill && !box->stroke)) continue;
      auto look = look_of(*box);
      if (++seen[look] != often) continue;
      auto name = fmt::format("B{}", names_.size());
      resources_ += fmt::format("/{} {}", name, reference(add_form(*box, document)));
      names_[look] = name;
    }
}

std::string const* BoxForms::name_of(Box const& box) const {
  if (box.radius <= 0) return nullptr;
  auto found = names_.find(look_of(box));
  return found == names_.end() ? nullptr : &found->second;
}

}  // namespace tebiki::pdf
