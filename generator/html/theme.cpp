#include "html/theme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace tebiki::html {
namespace {

constexpr model::Colour white{255, 255, 255};
constexpr model::Colour black{0, 0, 0};

double linear(std::uint8_t channel) {
  double const c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(model::Colour c) {
  return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, double share) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

}  // namespace

double contrast(model::Colour one, model::Colour other) {
  auto const [dark, light] = std::minmax({luminance(one), luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

model::Colour mixed(model::Colour first, model::Colour second, double share) {
  return {between(first.red, second.red, share), between(first.green, second.green, share),
          between(first.blue, second.blue, share)};
}

model::Colour readable_on_white(model::Colour colour) {
  for (int step = 0; step < 40 && contrast(colour, white) < 4.5; ++step) colour = mixed(colour, black, 0.05);
  return colour;
}

std::string colour_class(model::Colour colour) { return "c-" + model::css(readable_on_white(colour)).substr(1); }

std::string theme_css(model::Site const& site) {
  auto const brand = readable_on_white(site.brand);
  auto css = fmt::format(":root{{--brand:{};--brand-deep:{};--brand-pale:{};--brand-wash:{}}}\n", model::css(brand),
                         model::css(mixed(brand, black, 0.36)), model::css(mixed(brand, white, 0.78)),
                         model::css(mixed(brand, white, 0.91)));
  std::set<std::string> colours;
  for (auto const& scene : site.scenes) colours.insert(model::css(readable_on_white(scene.colour)));
  for (auto const& publication : site.publications) colours.insert(model::css(readable_on_white(publication.colour)));
  for (auto const& colour : colours) css += fmt::format(".c-{}{{--c:{}}}\n", colour.substr(1), colour);
  return css;
}

}  // namespace tebiki::html
