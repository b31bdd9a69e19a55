#include "model/drawing.hpp"

#include <gmock/gmock.h>

namespace tebiki::model {
namespace {

TEST(Drawing, ALineIsStrokedFromOnePointToAnother) {
  auto const path = line({1, 2}, {30, 4}, {0x11, 0x22, 0x33}, 0.8, {3, 2});
  ASSERT_EQ(path.steps.size(), 2u);
  EXPECT_EQ(path.steps[0].kind, PathStep::Kind::move);
  EXPECT_EQ(path.steps[0].to.x, 1);
  EXPECT_EQ(path.steps[0].to.y, 2);
  EXPECT_EQ(path.steps[1].kind, PathStep::Kind::line);
  EXPECT_EQ(path.steps[1].to.x, 30);
  EXPECT_EQ(path.steps[1].to.y, 4);
  EXPECT_FALSE(path.fill);
  EXPECT_EQ(path.stroke, (Colour{0x11, 0x22, 0x33}));
  EXPECT_EQ(path.stroke_width, 0.8);
  EXPECT_THAT(path.dashes, testing::ElementsAre(3, 2));
  EXPECT_THAT(line({}, {}, {}, 1).dashes, testing::IsEmpty());
}

}  // namespace
}  // namespace tebiki::model
