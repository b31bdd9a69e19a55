#pragma once
#include <string>
#include <vector>

#include "model/drawing.hpp"

/// The numbered marks of a map: which places share one, and where they stand so that none covers another.
namespace tebiki::views {

/// A record on a map.
struct PlacedNumber {
  int number = 0;
  model::Point at;  ///< degrees east and north, or points in the frame
};

/// Places in points from the frame's corner for which one pin stands, by number. Several only where more of them are at
/// one place than find room around it, or more in all than on the map. n log n.
std::vector<std::vector<PlacedNumber>> sharing_pins(std::vector<PlacedNumber> const& places);

/// One mark; lengths are points.
struct Pin {
  std::string words;
  model::Point place;   ///< where it is
  model::Point middle;  ///< where the mark stands
  double half_width = 0, half_height = 0;
};

/// Letters and marks get smaller where there are many.
struct PinLook {
  model::MeasuredFont font{12, true};
  double radius = 12.2;
};
PinLook look_of_pins(std::size_t count);

/// Moves pins that would cover each other apart, within a frame of that size. The pins that `sharing_pins` leaves are
/// so few that all pairs can be looked at, in a bounded number of rounds.
void move_apart(std::vector<Pin>& pins, double width, double height);

/// What a part of a map is called; lengths are points.
struct MapName {
  std::string words;
  model::Point at;  ///< the middle of the words
  double width = 0;
};

/// The names near where they belong, none of them on a pin or on another; those without a free place are left out.
std::vector<MapName> freely_placed(std::vector<MapName> names, std::vector<Pin> const& pins, double width,
                                   double height);

}  // namespace tebiki::views
