// A site in several languages, from its files to its pages.
#include <gmock/gmock.h>

#include <map>

#include "base/diagnostics.hpp"
#include "commands/commands.hpp"
#include "small_site.hpp"

namespace tebiki::commands {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Languages : testing::Test {
  Languages() {
    site.write("content/site.json", R"({"name": "見本の手引き", "base_url": "https://guide.example/",
"contact": {"name": "センター", "tel": "0463-00-0001"}, "menu": [{"label": "案内", "ref": "about"}, {"label": "窓口", "ref": "offices"}]})");
    site.write("content/site.en.json", R"({"name": "Sample guide", "contact": {"name": "Centre"}})");
    site.write("content/pages/about.md", "# 案内\n\n{救急|きゅうきゅう}です。\n");
    site.write("content/pages/about.en.md",
               "# About us\n\n[News](ref:news) [Desk](ref:offices/aoba) [Sea](ref:offices/umi)\n\n"
               "```view\nlist: offices\nas: table\ncolumns: [name, tel, 種類]\n```\n");
    site.write("content/pages/about.easy.md", "# しつもん\n");
    site.write("content/pages/news.md", "# 知らせ\n");
    site.write("content/lists/offices/schema.json", R"({"title": "窓口", "properties": {
"name": {"type": "string", "x-label": "名前"}, "tel": {"type": "string", "format": "tel", "x-label": "電話"},
"kind": {"type": "string", "enum": ["薬局", "病院"], "x-label": "種類", "x-filter": true},
"confirmed": {"type": "string", "format": "date", "x-label": "確認日"}}})");
    site.write(
        "content/lists/offices/schema.en.json",
        R"({"title": "Offices", "labels": {"name": "Name", "tel": "Telephone", "kind": "Kind"}, "choices": {"薬局": "Pharmacy"}})");
    site.write("content/lists/offices/offices.json", R"([
{"id": "aoba", "name": "あおば薬局", "tel": "0463-00-0002", "kind": "薬局", "confirmed": "2026-04-01"},
{"id": "umi", "name": "うみ病院", "tel": "0463-00-0003", "kind": "病院"}])");
    site.write("content/lists/offices/aoba.en.md", "---\nname: Aoba pharmacy\n---\nOpen late.\n");
  }

  void build() {
    commands::Run run;
    auto const settings = site.settings();
    for (auto& file : produce(Inputs(settings.folders), settings, {}, run).files)
      files[file.path] = std::move(file.bytes);
    report = base::text_report(run.diagnostics.sorted(run.sources), run.sources, base::Language::ja);
  }

  SmallSite site;
  std::map<std::string, std::string> files;
  std::string report;
};

