#include "html/render.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace tebiki;

TEST(Theme, LeavesAColourThatIsDarkEnoughAsItIs) {
  model::Colour sea{0x00, 0x59, 0x6b};
  EXPECT_EQ(html::readable_on_white(sea), sea);
}

TEST(Theme, DarkensAPaleColourUntilItCanBeRead) {
  auto made = html::readable_on_white({0xff, 0xd4, 0x3d});
  EXPECT_GE(html::contrast(made, {255, 255, 255}), 4.5);
  EXPECT_LT(html::contrast(made, {255, 255, 255}), 6) << "no darker than needed";
}

TEST(Theme, MeasuresContrastAsWcagDoes) {
  EXPECT_NEAR(html::contrast({0, 0, 0}, {255, 255, 255}), 21, 0.01);
  EXPECT_NEAR(html::contrast({255, 255, 255}, {0, 0, 0}), 21, 0.01);
}

/// Colours from one end to the other, and what people choose.
std::vector<model::Colour> many_colours() {
  std::vector<model::Colour> colours{{0, 0, 0}, {255, 255, 255}, {255, 255, 0}, {0x77, 0x77, 0x77}, {0xb3, 0x26, 0x1e}};
  for (int red = 0; red < 256; red += 85) {
    for (int green = 0; green < 256; green += 85) {
      for (int blue = 0; blue < 256; blue += 85)
        colours.push_back({std::uint8_t(red), std::uint8_t(green), std::uint8_t(blue)});
    }
  }
  return colours;
}

TEST(Theme, WordsInAnyColourCanBeReadInLightAndInDark) {
  model::Colour const white{255, 255, 255}, dark{0x0f, 0x17, 0x19};
  for (auto const colour : many_colours()) {
    auto const light_set = html::light_colours(colour), dark_set = html::dark_colours(colour);
    EXPECT_GE(html::contrast(light_set.words, white), 7) << model::css(colour);
    EXPECT_GE(html::contrast(light_set.words, light_set.wash), 7) << model::css(colour);
    EXPECT_GE(html::contrast(dark_set.words, dark), 7) << model::css(colour);
    EXPECT_GE(html::contrast(dark_set.words, dark_set.wash), 7) << model::css(colour);
    for (auto const& set : {light_set, dark_set}) EXPECT_GE(html::contrast(set.fill, white), 4.5) << model::css(colour);
  }
}

TEST(Theme, OrdinaryWordsCanBeReadOnTheWashOfAnyColour) {
  model::Colour const ink{0x16, 0x1d, 0x20}, pale_ink{0x48, 0x54, 0x5a}, light{0xee, 0xf3, 0xf3},
      pale_light{0xb6, 0xc2, 0xc5};
  for (auto const colour : many_colours()) {
    auto const light_wash = html::light_colours(colour).wash, dark_wash = html::dark_colours(colour).wash;
    EXPECT_GE(html::contrast(ink, light_wash), 7) << model::css(colour);
    EXPECT_GE(html::contrast(pale_ink, light_wash), 4.5) << model::css(colour);
    EXPECT_GE(html::contrast(light, dark_wash), 7) << model::css(colour);
    EXPECT_GE(html::contrast(pale_light, dark_wash), 4.5) << model::css(colour);
  }
}

TEST(Theme, ColoursOfDrawingsChangeWhereThePaperIsDark) {
  model::Site site;
  site.brand = {0x00, 0x59, 0x6b};
  auto const css = html::theme_css(site);
  auto const dark = css.find("prefers-color-scheme:dark"), forced = css.find("forced-colors:active");
  ASSERT_NE(dark, css.npos);
  ASSERT_NE(forced, css.npos);
  EXPECT_EQ(css.find(".drawing"), css.find(".drawing", dark)) << "in light they stay as they are drawn";
  EXPECT_NE(css.find(".drawing [fill=\"#00596b\"]{fill:var(--link)}"), css.npos);
  EXPECT_NE(css.find(".drawing [stroke=\"#00596b\"]{stroke:CanvasText}", forced), css.npos);
}

}  // namespace
