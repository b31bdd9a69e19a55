#include "pdf/painting/rounded_rectangle.hpp"

#include <algorithm>

namespace tebiki::pdf {

std::vector<model::PathStep> rounded_rectangle(Rectangle const& area, double radius) {
  double left = area.x, right = area.x + area.width, top = area.y, bottom = area.y + area.height;
  double r = std::min({radius, area.width / 2, area.height / 2});
  double c = r * (1 - 0.5523);  // where the control points of a quarter circle lie
  using Step = model::PathStep;
  return {{Step::Kind::move, {}, {}, {left + r, top}},
          {Step::Kind::line, {}, {}, {right - r, top}},
          {Step::Kind::curve, {right - c, top}, {right, top + c}, {right, top + r}},
          {Step::Kind::line, {}, {}, {right, bottom - r}},
          {Step::Kind::curve, {right, bottom - c}, {right - c, bottom}, {right - r, bottom}},
          {Step::Kind::line, {}, {}, {left + r, bottom}},
          {Step::Kind::curve, {left + c, bottom}, {left, bottom - c}, {left, bottom - r}},
          {Step::Kind::line, {}, {}, {left, top + r}},
          {Step::Kind::curve, {left, top + c}, {left + c, top}, {left + r, top}},
          {Step::Kind::close, {}, {}, {}}};
}

}  // namespace tebiki::pdf
