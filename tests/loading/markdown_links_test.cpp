#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "loading/markdown_dump.hpp"

namespace tebiki::loading::testing {
namespace {

TEST(MarkdownLinks, NameThingsOrLeadOutOfTheSite) {
  EXPECT_EQ(
      Read("[a](ref:facilities/aoba#%E9%9B%BB%E8%A9%B1) [b](#節) [c](ref:#sec) [d](HTTPS://e.jp/) [e](mailto:a@b.jp) "
           "[f](tel:0463-00-0001)")
          .dump(),
      "p@1:1 link@1:1(ref:facilities/aoba#電話 text@1:2(a)) text@1:44( ) link@1:45(ref:#節 text@1:46(b)) text@1:52( ) "
      "link@1:53(ref:#sec text@1:54(c)) text@1:66( ) link@1:67(https://e.jp/ text@1:68(d)) text@1:85( ) "
      "link@1:86(mailto:a@b.jp text@1:87(e)) text@1:104( ) link@1:105(tel:0463000001 text@1:106(f))\n");
}

TEST(MarkdownLinks, WriteTelephoneAddressesAsTheyAreDialled) {
  EXPECT_NE(Read("[迷うとき](tel:#7119)").dump().find("(tel:%237119 "), std::string::npos);
  EXPECT_NE(Read("[窓口](tel:0463-00-0001;ext=12)").dump().find("(tel:0463000001;ext=12 "), std::string::npos);
}

TEST(MarkdownLinks, RefuseUnsafeSchemesHoweverTheyAreDisguised) {
  for (auto address :
       {"javascript:alert(1)", "JavaScript:x", "java&#115;cript:x", "javascript&colon;x", "java\\script:x",
        "javascript%3Ax", "%6Aavascript:x", "&#1;javascript:x", "&#x20;javascript:x", "java&#9;script:x",
        "java&Tab;script:x", "<javascript:x>", "ＪＡＶＡＳＣＲＩＰＴ:x", "vbscript:x", "data:text/html,x",
        "file:///etc/passwd", "ftp://e.jp/", "blob:x", "view-source:x"}) {
    Read read("[a](" + std::string(address) + ")");
    EXPECT_EQ(read.dump().find("link"), std::string::npos) << address;
    EXPECT_TRUE(read.diagnostics.has_errors()) << address;
  }
}

TEST(MarkdownLinks, SayWhichSchemesMayBeUsed) {
  Read read("[a](javascript:alert) と [b](vbscript:x)");
  EXPECT_EQ(read.dump(), "p@1:1 text@1:2(a) text@1:22( と ) text@1:26(b)\n");
  EXPECT_EQ(read.ja(),
            "1:5 unsafe-link: 「javascript:」で始まるリンクは使えません。 / "
            "「https:」「mailto:」「tel:」か、サイトの中なら「ref:」を使ってください。\n"
            "1:29 unsafe-link: 「vbscript:」で始まるリンクは使えません。 / "
            "「https:」「mailto:」「tel:」か、サイトの中なら「ref:」を使ってください。\n");
  EXPECT_EQ(Read("<javascript:x>").en(),
            "1:1 unsafe-link: Links that begin with “javascript:” are not allowed. / "
            "Use https:, mailto: or tel:, or ref: within the site.\n");
}

TEST(MarkdownLinks, PointFromPathsToNames) {
  Read read(
      "[a](../pages/scenes/daily.md#x) [b](taxis.md) [c](/publications/care-guide/02-consult.md) [d](facilities/)");
  EXPECT_EQ(read.ja(),
            "1:5 relative-link: サイトの中のページは「../pages/scenes/daily.md#x」のような場所では指せません。 / "
            "名前を書いてください：「ref:scenes/daily#x」。よそのサイトなら「https://」から書きます。\n"
            "1:37 relative-link: サイトの中のページは「taxis.md」のような場所では指せません。 / "
            "名前を書いてください：「ref:taxis」。よそのサイトなら「https://」から書きます。\n"
            "1:51 relative-link: "
            "サイトの中のページは「/publications/care-guide/02-consult.md」のような場所では指せません。 / "
            "名前を書いてください：「ref:care-guide/consult」。よそのサイトなら「https://」から書きます。\n"
            "1:95 relative-link: サイトの中のページは「facilities/」のような場所では指せません。 / "
            "名前を書いてください：「ref:facilities」。よそのサイトなら「https://」から書きます。\n");
  EXPECT_EQ(Read("[b](taxis.md)").en(),
            "1:5 relative-link: Pages of the site are not linked by a path such as “taxis.md”. / "
            "Name the page: ref:taxis. For another site begin with https://.\n");
}

TEST(MarkdownLinks, ExplainAddressesThatAreNearlyRight) {
  Read read(
      "[a](ref：x) [b](//e.jp) [c](www.e.jp) [d](a@b.jp) [e](https://) [f](mailto:) [g](tel:x) [h](ref:) [i]() "
      "[](ref:a)");
  EXPECT_EQ(
      read.ja(),
      "1:5 bad-address: 「ref：x」は、リンク先として正しくありません。 / 半角の小文字で「ref:」と書いてください。\n"
      "1:16 bad-address: 「//e.jp」は、リンク先として正しくありません。 / 「https://e.jp」のように書いてください。\n"
      "1:28 bad-address: 「www.e.jp」は、リンク先として正しくありません。 / "
      "「https://www.e.jp」のように書いてください。\n"
      "1:42 bad-address: 「a@b.jp」は、リンク先として正しくありません。 / 「mailto:a@b.jp」のように書いてください。\n"
      "1:54 bad-address: 「https://」は、リンク先として正しくありません。 / "
      "「https://www.example.jp/」のように、終わりまで、空白を入れずに書いてください。\n"
      "1:68 bad-address: 「mailto:」は、リンク先として正しくありません。 / "
      "「mailto:center@example.jp」のように、終わりまで、空白を入れずに書いてください。\n"
      "1:81 bad-address: 「tel:x」は、リンク先として正しくありません。 / "
      "「tel:0463-00-0000」のように、終わりまで、空白を入れずに書いてください。\n"
      "1:92 bad-address: 「ref:」は、リンク先として正しくありません。 / "
      "「ref:taxis」「ref:facilities/aoba」のように、名前を続けてください。\n"
      "1:102 empty-link: リンク先がありません。 / ( ) の中に「ref:taxis」か「https://…」を書いてください。\n"
      "1:104 empty-link: リンクの言葉がありません。 / 「[介護タクシー](ref:taxis)」のように、"
      "[ ] の中に行き先を表す言葉を書いてください。\n");
}

TEST(MarkdownLinks, OfTelephoneNumbersAreWhole) {
  for (auto const* number :
       {"0463-00-0001", "119", "#7119", "+81-463-00-0001", "0463-00-0001;ext=12", "+1-212-555-0100"})
    EXPECT_EQ(Read("[電話](tel:" + std::string(number) + ")").ja(), "") << number;
  for (auto const* number : {"0463-00-00", "0463-00-00011", "463-00-0001"})
    EXPECT_THAT(Read("[電話](tel:" + std::string(number) + ")").ja(), ::testing::HasSubstr("bad-address")) << number;
}

TEST(MarkdownLinks, ThatDecodeToNoCharactersAreRefusedAtTheirPlace) {
  for (auto const* address : {"#%FF", "ref:x#%e3%81", "ref:%FF", "ref:a%00b", "#%E2%80%AE"}) {
    Read read("あ [x](" + std::string(address) + ")");
    EXPECT_EQ(read.ja(),
              "1:7 bad-address: 「" + std::string(address) +
                  "」は、リンク先として正しくありません。 / 「%」と16進数で書いたところが、文字になりません。"
                  "名前や見出しの言葉を、そのまま書いてください。\n");
  }
}

TEST(MarkdownLinks, APercentSignThatBeginsNoEscapeIsItself) {
  EXPECT_EQ(Read("[x](#50%-1)").dump(), "p@1:1 link@1:1(ref:#50%-1 text@1:2(x))\n");
  EXPECT_EQ(Read("[x](#5%2)").dump(), "p@1:1 link@1:1(ref:#5%2 text@1:2(x))\n");
}

}  // namespace
}  // namespace tebiki::loading::testing
