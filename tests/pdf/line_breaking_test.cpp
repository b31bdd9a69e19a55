#include "pdf/text/line_breaking.hpp"

#include <gmock/gmock.h>

#include <numeric>

#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::FloatNear;

/// Clusters of ten points each that may all begin a line but where `held` says no.
std::vector<Cluster> clusters(std::size_t count, std::vector<std::size_t> held = {}) {
  std::vector<Cluster> result(count);
  for (std::size_t i = 0; i < count; ++i) {
    result[i].width = 10;
    result[i].break_before = i > 0 ? BreakBefore::allowed : BreakBefore::never;
  }
  for (auto i : held) result[i].break_before = BreakBefore::never;
  return result;
}

std::vector<std::uint32_t> ends(std::vector<LineRange> const& lines) {
  std::vector<std::uint32_t> result;
  for (auto const& line : lines) result.push_back(line.end);
  return result;
}

float width_of(std::vector<Cluster> const& all, LineRange line, std::vector<float> const& spaces) {
  float width = std::accumulate(spaces.begin(), spaces.end(), 0.0F);
  for (auto i = line.begin; i < visible_end(all, line.begin, line.end); ++i) width += all[i].width;
  return width;
}

TEST(LineBreaking, FillsEachLineWithAsMuchAsFits) {
  EXPECT_THAT(ends(break_lines(clusters(7), 30, Fit::ragged)), ElementsAre(3, 6, 7));
}

TEST(LineBreaking, NeverBreaksWhereKinsokuForbidsIt) {
  EXPECT_THAT(ends(break_lines(clusters(6, {3}), 30, Fit::ragged)), ElementsAre(2, 5, 6));
}

TEST(LineBreaking, BreaksAWordThatIsLongerThanTheLine) {
  EXPECT_THAT(ends(break_lines(clusters(7, {1, 2, 3, 4, 5, 6}), 30, Fit::ragged)), ElementsAre(3, 6, 7));
}

TEST(LineBreaking, PartsANumberOnlyWhenItAloneIsTooLong) {
  auto all = clusters(8, {4, 5});
  all[6].break_before = BreakBefore::unwilling;
  EXPECT_THAT(ends(break_lines(all, 40, Fit::ragged)), ElementsAre(3, 7, 8));
  EXPECT_THAT(ends(break_lines(all, 30, Fit::ragged)), ElementsAre(3, 6, 8));
}

TEST(LineBreaking, ObeysForcedBreaks) {
  auto all = clusters(4);
  all[1].kind = CharacterClass::newline;
  all[1].width = 0;
  all[2].break_before = BreakBefore::forced;
  auto lines = break_lines(all, 100, Fit::justified);
  EXPECT_THAT(ends(lines), ElementsAre(2, 4));
  EXPECT_TRUE(lines[0].last);
}

TEST(LineBreaking, LetsSpaceHangAtTheEndOfALine) {
  auto all = clusters(5);
  all[3].kind = CharacterClass::space;
  auto lines = break_lines(all, 30, Fit::ragged);
  EXPECT_THAT(ends(lines), ElementsAre(4, 5));
  EXPECT_DOUBLE_EQ(lines[0].natural, 30);
}

TEST(LineBreaking, CompressesPunctuationRatherThanLeavingAGap) {
  auto all = clusters(8);
  for (std::size_t i = 1; i < all.size(); ++i) all[i].space = {2, 2, 0, 3};
  // Three characters need 34 points, four 46; 42 holds four when they shrink by 4 of 6.
  EXPECT_THAT(ends(break_lines(all, 43, Fit::justified)), ElementsAre(4, 8));
  EXPECT_THAT(ends(break_lines(all, 43, Fit::ragged)), ElementsAre(3, 6, 8));
}

TEST(LineBreaking, KeepsABaseUnderItsReading) {
  auto all = clusters(6);
  all[3].break_before = all[4].break_before = BreakBefore::unwilling;
  EXPECT_THAT(ends(break_lines(all, 40, Fit::ragged)), ElementsAre(2, 6));
}

