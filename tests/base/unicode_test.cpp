#include "base/unicode.hpp"
#include "base/diagnostics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace tebiki::base;
using testing::ElementsAre;
using testing::Optional;

TEST(FirstCharacters, AreWholeCharactersAndNoMoreThanThereAre) {
  EXPECT_EQ(first_characters("見出し", 2), "見出");
  EXPECT_EQ(first_characters("見出し", 9), "見出し");
  EXPECT_EQ(first_characters("𠮷", 1), "𠮷");
  EXPECT_EQ(first_characters("a", 0), "");
}

TEST(Unicode, FindsTheFirstByteThatIsNotUtf8) {
  EXPECT_EQ(first_invalid_utf8("在宅"), std::nullopt);
  EXPECT_THAT(first_invalid_utf8("あ\xFFx"), Optional(3u));
  EXPECT_THAT(first_invalid_utf8("\xED\xA0\x80"), Optional(0u)) << "a lone surrogate";
}

TEST(Unicode, ReadsCp932WithItsVendorCharacters) {
  EXPECT_THAT(from_cp932("\x87\x82\x87\x40\x8d\x82\xfb\xfc"), Optional(std::string("№①高髙")));
  EXPECT_EQ(from_cp932("\x81\xFF\xFF"), std::nullopt);
  EXPECT_THAT(from_broken_cp932("\x87\x82\xA0\xFD\x41"), testing::HasSubstr("\uFFFD"));
}

TEST(Unicode, CountsTheColumnsOfATerminal) {
  EXPECT_EQ(display_width("aア　"), 5u);
  EXPECT_EQ(display_width("か\u3099"), 2u) << "a combining voiced mark takes no room";
}

TEST(Unicode, TrimsWhatNobodySees) {
  for (auto const* unseen : {"\u200B", "\u00AD", "\u2060\u200D", "\u3164", "\uFEFF"}) EXPECT_EQ(trimmed(unseen), "");
  EXPECT_EQ(trimmed("\u200B平塚\u200B市\u200B"), "平塚\u200B市");
  EXPECT_EQ(trimmed("☎\uFE0F"), "☎\uFE0F");
}
TEST(Unicode, TrimsTheIdeographicSpaceToo) { EXPECT_EQ(trimmed("　\t 平塚 市　\r\n"), "平塚 市"); }

TEST(Unicode, MakesOnlyTheLettersOfAsciiSmall) { EXPECT_EQ(lower_case("Images/Ａ-É_Z.JPG"), "images/Ａ-É_z.jpg"); }

TEST(Unicode, FoldsSpellingsOfOneNameTogether) {
  EXPECT_EQ(search_key("ｱｵﾊﾞ　訪問看護"), search_key("あおば訪問看護"));
  EXPECT_EQ(search_key("０４６３−００−００１１"), "0463-00-0011");
}

TEST(Unicode, SortsMixedKanaAsJapaneseDictionariesDo) {
  EXPECT_LT(collation_key("あおば"), collation_key("アオミ"));
  EXPECT_LT(collation_key("はな"), collation_key("ばら"));
  EXPECT_LT(collation_key("ハート"), collation_key("はな"));
}

TEST(Unicode, NamesTheRowOfAReading) {
  EXPECT_EQ(kana_row("あおば"), "あ");
  EXPECT_EQ(kana_row("ガーデン"), "か");
  EXPECT_EQ(kana_row("ﾊﾟｰｸ"), "は");
  EXPECT_EQ(kana_row("ヴィラ"), "あ");
  EXPECT_EQ(kana_row("ゃゅょ"), "や");
  EXPECT_EQ(kana_row("をんな"), "わ");
  EXPECT_EQ(kana_row("平塚"), "他");
  EXPECT_EQ(kana_row(""), "他");
}

TEST(Unicode, BreaksNoLineBeforeSmallKanaOrClosingMarks) {
  auto breaks = line_breaks("診療しょ。", LineBreaking::strict);
  EXPECT_THAT(breaks, ElementsAre(3u, 6u));
}

TEST(Unicode, TakesWhateverPeopleTypeForAHyphenAsOne) {
  for (char32_t c : std::u32string(U"-‐‑‒–—―−－﹘﹣⁻₋")) EXPECT_TRUE(is_hyphen(c)) << std::uint32_t(c);
  for (char32_t c : std::u32string(U"ーｰ─━")) {
    EXPECT_FALSE(is_hyphen(c)) << std::uint32_t(c);
    EXPECT_TRUE(is_hyphen_between_digits(c)) << std::uint32_t(c);
  }
  for (char32_t c : std::u32string(U"_~〜一=・")) EXPECT_FALSE(is_hyphen_between_digits(c)) << std::uint32_t(c);
}

