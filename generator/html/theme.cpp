#include "html/assets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tebiki::html {
namespace {

constexpr model::Colour white{255, 255, 255};
constexpr model::Colour black{0, 0, 0};
/// `--paper` in the dark, as the style sheets have it.
constexpr model::Colour dark_paper{0x0f, 0x17, 0x19};

constexpr double large_words = 4.5;  ///< and white words on a button
constexpr double any_words = 7;      ///< WCAG 2.2 AAA

double linear(std::uint8_t channel) {
  double const c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(model::Colour c) {
  return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

/// The custom properties of the brand.
std::string brand_css(ColourSet const& brand, model::Colour paper) {
  return fmt::format(":root{{--brand:{};--brand-deep:{};--brand-pale:{};--brand-wash:{};--link:{}}}\n",
                     model::css(brand.fill), model::css(model::mixed(brand.fill, black, 0.36)),
                     model::css(model::mixed(brand.words, paper, 0.7)), model::css(brand.wash),
                     model::css(brand.words));
}

std::string class_css(std::string const& name, ColourSet const& colours) {
  return fmt::format(".{}{{--c:{};--c-fill:{};--c-wash:{}}}\n", name, model::css(colours.words),
                     model::css(colours.fill), model::css(colours.wash));
}

std::string drawing_css(model::Colour colour, std::string const& words) {
  auto const name = model::css(colour);
  return fmt::format(".drawing [fill=\"{0}\"]{{fill:{1}}}.drawing [stroke=\"{0}\"]{{stroke:{1}}}\n", name, words);
}

/// The colours of scenes and publications, each once, by their class.
std::map<std::string, model::Colour> classes_of(model::Site const& site) {
  std::map<std::string, model::Colour> classes;
  for (auto const& scene : site.scenes) classes.emplace(colour_class(scene.colour), scene.colour);
  for (auto const& publication : site.publications)
    classes.emplace(colour_class(publication.colour), publication.colour);
  return classes;
}

}  // namespace

double contrast(model::Colour one, model::Colour other) {
  auto const [dark, light] = std::minmax({luminance(one), luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

model::Colour readable(model::Colour colour, model::Colour ground, double ratio) {
  auto const end = contrast(ground, black) > contrast(ground, white) ? black : white;
  constexpr double step = 0.05;
  for (int i = 0; i < 60 && contrast(colour, ground) < ratio; ++i) colour = model::mixed(colour, end, step);
  return contrast(colour, ground) < ratio ? end : colour;
}

model::Colour readable_on_white(model::Colour colour) { return readable(colour, white, large_words); }

std::string colour_class(model::Colour colour) { return "c-" + model::css(readable_on_white(colour)).substr(1); }

ColourSet light_colours(model::Colour colour) {
  auto const fill = readable_on_white(colour);
  auto const wash = model::mixed(fill, white, 0.91);
  return {fill, readable(fill, wash, any_words), wash};
}

ColourSet dark_colours(model::Colour colour) {
  auto const fill = readable_on_white(colour);
  auto const wash = model::mixed(dark_paper, fill, 0.22);
  return {fill, readable(readable(fill, wash, any_words), dark_paper, any_words), wash};
}

std::string theme_css(model::Site const& site) {
  auto const classes = classes_of(site);
  auto light = brand_css(light_colours(site.brand), white);
  auto dark = brand_css(dark_colours(site.brand), dark_paper) + drawing_css(site.brand, "var(--link)");
  std::string forced =
      ":root{--link:LinkText;--brand:Canvas;--brand-deep:Canvas;--brand-wash:Canvas;--brand-pale:CanvasText}\n" +
      drawing_css(site.brand, "CanvasText");
  for (auto const& [name, colour] : classes) {
    auto const colours = dark_colours(colour);
    light += class_css(name, light_colours(colour));
    dark += class_css(name, colours) + drawing_css(colour, model::css(colours.words));
    forced += '.' + name + "{--c:CanvasText;--c-wash:Canvas}\n" + drawing_css(colour, "CanvasText");
  }
  return light + "@media screen and (prefers-color-scheme:dark){" + dark +
         "}\n@media screen and (forced-colors:active){" + forced + "}\n";
}

}  // namespace tebiki::html
