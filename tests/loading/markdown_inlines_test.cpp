#include <gtest/gtest.h>

#include "loading/markdown_dump.hpp"

namespace tebiki::loading::testing {
namespace {

TEST(MarkdownInlines, ReadsEmphasisOfAllKinds) {
  EXPECT_EQ(
      Read("a *b* _c_ **d** __e__ ~~f~~ ***g*** `h`").dump(),
      "p@1:1 text@1:1(a ) em@1:3(text@1:4(b)) text@1:6( ) em@1:7(text@1:8(c)) text@1:10( ) strong@1:11(text@1:13(d)) "
      "text@1:16( ) strong@1:17(text@1:19(e)) text@1:22( ) del@1:23(text@1:25(f)) text@1:28( ) "
      "em@1:29(strong@1:30(text@1:32(g))) text@1:36( ) code@1:37(h)\n");
}

TEST(MarkdownInlines, TakesASingleTildeForARangeOfHours) {
  EXPECT_EQ(Read("9~17時、13~15時").dump(), "p@1:1 text@1:1(9~17時、13~15時)\n");
}

TEST(MarkdownInlines, KnowsPlacesBehindEscapesAndEntities) {
  EXPECT_EQ(Read("\\*a\\* &amp; &copy;&#x3042;b *c* &zz; \\あ").dump(),
            "p@1:1 text@1:2(*a) text@1:5(* &) text@1:12( ) text@1:13(©) text@1:19(あ) text@1:27(b ) "
            "em@1:29(text@1:30(c)) text@1:32( &zz; \\あ)\n");
}

TEST(MarkdownInlines, KnowsPlacesBehindLineBreaksInsideQuotesAndLists) {
  EXPECT_EQ(
      Read("> - a *b\n>   c* `d\n>   e` f\nlazy **g**\n").dump(),
      "quote@1:1\n"
      "  ul@1:3 tight\n"
      "    item\n"
      "      p@1:5 text@1:5(a ) em@1:7(text@1:8(b) text@1:9( ) text@2:5(c)) text@2:7( ) code@2:8(d e) text@3:7( f) "
      "text@3:9( ) text@4:1(lazy ) strong@4:6(text@4:8(g))\n");
}

TEST(MarkdownInlines, KnowsPlacesBehindLinkDefinitions) {
  EXPECT_EQ(Read("[a]: ref:taxis\n[b]: https://e.jp/ \"t\"\nx [a] [y][b] *z*\n").dump(),
            "p@3:1 text@3:1(x ) link@3:3(ref:taxis text@3:4(a)) text@3:6( ) link@3:7(https://e.jp/ text@3:8(y)) "
            "text@3:13( ) em@3:14(text@3:15(z))\n");
}

TEST(MarkdownInlines, KnowsPlacesBehindLinksOfEveryForm) {
  EXPECT_EQ(
      Read("[a](ref:a(b) \"t)\") [b](<https://e.jp/> 't') <https://e.jp/?a&amp;b> https://e.jp/?a&b a@b.jp x").dump(),
      "p@1:1 link@1:1(ref:a(b) text@1:2(a)) text@1:19( ) link@1:20(https://e.jp/ text@1:21(b)) text@1:44( ) "
      "link@1:45(https://e.jp/?a&b text@1:46(https://e.jp/?a&) text@1:66(b)) text@1:68( ) "
      "link@1:69(https://e.jp/?a&b text@1:69(https://e.jp/?a&b)) text@1:86( ) link@1:87(mailto:a@b.jp "
      "text@1:87(a@b.jp)) "
      "text@1:93( x)\n");
}

TEST(MarkdownInlines, ReadsHardBreaksOfBothForms) {
  EXPECT_EQ(Read("か  \nき\\\n  く").dump(), "p@1:1 text@1:1(か) br@1:2 text@2:1(き) br@2:2 text@3:3(く)\n");
}

TEST(MarkdownInlines, MakesAFigureOfAPictureAlone) {
  EXPECT_EQ(Read("![相談室の入口](images/room.jpg \"相談室\")\n\n文 ![地図](/images/a%20b.png) 文\n").dump(),
            "figure@1:1 images/room.jpg alt=相談室の入口 caption=text@1:1(相談室)\n"
            "p@3:1 text@3:1(文 ) image@3:3(images/a b.png 地図) text@3:27( 文)\n");
}

TEST(MarkdownInlines, RefusesPicturesWithoutWordsOrFromElsewhere) {
  Read read(
      "![](images/a.jpg)\n\n![a](../a.jpg)\n\n![a](https://e.jp/a.png)\n\n![a](data:image/png;base64,AA)\n\n"
      "![a](images/../a.jpg)\n\n![a](images%2F..%2Fa.jpg)\n\n![a](photo.jpg)\n");
  EXPECT_EQ(read.dump(), "");
  EXPECT_EQ(read.ja(),
            "1:1 missing-alternative: 画像の説明（代替テキスト）がありません。 / "
            "「![相談室の入口](images/room.jpg)」のように、写っているものを [ ] の中に書いてください。\n"
            "3:6 bad-image: 画像の場所「../a.jpg」が正しくありません。 / "
            "画像は images フォルダーに置き、「images/room.jpg」のように書いてください。\n"
            "5:6 bad-image: よその場所にある画像「https://e.jp/a.png」は使えません。 / "
            "許可を得た画像を images フォルダーに置き、「images/room.jpg」のように書いてください。\n"
            "7:6 bad-image: よその場所にある画像「data:image/png;base64,AA」は使えません。 / "
            "許可を得た画像を images フォルダーに置き、「images/room.jpg」のように書いてください。\n"
            "9:6 bad-image: 画像の場所「images/../a.jpg」が正しくありません。 / "
            "画像は images フォルダーに置き、「images/room.jpg」のように書いてください。\n"
            "11:6 bad-image: 画像の場所「images%2F..%2Fa.jpg」が正しくありません。 / "
            "画像は images フォルダーに置き、「images/room.jpg」のように書いてください。\n"
            "13:6 bad-image: 画像の場所「photo.jpg」が正しくありません。 / "
            "images フォルダーに置き、フォルダーの名前から「images/photo.jpg」と書いてください。\n");
  EXPECT_EQ(Read("![](images/a.jpg)").en(),
            "1:1 missing-alternative: This picture has no alternative text. / "
            "Say between the brackets what it shows: ![The entrance](images/room.jpg).\n");
}

TEST(MarkdownInlines, FillsInWhatTheSiteIsCalled) {
  Read read("電話 {{site.contact.tel}}、`{{site.name}}` {{ site.year }} \\{{site.name}} [x]({{site.base_url}}a)\n");
  EXPECT_EQ(
      read.dump(),
      "p@1:1 text@1:1(電話 ) text@1:4(0463-00-0001) text@1:24(、) code@1:25({{site.name}}) text@1:40( ) text@1:41(8) "
      "text@1:56( ) text@1:58({{site.name}} ) link@1:72(https://www.example.jp/a text@1:73(x))\n");
  EXPECT_EQ(read.ja(), "");
}

TEST(MarkdownInlines, ReportsNamesThatTheSiteDoesNotHave) {
  Read read("{{site.contact.tell}} {{site.contact}}");
  EXPECT_EQ(read.ja(),
            "1:1 unknown-name: 「{{site.contact.tell}}」に当たる文字が site.json にありません。 / "
            "「site.contact.tel」のことでしょうか。\n"
            "1:23 unknown-name: 「{{site.contact}}」に当たる文字が site.json にありません。 / "
            "「site.contact.tel」のことでしょうか。\n");
  EXPECT_EQ(Read("{{site.nam}}").en(),
            "1:1 unknown-name: site.json holds no text for “{{site.nam}}”. / Did you mean “site.name”?\n");
}

TEST(MarkdownInlines, SaysSoWhenMarkupDidNotWork) {
  Read read("[車](ref: taxis)と[車]（ref:taxis）と** 重要 **");
  EXPECT_EQ(read.ja(),
            "1:3 broken-link: リンクの形が整っていないため、記号のまま表示されます。 / "
            "「[介護タクシー](ref:taxis)」のように、"
            "半角のかっこで、間や中に空白を入れずに書いてください。リンクでなければ「\\[」と書きます。\n"
            "1:19 broken-link: リンクの形が整っていないため、記号のまま表示されます。 / "
            "「[介護タクシー](ref:taxis)」のように、"
            "半角のかっこで、間や中に空白を入れずに書いてください。リンクでなければ「\\[」と書きます。\n"
            "1:32 warning stray-emphasis: 「**」が太字にならず、記号のまま表示されます。 / 「**重要**」のように、"
            "言葉の両側に空白を入れずに書いてください。記号そのものなら「\\*\\*」と書きます。\n");
}

}  // namespace
}  // namespace tebiki::loading::testing
