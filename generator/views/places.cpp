#include "views/drawings.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tebiki::views {
namespace {

/// More pins find no room side by side: near ones share one.
constexpr std::size_t most_pins = 160;
/// So many of one place stand around it.
constexpr std::size_t most_apart = 4;
/// Places that are nearer are one, in points; from there it grows by steps where there are too many.
constexpr double one_place = 2, step = 1.5;

constexpr int most_rounds = 240;
constexpr std::size_t many_pins = 40, most_large_pins = 90;
/// As ellipses, pins that are nearer than that touch.
constexpr double apart = 0.999;
/// Pins at one point go in directions of their own that never repeat.
constexpr double golden_angle = 2.399963;

using Groups = std::vector<std::vector<PlacedNumber>>;

/// By rows and columns of a grid; no more than `apart` of a cell stay by themselves.
Groups clusters(std::vector<PlacedNumber> const& places, double cell, std::size_t apart) {
  std::map<std::pair<long, long>, std::vector<PlacedNumber>> grid;
  for (auto const& place : places)
    grid[{std::lround(place.at.y / cell), std::lround(place.at.x / cell)}].push_back(place);
  Groups found;
  for (auto& [key, near] : grid) {
    std::sort(near.begin(), near.end(), [](auto const& a, auto const& b) { return a.number < b.number; });
    if (near.size() > apart) {
      found.push_back(std::move(near));
      continue;
    }
    for (auto const& place : near) found.push_back({place});
  }
  return found;
}

/// Each by half of what they share; says whether they had to move. Marks are round at their ends: as ellipses they are
/// apart where their distance, in sums of their halves, is 1.
bool part(Pin& one, Pin& other, double gap, std::size_t seed) {
  double const wanted_x = one.half_width + other.half_width + gap;
  double const wanted_y = one.half_height + other.half_height + gap;
  double x = other.middle.x - one.middle.x, y = other.middle.y - one.middle.y;
  if (std::abs(x) >= wanted_x || std::abs(y) >= wanted_y) return false;
  if (std::hypot(x, y) < 0.01) x = std::cos(double(seed) * golden_angle), y = std::sin(double(seed) * golden_angle);
  double const distance = std::hypot(x / wanted_x, y / wanted_y);
  if (distance >= apart) return false;
  double const more = std::min((1 / distance - 1) / 2, wanted_y / std::hypot(x, y) / 2);
  one.middle = {one.middle.x - x * more, one.middle.y - y * more};
  other.middle = {other.middle.x + x * more, other.middle.y + y * more};
  return true;
}

}  // namespace

void name_pins(model::Blocks& map, std::string const& list, std::vector<PlacedNumber> const& places) {
  auto* figure = map.empty() ? nullptr : std::get_if<model::Figure>(&map.back().node);
  if (!figure) return;
  figure->pins.list = list;
  for (auto const& place : places) figure->pins.numbers.insert(place.number);
}

Groups sharing_pins(std::vector<PlacedNumber> const& places) {
  double cell = one_place;
  auto found = clusters(places, cell, most_apart);
  while (found.size() > most_pins) found = clusters(places, cell *= step, 1);
  return found;
}

PinLook look_of_pins(model::DrawingStyle const& style, std::size_t count) {
  if (count <= many_pins) return {{style.map_pin_size, true}, style.map_pin_radius};
  if (count <= most_large_pins) return {{style.map_pin_size_many, true}, style.map_pin_radius_many};
  return {{style.map_pin_size_most, true}, style.map_pin_radius_most};
}

void move_apart(std::vector<Pin>& pins, double width, double height, model::DrawingStyle const& style) {
  bool moved = true;
  for (int round = 0; moved && round < most_rounds; ++round) {
    moved = false;
    for (std::size_t i = 0; i < pins.size(); ++i)
      for (std::size_t k = i + 1; k < pins.size(); ++k)
        moved = part(pins[i], pins[k], style.map_pin_gap, i * pins.size() + k) || moved;
    for (auto& pin : pins) {
      double const x = pin.half_width + style.map_pin_from_frame, y = pin.half_height + style.map_pin_from_frame;
      pin.middle.x = std::clamp(pin.middle.x, x, std::max(x, width - x));
      pin.middle.y = std::clamp(pin.middle.y, y, std::max(y, height - y));
    }
  }
}

// Where the names of parts of a map stand beside its pins.
namespace {

/// A name is tried where it belongs, and so many times above and below, further away each time.
constexpr int tries = 3;

std::vector<double> distances(model::DrawingStyle const& style) {
  std::vector<double> all{0};
  for (int i = 0; i < tries; ++i) {
    double const away = style.map_name_away + i * style.map_name_further;
    all.insert(all.end(), {away, -away});
  }
  return all;
}

bool touch(MapName const& name, model::Point middle, double half_width, double half_height,
           model::DrawingStyle const& style) {
  return std::abs(name.at.x - middle.x) < name.width / 2 + half_width + style.map_pin_gap &&
         std::abs(name.at.y - middle.y) < style.map_name_half + half_height + style.map_pin_gap;
}

}  // namespace

std::vector<MapName> freely_placed(std::vector<MapName> names, std::vector<Pin> const& pins, double width,
                                   double height, model::DrawingStyle const& style) {
  double const from_frame = style.map_pin_from_frame, half_name = style.map_name_half;
  std::vector<MapName> placed;
  for (auto& name : names) {
    double const middle = name.at.y, x = name.width / 2 + from_frame;
    if (2 * x > width) continue;
    name.at.x = std::clamp(name.at.x, x, width - x);
    for (double const away : distances(style)) {
      name.at.y = middle + away;
      bool free = name.at.y > half_name + from_frame && name.at.y < height - half_name - from_frame;
      for (auto const& pin : pins) free = free && !touch(name, pin.middle, pin.half_width, pin.half_height, style);
      for (auto const& other : placed) free = free && !touch(name, other.at, other.width / 2, half_name, style);
      if (!free) continue;
      placed.push_back(name);
      break;
    }
  }
  return placed;
}

}  // namespace tebiki::views
