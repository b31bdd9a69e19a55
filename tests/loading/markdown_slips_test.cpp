// What would be printed with its signs is told of, and what only looks like a slip is not.
#include <gmock/gmock.h>

#include "loading/markdown_dump.hpp"

namespace tebiki::loading::testing {
namespace {

/// `line:column code` of each complaint.
std::string codes(std::string const& text) {
  auto said = Read(text).ja();
  std::string out;
  for (std::size_t at = 0; at < said.size();) {
    out += said.substr(at, said.find(": ", at) - at) + "\n";
    at = std::min(said.find('\n', at), said.size()) + 1;
  }
  return out;
}

TEST(MarkdownSlips, AHeadingNeedsAnAsciiSignAndABlank) {
  EXPECT_EQ(Read("##見出し").ja(),
            "1:1 not-a-heading: この行は見出しにならず、「#」がそのまま表示されます。 / 見出しなら、半角の「#」のあとに"
            "半角の空白を入れてください：「## 見出し」。「#」そのものなら「\\#」と書きます。\n");
  EXPECT_EQ(Read("＃＃　見出し").ja(),
            "1:1 not-a-heading: この行は見出しにならず、「#」がそのまま表示されます。 / 見出しなら、半角の「#」のあとに"
            "半角の空白を入れてください：「## 見出し」。「#」そのものなら「\\#」と書きます。\n");
  std::string const five = "長い見出し", forty = five + five + five + five + five + five + five + five;
  EXPECT_THAT(Read("##" + forty + five).ja(), ::testing::HasSubstr("：「## " + forty + "」。"));
  EXPECT_EQ(codes("本文\n###小見出し\n#　大見出し"), "2:1 not-a-heading\n3:1 not-a-heading\n");
  EXPECT_TRUE(Read("##見出し").diagnostics.has_errors());
  EXPECT_FALSE(Read("#介護").diagnostics.has_errors());
  EXPECT_EQ(codes("#介護"), "1:1 warning not-a-heading\n");
}

TEST(MarkdownSlips, AnEntityOfACharacterThatNobodySeesIsRefused) {
  EXPECT_EQ(codes("電話は **0463&#x202E;4321** へ"), "1:11 control-character\n");
  EXPECT_EQ(codes("A &amp; B&nbsp;C &#12354;"), "");
}

TEST(MarkdownSlips, ANumberSignBeforeANumberIsNoHeading) {
  EXPECT_EQ(codes("#7119 に電話します\n\n＃7119 も同じです\n\n電話は\n#7119 へ\n\n\\##そのまま"), "");
  EXPECT_EQ(codes("## 見出し\n\n### 小見出し"), "");
}

TEST(MarkdownSlips, ItemsNeedAnAsciiSignAndABlank) {
  EXPECT_EQ(Read("持ち物は次の通り\n・保険証\n・お薬手帳").ja(),
            "2:1 warning not-a-list: この行は箇条書きにならず、印もそのまま、前後の行とつながって表示されます。 / "
            "箇条書きなら、"
            "行の頭を「- 」か「1. 」（半角の印と半角の空白）にしてください。\n");
  EXPECT_EQ(codes("・保険証"), "1:1 warning not-a-list\n");
  EXPECT_EQ(codes("-保険証\n-お薬手帳"), "1:1 warning not-a-list\n");
  EXPECT_EQ(codes("1.申し込む\n2.待つ"), "1:1 warning not-a-list\n");
  EXPECT_EQ(codes("■ 一つ目\n■ 二つ目"), "1:1 warning not-a-list\n");
  EXPECT_EQ(codes("> - 項目\n>   ・小さな項目"), "2:5 warning not-a-list\n");
  EXPECT_FALSE(Read("・保険証").diagnostics.has_errors());
}

TEST(MarkdownSlips, LinesThatBeginWithAWideNumberRunTogether) {
  EXPECT_EQ(codes("1．申し込む\n2．待つ"), "1:1 warning not-a-list\n");
  EXPECT_EQ(codes("１．申し込む\n２．待つ"), "1:1 warning not-a-list\n");
  EXPECT_EQ(codes("次の順です\n①申し込む\n②待つ"), "2:1 warning not-a-list\n");
  EXPECT_EQ(codes("（１）申し込む\n(2)待つ"), "1:1 warning not-a-list\n");
  EXPECT_EQ(codes("1．はじめに\n\n①と②を\n見ます\n\n①一つ目\\\n②二つ目\n\n2026．11．21"), "");
}

TEST(MarkdownSlips, AnItemIsIndentedWithAsciiBlanks) {
  EXPECT_EQ(
      Read("- ひとつ\n　- ふたつ").ja(),
      "2:2 warning not-a-list: 行の頭の空白が全角なので、この行は箇条書きにならず、前の行とつながって表示されます。 / "
      "行の頭の空白を、半角の空白 2 つに直してください。\n");
  EXPECT_EQ(codes("　1. 申し込む"), "1:2 warning not-a-list\n");
  EXPECT_EQ(codes("- ひとつ\n  - ふたつ\n\n　字下げした段落"), "");
}

TEST(MarkdownSlips, ARubyEndsWithItsBrace) {
  EXPECT_EQ(codes("{褥瘡|じょくそう の手当て"), "1:1 ruby\n");
  EXPECT_EQ(codes("{褥瘡|じょくそう と {膀胱|ぼうこう}"), "1:1 ruby\n");
  EXPECT_EQ(codes("{a|b と \\{褥瘡|じょくそう"), "");
}

TEST(MarkdownSlips, ALineThatOnlyBeginsLikeAnItemIsLeftAlone) {
  EXPECT_EQ(codes("- 保険証\n- お薬手帳\n\n1. 申し込む\n\n1.5倍\n\n-5度\n\n■ 見出し代わりの行\n\n・・・と続く"), "");
  EXPECT_EQ(codes("・一行目\\\n・二行目"), "");
}

TEST(MarkdownSlips, BracketsOfALinkAreAscii) {
  for (auto link :
       {"［案内］（ref:taxis）", "［案内](ref:taxis)", "[案内］(ref:taxis)", "［案内］（https://example.jp/）",
        "［案内］ (ref：taxis）", "！［図］（images/map.png）", "［案内］(https://example.jp/)"}) {
    Read read("くわしくは" + std::string(link) + "へ");
    EXPECT_TRUE(read.ja().find("broken-link: リンクの形が整っていない") != std::string::npos) << link << read.ja();
  }
  EXPECT_EQ(codes("［注］（別紙）と［案内］を見る"), "");
}

TEST(MarkdownSlips, WideSignsAreNoMarkup) {
  EXPECT_EQ(codes("＊＊重要＊＊です"), "1:1 warning stray-emphasis\n");
  EXPECT_EQ(codes("これは** 重要 **です"), "1:4 warning stray-emphasis\n");
  EXPECT_EQ(codes("｛褥瘡｜じょくそう｝"), "1:1 ruby\n");
  EXPECT_EQ(codes("＞ 注意"), "1:1 warning wide-sign\n");
  EXPECT_EQ(codes("｀｀｀view\nlist: taxis\n｀｀｀"), "1:1 warning wide-sign\n3:1 warning wide-sign\n");
  EXPECT_EQ(codes("｛かっこ｝だけ、1＊2＊3"), "");
}

TEST(MarkdownSlips, ATableNeedsItsSecondLine) {
  EXPECT_EQ(codes("| 曜日 | 時間 |\n| 月 | 9:00 |"), "1:1 not-a-table\n");
  EXPECT_EQ(codes("｜曜日｜時間｜\n｜---｜---｜"), "1:1 not-a-table\n");
  EXPECT_EQ(codes("| 曜日 | 時間 |\n|---|---|\n| 月 | 9:00 |"), "");
}

TEST(MarkdownSlips, BlocksOfColonsAreShownAsTheyAre) {
  EXPECT_EQ(Read("::: 注意\n火を消す\n:::").ja(),
            "1:1 warning not-a-block: 「:::」の囲みは使えず、そのまま表示されます。 / "
            "囲みたい文は、どの行の頭にも「> 」をつけてください。\n");
}

TEST(MarkdownSlips, ABoxToTickNeedsABlankBehindIt) {
  EXPECT_EQ(Read("- [ ]書く\n- [x] 出す").ja(),
            "1:3 warning not-a-task: この行はチェックの四角にならず、「[ ]」がそのまま表示されます。 / "
            "「- [ ] 書く」のように、「]」のあとに半角の空白を入れてください。\n");
  EXPECT_EQ(codes("- [x](ref:a)\n- \\[ ]書く"), "");
}

TEST(MarkdownSlips, AnItemNumberedInWideDigitsIsNone) {
  EXPECT_EQ(codes("１．申し込む"), "1:1 warning not-a-list\n");
  EXPECT_EQ(codes("３．５％です\n\n２０２６．１１．２１"), "");
}

}  // namespace
}  // namespace tebiki::loading::testing