TEST(Justification, FillsTheLineExactly) {
  auto all = clusters(4);
  for (std::size_t i = 1; i < 4; ++i) all[i].space = {0, 0, 1, 3};
  LineRange line{0, 4, 40, false};
  auto spaces = justified_spaces(all, line, 50);
  EXPECT_THAT(width_of(all, line, spaces), FloatNear(50, 0.001F));
  EXPECT_EQ(spaces.front(), 0);
}

TEST(Justification, GrowsAtSpacesBeforeItGrowsBetweenCharacters) {
  auto all = clusters(4);
  all[1].space = {2, 1, 4, 0};
  all[2].space = all[3].space = {0, 0, 0, 3};
  EXPECT_THAT(justified_spaces(all, {0, 4, 42, false}, 45), ElementsAre(0, FloatNear(5, 0.001F), 0, 0));
}

TEST(Justification, ShrinksWherePunctuationAllowsIt) {
  auto all = clusters(3);
  all[1].space = {6, 6, 0, 0};
  EXPECT_THAT(justified_spaces(all, {0, 3, 36, false}, 32), ElementsAre(0, FloatNear(2, 0.001F), 0));
}

TEST(Justification, LeavesALineShortRatherThanTearingItApart) {
  auto all = clusters(3);
  all[1].space = all[2].space = {0, 0, 0, 2};
  EXPECT_THAT(justified_spaces(all, {0, 3, 30, false}, 60), Each(0));
}

TEST(LineBreaking, TakesNoTextForNoLines) { EXPECT_TRUE(break_lines({}, 100, Fit::ragged).empty()); }

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

TEST(PunctuationSpacing, PutsAQuarterEmBetweenLatinLettersAndJapanese) {
  EXPECT_FLOAT_EQ(between(U'A', U'あ').natural, 0.25F);
  EXPECT_FLOAT_EQ(between(U'あ', U'i').natural, 0.25F);
}

TEST(PunctuationSpacing, SetsEveryFigureCloseToJapaneseSoThatDatesAreOneWord) {
  for (char32_t figure : std::u32string_view(U"0123456789")) {
    EXPECT_FLOAT_EQ(between(U'年', figure).natural, 0) << char(figure);
    EXPECT_FLOAT_EQ(between(figure, U'月').natural, 0) << char(figure);
  }
  EXPECT_EQ(between(U'1', U'a'), Spacing{});
  EXPECT_EQ(between(U'1', U','), Spacing{});
}

TEST(LineBreaking, LeavesNoOneOrTwoCharactersOnTheLastOfThreeLines) {
  EXPECT_THAT(ends(break_lines(clusters(31), 100, Fit::justified)), ElementsAre(10, 20, 28, 31));
  EXPECT_THAT(ends(break_lines(clusters(32), 100, Fit::justified)), ElementsAre(10, 20, 29, 32));
  EXPECT_THAT(ends(break_lines(clusters(33), 100, Fit::justified)), ElementsAre(10, 20, 30, 33));
  EXPECT_THAT(ends(break_lines(clusters(11), 100, Fit::justified)), ElementsAre(10, 11));
}

TEST(LineBreaking, HoldsANumberAndTheKanjiThatCountsTogether) {
  EXPECT_THAT(held("県西（1市3町）"), ElementsAre("1市", "3町"));
}

TEST(LineBreaking, NamesOfNumbersStayWithThem) {
  std::string const text = "令和6年度、要支援2、令和元年";
  std::vector<std::string> named;
  for (auto range : named_numbers(text)) named.push_back(text.substr(range.begin, range.end - range.begin));
  EXPECT_THAT(named, ElementsAre("令和6", "要支援2"));
}

TEST(LineBreaking, KnowsAddressesInTheWebFromDatesAndFractions) {
  std::string const text = "2026/10/1の1/2は forms.gle/Lh-Y と http://a.jp です";
  std::vector<std::string> found;
  for (auto range : web_addresses(text)) found.push_back(text.substr(range.begin, range.end - range.begin));
  EXPECT_THAT(found, ElementsAre("forms.gle/Lh-Y", "http://a.jp"));
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