TEST_F(Languages, StandInFoldersOfTheirOwnAndLinkEachOther) {
  build();
  EXPECT_EQ(report, "");
  EXPECT_THAT(files["en/about/index.html"], HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(files["easy/about/index.html"], HasSubstr("<html lang=\"ja\">"));
  EXPECT_THAT(files["about/index.html"],
              HasSubstr("<a href=\"../en/about/index.html\" lang=\"en\" hreflang=\"en\">English</a>"));
  EXPECT_THAT(files["about/index.html"],
              HasSubstr("<a href=\"../easy/about/index.html\" lang=\"ja\" hreflang=\"ja-x-easy\">やさしい日本語</a>"));
  EXPECT_THAT(files["en/about/index.html"],
              HasSubstr("<a href=\"../../about/index.html\" lang=\"ja\" hreflang=\"ja\">日本語</a>"));
  EXPECT_THAT(files["en/about/index.html"], HasSubstr("aria-current=\"true\">English</a>"));
}

TEST_F(Languages, AreOfferedOnlyWhereAPageStandsInThem) {
  build();
  EXPECT_THAT(files["news/index.html"], Not(HasSubstr("class=\"languages\"")));
  EXPECT_THAT(files["offices/umi/index.html"], Not(HasSubstr("class=\"languages\"")));
  EXPECT_FALSE(files.contains("en/news/index.html"));
  EXPECT_FALSE(files.contains("en/offices/umi/index.html"));
  EXPECT_FALSE(files.contains("easy/offices/index.html"));
  EXPECT_THAT(files["offices/aoba/index.html"], Not(HasSubstr("hreflang=\"ja-x-easy\"")));
}

TEST_F(Languages, TellSearchEnginesOfEachOther) {
  build();
  for (auto const* page : {"about/index.html", "en/about/index.html"}) {
    EXPECT_THAT(files[page],
                HasSubstr("<link rel=\"alternate\" hreflang=\"en\" href=\"https://guide.example/en/about/\">"));
    EXPECT_THAT(files[page],
                HasSubstr("<link rel=\"alternate\" hreflang=\"ja\" href=\"https://guide.example/about/\">"));
    EXPECT_THAT(files[page],
                HasSubstr("<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://guide.example/about/\">"));
  }
  EXPECT_THAT(files["en/offices/aoba/index.html"],
              HasSubstr("<link rel=\"canonical\" href=\"https://guide.example/en/offices/aoba/\">"));
  EXPECT_THAT(files["sitemap.xml"],
              HasSubstr("<loc>https://guide.example/en/about/</loc><xhtml:link rel=\"alternate\" hreflang=\"ja\" "
                        "href=\"https://guide.example/about/\"/>"));
  EXPECT_THAT(files["sitemap.xml"], HasSubstr("<loc>https://guide.example/news/</loc></url>"));
}

TEST_F(Languages, SpeakTheWordsOfTheInterfaceAndShowDaysAsTheyDo) {
  build();
  auto const& entry = files["en/offices/aoba/index.html"];
  EXPECT_THAT(entry, HasSubstr("Skip to the content"));
  EXPECT_THAT(entry, HasSubstr("<b>Sample guide</b>"));
  EXPECT_THAT(entry, HasSubstr("<h1>Aoba pharmacy</h1>"));
  EXPECT_THAT(entry, HasSubstr("Pharmacy"));
  EXPECT_THAT(entry, HasSubstr("Checked on 1 April 2026 (Reiwa 8)"));
  EXPECT_THAT(entry, HasSubstr("tel:0463000002"));
  EXPECT_THAT(files["easy/about/index.html"], HasSubstr("はじめの ページ"));
}

TEST_F(Languages, LinkToTheOriginalOfWhatIsNotTranslated) {
  build();
  auto const& page = files["en/about/index.html"];
  EXPECT_THAT(page, HasSubstr("<a href=\"../../news/index.html\">News</a>"));
  EXPECT_THAT(page, HasSubstr("<a href=\"../offices/aoba/index.html\">Desk</a>"));
  EXPECT_THAT(page, HasSubstr("<a href=\"../../offices/umi/index.html\">Sea</a>"));
}

TEST_F(Languages, ShowEveryRecordInViewsWithTheLabelsOfTheLanguage) {
  build();
  auto const& page = files["en/about/index.html"];
  EXPECT_THAT(page, HasSubstr("<th scope=\"col\">Telephone"));
  EXPECT_THAT(page, HasSubstr("Aoba pharmacy</a>"));
  EXPECT_THAT(page, HasSubstr("lang=\"ja\">うみ病院</span></a>"));
  EXPECT_THAT(page, HasSubstr("<td>Pharmacy"));
  // The list's own page has those that are translated.
  EXPECT_THAT(files["en/offices/index.html"], HasSubstr("Aoba pharmacy"));
  EXPECT_THAT(files["en/offices/index.html"], Not(HasSubstr("うみ病院")));
  EXPECT_THAT(files["en/offices/index.html"], Not(HasSubstr("件")));
}

TEST_F(Languages, HaveAMenuAndAHomePageOfWhatIsTranslated) {
  build();
  EXPECT_THAT(files["en/about/index.html"], HasSubstr("aria-current=\"page\">About us</a>"));
  EXPECT_THAT(files["easy/about/index.html"], Not(HasSubstr(">窓口</a>")));
  auto const& home = files["en/index.html"];
  EXPECT_THAT(home, HasSubstr("<a href=\"about/index.html\"><b>About us</b>"));
  EXPECT_THAT(home, HasSubstr("<a href=\"offices/index.html\"><b>Offices</b>"));
  EXPECT_THAT(files["index.html"], HasSubstr("<a href=\"en/index.html\" lang=\"en\""));
  EXPECT_THAT(files["index.html"], Not(HasSubstr("About us")));
}

TEST_F(Languages, AreFoundByTheSearchOfTheSiteWithTheirLanguage) {
  build();
  std::string script, english;
  for (auto const& [path, bytes] : files) {
    if (path.find("search-") == std::string::npos) continue;
    (path.starts_with("assets/search-") ? script : english) += bytes;
  }
  EXPECT_THAT(script, HasSubstr("[\"English\",\"About us\""));
  EXPECT_THAT(script, HasSubstr("\"en/about/\""));
  EXPECT_THAT(script, Not(HasSubstr("しつもん")));
  EXPECT_THAT(english, HasSubstr("\"About us\""));
}

TEST_F(Languages, AreThoseOfTheWholeSiteOnThePagesOfAnArea) {
  site.write("content/site.json", R"({"name": "見本の手引き", "base_url": "https://guide.example/",
"contact": {"name": "センター", "tel": "0463-00-0001"}, "areas": [{"id": "atsugi", "label": "厚木市"}]})");
  build();
  EXPECT_EQ(report, "");
  EXPECT_THAT(files["atsugi/about/index.html"], HasSubstr("<a href=\"../../en/about/index.html\" lang=\"en\""));
  EXPECT_THAT(files["atsugi/about/index.html"], HasSubstr("<a href=\"../../atsugi/about/index.html\" lang=\"ja\""));
  EXPECT_THAT(files["en/about/index.html"], HasSubstr("<a href=\"../../about/index.html\" lang=\"ja\""));
  EXPECT_THAT(files["en/about/index.html"], Not(HasSubstr("class=\"areas\"")));
  EXPECT_FALSE(files.contains("atsugi/en/about/index.html"));
}

