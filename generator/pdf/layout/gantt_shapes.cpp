#include "pdf/layout/gantt_layout.hpp"

namespace tebiki::pdf {

namespace {

using Kind = model::Gantt::Kind;
using Certainty = model::Gantt::Certainty;
using MarkShape = model::Gantt::Mark::Shape;

model::RectangleShape box(Rectangle const& area, model::Colour fill, model::Colour stroke) {
  model::RectangleShape shape{{area.x, area.y}, area.width, area.height, 0, fill, stroke};
  shape.stroke_width = 0.8;
  return shape;
}

}  // namespace

model::Shape GanttShapes::bar(Kind kind, Certainty certainty, Rectangle const& area) const {
  auto shape = box(area, style_.on_dark, colour_);
  bool const done = kind == Kind::done;
  if (certainty == Certainty::fixed && done) shape.fill = colour_;
  if (certainty == Certainty::yearly) shape.hatching = model::Hatching{colour_, done ? 3.0 : 7.0, done ? 1.4 : 0.7, 90};
  if (certainty == Certainty::unknown) shape.dashes = {3, 2};
  if (certainty == Certainty::unknown && done) shape.hatching = model::Hatching{colour_, 4, 0.8, -45};
  return shape;
}

model::Shape GanttShapes::label(Kind kind, Rectangle const& area) const {
  return box(area, kind == Kind::done ? colour_ : style_.on_dark, colour_);
}

model::Shape GanttShapes::ground(Rectangle const& area) const {
  return model::RectangleShape{{area.x, area.y}, area.width, area.height, 0, style_.on_dark, {}};
}

model::Shape GanttShapes::mark(MarkShape shape, model::Point at, double half) const {
  using enum model::PathStep::Kind;
  if (shape == MarkShape::monthly) {
    double const radius = half * 0.8;
    return model::RectangleShape{
        {at.x - radius, at.y - radius}, 2 * radius, 2 * radius, radius, colour_, style_.on_dark};
  }
  model::PathShape path;
  path.fill = shape == MarkShape::earlier ? style_.on_dark : colour_;
  path.stroke = colour_;
  path.stroke_width = 1.2;
  path.steps = {{move, {}, {}, {at.x, at.y - half}},
                {line, {}, {}, {at.x + half, at.y}},
                {line, {}, {}, {at.x, at.y + half}},
                {line, {}, {}, {at.x - half, at.y}},
                {close, {}, {}, {at.x, at.y - half}}};
  return path;
}

model::Shape GanttShapes::sample(model::Gantt::Sample const& sample, model::Point at, double width,
                                 GanttLook const& look) const {
  auto const around = [&](double height) { return Rectangle{at.x, at.y - height / 2, width, height}; };
  if (auto const* kind = std::get_if<Kind>(&sample.of)) return label(*kind, around(look.bar * 0.8));
  if (auto const* certainty = std::get_if<Certainty>(&sample.of)) return bar(Kind::done, *certainty, around(look.tail));
  return mark(std::get<MarkShape>(sample.of), {at.x + width / 2, at.y}, look.label.size * 0.5);
}

}  // namespace tebiki::pdf
