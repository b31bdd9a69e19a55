#include "model/drawing.hpp"

#include <algorithm>

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

}  // namespace tebiki::model