TEST_F(Languages, HaveNoFilesOfDataOfTheirOwn) {
  build();
  EXPECT_TRUE(files.contains("open-data/offices.csv"));
  for (auto const& [path, bytes] : files)
    EXPECT_FALSE(path.starts_with("en/") && !path.ends_with("index.html")) << path;
  EXPECT_THAT(files["open-data/offices.json"], Not(HasSubstr("Aoba")));
}

TEST_F(Languages, ChangeNothingWhereThereIsOneOnly) {
  for (auto const* path : {"site.en.json", "pages/about.en.md", "pages/about.easy.md", "lists/offices/schema.en.json",
                           "lists/offices/aoba.en.md"})
    std::filesystem::remove(site.root / "content" / path);
  build();
  EXPECT_EQ(report, "");
  for (auto const& [path, bytes] : files) {
    EXPECT_EQ(bytes.find("class=\"languages\""), std::string::npos) << path;
    EXPECT_EQ(bytes.find("hreflang"), std::string::npos) << path;
  }
}

TEST_F(Languages, ButtonForReadingsStandsWhereThereAreReadings) {
  build();
  EXPECT_THAT(files["about/index.html"], HasSubstr("data-furigana><span>ふりがな</span></button>"));
  EXPECT_THAT(files["news/index.html"], Not(HasSubstr("data-furigana")));
}

TEST_F(Languages, TellOnWhichDaysAndAtWhichHoursAnOfficeIsOpenInTheirWords) {
  site.write("content/lists/offices/schema.json", R"({"title": "窓口", "properties": {
"name": {"type": "string", "x-label": "名前"}, "days": {"type": "string", "x-label": "曜日"},
"hours": {"type": "string", "format": "hours", "x-label": "時間"}}})");
  site.write("content/lists/offices/schema.en.json",
             R"({"title": "Offices", "labels": {"days": "Days", "hours": "Hours"}})");
  site.write("content/lists/offices/offices.json", R"([
{"id": "aoba", "name": "あおば薬局", "days": "月〜金", "hours": "9:00〜12:00、15:00〜翌1:00"},
{"id": "umi", "name": "うみ病院", "days": "毎日", "hours": "24時間"},
{"id": "kawa", "name": "かわ医院", "days": "月・水・木曜日", "hours": "9:00〜17:00"},
{"id": "yama", "name": "やま医院", "days": "第1土曜日", "hours": "9:00〜17:00"}])");
  site.write("content/pages/about.en.md",
             "# About us\n\n```view\nlist: offices\nas: table\ncolumns: [name, days, hours]\n```\n");
  site.write("content/pages/about.md",
             "# 案内\n\n```view\nlist: offices\nas: table\ncolumns: [name, days, hours]\n```\n");
  build();
  auto const& english = files["en/about/index.html"];
  for (auto const* words :
       {"<td>Mon–Fri<td>9:00–12:00, 15:00–1:00 of the next day<", "<td>Every day<td>24 hours<",
        "<td>Mon, Wed–Thu<", "<td><span lang=\"ja\">第1土曜日</span><"})
    EXPECT_THAT(english, HasSubstr(words));
  for (auto const* words : {"<td>月〜金<", "<td>毎日<td>24時間<", "<td>月・水・木曜日<"})
    EXPECT_THAT(files["about/index.html"], HasSubstr(words));
}

TEST_F(Languages, SayThatNamesInRowsAreInJapanese) {
  site.write("content/pages/about.en.md", "# About us\n\n```view\nlist: offices\nas: cards\n```\n");
  build();
  EXPECT_THAT(files["en/about/index.html"], HasSubstr("index.html\"><span lang=\"ja\">うみ病院</span></a>"));
  EXPECT_THAT(files["en/about/index.html"], HasSubstr("<span class=\"tag\"><span lang=\"ja\">病院</span></span>"));
  EXPECT_THAT(files["en/about/index.html"], HasSubstr("<span class=\"tag\">Pharmacy</span>"));
  EXPECT_THAT(files["offices/index.html"], Not(HasSubstr("<span lang=\"ja\">")));
}

TEST_F(Languages, HaveAPageOfTheOfficesThatReadersSavedWithTheDataOfAll) {
  build();
  auto const& own = files["en/my-list/index.html"];
  EXPECT_THAT(own, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(own, testing::ContainsRegex("data-search=\"\\.\\./\\.\\./assets/search-[0-9a-f]+\\.js\""));
  EXPECT_THAT(own, HasSubstr("href=\"../../my-list/index.html\" lang=\"ja\""));
  EXPECT_THAT(files["en/about/index.html"], HasSubstr("href=\"../my-list/index.html\""));
  EXPECT_FALSE(files.contains("en/offline/index.html"));
}

}  // namespace
}  // namespace tebiki::commands
