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

/// Answers on a wide page, of a question that all three were asked.
Frames laid_out_wide(std::vector<model::Answer> answers, double width = 842) {
  auto wide = style();
  wide.page_width = width;
  wide.page_height = 480;
  model::AnswerList list{std::move(answers), {"見本市", "見本町", "見本村"}, "3市町村"};
  for (std::size_t i = 0; i < list.answers.size(); ++i) list.answers[i].members = {i};
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  auto frames = lay_out(booklet({{std::move(list), {}}}), site(), wide, fonts(), 1, unprintable, diagnostics);
  for (auto const& mistake : diagnostics.sorted({})) ADD_FAILURE() << mistake.code << " " << mistake.message.ja;
  return frames;
}

/// The left edge and baseline of the beginning of each point, in the order of the points.
std::vector<model::Point> points_on(PageFrame const& page) {
  std::vector<model::Point> places;
  for (auto const& item : page.items)
    if (auto const* run = std::get_if<TextRun>(&item); run && run->text.starts_with("要点"))
      places.push_back({run->origin.x, run->origin.y});
  return places;
}

TEST(AnswersBesideTheRail, StandInTwoColumnsOfOneHeight) {
  auto const frames = laid_out_wide({answer("見本市", 6), answer("見本町", 1)});
  ASSERT_EQ(frames.pages.size(), 1U);
  auto const places = points_on(frames.pages[0]);
  ASSERT_EQ(places.size(), 7U);
  EXPECT_NEAR(places[0].x, places[2].x, 0.01);
  EXPECT_GT(places[3].x, places[0].x + 200);
  EXPECT_NEAR(places[3].x, places[5].x, 0.01);
  EXPECT_NEAR(places[0].y, places[3].y, 0.01) << "the columns begin on one line";
  EXPECT_NEAR(places[6].x, places[0].x, 10) << "one point alone stands in the first column";
}

TEST(AnswersBesideTheRail, GoOnWithTheNextPointAndSayWhichAreThere) {
  auto const frames = laid_out_wide({answer("見本市", 4), answer("見本町", 60)});
  ASSERT_GT(frames.pages.size(), 1U);
  auto const first = words_on(frames.pages[0], Words::decoration);
  auto const told = points_on(frames.pages[0]).size() - 4;
  EXPECT_THAT(first, HasSubstr("見本町の回答 (" + std::to_string(told + 1) + ")〜(60) は次のページへ"));
  EXPECT_THAT(words_on(frames.pages[1], Words::decoration), HasSubstr("見本町\n（続き）"));
  EXPECT_THAT(words_on(frames.pages.back(), Words::decoration), Not(HasSubstr("は次のページへ")));
  std::string all;
  for (auto const& page : frames.pages) all += words_on(page);
  std::size_t at = all.find("見本町");
  for (int i = 1; i <= 60; ++i) {
    at = all.find("(" + std::to_string(i) + ")", at);
    ASSERT_NE(at, all.npos) << i;
  }
  EXPECT_EQ(count(frames, Role::li), 2U + 64U) << "one item for each answer and point, however many pages it takes";
}

TEST(AnswersBesideTheRail, AreNotPartedWhereTheyAreShort) {
  for (std::size_t before = 20; before < 60; before += 4) {
    auto const frames = laid_out_wide({answer("見本市", before), answer("見本町", 2), answer("見本村", 2)});
    for (auto const& page : frames.pages) {
      EXPECT_THAT(words_on(page, Words::decoration), Not(HasSubstr("見本町の回答"))) << before;
      EXPECT_THAT(words_on(page, Words::decoration), Not(HasSubstr("見本村の回答"))) << before;
    }
  }
}

TEST(Rail, NamesAllWhoWereAskedAndShowsWhoStandsOnThePageWholeOrInPart) {
  auto const frames = laid_out_wide({answer("見本市", 4), answer("見本町", 60)});
  auto const on_rail = [&](std::size_t page, std::string_view name) {
    double const edge = 842 - 40 - style().rail_width;
    for (auto const& item : frames.pages[page].items)
      if (auto const* run = std::get_if<TextRun>(&item); run && run->text == name && run->origin.x > edge) return *run;
    ADD_FAILURE() << name << " is not on the rail of page " << page;
    return TextRun();
  };
  EXPECT_EQ(on_rail(0, "3市町村").tag, TagId::artifact);
  EXPECT_EQ(on_rail(0, "見本市").colour, style().on_dark) << "all of it stands here";
  EXPECT_EQ(on_rail(0, "見本町").colour, style().ink) << "it goes on";
  EXPECT_EQ(on_rail(0, "見本村").colour, style().pale_ink) << "it is not here";
  EXPECT_EQ(on_rail(1, "見本市").colour, style().pale_ink);
  EXPECT_EQ(on_rail(1, "見本町").colour, style().ink) << "it began before";
}

TEST(Rail, IsLeftOutWherePagesAreNarrow) {
  auto const frames = laid_out_wide({answer("見本市", 4), answer("見本町", 4)}, 560);
  EXPECT_EQ(find_run(frames, "3市町村"), nullptr);
  auto const places = points_on(frames.pages.at(0));
  EXPECT_NEAR(places.at(0).x, places.at(3).x, 0.01);
}

TEST(Figure, ThatIsSmallStandsBesideTheParagraphThatFollows) {
  auto const code = [](double side) {
    model::Drawing drawing{side, side, {model::RectangleShape{{0, 0}, side, side}}};
    return model::Block{model::Figure{std::move(drawing), "住所", {}}, {}};
  };
  auto const places = [&](double side, std::string text) {
    auto const frames = laid_out({code(side), paragraph(std::move(text))});
    Rectangle area;
    for (auto const& item : frames.pages.at(0).items)
      if (auto const* placed = std::get_if<PlacedDrawing>(&item)) area = placed->area;
    auto const* run = find_run(frames, "出典");
    return std::pair{area, run->origin};
  };
  auto const [beside, words] = places(50, "出典は、市の資料です。");
  EXPECT_GT(words.x, beside.x + beside.width);
  EXPECT_LT(words.y, beside.y + beside.height);
  auto const [large, below_large] = places(120, "出典は、市の資料です。");
  EXPECT_GT(below_large.y, large.y + large.height) << "a large picture leaves no room beside it";
  std::string long_text = "出典は、";
  for (int i = 0; i < 30; ++i) long_text += "市のいろいろな資料と、";
  auto const [small, below] = places(50, long_text);
  EXPECT_GT(below.y, small.y + small.height) << "a long text would leave a hole below the picture";
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
