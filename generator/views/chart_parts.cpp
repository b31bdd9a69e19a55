// What charts are made of: the values of their axis, and how each kind of number looks and is called.
#include <algorithm>
#include <cmath>

#include "views/chart_drawing.hpp"
#include "views/diagram.hpp"

namespace tebiki::views {

namespace {

constexpr int most_steps = 4;
constexpr double tolerance = 1e-9;
constexpr model::Colour white{255, 255, 255};
constexpr double outline = 1.2, point_outline = 1.4;

/// The least round number that is no smaller.
double round_step(double rough) {
  double const power = std::pow(10, std::floor(std::log10(rough)));
  for (double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (rough <= factor * power * (1 + tolerance)) return factor * power;
  }
  return 10 * power;
}

}  // namespace

ChartScale::ChartScale(std::vector<model::YearFigure> const& figures) {
  double low = 0, high = 0;
  bool whole = true;
  for (auto const& figure : figures) {
    low = std::min(low, figure.number.approximate());
    high = std::max(high, figure.number.approximate());
    whole = whole && figure.number.scale == 0;
  }
  if (high > low) step_ = round_step((high - low) / most_steps);
  if (whole) step_ = std::ceil(step_ - tolerance);
  least_ = std::floor(low / step_ + tolerance) * step_;
  most_ = std::max(std::ceil(high / step_ - tolerance) * step_, least_ + step_);
}

int ChartScale::steps() const { return int(std::lround((most_ - least_) / step_)); }

std::string ChartScale::text(int i) const {
  int scale = 0;
  for (double part = step_; scale < 9 && std::abs(part - std::round(part)) > 1e-6; part *= 10) ++scale;
  model::Decimal number{std::llround(value(i) * std::pow(10, scale)), std::uint8_t(scale)};
  while (number.scale > 0 && number.digits % 10 == 0) number.digits /= 10, --number.scale;
  return model::grouped_text(number);
}

void look_as(model::RectangleShape& area, model::YearFigure::Kind kind, model::Colour colour) {
  area.fill = kind == model::YearFigure::Kind::actual ? colour : white;
  area.stroke = colour;
  area.stroke_width = outline;
  if (kind == model::YearFigure::Kind::plan) area.hatching = model::Hatching{colour, 4, 0.9, -45};
}

model::PathShape point_of(model::Point at, model::YearFigure::Kind kind, model::Colour colour) {
  constexpr double r = point_radius;
  model::PathShape point;
  if (kind == model::YearFigure::Kind::plan) {
    point = polygon({{at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y}});
  } else {
    auto disc = rectangle(at.x - r, at.y - r, 2 * r, 2 * r);
    disc.radius = r;
    point.steps = model::rectangle_path(disc);
  }
  point.fill = kind == model::YearFigure::Kind::actual ? colour : white;
  point.stroke = colour;
  point.stroke_width = point_outline;
  return point;
}

}  // namespace tebiki::views
