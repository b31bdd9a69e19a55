#include "html/assets.hpp"

#include <gtest/gtest.h>

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

}  // namespace
