#include "views/shapes.hpp"

namespace tebiki::views {

using Step = model::PathStep::Kind;

model::TextShape text_at(model::Point baseline, std::string text, model::MeasuredFont font, model::Colour colour,
                         model::TextShape::Anchor anchor) {
  model::TextShape shape;
  shape.baseline = baseline;
  shape.size = font.size;
  shape.text = std::move(text);
  shape.colour = colour;
  shape.anchor = anchor;
  shape.bold = font.bold;
  shape.leading = drawing_leading;
  return shape;
}

model::PathShape line_between(model::Point from, model::Point to, model::Colour colour, double width,
                              std::vector<double> dashes) {
  model::PathShape path;
  path.steps = {{Step::move, {}, {}, from}, {Step::line, {}, {}, to}};
  path.stroke = colour;
  path.stroke_width = width;
  path.dashes = std::move(dashes);
  return path;
}

model::PathShape polygon(std::vector<model::Point> const& points) {
  model::PathShape path;
  for (auto const& point : points) path.steps.push_back({path.steps.empty() ? Step::move : Step::line, {}, {}, point});
  if (!points.empty()) path.steps.push_back({Step::close, {}, {}, points.front()});
  return path;
}

model::RectangleShape rectangle(double x, double y, double width, double height) {
  model::RectangleShape shape;
  shape.corner = {x, y};
  shape.width = width;
  shape.height = height;
  return shape;
}

}  // namespace tebiki::views
