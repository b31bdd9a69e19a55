#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(SiteFile, GivesEverySettingAPlace) {
  Loaded loaded;
  load_files(loaded,
             {{"site.json", R"({"name": " 手引き ", "publisher": "見本市", "base_url": "https://example.jp/guide",
    "contact": {"name": "センター", "tel": "0463-00-0001", "prompt": "まず相談"}, "theme": {"brand": "#123456"},
    "menu": [{"label": "案内", "ref": "about"}], "suggestions": ["訪問看護"],
    "scenes": [{"id": "daily", "label": "ふだん", "ref": "ref:about#sec"}, {"id": "night", "label": "夜", "colour": "#010203"}]})"},
              {"pages/about.md", "# 案内\n\n## 節 {#sec}\n"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto& site = loaded.site;
  EXPECT_EQ(site.name, "手引き");
  EXPECT_EQ(site.base_url, "https://example.jp/guide/");
  EXPECT_EQ(site.contact.tel.address(), "tel:0463000001");
  EXPECT_EQ(model::css(site.brand), "#123456");
  EXPECT_EQ(site.menu.at(0).target.name, "about");
  EXPECT_EQ(site.scenes.at(0).page->fragment, "sec");
  EXPECT_EQ(model::css(site.scenes[0].colour), "#1d6b3c");
  EXPECT_EQ(model::css(site.scenes.at(1).colour), "#010203");
  EXPECT_EQ(site.pages.at(0).title, "案内");
}

TEST(SiteFile, ReportsEveryMistakeInIt) {
  EXPECT_THAT(
      mistakes({{"site.json", R"({"nmae": "手引き", "base_url": "example.jp",
"contact": {"tell": "0463-00-0001", "tel": "0463"}, "theme": {"brand": "青"},
"menu": [{"label": "案内", "ref": "abuot"}, {"label": "空"}], "suggestions": "看護", "language": "日本語"})"},
                {"pages/about.md", "# 案内\n"}},
               base::Language::en),
      ElementsAre(
          "site.json:1:2: site.json has no key “nmae”. → Did you mean “name”?",
          "site.json:1:29: base_url “example.jp” does not begin with https://. → Write https://example.jp.",
          "site.json:2:13: contact has no key “tell”. → Did you mean “tel”?",
          "site.json:2:44: tel “0463” has 4 digits, which is no telephone number. → "
          "Write it with the area code, like 0463-00-0001.",
          "site.json:2:72: “青” is no colour. → Write # and six hexadecimal digits, like #00596b.",
          "site.json:3:33: “abuot” refers to nothing. → Did you mean “about”? If there is no such thing any more, "
          "remove it here; if it was renamed, write aliases: [abuot] at the head of the file that was, or into "
          "its record.",
          "site.json:3:43: menu lacks “ref”. → Add “ref”.",
          "site.json:3:75: “suggestions” takes a list in brackets, even of one word. → Write [\"看護\"].",
          "site.json:3:93: “日本語” is no language tag. → Write ja for Japanese, en for English."));
}

TEST(SiteFile, IsMissedWhenItIsMissing) {
  EXPECT_THAT(
      mistakes({{"site.json", "absent"}, {"pages/a.md", "# あ\n"}}),
      ElementsAre("site.json:1:1: site.json がありません。 → サイトの名前を {\"name\": \"…\"} のように書いた site.json "
                  "を作ってください。"));
  EXPECT_THAT(mistakes({{"site.json", "absent"}}, base::Language::en),
              ElementsAre("site.json:1:1: The content folder is empty. → "
                          "Begin with a site.json that gives the site's name, like {\"name\": \"…\"}."));
}

