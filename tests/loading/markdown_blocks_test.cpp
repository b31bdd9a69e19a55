#include <gtest/gtest.h>

#include "loading/markdown_dump.hpp"

namespace tebiki::loading::testing {
namespace {

TEST(MarkdownBlocks, ReadsHeadingsOfBothForms) {
  EXPECT_EQ(Read("# 題\n\n## 節 ##\n\n見出し\n二行目\n----\n").dump(),
            "h1@1:1 #題 text@1:3(題)\n"
            "h2@3:1 #節 text@3:4(節)\n"
            "h2@5:1 #見出し二行目 text@5:1(見出し) text@6:1(二行目)\n");
}

TEST(MarkdownBlocks, NamesHeadingsByTheirWordsOrAsAsked) {
  EXPECT_EQ(
      Read("## 訪問 看護（医療）\n\n## 訪問 看護（医療）\n\n## 相談 {#sec}\n\n## sec\n\n## \\{#z}\n\n## ?\n").dump(),
      "h2@1:1 #訪問-看護（医療） text@1:4(訪問 看護（医療）)\n"
      "h2@3:1 #訪問-看護（医療）-2 text@3:4(訪問 看護（医療）)\n"
      "h2@5:1 #sec text@5:4(相談)\n"
      "h2@7:1 #sec-2 text@7:4(sec)\n"
      "h2@9:1 #z text@9:5({#z})\n"
      "h2@11:1 #section text@11:4(?)\n");
}

TEST(MarkdownBlocks, RefusesAnchorsThatAreTakenOrMalformed) {
  Read read("## a {#x}\n\n## b {#x}\n\n## c {#x y}\n");
  EXPECT_EQ(read.ja(),
            "3:6 duplicate-anchor: 見出しの名前「x」は、前の見出しと同じです。 / 別の名前にしてください。\n"
            "5:6 bad-anchor: 見出しの名前「x y」が正しくありません。 / "
            "「{#consult}」のように、空白や記号を入れずに書いてください。\n");
  EXPECT_EQ(read.en(),
            "3:6 duplicate-anchor: Another heading is already named “x”. / Choose another name.\n"
            "5:6 bad-anchor: “x y” is no name for a heading. / Write it without blanks and signs: {#consult}.\n");
}

TEST(MarkdownBlocks, RefusesAnEmptyHeading) {
  Read read("あ\n\n##\n");
  EXPECT_EQ(read.ja(),
            "3:1 empty-heading: 見出しに言葉がありません。 / 見出しの言葉を書くか、「#」の行を消してください。\n");
  EXPECT_EQ(read.en(), "3:1 empty-heading: This heading has no words. / Write its words, or remove the line.\n");
}

TEST(MarkdownBlocks, ReadsQuotesAndRules) {
  EXPECT_EQ(Read("> 外\n>\n> > 中\n\n---\n").dump(),
            "quote@1:1\n"
            "  p@1:3 text@1:3(外)\n"
            "  quote@3:3\n"
            "    p@3:5 text@3:5(中)\n"
            "rule@5:1\n");
}

TEST(MarkdownBlocks, ReadsListsTightAndLooseWithTheirNumbers) {
  EXPECT_EQ(Read("3. a\n4. b\n\n- c\n\n  d\n- e\n  - f\n").dump(),
            "ol@1:1 tight from 3\n"
            "  item\n    p@1:4 text@1:4(a)\n"
            "  item\n    p@2:4 text@2:4(b)\n"
            "ul@4:1 loose\n"
            "  item\n    p@4:3 text@4:3(c)\n    p@6:3 text@6:3(d)\n"
            "  item\n    p@7:3 text@7:3(e)\n    ul@8:3 tight\n      item\n        p@8:5 text@8:5(f)\n");
}

TEST(MarkdownBlocks, ReadsTaskListsAlsoInQuotes) {
  EXPECT_EQ(Read("> - [ ] 電話\n> - [x] *予約*\n> - \\[ ] 文字\n").dump(),
            "quote@1:1\n"
            "  ul@1:3 tight\n"
            "    item open\n      p@1:5 text@1:9(電話)\n"
            "    item done\n      p@2:5 em@2:9(text@2:10(予約))\n"
            "    item\n      p@3:5 text@3:6([ ] 文字)\n");
}

TEST(MarkdownBlocks, KeepsCodeAsWritten) {
  EXPECT_EQ(Read("```json\n{\"a\": \"**「x」**\", {漢|か}}\n{{site.name}} https://e.jp/を\n```\n\n    字下げ\n").dump(),
            "code@1:1 [json] {\"a\": \"**「x」**\", {漢|か}}\n{{site.name}} https://e.jp/を\n"
            "code@6:5 [] 字下げ\n");
}

TEST(MarkdownBlocks, ReportsABlockThatIsNotClosed) {
  Read read("文\n\n~~~~\nx\n");
  EXPECT_EQ(read.ja(),
            "3:1 unclosed-fence: このブロックを閉じる「~~~~」の行がありません。 / "
            "ブロックの終わりに「~~~~」だけの行を書いてください。\n");
  EXPECT_EQ(read.en(), "3:1 unclosed-fence: No line of ~~~~ closes this block. / Write a line of ~~~~ after it.\n");
}

TEST(MarkdownBlocks, TellsOfCellsForWhichATableHasNoHead) {
  Read read("| 日 | 時間 |\n|---|---|\n| 火 | 13:00 | 予約制 |\n| 水 | 9:00 | |\n| 木 |\n| 金 \\| 土 | 9:00\n");
  EXPECT_EQ(
      read.ja(),
      "3:14 cells-without-head: 表の見出しは2つなのに、この行にはそれより多くの欄があり、後ろの欄が表に出ません。 / "
      "見出しの行とその次の行に列を足すか、この行の「|」を減らしてください。文の中の縦棒は「\\|」と書きます。\n");
}

TEST(MarkdownBlocks, ReadsTablesWithAlignment) {
  EXPECT_EQ(Read("| 名 | 電話 | 料金 | 備考 |\n|:--|:-:|--:|---|\n| **a** | `x` | 1 | |\n").dump(),
            "table@1:1\n"
            "  head |text@1:3(名) |centre text@1:7(電話) |end text@1:12(料金) |text@1:17(備考)\n"
            "  row |strong@3:3(text@3:5(a)) |code@3:11(x) |text@3:17(1) |\n");
}

TEST(MarkdownBlocks, KnowsThePlacesOfCellsBesideEscapedBarsInQuotesAndBelowText) {
  EXPECT_EQ(Read("> 前の文\n> a \\| b | c\n> --- | ---\n> `x\\|y` | d\n").dump(),
            "quote@1:1\n"
            "  p@1:3 text@1:3(前の文)\n"
            "  table@2:3\n"
            "    head |text@2:3(a ) text@2:6(| b) |text@2:12(c)\n"
            "    row |code@4:3(x|y) |text@4:12(d)\n");
}

TEST(MarkdownBlocks, CollectsFootnotesAtTheEnd) {
  EXPECT_EQ(Read("後[^b]と前[^a]と後[^b]。\n\n[^a]: 一つ\n    続き\n\n    二段\n[^b]: 二つ\n").dump(),
            "p@1:1 text@1:1(後) note@1:2(1) text@1:6(と前) note@1:8(2) text@1:12(と後) note@1:14(1) text@1:18(。)\n"
            "footnotes@7:7\n"
            "  1\n    p@7:7 text@7:7(二つ)\n"
            "  2\n    p@3:7 text@3:7(一つ) text@4:5(続き)\n    p@6:5 text@6:5(二段)\n");
}

TEST(MarkdownBlocks, ReportsFootnotesThatLackTheirOtherHalf) {
  Read read("文[^a]\n\n[^b]: 二つ\n\n```\n[^c]: 例\n```\n");
  EXPECT_EQ(read.ja(),
            "1:2 unknown-footnote: 脚注「a」の中身がありません。 / 「[^a]: …」という段落を書き足してください。\n"
            "3:1 warning unused-footnote: 脚注「b」は本文のどこからも指されていないため、表示されません。 / "
            "本文に「[^b]」と書くか、脚注を消してください。\n");
  EXPECT_EQ(read.en(),
            "1:2 unknown-footnote: There is no footnote “a”. / Add a paragraph that begins with [^a]: .\n"
            "3:1 warning unused-footnote: Nothing refers to the footnote “b”, so it is not shown. / "
            "Write [^b] in the text, or remove the footnote.\n");
}

TEST(MarkdownBlocks, RefusesHtmlWithARemedy) {
  Read read("a<br>b <u>c</u>\n\n<!-- 注 -->\n\n<div>\nx\n</div>\n\n`<br>` \\<br>\n");
  EXPECT_EQ(read.ja(),
            "1:2 raw-html: HTML の <br> は書けません。 / 改行は、行の終わりに「\\」を書きます。\n"
            "1:8 raw-html: HTML の <u> は書けません。 / 消すか、Markdown で書き直してください。"
            "「<」そのものなら「\\<」と書きます。\n"
            "1:12 raw-html: HTML の <u> は書けません。 / 消すか、Markdown で書き直してください。"
            "「<」そのものなら「\\<」と書きます。\n"
            "3:1 raw-html: HTML の注釈（<!-- … -->）は書けません。 / 消してください。\n"
            "5:1 raw-html: HTML の <div> は書けません。 / 消すか、Markdown で書き直してください。"
            "「<」そのものなら「\\<」と書きます。\n");
  EXPECT_EQ(Read("x <!-- y -->").en(), "1:3 raw-html: HTML comments (<!-- … -->) are not allowed. / Remove it.\n");
  EXPECT_EQ(Read("<ruby>").en(), "1:1 raw-html: HTML such as <ruby> is not allowed. / Write ruby as {漢字|かんじ}.\n");
}

TEST(MarkdownBlocks, ReadsFromTheMiddleOfAFile) {
  EXPECT_EQ(Read("---\ntitle: 題\n---\n文**太**\n", std::string("---\ntitle: 題\n---\n").size()).dump(),
            "p@4:1 text@4:1(文) strong@4:2(text@4:4(太))\n");
}

TEST(MarkdownBlocks, ReadsCrlfAndLoneCarriageReturns) {
  EXPECT_EQ(Read("# 題\r\n\r\n一行\r\n二行\r\n").dump(),
            "h1@1:1 #題 text@1:3(題)\np@3:1 text@3:1(一行) text@4:1(二行)\n");
  EXPECT_EQ(Read("# 題\r\r一行\r二行").dump(), "h1@1:1 #題 text@1:3(題)\np@3:1 text@3:1(一行) text@4:1(二行)\n");
}

}  // namespace
}  // namespace tebiki::loading::testing
