#include "base/unicode.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace tebiki::base;

TEST(KanjiVariants, OfNamesAreOneCharacterForFinding) {
  for (auto [written, usual] : {std::pair{"髙橋", "高橋"},
                                {"山﨑", "山崎"},
                                {"嵜", "崎"},
                                {"𠮷田", "吉田"},
                                {"葛󠄀飾", "葛飾"},
                                {"邊見", "辺見"},
                                {"渡邉", "渡辺"},
                                {"澤", "沢"},
                                {"濵田", "浜田"},
                                {"齋藤", "斎藤"},
                                {"廣瀨", "広瀬"},
                                {"栁沢", "柳沢"},
                                {"德永", "徳永"},
                                {"舘", "館"},
                                {"靏", "鶴"},
                                {"槗", "橋"},
                                {"醫院", "医院"},
                                {"袖ヶ浜", "袖ケ浜"}}) {
    EXPECT_EQ(search_key(written), search_key(usual)) << written;
  }
}

TEST(KanjiVariants, OfOneWordInItsFormerFormAreItsFormOfToday) {
  for (auto [former, today] : {std::pair{"藝", "芸"},
                               {"餘", "余"},
                               {"臺", "台"},
                               {"豫", "予"},
                               {"蟲", "虫"},
                               {"辯", "弁"},
                               {"體", "体"},
                               {"會", "会"},
                               {"藥", "薬"},
                               {"齒", "歯"}}) {
    EXPECT_EQ(search_key(former), today);
  }
}

/// What Unihan calls variants but are two words of Japanese: by Chinese simplification, by overlapping meaning, by
/// looks, or because both are in daily use.
TEST(KanjiVariants, NeverMakeOneWordOfTwo) {
  for (auto [one, other] :
       {std::pair{"余", "予"}, {"干", "乾"},  {"干", "幹"}, {"后", "後"}, {"台", "颱"}, {"里", "裏"}, {"谷", "穀"},
        {"斗", "闘"},          {"面", "麺"},  {"丑", "醜"}, {"范", "範"}, {"姜", "薑"}, {"云", "雲"}, {"机", "機"},
        {"芸", "蕓"},          {"埼", "崎"},  {"藤", "籐"}, {"鮎", "鯰"}, {"吊", "弔"}, {"捌", "八"}, {"卍", "万"},
        {"預", "予"},          {"瀕", "浜"},  {"針", "箴"}, {"菌", "蕈"}, {"千", "仟"}, {"土", "士"}, {"未", "末"},
        {"日", "曰"},          {"齊", "斎"},  {"塚", "中"}, {"完", "煙"}, {"寡", "関"}, {"庄", "荘"}, {"跡", "蹟"},
        {"佑", "祐"},          {"檜", "桧原"}}) {
    EXPECT_NE(search_key(one), search_key(other)) << one << other;
  }
}

TEST(KanjiVariants, LeadToFormsThatStandForThemselves) {
  for (char32_t c = 0x3400; c < 0x33480; ++c) {
    auto const usual = usual_kanji(c);
    ASSERT_EQ(usual_kanji(usual), usual) << std::hex << std::uint32_t(c);
  }
}

TEST(KanjiVariants, OfATextAreOnlyThoseOfItsCharacters) {
  auto const pairs = folding_table({"高いびー"});
  EXPECT_NE(pairs.find("髙高"), std::string::npos);
  EXPECT_EQ(pairs.find("崎"), std::string::npos);
}

TEST(FoldingTable, HoldsForAScriptWhatSearchKeyDoesToKanaAndHyphens) {
  auto const pairs = folding_table({""});
  EXPECT_EQ(pairs.find("髙"), std::string::npos);
  for (std::string pair : {"アあ", "ャゃ", "ヴゔ", "ヵか", "ヶけ", "ゖけ", "‐-", "―-", "−-"}) {
    EXPECT_NE(pairs.find(pair), std::string::npos) << pair;
  }
  for (std::size_t at = 0; at < pairs.size();) {
    std::string one, other;
    append_utf8(one, next_character(pairs, at));
    append_utf8(other, next_character(pairs, at));
    EXPECT_EQ(search_key(one), other) << one;
  }
}

}  // namespace