TEST(Unicode, SearchesNoPhrasesInTextsLongerThanAHeading) {
  std::string title;
  for (int i = 0; i < 2'000; ++i) title += "長い題名です";
  EXPECT_EQ(line_breaks(title, LineBreaking::phrase), line_breaks(title, LineBreaking::strict));
  EXPECT_NE(line_breaks("長い題名です", LineBreaking::phrase), line_breaks("長い題名です", LineBreaking::strict));
}

TEST(Unicode, StopsAnExpressionThatWouldRunForEver) {
  auto pattern = Pattern::compile("^(a+)+$");
  ASSERT_TRUE(pattern);
  auto const endless = std::string(40, 'a') + "b";
  MatchSteps steps;
  EXPECT_EQ(pattern->match_part_of("aaa", steps), Match::found);
  EXPECT_EQ(pattern->match_part_of("b", steps), Match::not_found);
  EXPECT_EQ(pattern->match_part_of(endless, steps), Match::took_too_long);
  EXPECT_FALSE(Pattern::compile("(").has_value());
}

TEST(Unicode, StopsExpressionsThatTakeTooLongTogether) {
  auto pattern = Pattern::compile("^(a+)+$");
  auto const endless = std::string(40, 'a') + "b";
  MatchSteps steps{30};
  EXPECT_EQ(pattern->match_part_of(endless, steps), Match::took_too_long);
  EXPECT_LE(steps.left, 0);
}

TEST(Unicode, SharesTheStepsOfSlowExpressionsAmongLists) {
  EXPECT_EQ(MatchSteps::shared_by(0).left, 5000);
  EXPECT_EQ(MatchSteps::shared_by(10).left, 500);
  EXPECT_EQ(MatchSteps::shared_by(2'000'000'000).left, 1);
}

TEST(Unicode, CountsSlipsBetweenTwoWordsUpToALimit) {
  EXPECT_EQ(edit_distance(U"みほんえん", U"みほんえん", 3, Swaps::two_slips), 0u);
  EXPECT_EQ(edit_distance(U"みほんえん", U"みほえん", 3, Swaps::two_slips), 1u);
  EXPECT_EQ(edit_distance(U"みほんえん", U"みほえんん", 3, Swaps::two_slips), 2u);
  EXPECT_EQ(edit_distance(U"みほんえん", U"みほえんん", 3, Swaps::one_slip), 1u);
  EXPECT_EQ(edit_distance(U"さくら", U"ひまわり", 3, Swaps::two_slips), 3u) << "looks no further";
}

TEST(Unicode, SuggestsTheNearestNameOnlyWhenItIsNear) {
  std::vector<std::string> keys{"name", "kana", "tel", "address"};
  EXPECT_THAT(nearest("adress", keys), Optional(std::string("address")));
  EXPECT_THAT(nearest("anme", keys), Optional(std::string("name")));
  EXPECT_EQ(nearest("ventilator", keys), std::nullopt);
}

TEST(Unicode, SuggestsOutOfTenThousandNamesInNoTime) {
  std::vector<std::string> ids;
  for (int i = 0; i < 10'000; ++i) ids.push_back("facility-" + std::to_string(100'000 + i));
  ids.push_back("見本 あおば訪問看護ステーション");
  EXPECT_THAT(nearest("facility-10004x2", ids), Optional(std::string("facility-100042")));
  EXPECT_THAT(nearest("見本　アオバ訪問看護ステイション", ids), Optional(ids.back()));
}

TEST(LineBreaks, NoPhraseBeginsWithSmallKanaOrALongVowel) {
  for (auto const* text : {"たむらほーぷかいごたくしー", "ストレッチャー", "さなだうぃんぐ"})
    for (std::size_t at : line_breaks(text, LineBreaking::phrase))
      EXPECT_FALSE(never_begins_a_line(next_character(text, at))) << text << at;
}

TEST(Unicode, CountsASwapOfNeighboursOnceAndLooksNoFurtherThanAThird) {
  EXPECT_THAT(nearest("facliities", {"publications", "facilities"}), Optional(std::string("facilities")));
  EXPECT_EQ(nearest("abcdef", {"abcxyzdef"}), std::nullopt);
  EXPECT_THAT(nearest("abcdef", {"abxcdyef", "abcdxef"}), Optional(std::string("abcdxef")));
  EXPECT_EQ(nearest("", {"x", ""}), std::optional<std::string>(""));
}

}  // namespace
