#include "model/drawing.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/unicode.hpp"

namespace tebiki::model {
namespace {

std::uint8_t between(std::uint8_t from, std::uint8_t to, double share) {
  return std::uint8_t(std::lround(from + (to - from) * share));
}

double ems_of(char32_t character) { return base::is_wide(character) ? 1 : 0.6; }

}  // namespace

PathShape line(Point from, Point to, Colour colour, double width, std::vector<double> dashes) {
  PathShape path;
  path.steps = {{PathStep::Kind::move, {}, {}, from}, {PathStep::Kind::line, {}, {}, to}};
  path.stroke = colour;
  path.stroke_width = width;
  path.dashes = std::move(dashes);
  return path;
}

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

double EvenTextMeasure::width(std::string_view text, MeasuredFont font) const {
  double ems = 0;
  for (std::size_t at = 0; at < text.size();) ems += ems_of(base::next_character(text, at));
  return ems * font.size;
}

std::vector<std::string> EvenTextMeasure::lines(std::string_view text, MeasuredFont font, double width) const {
  std::vector<std::string> lines(text.empty() ? 0 : 1);
  double used = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    double const more = ems_of(base::next_character(text, at)) * font.size;
    if (used + more > width && used > 0) lines.emplace_back(), used = 0;
    lines.back().append(text.substr(begin, at - begin));
    used += more;
  }
  return lines;
}

}  // namespace tebiki::model
