// Where the names of parts of a map stand beside its pins.
#include <algorithm>
#include <cmath>

#include "views/pins.hpp"

namespace tebiki::views {

namespace {

/// Half the height of a name, and how far from its place it is tried, in points: above and below in turn.
constexpr double half_name = 7;
constexpr double gap = 1.5, from_frame = 3;
constexpr double tries[] = {0, 20, -20, 34, -34, 48, -48};

bool touch(MapName const& name, model::Point middle, double half_width, double half_height) {
  return std::abs(name.at.x - middle.x) < name.width / 2 + half_width + gap &&
         std::abs(name.at.y - middle.y) < half_name + half_height + gap;
}

}  // namespace

std::vector<MapName> freely_placed(std::vector<MapName> names, std::vector<Pin> const& pins, double width,
                                   double height) {
  std::vector<MapName> placed;
  for (auto& name : names) {
    double const middle = name.at.y, x = name.width / 2 + from_frame;
    if (2 * x > width) continue;
    name.at.x = std::clamp(name.at.x, x, width - x);
    for (double const away : tries) {
      name.at.y = middle + away;
      bool free = name.at.y > half_name + from_frame && name.at.y < height - half_name - from_frame;
      for (auto const& pin : pins) free = free && !touch(name, pin.middle, pin.half_width, pin.half_height);
      for (auto const& other : placed) free = free && !touch(name, other.at, other.width / 2, half_name);
      if (!free) continue;
      placed.push_back(name);
      break;
    }
  }
  return placed;
}

}  // namespace tebiki::views
