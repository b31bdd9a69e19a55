// A site for several municipalities: tests/three_towns is one whole content folder.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "base/diagnostics.hpp"
#include "commands/commands.hpp"
#include "loading/load.hpp"
#include "small_site.hpp"
#include "source_dir.hpp"
#include "test_folder.hpp"

namespace tebiki::commands {
namespace {

namespace fs = std::filesystem;
fs::path const source = TEBIKI_SOURCE_DIR;
model::Date const today{2026, 11, 21};

struct ThreeTowns : testing::Test {
  static Settings settings(fs::path const& content, std::string only = "") {
    return {{content, source / "templates", source / "assets", "nowhere"}, today, 2, std::move(only), ""};
  }
  static Produced made(Settings const& settings, commands::Run& run, StepsRequest const& request = {}) {
    return produce(Inputs(settings.folders), settings, request, run);
  }
  static void SetUpTestSuite() {
    commands::Run run;
    produced = made(settings(source / "tests" / "three_towns" / "content"), run);
    report = base::text_report(run.diagnostics.sorted(run.sources), run.sources, base::Language::ja);
    for (auto const& file : produced.files) files[file.path] = file.bytes;
  }

  /// Where a link of the page leads, from the output folder.
  static std::string target(std::string const& page, std::string const& href) {
    return (fs::path(page).parent_path() / href.substr(0, href.find('#'))).lexically_normal();
  }
  /// Of the link with these words.
  static std::string link(std::string const& page, std::string const& words) {
    std::smatch found;
    std::regex const pattern("<a [^>]*href=\"([^\"]*)\"[^>]*>" + words + "</a>");
    return std::regex_search(files[page], found, pattern) ? target(page, found[1]) : "no link";
  }
  static bool says(std::string const& page, std::string const& words) {
    return files.contains(page) && files[page].find(words) != std::string::npos;
  }

