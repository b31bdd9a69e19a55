#include "model/colour.hpp"

#include <charconv>
#include <cmath>

namespace tebiki::model {
namespace {

std::uint8_t between(std::uint8_t from, std::uint8_t to, double share) {
  return std::uint8_t(std::lround(from + (to - from) * share));
}

}  // namespace

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

Colour mixed(Colour first, Colour second, double share) {
  return {between(first.red, second.red, share), between(first.green, second.green, share),
          between(first.blue, second.blue, share)};
}

}  // namespace tebiki::model
