#include <algorithm>
#include <cmath>

#include "views/chart_drawing.hpp"

namespace tebiki::views {

namespace {

constexpr int most_steps = 4;
constexpr double tolerance = 1e-9;

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

}  // namespace tebiki::views