  static inline Produced produced;
  static inline std::string report;
  static inline std::map<std::string, std::string> files;
};

TEST_F(ThreeTowns, AreBuiltWithoutComplaint) { EXPECT_EQ(report, ""); }

TEST_F(ThreeTowns, EachShowsTheOfficesThatBelongToItOrToAll) {
  auto shown = [](std::string const& folder) {
    std::set<std::string> ids;
    for (auto const* id : {"ayu", "momiji", "nakatsu", "miyagase", "tanzawa", "koai"}) {
      if (says(folder + "offices/index.html", "offices/" + std::string(id))) ids.insert(id);
      EXPECT_EQ(files.contains(folder + "offices/" + id + "/index.html"), ids.contains(id));
    }
    return ids;
  };
  using Ids = std::set<std::string>;
  EXPECT_EQ(shown(""), (Ids{"ayu", "momiji", "nakatsu", "miyagase", "tanzawa", "koai"}));
  EXPECT_EQ(shown("atsugi/"), (Ids{"ayu", "momiji", "tanzawa", "koai"}));
  EXPECT_EQ(shown("aikawa/"), (Ids{"nakatsu", "tanzawa", "koai"}));
  EXPECT_EQ(shown("kiyokawa/"), (Ids{"miyagase", "tanzawa", "koai"}));
}

TEST_F(ThreeTowns, EachGivesItsOwnNumberToCall) {
  EXPECT_TRUE(says("index.html", "0463-00-0040"));
  EXPECT_TRUE(says("atsugi/offices/ayu/index.html", "0463-00-0041"));
  EXPECT_FALSE(says("atsugi/offices/ayu/index.html", "0463-00-0040"));
  EXPECT_TRUE(says("kiyokawa/index.html", "0463-00-0040"));  // the village has none of its own
}

TEST_F(ThreeTowns, EachFillsInItsOwnNameAndNumberWherePagesAskForThem) {
  EXPECT_TRUE(says("consultation/index.html", "厚愛地区 在宅医療の相談窓口（見本）"));
  EXPECT_TRUE(says("atsugi/consultation/index.html", "<p>厚木市の窓口（見本）"));
  EXPECT_TRUE(says("atsugi/consultation/index.html", "href=\"tel:0463000041\">0463-00-0041</a>へ"));
  EXPECT_TRUE(says("kiyokawa/consultation/index.html", "href=\"tel:0463000040\">0463-00-0040</a>へ"));
  EXPECT_FALSE(says("atsugi/consultation/index.html", "0463-00-0040"));
}

TEST_F(ThreeTowns, EachFillsInItsOwnNumberInCaptionsAndItsNameInWhatIsSaidOfThePage) {
  EXPECT_TRUE(says("consultation/index.html", "厚愛地区 在宅医療の相談窓口（見本）の番号です。"));
  EXPECT_TRUE(says("atsugi/consultation/index.html", "厚木市の窓口（見本）の番号です。"));
  EXPECT_TRUE(says("consultation/index.html", "電話でも聞けます（<span class=\"nobreak\">0463-00-0040</span>）"));
  EXPECT_TRUE(
      says("atsugi/consultation/index.html", "電話でも聞けます（<span class=\"nobreak\">0463-00-0041</span>）"));
  EXPECT_TRUE(
      says("kiyokawa/consultation/index.html", "電話でも聞けます（<span class=\"nobreak\">0463-00-0040</span>）"));
}

TEST_F(ThreeTowns, PagesOfOneTownAreInItsMenuAndNotInThatOfTheOthers) {
  EXPECT_TRUE(files.contains("kiyokawa/kiyokawa-notice/index.html"));
  EXPECT_FALSE(files.contains("atsugi/kiyokawa-notice/index.html"));
  EXPECT_TRUE(says("kiyokawa/index.html", "清川村のみなさまへ"));
  EXPECT_FALSE(says("atsugi/index.html", "清川村のみなさまへ"));
}

TEST_F(ThreeTowns, ALinkStaysInTheTownAndLeadsOutOnlyToWhatTheTownDoesNotHave) {
  EXPECT_EQ(link("kiyokawa/kiyokawa-notice/index.html", "見本 たんざわ訪問看護"),
            "kiyokawa/offices/tanzawa/index.html");
  EXPECT_EQ(link("kiyokawa/consultation/index.html", "清川村のみなさまへ"), "kiyokawa/kiyokawa-notice/index.html");
  EXPECT_EQ(link("atsugi/consultation/index.html", "清川村のみなさまへ"), "kiyokawa-notice/index.html");
  EXPECT_EQ(link("atsugi/consultation/index.html", "見本 なかつ薬局"), "offices/nakatsu/index.html");
}

TEST_F(ThreeTowns, TheSwitchLeadsToTheSamePageOrHomeWhereThereIsNone) {
  EXPECT_EQ(link("atsugi/offices/tanzawa/index.html", "愛川町"), "aikawa/offices/tanzawa/index.html");
  EXPECT_EQ(link("atsugi/offices/tanzawa/index.html", "全地域"), "offices/tanzawa/index.html");
  EXPECT_EQ(link("offices/ayu/index.html", "愛川町"), "aikawa/index.html");
  EXPECT_TRUE(says("atsugi/offices/index.html", "aria-current=\"true\">厚木市</a>"));
}

TEST_F(ThreeTowns, EveryLinkOfEveryPageLeadsToAFile) {
  std::regex const address("(?:href|src|data-search)=\"([^\"]*)\"");
  std::size_t count = 0;
  for (auto const& [path, text] : files) {
    if (!path.ends_with(".html") || path == "404.html") continue;
    for (std::sregex_iterator found(text.begin(), text.end(), address), end; found != end; ++found) {
      std::string const href = (*found)[1];
      if (href.empty() || href.front() == '#' || href.find(':') != std::string::npos) continue;
      EXPECT_TRUE(files.contains(target(path, href))) << path << " → " << href;
      ++count;
    }
  }
  EXPECT_GT(count, 1000u);
}

TEST_F(ThreeTowns, ARecordHasOneAddressForSearchEngines) {
  auto const canonical = "rel=\"canonical\" href=\"https://three-towns.example/";
  EXPECT_TRUE(says("atsugi/offices/ayu/index.html", canonical + std::string("offices/ayu/\"")));
  EXPECT_TRUE(says("atsugi/offices/index.html", canonical + std::string("atsugi/offices/\"")));
}

TEST_F(ThreeTowns, ABookletMadeByAreaIsThereForEachAndForAll) {
  std::map<std::string, std::size_t> pages;
  for (auto const& booklet : produced.booklets) pages[booklet.name] = booklet.pages;
  ASSERT_EQ(pages.size(), 5u);
  for (auto const* name : {"handbook", "handbook-atsugi", "handbook-aikawa", "handbook-kiyokawa", "kiyokawa-leaflet"}) {
    EXPECT_TRUE(pages.contains(name)) << name;
    EXPECT_TRUE(files.contains("pdf/" + std::string(name) + ".pdf")) << name;
  }
  EXPECT_EQ(pages["handbook-kiyokawa"], pages["handbook-atsugi"] + 1);  // the village has a chapter more
  EXPECT_TRUE(says("atsugi/handbook/index.html", "../../pdf/handbook-atsugi.pdf"));
  EXPECT_TRUE(says("kiyokawa/kiyokawa-leaflet/index.html", "../../pdf/kiyokawa-leaflet.pdf"));
  EXPECT_FALSE(files.contains("atsugi/kiyokawa-leaflet/index.html"));
}

TEST_F(ThreeTowns, OneBookletAloneIsMadeForEveryAreaToo) {
  commands::Run run;
  auto const only = made(settings(source / "tests" / "three_towns" / "content", "handbook"), run);
  std::set<std::string> paths;
  for (auto const& file : only.files) paths.insert(file.path);
  EXPECT_EQ(paths, (std::set<std::string>{"pdf/handbook.pdf", "pdf/handbook-atsugi.pdf", "pdf/handbook-aikawa.pdf",
                                          "pdf/handbook-kiyokawa.pdf"}));
}

struct Areas : ThreeTowns {
  /// What a check says of the three towns with one file written anew.
  std::string checked(std::string const& path, std::string const& text) {
    fs::copy(source / "tests" / "three_towns" / "content", folder.root / "content", fs::copy_options::recursive);
    write(folder.root / "content" / path, text);
    commands::Run run;
    made(settings(folder.root / "content"), run, {Painting::left_out, {}});
    return base::text_report(run.diagnostics.sorted(run.sources), run.sources, base::Language::ja);
  }
  TestFolder folder;
};

TEST_F(Areas, OneThatThereIsNotIsToldWithThatWhichWasMeant) {
  auto const said = checked("pages/consultation.md", "---\ntitle: 相談\nareas: [厚木し]\n---\n\n本文。\n");
  EXPECT_NE(said.find("pages/consultation.md:3:9: 誤り: 「厚木し」という地域は、site.json の areas にありません。"),
            std::string::npos)
      << said;
  EXPECT_NE(said.find("厚木市"), std::string::npos) << said;
}

TEST_F(Areas, RecordsThatNameATownButNoAreaAreToldOnce) {
  auto const said =
      checked("lists/offices/offices.csv",
              "id,名称,サービス,電話番号,地域\na,見本 一,薬局,0463-00-0001,中津\nb,見本 二,薬局,0463-00-0002,半原\n"
              "nakatsu,見本 三,薬局,0463-00-0003,愛川町\ntanzawa,見本 四,薬局,0463-00-0004,\nkoai,見本 "
              "五,薬局,0463-00-0005,\n");
  EXPECT_NE(
      said.find("一覧「offices」の2件は、地域に site.json の地域（areas）の名前がないので、すべての地域に出ます。"),
      std::string::npos)
      << said;
}

TEST_F(Areas, OneCalledLikeAListIsRefused) {
  auto text = read(source / "tests" / "three_towns" / "content" / "site.json");
  text.replace(text.find("\"id\": \"atsugi\""), std::string("\"id\": \"atsugi\"").size(), "\"id\": \"offices\"");
  EXPECT_NE(checked("site.json", text).find("URL「/offices/」が site.json と重なっています。"), std::string::npos);
}

TEST_F(Areas, ASiteWithoutThemSaysSoWhereOneIsNamed) {
  auto text = read(source / "tests" / "three_towns" / "content" / "site.json");
  auto const from = text.find("  \"areas\""), to = text.find("  \"menu\"");
  auto const said = checked("site.json", text.erase(from, to - from));
  EXPECT_NE(said.find("pages/kiyokawa-notice.md:3:9: 誤り: このサイトには、地域がありません（site.json の areas）。"),
            std::string::npos)
      << said;
}

}  // namespace
}  // namespace tebiki::commands