TEST(ContentFolder, RefusesFilesThatBelongNowhere) {
  EXPECT_THAT(
      mistakes({{"README.md", "説明"},
                {"geo/town.geojson", "{}"},
                {"foo.txt", ""},
                {"page/about.md", ""},
                {"lists/x/shema.json", R"({"title": "い", "properties": {}})"},
                {"lists/x/sub/a.json", ""},
                {"Thumbs.db", ""}}),
      ElementsAre(
          "foo.txt:1:1: 「foo.txt」は、どこにも使われないファイルです。 → "
          "site.json、lists、pages、publications、images、geo "
          "のどれかに入れるか、ほかの場所へ移してください。",
          "lists/x/shema.json:1:1: lists/x/ に schema.json がありません。 → "
          "このファイルの名前を「schema.json」に直してください。",
          "lists/x/sub/a.json:1:1: 「lists/x/sub/a.json」は、どこにも使われないファイルです。 → 一覧のファイルは "
          "lists/<一覧名>/ に、schema.json のほか .json、.csv、.md として置きます。",
          "page/about.md:1:1: 「page/about.md」は、どこにも使われないファイルです。 → 「pages」のことでしょうか。"));
}

TEST(ContentFolder, ExplainsBytesThatAreNotUtf8) {
  EXPECT_THAT(
      mistakes({{"pages/a.md", "# a\n\n\x82\xa0\x82\xa2\n"},
                {"lists/x/schema.json", "{\"title\": \"a\xff\"}"},
                {"pages/b.md", std::string("# \0", 3)}}),
      ElementsAre("lists/x/schema.json:1:13: UTF-8 として正しくない文字があります。 → "
                  "この文字を書き直し、UTF-8 で保存してください。",
                  "pages/a.md:3:1: このファイルは UTF-8 で保存されていません。 → "
                  "シフトJIS のようです。メモ帳なら「名前を付けて保存」で、文字コードに「UTF-8」を選んでください。",
                  "pages/b.md:1:3: 目に見えない制御文字（U+0000）があります。 → その文字を消してください。"));
}

TEST(SiteFile, WithoutAMenuNamesTheFirstListsAndPublicationsInIt) {
  Files files;
  for (int i = 10; i < 40; ++i) {
    auto const n = std::to_string(i);
    files["lists/x" + n + "/schema.json"] = R"({"title": "一覧)" + n + R"(", "properties": {}})";
    files["publications/p" + n + "/publication.json"] = R"({"title": "冊子)" + n + R"("})";
  }
  Loaded loaded;
  load_files(loaded, std::move(files));
  std::vector<std::string> names;
  for (auto const& item : loaded.site.menu) names.push_back(item.target.name);
  EXPECT_THAT(names, ElementsAre("x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17", "p10", "p11", "p12", "p13"));
}

