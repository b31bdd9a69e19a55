#include "model/colour.hpp"

#include <charconv>

namespace tebiki::model {

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  std::uint32_t rgb = 0;
  auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, rgb, 16);
  if (error != std::errc() || end != text.data() + 7) return std::nullopt;
  return Colour{std::uint8_t(rgb >> 16), std::uint8_t(rgb >> 8), std::uint8_t(rgb)};
}

std::string css(Colour colour) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out = "#";
  for (auto part : {colour.red, colour.green, colour.blue}) out += {digits[part >> 4], digits[part & 15]};
  return out;
}

}  // namespace tebiki::model
