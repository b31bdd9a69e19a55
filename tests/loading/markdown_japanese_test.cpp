#include <gtest/gtest.h>

#include "loading/markdown_dump.hpp"

namespace tebiki::loading::testing {
namespace {

TEST(MarkdownJapanese, KeepsEmphasisBesideJapanesePunctuation) {
  EXPECT_EQ(
      Read("これは**「重要」**です。**急変時は119番。**すぐに").dump(),
      "p@1:1 text@1:1(これは) strong@1:4(text@1:6(「重要」)) text@1:12(です。) strong@1:15(text@1:17(急変時は119番。)) "
      "text@1:28(すぐに)\n");
  EXPECT_EQ(Read("*「斜体」*と~~「取消」~~と***「両方」***です").dump(),
            "p@1:1 em@1:1(text@1:2(「斜体」)) text@1:7(と) del@1:8(text@1:10(「取消」)) text@1:16(と) "
            "em@1:17(strong@1:18(text@1:20(「両方」))) text@1:27(です)\n");
  EXPECT_EQ(
      Read("・**重要**（注）と「**あ**」").dump(),
      "p@1:1 text@1:1(・) strong@1:2(text@1:4(重要)) text@1:8(（注）と「) strong@1:13(text@1:15(あ)) text@1:18(」)\n");
}

TEST(MarkdownJapanese, KeepsEmphasisAroundLinksCodeAndAddresses) {
  EXPECT_EQ(Read("**[車](ref:taxis)**を**`x`**で**https://e.jp/**を").dump(),
            "p@1:1 strong@1:1(link@1:3(ref:taxis text@1:4(車))) text@1:19(を) strong@1:20(code@1:22(x)) text@1:27(で) "
            "strong@1:28(link@1:30(https://e.jp/ text@1:30(https://e.jp/))) text@1:45(を)\n");
}

TEST(MarkdownJapanese, LeavesEscapedAndArithmeticalStarsAlone) {
  EXPECT_EQ(Read("\\*「x」\\*と5*3*2と2 * 3").dump(),
            "p@1:1 text@1:2(*) text@1:3(「x」) text@1:7(*と5) em@1:10(text@1:11(3)) text@1:13(2と2 * 3)\n");
}

TEST(MarkdownJapanese, KeepsPrivateUseCharactersOfTheSource) {
  EXPECT_EQ(
      Read("\uE000**「\uE001」**で{\uE002|き}\uE003").dump(),
      "p@1:1 text@1:1(\uE000) strong@1:2(text@1:4(「\uE001」)) text@1:9(で) ruby@1:10(\uE002|き) text@1:15(\uE003)\n");
  std::string all;
  for (int i = 0xE000; i <= 0xF8FF; ++i)
    all += {char(0xE0 | i >> 12), char(0x80 | ((i >> 6) & 0x3F)), char(0x80 | (i & 0x3F))};
  EXPECT_EQ(Read(all).dump(), "p@1:1 text@1:1(" + all + ")\n");
}

TEST(MarkdownJapanese, LeavesCodeAndAddressesAsWritten) {
  EXPECT_EQ(Read("`**「x」**です` [a](https://e.jp/*「x」*あ) [b](https://e.jp/{a|b})").dump(),
            "p@1:1 code@1:1(**「x」**です) text@1:12( ) link@1:13(https://e.jp/*「x」*あ text@1:14(a)) text@1:37( ) "
            "link@1:38(https://e.jp/{a|b} text@1:39(b))\n");
}

TEST(MarkdownJapanese, JoinsLinesWithoutABlankBetweenWideCharacters) {
  EXPECT_EQ(Read("訪問\n看護").dump(), "p@1:1 text@1:1(訪問) text@2:1(看護)\n");
  EXPECT_EQ(Read("訪問\nnurse\n看護").dump(),
            "p@1:1 text@1:1(訪問) text@1:3( ) text@2:1(nurse) text@2:6( ) text@3:1(看護)\n");
  EXPECT_EQ(Read("**訪問**\n[看護](ref:a)\n`看`\n護[^1]\n師\n\n[^1]: 注").dump().substr(0, 120),
            std::string(
                "p@1:1 strong@1:1(text@1:3(訪問)) link@2:1(ref:a text@2:2(看護)) code@3:1(看) text@4:1(護) note@4:2(1) "
                "text@5:1(師)\nfootnotes")
                .substr(0, 120));
}

TEST(MarkdownJapanese, EndsABareAddressWhereJapaneseFollows) {
  EXPECT_EQ(Read("詳しくはhttps://e.jp/をご覧ください。https://a.jp/、https://b.jp/x。").dump(),
            "p@1:1 text@1:1(詳しくは) link@1:5(https://e.jp/ text@1:5(https://e.jp/)) text@1:18(をご覧ください。) "
            "link@1:26(https://a.jp/ text@1:26(https://a.jp/)) text@1:39(、) link@1:40(https://b.jp/x "
            "text@1:40(https://b.jp/x)) "
            "text@1:54(。)\n");
}

TEST(MarkdownJapanese, ReadsRubyAlsoInEmphasisLinksHeadingsAndCells) {
  EXPECT_EQ(Read("## {介護|かいご}\n\n{漢字|かんじ}と**{強|きょう}**と[{車|くるま}](ref:taxis)\n\n"
                 "| {表|ひょう} | b |\n|---|---|\n| {表|ひょう} | `{a|b}` |\n")
                .dump(),
            "h2@1:1 #介護 ruby@1:4(介護|かいご)\n"
            "p@3:1 ruby@3:1(漢字|かんじ) text@3:9(と) strong@3:10(ruby@3:12(強|きょう)) text@3:21(と) "
            "link@3:22(ref:taxis ruby@3:23(車|くるま))\n"
            "table@5:1\n"
            "  head |ruby@5:3(表|ひょう) |text@5:13(b)\n"
            "  row |ruby@7:3(表|ひょう) |code@7:13({a|b})\n");
}

TEST(MarkdownJapanese, LeavesBracesThatAreNoRuby) {
  EXPECT_EQ(Read("\\{a|b} `{a|b}` {a} {{").dump(), "p@1:1 text@1:2({a|b} ) code@1:8({a|b}) text@1:15( {a} {{)\n");
  EXPECT_EQ(Read("| {a | b} |\n|---|---|\n").dump(), "table@1:1\n  head |text@1:3({a) |text@1:8(b})\n");
}

TEST(MarkdownJapanese, ExplainsRubyThatWentWrong) {
  Read read("{*漢*|かん} {漢｜かん} {漢|}");
  EXPECT_EQ(read.ja(),
            "1:5 ruby: ふりがなの中に、強調やリンクなどの記号があります。 / 「**{漢字|かんじ}**」のように、"
            "記号をふりがなの外に出してください。ふりがなでなければ「\\{」と書きます。\n"
            "1:12 ruby: ふりがなの区切りが全角の「｜」です。 / 半角の「|」にして、「{漢字|かんじ}」のように書いてください。\n"
            "1:17 ruby: ふりがなの形が整っていません。 / 「{漢字|かんじ}」のように両方を書いてください。"
            "「{」そのものなら「\\{」と書きます。\n");
  EXPECT_EQ(read.en(),
            "1:5 ruby: This ruby holds emphasis, a link or other markup. / Put the markup around it: "
            "**{漢字|かんじ}**. If it is no ruby, write \\{.\n"
            "1:12 ruby: The bar of this ruby is a full-width “｜”. / Use an ASCII bar: {漢字|かんじ}.\n"
            "1:17 ruby: This ruby lacks its base or its reading. / Write both: {漢字|かんじ}. For a brace itself write "
            "\\{.\n");
}

}  // namespace
}  // namespace tebiki::loading::testing
