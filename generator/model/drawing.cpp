#include "model/drawing.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace tebiki::model {

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
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) base::next_character(text, at);
  return double(characters) * font.size;
}

std::vector<std::string> EvenTextMeasure::lines(std::string_view text, MeasuredFont font, double width) const {
  std::vector<std::string> lines;
  auto const most = std::max<std::size_t>(1, std::size_t(width / font.size));
  std::size_t begin = 0, characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    base::next_character(text, at);
    if (++characters < most && at < text.size()) continue;
    lines.emplace_back(text.substr(begin, at - begin));
    begin = at;
    characters = 0;
  }
  return lines;
}

}  // namespace tebiki::model
