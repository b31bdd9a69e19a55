// The shapes of a Gantt chart: bars, labels, marks and samples of them.
#include <vector>

#include "pdf/layout/gantt.hpp"

namespace tebiki::pdf {

namespace {

using model::Gantt;
using Kind = Gantt::Kind;
using Certainty = Gantt::Certainty;
using MarkShape = Gantt::Mark::Shape;

/// The radius of a dot, as a share of half a mark; the height of a sample's label, as one of a bar's.
constexpr double share_of_dot = 0.8, share_of_bar = 0.8;
/// How much of a sample is its label.
constexpr double share_of_label = 0.5;

model::RectangleShape box(Rectangle const& area, model::Colour fill, model::Colour stroke, double rule) {
  model::RectangleShape shape{{area.x, area.y}, area.width, area.height, 0, fill, stroke};
  shape.stroke_width = rule;
  return shape;
}

}  // namespace

model::Shape GanttShapes::bar(Gantt::BarLook look, Rectangle const& area) const {
  auto const [kind, certainty] = look;
  auto shape = box(area, style_.on_dark, colour_, style_.gantt_bar_rule);
  bool const done = kind == Kind::done;
  if (certainty == Certainty::fixed && done) shape.fill = colour_;
  constexpr double upright = 90, slanting = -45;
  if (certainty == Certainty::yearly)
    shape.hatching =
        done ? model::Hatching{colour_, style_.gantt_hatch_done, style_.gantt_hatch_done_rule, upright}
             : model::Hatching{colour_, style_.gantt_hatch_considered, style_.gantt_hatch_considered_rule, upright};
  if (certainty == Certainty::unknown) shape.dashes = {style_.gantt_dash, style_.gantt_dash_gap};
  if (certainty == Certainty::unknown && done)
    shape.hatching = model::Hatching{colour_, style_.gantt_hatch_unknown, style_.gantt_hatch_unknown_rule, slanting};
  return shape;
}

model::Shape GanttShapes::label(Gantt::BarLook look, Rectangle const& area) const {
  auto shape = box(area, is_filled(look) ? colour_ : style_.on_dark, colour_, style_.gantt_bar_rule);
  if (look.certainty == Certainty::unknown) shape.dashes = {style_.gantt_dash, style_.gantt_dash_gap};
  return shape;
}

model::Shape GanttShapes::background(Rectangle const& area) const {
  return model::RectangleShape{{area.x, area.y}, area.width, area.height, 0, style_.on_dark, {}};
}

model::Shape GanttShapes::mark(MarkShape shape, model::Point at, double half) const {
  using enum model::PathStep::Kind;
  if (shape == MarkShape::monthly) {
    double const radius = half * share_of_dot;
    return model::RectangleShape{
        {at.x - radius, at.y - radius}, 2 * radius, 2 * radius, radius, colour_, style_.on_dark};
  }
  model::PathShape path;
  path.fill = shape == MarkShape::earlier ? style_.on_dark : colour_;
  path.stroke = colour_;
  path.stroke_width = style_.gantt_mark_rule;
  path.steps = {{move, {}, {}, {at.x, at.y - half}},
                {line, {}, {}, {at.x + half, at.y}},
                {line, {}, {}, {at.x, at.y + half}},
                {line, {}, {}, {at.x - half, at.y}},
                {close, {}, {}, {at.x, at.y - half}}};
  return path;
}

std::vector<model::Shape> GanttShapes::sample(Gantt::Sample const& sample, model::Point at,
                                              GanttLook const& look) const {
  double const width = look.sample();
  auto const around = [&](double height, double share) {
    return Rectangle{at.x, at.y - height / 2, width * share, height};
  };
  std::vector<model::Shape> shapes;
  if (auto const* of = std::get_if<Gantt::BarLook>(&sample.of)) {
    shapes.push_back(bar(*of, around(look.tail, 1)));
    shapes.push_back(label(*of, around(look.bar * share_of_bar, share_of_label)));
    return shapes;
  }
  auto const shape = std::get<MarkShape>(sample.of);
  if (shape == MarkShape::monthly) shapes.push_back(bar({Kind::done, Certainty::yearly}, around(look.tail, 1)));
  shapes.push_back(mark(shape, {at.x + width / 2, at.y}, look.label.size * 0.5));
  return shapes;
}

}  // namespace tebiki::pdf