TEST(Publications, TakePartsInTheOrderOfNamesOrOfTheList) {
  Loaded loaded;
  load_files(loaded, {{"publications/g/publication.json", R"({"title": "手引き", "parts": ["two", "one"], "paper": "A3",
                       "orientation": "landscape", "binding": "right", "revised": "2026-04-01", "contents": true,
                       "cover": {"motto": "標語"}})"},
                      {"publications/g/10-one.md", "---\ntitle: 一\ntab: 壱\n---\n# 見出し\n"},
                      {"publications/g/20-two.md", "# 二\n\n本文\n"},
                      {"publications/h/publication.json", R"({"title": "別冊"})"},
                      {"publications/h/20-b.md", "い\n"},
                      {"publications/h/10-a.md", "あ\n"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto& guide = loaded.site.publications.at(0);
  EXPECT_EQ(guide.parts.at(0).title, "二");
  EXPECT_EQ(guide.parts[0].blocks.size(), 1u);
  EXPECT_EQ(guide.parts.at(1).tab, "壱");
  EXPECT_EQ(std::get<model::Heading>(guide.parts[1].blocks.at(0).node).level, 2);
  EXPECT_TRUE(guide.landscape && guide.contents && guide.binding == model::Binding::right);
  EXPECT_THAT(guide.cover->title_lines, ElementsAre("手引き"));
  EXPECT_EQ(loaded.site.publications.at(1).parts.at(0).slug, "a");
}

TEST(Publications, OfCardsLieOnASheetOfA4UnlessTheyNameAnother) {
  Loaded loaded;
  load_files(loaded, {{"publications/a/publication.json", R"({"title": "カード", "paper": "card"})"},
                      {"publications/a/01-a.md", "あ\n"},
                      {"publications/b/publication.json", R"({"title": "札", "paper": "A5", "sheet": "A3"})"},
                      {"publications/b/01-b.md", "い\n"},
                      {"publications/c/publication.json", R"({"title": "冊子"})"},
                      {"publications/c/01-c.md", "う\n"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  std::vector<std::string> sheets;
  for (auto& publication : loaded.site.publications) sheets.push_back(publication.sheet);
  EXPECT_THAT(sheets, ElementsAre("A4", "A3", ""));
}

TEST(Publications, OfAreasMustNotHaveThePdfOfAnother) {
  EXPECT_THAT(
      mistakes({{"site.json", R"({"name": "見本", "areas": [{"id": "b", "label": "い"}, {"id": "c", "label": "え"}]})"},
                {"publications/a/publication.json", R"({"title": "手引き", "by_area": true})"},
                {"publications/a/01-a.md", "# あ\n\n本文\n"},
                {"publications/a-b/publication.json", R"({"title": "ほか"})"},
                {"publications/a-b/01-a.md", "# あ\n\n本文\n"}}),
      ElementsAre(HasSubstr("URL「/pdf/a-b.pdf」が")));
}

TEST(Publications, WithoutChaptersAndFlyersAreTold) {
  EXPECT_THAT(mistakes({{"publications/a/publication.json", R"({"title": "本", "flyers": []})"}}), Not(IsEmpty()));
}

TEST(Publications, ReportMistakesInTheirSettings) {
  EXPECT_THAT(
      mistakes({{"publications/g/publication.json", R"({"title": "手引き", "papre": "A4", "paper": "A2",
"revised": "令和8年四月1日", "parts": ["one", "tow"], "editions": ["large"]})"},
                {"publications/g/10-one.md", "あ\n"},
                {"publications/g/20-two.md", "い\n"},
                {"publications/lost/10-a.md", "う\n"}}),
      ElementsAre("publications/g/publication.json:1:18: 「papre」という項目は publication.json にはありません。 → "
                  "「paper」のことでしょうか。",
                  "publications/g/publication.json:1:42: 「paper」に「A2」は選べません。 → "
                  "使えるのは「A4、A3、A5、B5、card」です。",
                  "publications/g/publication.json:2:12: 改訂日「令和8年四月1日」は日付の形ではありません。 → "
                  "「2026-04-01」のように、年-月-日で書いてください。",
                  "publications/g/publication.json:2:33: 「two」が「parts」に書かれていません。 → "
                  "「parts」に書き足すか、そのファイルを移してください。",
                  "publications/g/publication.json:2:41: 「tow」という部（.md）はこの冊子にありません。 → "
                  "「two」のことでしょうか。",
                  "publications/g/publication.json:2:62: 「large」という版（editions）はありません。 → "
                  "使えるのは「standard、large-print、booklet」です。",
                  "publications/lost/10-a.md:1:1: publications/lost/ に publication.json がありません。 → 冊子の題名を "
                  "{\"title\": \"…\"} のように書いた publication.json を作ってください。"));
}

TEST(Pages, SayWhichWordsLeadToThemFirst) {
  Loaded loaded;
  load_files(loaded, {{"pages/a.md", "---\ntitle: 急なとき\nfound_by: [\"119\", \"#7119\", 熱が出]\n---\n"}});
  ASSERT_EQ(loaded.site.pages.size(), 1u);
  EXPECT_THAT(loaded.site.pages[0].found_by, ElementsAre("119", "#7119", "熱が出"));
  EXPECT_TRUE(loaded.said().empty());
}

TEST(Site, AChapterWithNothingButItsTitleIsSaid) {
  Loaded loaded;
  load_files(loaded, {{"publications/guide/publication.json", R"({"title": "手引き"})"},
                      {"publications/guide/10-a.md", "# 相談\n"},
                      {"publications/guide/20-b.md", "# 表\n\n```view\nlist: x\n"}});
  EXPECT_THAT(loaded.said(),
              testing::ElementsAre("publications/guide/10-a.md:1:1: この章には、題名のほかに何も書かれていません。 → "
                                   "本文を書くか、いらなければファイルを消してください。",
                                   testing::HasSubstr("20-b.md:3:1: このブロックを閉じる")));
}

TEST(Site, CharactersThatTurnTextAroundAreRefused) {
  for (auto character : {"\u200E", "\u200F", "\u202A", "\u202E", "\u2066", "\u2069"}) {
    Loaded loaded;
    load_files(loaded, {{"pages/a.md", "# 案内\n\n電話 " + std::string(character) + "0463-00-0001\n"}});
    auto said = loaded.said();
    ASSERT_EQ(said.size(), 1u) << character;
    EXPECT_TRUE(said[0].starts_with("pages/a.md:3:4: 目に見えない制御文字（U+20")) << said[0];
  }
  Loaded loaded;
  load_files(loaded, {{"pages/a.md", "# 案内\n\n矢印→、ダッシュ—、〜、…、‐、\u2060、\u200B\n"}});
  EXPECT_TRUE(loaded.said().empty());
}

TEST(Site, EveryHiddenCharacterIsToldAndBeyondTwentyHowManyThereAre) {
  auto const page = [](int count) {
    std::string text = "# 案内\n\n";
    for (int i = 0; i < count; ++i) text += "あ\u202E\n\n";
    return mistakes({{"pages/a.md", text}});
  };
  auto const said = page(3);
  ASSERT_EQ(said.size(), 3u);
  EXPECT_TRUE(said[2].starts_with("pages/a.md:7:2: 目に見えない制御文字（U+202E）")) << said[2];
  EXPECT_EQ(page(20).size(), 20u);
  auto const many = page(1000);
  ASSERT_EQ(many.size(), 21u);
  EXPECT_TRUE(many[20].starts_with("pages/a.md:43:2: 目に見えない制御文字が、ここから先に、ほか 980 か所あります。"))
      << many[20];
}

TEST(Site, AHiddenCharacterIsTheOneMistakeOfItsValueAndKey) {
  Files files = list_of(R"("name": {"type": "string"}, "tel": {"format": "tel"})", "a.json",
                        "[{\"id\": \"a\", \"name\": \"あ\", \"tel\": \"0463\u202E-00-0001\"},\n"
                        " {\"id\": \"b\", \"nam\\u202ee\": \"い\"}]");
  files["lists/x/b.csv"] = "id,name,tel\nc,う,0463\u202E-00-0001\n";
  EXPECT_THAT(mistakes(files), ElementsAre(HasSubstr("lists/x/a.json:1:39: 目に見えない"),
                                           HasSubstr("lists/x/a.json:2:14: この文字列は、目に見えない"),
                                           HasSubstr("lists/x/b.csv:2:9: 目に見えない")));
}

TEST(SiteFile, HasABaseUrlBelowWhichPagesCanStand) {
  for (auto const* url : {"https://example.jp/?a=1", "https://example.jp/#top", "mailto:a@example.jp"})
    EXPECT_THAT(mistakes({{"site.json", R"({"name": "見本", "base_url": ")" + std::string(url) + "\"}"}}),
                ElementsAre("site.json:1:28: サイトの住所「" + std::string(url) +
                            "」に、ページの住所をつなげません。 → 「https://www.example.jp/care/」のように https:// "
                            "から書き、「?」や「#」から後ろは消してください。"));
  EXPECT_THAT(mistakes({{"site.json", R"({"name": "見本", "base_url": "https://example.jp/care"})"}}), IsEmpty());
}

TEST(Scenes, AreUrgentBecauseSiteJsonSaysSoWhateverTheirId) {
  Loaded loaded;
  load_files(loaded, {{"site.json", R"({"name": "見本", "scenes": [{"id": "urgent", "label": "ゆっくり"},
    {"id": "help", "label": "すぐに", "urgent": true}]})"},
                      {"pages/scenes/urgent.md", "# 一\n\n本文\n"},
                      {"pages/scenes/help.md", "# 二\n\n本文\n"}});
  EXPECT_THAT(loaded.said(), testing::IsEmpty());
  EXPECT_EQ(model::urgent_page(loaded.site), "scenes/help");
}

TEST(Pages, WithANumberForATitleAreToldOnce) {
  EXPECT_THAT(mistakes({{"pages/a.md", "---\ntitle: 2026\n---\n本文\n"}}),
              ElementsAre(testing::HasSubstr("pages/a.md:2:8: 「title」は文字")));
}

}  // namespace
}  // namespace tebiki::loading
