#include "model/drawing.hpp"

#include <algorithm>
#include <utility>

#include "base/unicode.hpp"

namespace tebiki::model {

namespace {

double ems_of(char32_t character) { return base::is_wide(character) ? 1 : 0.6; }

}  // namespace

PathShape line(Point from, Point to, Colour colour, double width, std::vector<double> dashes) {
  PathShape path;
  path.steps = {{PathStep::Kind::move, {}, {}, from}, {PathStep::Kind::line, {}, {}, to}};
  path.stroke = colour;
  path.stroke_width = width;
  path.dashes = std::move(dashes);
  return path;
}

std::vector<PathStep> rectangle_path(RectangleShape const& rectangle) {
  using enum PathStep::Kind;
  double left = rectangle.corner.x, right = left + rectangle.width;
  double top = rectangle.corner.y, bottom = top + rectangle.height;
  double r = std::min({rectangle.radius, rectangle.width / 2, rectangle.height / 2});
  if (r <= 0)
    return {{move, {}, {}, {left, top}},
            {line, {}, {}, {right, top}},
            {line, {}, {}, {right, bottom}},
            {line, {}, {}, {left, bottom}},
            {close, {}, {}, {}}};
  double c = r * (1 - 0.5523);  // where the control points of a quarter circle lie
  return {{move, {}, {}, {left + r, top}},
          {line, {}, {}, {right - r, top}},
          {curve, {right - c, top}, {right, top + c}, {right, top + r}},
          {line, {}, {}, {right, bottom - r}},
          {curve, {right, bottom - c}, {right - c, bottom}, {right - r, bottom}},
          {line, {}, {}, {left + r, bottom}},
          {curve, {left + c, bottom}, {left, bottom - c}, {left, bottom - r}},
          {line, {}, {}, {left, top + r}},
          {curve, {left, top + c}, {left + c, top}, {left + r, top}},
          {close, {}, {}, {}}};
}

double EvenTextMeasure::width(std::string_view text, MeasuredFont font) const {
  double ems = 0;
  for (std::size_t at = 0; at < text.size();) ems += ems_of(base::next_character(text, at));
  return ems * font.size;
}

std::vector<std::string> EvenTextMeasure::lines(std::string_view text, MeasuredFont font, double width) const {
  std::vector<std::string> lines(text.empty() ? 0 : 1);
  double used = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    double const more = ems_of(base::next_character(text, at)) * font.size;
    if (used + more > width && used > 0) lines.emplace_back(), used = 0;
    lines.back().append(text.substr(begin, at - begin));
    used += more;
  }
  return lines;
}

}  // namespace tebiki::model
