#include "pdf/text/line_breaking.hpp"

#include <gmock/gmock.h>

namespace tebiki::pdf {
namespace {

using ::testing::ElementsAre;

/// Clusters of ten points each; lines may begin at all but the first.
std::vector<Cluster> clusters(std::size_t count) {
  std::vector<Cluster> result(count);
  for (std::size_t i = 0; i < count; ++i) {
    result[i].width = 10;
    result[i].break_before = i > 0 ? BreakBefore::allowed : BreakBefore::never;
  }
  return result;
}

/// Items of so many clusters each, which are parted only when that saves lines.
std::vector<Cluster> items(std::vector<std::size_t> const& lengths, BreakBefore within = BreakBefore::within_item) {
  std::vector<Cluster> result;
  for (auto length : lengths)
    for (std::size_t i = 0; i < length; ++i) {
      result.emplace_back();
      result.back().width = 10;
      result.back().break_before = i > 0 ? within : BreakBefore::allowed;
    }
  return result;
}

std::vector<std::uint32_t> ends(std::vector<Cluster> const& clusters, double width) {
  std::vector<std::uint32_t> result;
  for (auto const& line : even_lines(clusters, width)) result.push_back(line.end);
  return result;
}

TEST(EvenLines, BalanceAShortText) { EXPECT_THAT(ends(clusters(8), 70), ElementsAre(4, 8)); }

TEST(EvenLines, FillAllButTheLastLineOfALongText) {
  EXPECT_THAT(ends(clusters(22), 40), ElementsAre(4, 8, 12, 16, 20, 22));
}

TEST(EvenLines, PartBetweenItemsRatherThanWithin) { EXPECT_THAT(ends(items({4, 3, 4, 3}), 80), ElementsAre(7, 14)); }

TEST(EvenLines, PartAnItemRatherThanTakeALineMore) {
  EXPECT_THAT(ends(items({3, 4, 3, 4, 5}), 60), ElementsAre(5, 10, 14, 19));
}

TEST(EvenLines, PartAfterAMarkRatherThanAtAnotherEndOfAPhrase) {
  for (std::uint32_t mark : {4U, 6U}) {
    auto all = items({2, 2, 2, 2, 2}, BreakBefore::never);
    all[mark - 1].kind = CharacterClass::middle_dot;
    EXPECT_THAT(ends(all, 60), ElementsAre(mark, 10));
  }
}

TEST(EvenLines, PartAnItemRatherThanLeaveACharacterAlone) { EXPECT_THAT(ends(items({5, 1}), 50), ElementsAre(3, 6)); }

TEST(EvenLines, NeverPartANumberForTheSakeOfALine) {
  EXPECT_THAT(ends(items({2, 6, 2, 6}, BreakBefore::unwilling), 60), ElementsAre(2, 8, 10, 16));
}

TEST(EvenLines, BreakAWordThatIsLongerThanTheLine) {
  EXPECT_THAT(ends(items({7}, BreakBefore::never), 40), ElementsAre(3, 7));
}

TEST(EvenLines, BalanceNothingAtTheCostOfAWord) {
  auto all = items({7, 2}, BreakBefore::never);
  EXPECT_THAT(ends(all, 80), ElementsAre(7, 9));
}

TEST(EvenLines, ObeyForcedBreaks) {
  auto all = clusters(4);
  all[1].kind = CharacterClass::newline;
  all[1].width = 0;
  all[2].break_before = BreakBefore::forced;
  auto lines = even_lines(all, 100);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0], (LineRange{0, 2, 10, true}));
}

TEST(EvenLines, LetSpaceHangAtTheEndOfALine) {
  auto all = clusters(7);
  all[3].kind = CharacterClass::space;
  EXPECT_THAT(ends(all, 30), ElementsAre(4, 7));
}

TEST(EvenLines, TakeNoTextForNoLines) { EXPECT_TRUE(even_lines({}, 100).empty()); }

TEST(EvenLines, SetACharacterThatIsWiderThanTheLine) { EXPECT_THAT(ends(clusters(3), 5), ElementsAre(1, 2, 3)); }

}  // namespace
}  // namespace tebiki::pdf
