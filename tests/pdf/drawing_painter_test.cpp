#include <gmock/gmock.h>

#include "pdf/paint_fixture.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {
namespace {

using fixture::occurrences;
using fixture::Sheet;
using testing::HasSubstr;

TEST(DrawingPainter, HoldsADrawingWithItsWordsInOneMarkedContent) {
  Sheet sheet;
  model::Drawing drawing{10, 10, {}};
  drawing.shapes.push_back(model::RectangleShape{{0, 0}, 10, 10, 0, model::Colour{}, {}, 1});
  drawing.shapes.push_back(model::TextShape{{5, 5}, 4, "図", {255, 255, 255}, model::TextShape::Anchor::middle, false});
  drawing.shapes.push_back(model::RectangleShape{{0, 0}, 5, 5, 0, {}, model::Colour{}, 1});
  sheet.page().items.push_back(
      placed(fixture::fonts(), drawing, {100, 100, 20, 20}, sheet.frames.tags.add(StructureTree::root, Role::figure)));
  auto operators = sheet.operators();
  EXPECT_EQ(occurrences(operators, "BDC"), 1U);
  EXPECT_EQ(occurrences(operators, "EMC"), 1U);
  EXPECT_THAT(operators, HasSubstr("100 475.28 20 20 re\nf\n"));
  EXPECT_THAT(operators, HasSubstr(" 8 Tf\n106 485.28 Td\n"));
  EXPECT_THAT(operators, HasSubstr("2 w\n100 485.28 10 10 re\nS\n"));
}

/// The operators of one drawing, a point for a point, at the upper left of a page that is 595.28 high.
std::string drawn(std::vector<model::Shape> shapes) {
  Sheet sheet;
  sheet.page().items.push_back(
      placed(fixture::fonts(), {100, 100, std::move(shapes)}, {0, 0, 100, 100}, TagId::artifact));
  return sheet.operators();
}

TEST(DrawingPainter, DashesALineOfADrawingAndNoLineBehindIt) {
  using Kind = model::PathStep::Kind;
  model::PathShape stroke{
      {{Kind::move, {}, {}, {0, 10}}, {Kind::line, {}, {}, {50, 10}}}, {}, model::Colour{}, 1, {4, 2}};
  EXPECT_THAT(drawn({stroke}), HasSubstr("[4 2 ]0 d\n0 585.28 m\n50 585.28 l\nS\n[]0 d\n"));
}

TEST(DrawingPainter, HatchesWithinTheOutlineOnly) {
  model::RectangleShape bar{{10, 10}, 20, 8, 0, {}, {}, 1};
  bar.hatching = model::Hatching{model::Colour{}, 4, 1, 0};
  EXPECT_THAT(drawn({bar}),
              HasSubstr("q\n10 577.28 20 8 re\nW n\n0 0 0 RG\n1 w\n"
                        "10 586.78 m\n30 586.78 l\n10 582.78 m\n30 582.78 l\n10 578.78 m\n30 578.78 l\nS\nQ\n"));
}

TEST(DrawingPainter, MovesAndClipsAGroupAndForgetsItsColoursAfterwards) {
  model::RectangleShape red{{0, 0}, 50, 50, 0, model::Colour{255, 0, 0}, {}, 1};
  model::GroupShape group{{red}, {20, 30}, model::rectangle_path({{0, 0}, 10, 10})};
  auto operators = drawn({group, red});
  EXPECT_THAT(
      operators,
      HasSubstr("q\n20 565.28 m\n30 565.28 l\n30 555.28 l\n20 555.28 l\nh\nW n\n1 0 0 rg\n20 515.28 50 50 re\nf\nQ\n"));
  EXPECT_EQ(occurrences(operators, "1 0 0 rg"), 2U) << "Q brings the old colour back";
}

TEST(DrawingPainter, TurnsTheWordsOfADrawingAroundTheirBaseline) {
  model::TextShape words{{50, 60}, 10, "件", {}};
  words.angle = -90;
  auto operators = drawn({words});
  EXPECT_THAT(operators, HasSubstr("q\n0.00000 1.00000 -1.00000 0.00000 50 535.28 cm\nBT\n"));
  EXPECT_THAT(operators, HasSubstr("0 0 Td\n<"));
  EXPECT_THAT(operators, HasSubstr("ET\nQ\n"));
}

TEST(DrawingPainter, SetsTheLinesOfAWrappedTextBelowOneAnother) {
  model::TextShape words{{50, 60}, 10, "見本\n令和", {}};
  words.leading = 1.5;
  auto frame = placed(fixture::fonts(), {100, 100, {words}}, {0, 0, 100, 100}, TagId::artifact);
  ASSERT_EQ(frame.words.size(), 1U);
  ASSERT_EQ(frame.words[0].size(), 2U);
  EXPECT_EQ(frame.words[0][1].text, "令和");
  EXPECT_EQ(frame.words[0][1].origin.y, 15);
}

TEST(TextMeasure, AgreesWithTheWidthOfTheShapedText) {
  auto measure = text_measure(fixture::fonts());
  for (auto text : {"訪問看護", "0463-00-0010", "見本 あおば（月〜金）", "𠮷野"})
    for (bool bold : {false, true}) {
      model::TextShape shape{{0, 0}, 9, text, {}, model::TextShape::Anchor::start, bold};
      auto frame = placed(fixture::fonts(), {100, 100, {shape}}, {0, 0, 100, 100}, TagId::artifact);
      double end = 0;
      for (auto const& run : frame.words.at(0)) {
        end = run.origin.x;
        for (auto const& glyph : run.glyphs) end += glyph.advance;
      }
      EXPECT_NEAR(measure->width(text, {9, bold}), end, 0.01) << text;
    }
}

TEST(TextMeasure, PartsLinesBetweenPhrasesAndNoneIsTooWide) {
  auto measure = text_measure(fixture::fonts());
  std::string text = "訪問看護ステーションの空き状況とお問い合わせ先";
  auto lines = measure->lines(text, {10, false}, 100);
  EXPECT_GT(lines.size(), 1U);
  std::string joined;
  for (auto const& line : lines) {
    EXPECT_LE(measure->width(line, {10, false}), 100.001) << line;
    joined += line;
  }
  EXPECT_EQ(joined, text);
  EXPECT_EQ(measure->lines("長い", {10, false}, 5).size(), 2U);
  EXPECT_EQ(model::wrapped(*measure, "長い", {10, false}, 5), "長\nい");
}

}  // namespace
}  // namespace tebiki::pdf
