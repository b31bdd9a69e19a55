#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using ::testing::HasSubstr;
using ::testing::Not;

model::Answer answer(std::string name, std::size_t points) {
  model::ListBlock list;
  for (std::size_t i = 1; i <= points; ++i) {
    model::ListItem item;
    item.blocks = {paragraph("要点" + std::to_string(i) + "：話し合う会を開き、課題をまとめる。")};
    item.label = "(" + std::to_string(i) + ")";
    list.items.push_back(std::move(item));
  }
  model::Answer answer;
  answer.name = {model::words(std::move(name))};
  answer.remark = {model::words("医師会へ委託")};
  answer.anchors = {"survey/mihon"};
  answer.blocks = {{std::move(list), {}}};
  return answer;
}

model::Blocks with(std::vector<model::Answer> answers) { return {{model::AnswerList{std::move(answers)}, {}}}; }

TEST(AnswersLayout, GoesOnOverPagesAndRepeatsTheNameOnEach) {
  auto const frames = laid_out(with({answer("見本市", 40), answer("見本町", 1)}));
  ASSERT_GT(frames.pages.size(), 3U);
  auto decoration = [&](std::size_t page) { return words_on(frames.pages[page], Words::decoration); };
  EXPECT_THAT(decoration(0), Not(HasSubstr("（続き）")));
  EXPECT_THAT(decoration(0), HasSubstr("次のページへ続く"));
  EXPECT_THAT(decoration(1), HasSubstr("見本市\n（続き）"));
  EXPECT_THAT(decoration(2), HasSubstr("見本市\n（続き）"));
  EXPECT_THAT(decoration(frames.pages.size() - 1), Not(HasSubstr("次のページへ続く")));
  std::string all;
  for (auto const& page : frames.pages) all += words_on(page);
  std::size_t at = 0;
  for (int i = 1; i <= 40; ++i) {
    at = all.find("(" + std::to_string(i) + ")", at);
    ASSERT_NE(at, all.npos) << i;
  }
  EXPECT_LT(at, all.find("見本町"));
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* run = std::get_if<TextRun>(&item); run && run->text.find("要点") != std::string::npos) {
        EXPECT_LE(run->origin.y, 360) << run->text;
      }
}

TEST(AnswersLayout, BeginsWhereThePageHasRoomThoughTheNextWouldHoldItWhole) {
  auto const frames = laid_out(with({answer("見本市", 1), answer("見本町", 6)}));
  ASSERT_EQ(frames.pages.size(), 2U);
  EXPECT_THAT(words_on(frames.pages[0]), HasSubstr("見本町"));
  EXPECT_THAT(words_on(frames.pages[1], Words::decoration), HasSubstr("見本町\n（続き）"));
}

TEST(AnswersLayout, IsAListWhoseLabelsAreTheNames) {
  auto const frames = laid_out(with({answer("見本市", 40), answer("見本町", 2)}));
  EXPECT_EQ(count(frames, Role::l), 3U) << "one of answers, and in each its points";
  EXPECT_EQ(count(frames, Role::li), 44U);
}

TEST(FigureRow, StandsSideBySideOnOneLineAndNoneIsMadeTooSmall) {
  auto row = [](double width) {
    model::FigureRow row;
    for (double height : {40.0, 60.0})
      row.figures.push_back({model::Drawing{width, height, {model::RectangleShape{{0, 0}, width, height}}}, "図", {}});
    return model::Blocks{{std::move(row), {}}, paragraph("後ろの文。")};
  };
  auto areas = [](Frames const& frames) {
    std::vector<Rectangle> areas;
    for (auto const& page : frames.pages)
      for (auto const& item : page.items)
        if (auto const* placed = std::get_if<PlacedDrawing>(&item)) areas.push_back(placed->area);
    return areas;
  };
  auto const beside = areas(laid_out(row(110)));
  ASSERT_EQ(beside.size(), 2U);
  EXPECT_GT(beside[1].x, beside[0].x + beside[0].width);
  EXPECT_NEAR(beside[0].y + beside[0].height, beside[1].y + beside[1].height, 0.01);
  EXPECT_GE(beside[0].width, 110 * 0.95);
  auto const below = areas(laid_out(row(140)));
  ASSERT_EQ(below.size(), 2U);
  EXPECT_EQ(below[0].x, below[1].x);
  EXPECT_GT(below[1].y, below[0].y + below[0].height);
}

}  // namespace
}  // namespace tebiki::pdf
