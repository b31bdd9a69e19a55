#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tebiki::model {

/// An sRGB colour.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  friend bool operator==(Colour, Colour) = default;
};

/// Reads `#rrggbb`.
std::optional<Colour> parse_colour(std::string_view text);
std::string css(Colour colour);
/// `share` of the second colour in the first, 0 to 1.
Colour mixed(Colour first, Colour second, double share);

}  // namespace tebiki::model
