#include <gmock/gmock.h>

#include "pdf/text/line_breaking.hpp"
#include "pdf/text/styled_text.hpp"

namespace tebiki::pdf {
namespace {

using ::testing::ElementsAre;

Spacing between(char32_t a, char32_t b, float blank = full_blank) {
  return spacing_between({character_class(a), blank}, {character_class(b), blank});
}

std::vector<std::string> held(std::string_view text) {
  std::vector<std::string> result;
  for (auto range : unbreakable_ranges(text)) result.emplace_back(text.substr(range.begin, range.end - range.begin));
  return result;
}

TEST(PunctuationSpacing, PutsHalfAnEmAfterAComma) { EXPECT_FLOAT_EQ(between(U'、', U'日').natural, 0.5F); }

TEST(PunctuationSpacing, PutsHalfAnEmBeforeAnOpeningBracket) { EXPECT_FLOAT_EQ(between(U'日', U'「').natural, 0.5F); }

TEST(PunctuationSpacing, SetsClosingMarksSolidBehindOneAnother) {
  EXPECT_EQ(between(U'」', U'。'), Spacing{});
  EXPECT_EQ(between(U'）', U'、'), Spacing{});
}

TEST(PunctuationSpacing, SetsOpeningMarksSolidBehindOneAnother) { EXPECT_EQ(between(U'（', U'「'), Spacing{}); }

TEST(PunctuationSpacing, CountsTheBlankBetweenClosingAndOpeningOnce) {
  EXPECT_FLOAT_EQ(between(U'」', U'「').natural, 0.5F);
  EXPECT_FLOAT_EQ(between(U'。', U'（').natural, 0.5F);
}

TEST(PunctuationSpacing, NeverShrinksTheBlankAfterAFullStop) {
  EXPECT_FLOAT_EQ(between(U'。', U'日').shrink, 0);
  EXPECT_GT(between(U'、', U'日').shrink, 0);
}

TEST(PunctuationSpacing, PutsAQuarterEmBetweenFiguresAndJapanese) {
  EXPECT_FLOAT_EQ(between(U'月', U'4').natural, 0.25F);
  EXPECT_FLOAT_EQ(between(U'4', U'月').natural, 0.25F);
  EXPECT_FLOAT_EQ(between(U'A', U'あ').natural, 0.25F);
}

TEST(PunctuationSpacing, PutsNothingBetweenFiguresAndADash) { EXPECT_FLOAT_EQ(between(U'0', U'〜').natural, 0); }

TEST(PunctuationSpacing, LeavesWordsAndDashesWhole) {
  EXPECT_EQ(between(U'a', U'b'), Spacing{});
  EXPECT_EQ(between(U'3', U'-'), Spacing{});
  EXPECT_EQ(between(U'…', U'…'), Spacing{});
}

TEST(Unbreakable, HoldsTelephoneNumbersTogether) {
  EXPECT_THAT(held("電話は0463-00-0001です"), ElementsAre("0463-00-0001"));
  EXPECT_THAT(held("（0463）00-0001"), ElementsAre("0463）00-0001"));
}

TEST(Unbreakable, HoldsASpanOfTimeTogether) { EXPECT_THAT(held("月〜金 8:30〜17:15です"), ElementsAre("8:30〜17:15")); }

TEST(Unbreakable, HoldsPricesAndCountsWithTheirUnits) {
  EXPECT_THAT(held("料金は1,500円、車いす2台、24時間"), ElementsAre("1,500円", "2台", "24時間"));
}

TEST(Unbreakable, HoldsPrefixesWithTheirNumbers) {
  EXPECT_THAT(held("〒254-0811 第3回 約10分"), ElementsAre("〒254-0811", "第3回", "約10分"));
}

TEST(Unbreakable, HoldsShortItemsOfARowTogether) {
  std::string_view text = "平塚市・大磯町・とても長い名前の市町村";
  std::vector<std::string> found;
  for (auto range : short_pieces(text, U"・", 5)) found.emplace_back(text.substr(range.begin, range.end - range.begin));
  EXPECT_THAT(found, ElementsAre("平塚市・", "大磯町・"));
  EXPECT_TRUE(short_pieces("ひとつだけ", U"・", 9).empty());
}

TEST(Unbreakable, LeavesASignAloneThatJoinsNothing) { EXPECT_THAT(held("3・4階、2-"), ElementsAre("3", "4階", "2")); }

}  // namespace
}  // namespace tebiki::pdf
