#include "pdf/layout/tables_and_directories.hpp"

#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

/// A cell of phrases of these widths.
CellSketch phrases(std::vector<float> const& widths) {
  CellSketch cell;
  for (float width : widths) {
    cell.natural += width;
    cell.phrases.push_back({width, width, false});
  }
  return cell;
}

/// So many equal rows.
TableSketch sketch(std::size_t rows, std::vector<CellSketch> const& cells) {
  TableSketch sketch;
  sketch.em = 11;
  sketch.paddings.assign(cells.size(), 0);
  sketch.rows.assign(rows, {cells, 1});
  return sketch;
}

TEST(TableColumns, ShareWhatIsLeftInProportion) {
  EXPECT_THAT(column_widths({{20, 100, false}, {20, 50, false}}, 300), ElementsAre(200, 100));
}

TEST(TableColumns, LetFixedColumnsGrowByHalfAndNoMore) {
  EXPECT_THAT(column_widths({{20, 100, false}, {20, 20, true}}, 200), ElementsAre(170, 30));
}

TEST(TableColumns, ShareAllRoomAmongFixedColumnsWhenThereAreNoOthers) {
  EXPECT_THAT(column_widths({{20, 20, true}, {30, 30, true}}, 100), ElementsAre(40, 60));
}

TEST(TableColumns, KeepWhatCannotBePartedWhenThereIsTooLittleRoom) {
  auto widths = column_widths({{90, 90, false}, {10, 500, false}}, 200);
  EXPECT_THAT(widths, ElementsAre(DoubleNear(90, 0.01), DoubleNear(110, 0.01)));
}

TEST(TableColumns, PartWordsBeforeNumbers) {
  // A column of numbers beside two of Latin words: 60 points must stay, what is left is shared.
  auto widths = column_widths({{60, 60, false, 60}, {90, 200, false, 20}, {90, 200, false, 20}}, 160);
  EXPECT_THAT(widths, ElementsAre(DoubleNear(60, 0.01), DoubleNear(50, 0.01), DoubleNear(50, 0.01)));
}

TEST(TableColumns, NeverExceedTheTotal) {
  auto widths = column_widths({{300, 300, false}, {300, 900, false}, {10, 10, false}}, 200);
  EXPECT_NEAR(widths[0] + widths[1] + widths[2], 200, 0.01);
}

TEST(TableColumns, NeverPartANumberToMakeATableLower) {
  auto cells = sketch(9, {phrases({100}), phrases(std::vector<float>(40, 20))});
  auto widths = column_widths({{100, 100, false}, {20, 800, false}}, 300, cells);
  EXPECT_THAT(widths, ElementsAre(DoubleNear(100, 0.01), DoubleNear(200, 0.01)));
}

TEST(TableColumns, GiveRoomToTheColumnThatMakesRowsTall) {
  auto cells = sketch(9, {phrases({40, 40, 40, 40}), phrases(std::vector<float>(16, 30))});
  // Four lines of four phrases each beside four lines of one.
  auto widths = column_widths({{40, 160, false}, {30, 480, false}}, 160, cells);
  EXPECT_GE(widths[0], 40);
  EXPECT_GE(widths[1], 90);
  EXPECT_LT(widths[1], 120.01);
}

TEST(TableColumns, KeepShortWordsWholeWhereThatCostsNoLine) {
  auto cells = sketch(9, {phrases({20, 20}), phrases(std::vector<float>(10, 30))});
  auto widths = column_widths({{20, 40, false}, {30, 300, false}}, 195, cells);
  EXPECT_GE(widths[0], 40);
  EXPECT_GE(widths[1], 150);
}

TEST(TableColumns, GiveNamesWhatTheyWishWhereThatCostsNoLine) {
  auto cells = sketch(9, {phrases({30, 30, 30, 30}), phrases(std::vector<float>(12, 30))});
  std::vector<ColumnExtent> columns{{30, 120, false}, {30, 360, false}};
  EXPECT_LT(column_widths(columns, 213, cells)[0], 88);
  cells.name_width = 90;
  EXPECT_GE(column_widths(columns, 213, cells)[0], 89);
}

TEST(TableColumns, AddUpToTheTotalWhateverIsMoved) {
  auto cells = sketch(3, {phrases({50, 50, 70}), phrases({30, 31, 200, 5}), phrases({10, 400})});
  auto widths = column_widths({{30, 170, false}, {31, 266, false}, {10, 410, false}}, 301.7, cells);
  EXPECT_NEAR(widths[0] + widths[1] + widths[2], 301.7, 1e-6);
}

/// As the bench's table: what a counter looks for, beside much that a cell says.
model::Table crowded() {
  using namespace laying;
  auto directory = table({"名称", "電話番号", "対応できる処置"});
  for (int i = 0; i < 40; ++i)
    directory.rows.push_back(row({"見本 袖ケ浜訪問看護0000" + std::to_string(i), "0463-00-0048",
                                  "喀痰吸引・胃ろう・経管栄養・在宅酸素・人工呼吸器・インスリン・ストーマ・褥瘡処置"}));
  return directory;
}

TEST(TableColumns, SetATelephoneNumberOnOneLineInACrowdedTable) {
  auto frames = laying::laid_out({{crowded(), {}}});
  EXPECT_NE(laying::find_run(frames, "0463-00-0048"), nullptr);
  for (auto const& page : frames.pages)
    for (auto const& item : page.items) {
      auto const* run = std::get_if<TextRun>(&item);
      if (run && run->text.starts_with("0463")) {
        EXPECT_EQ(run->text, "0463-00-0048");
      }
    }
}

TEST(TableColumns, AreTheSameOnAnyNumberOfThreads) {
  EXPECT_EQ(dump(laying::laid_out({{crowded(), {}}}, 1)), dump(laying::laid_out({{crowded(), {}}}, 3)));
}

}  // namespace
}  // namespace tebiki::pdf
