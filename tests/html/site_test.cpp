#include <gmock/gmock.h>

#include <optional>
#include <regex>

#include "html/sample.hpp"

namespace tebiki::html {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The site with the templates and assets that tebiki comes with.
sample::Rendered shipped_site(model::Site const& site = sample::site(), unsigned jobs = 1) {
  return sample::render(site, sample::documents(), sample::shipped("templates"), sample::shipped("assets"), jobs);
}

/// `../a/b.html` seen from `c/index.html` → `a/b.html`; nothing when it leaves the site.
std::optional<std::string> resolved(std::string const& from, std::string link) {
  std::vector<std::string> folders;
  for (std::size_t at = 0, slash; (slash = from.find('/', at)) != std::string::npos; at = slash + 1) {
    folders.push_back(from.substr(at, slash - at));
  }
  while (link.starts_with("../")) {
    if (folders.empty()) return std::nullopt;
    folders.pop_back();
    link.erase(0, 3);
  }
  std::string path;
  for (auto const& folder : folders) path += folder + '/';
  return path + link;
}

TEST(ShippedTemplates, UseOnlyNamesThatThereAre) { EXPECT_EQ(shipped_site().report, ""); }

TEST(ShippedTemplates, GiveEveryPageOneHeadingOneMainAndTheNumberToCall) {
  for (auto const& [path, html] : shipped_site().files) {
    if (!path.ends_with(".html")) continue;
    EXPECT_EQ(sample::count(html, "<h1"), 1u) << path;
    EXPECT_EQ(sample::count(html, "<main"), 1u) << path;
    EXPECT_THAT(html, HasSubstr("href=\"tel:0463000001\"")) << path;
    EXPECT_THAT(html, HasSubstr("<html lang=\"ja\">")) << path;
  }
}

TEST(ShippedTemplates, LinkOnlyToFilesThatThereAre) {
  auto const rendered = shipped_site();
  std::regex const link("(?:href|src|data-search)=\"([^\"]*)\"");
  std::size_t seen = 0;
  for (auto const& [path, html] : rendered.files) {
    if (!path.ends_with(".html")) continue;
    for (std::sregex_iterator match(html.begin(), html.end(), link), end; match != end; ++match) {
      auto target = (*match)[1].str();
      if (path == "404.html") target.erase(0, target.find_first_not_of("./"));  // shown at any address
      if (target.starts_with("tel:") || target.starts_with("mailto:") || target.starts_with("#")) continue;
      target = target.substr(0, target.find('#'));
      auto const file = resolved(path, target);
      ++seen;
      ASSERT_TRUE(file) << path << " leads out of the site: " << target;
      EXPECT_TRUE(rendered.files.contains(*file) || *file == "pdf/guide.pdf") << path << ": " << target;
    }
  }
  EXPECT_GT(seen, 100u);
}

TEST(ShippedTemplates, HoldNoStylesOfTheirOwn) {
  auto site = sample::site();
  site.scenes = {{"daily", "ふだん", "", "", {}, {0x1d, 0x6b, 0x3c}}};
  site.publications.front().cover = model::Cover{{"表紙"}, "令和8年度版", ""};
  site.publications.front().colour = {0xff, 0xd4, 0x3d};
  auto const rendered = shipped_site(site);
  for (auto const& [path, html] : rendered.files) {
    if (!path.ends_with(".html")) continue;
    EXPECT_THAT(html, Not(HasSubstr("<style"))) << path;
    EXPECT_THAT(html, Not(testing::ContainsRegex("<[^>]* style="))) << path;
    EXPECT_THAT(html, Not(testing::ContainsRegex("<[^>]* on[a-z]+="))) << path;
  }
  EXPECT_THAT(rendered.at("index.html"), HasSubstr("<li class=\"scene c-1d6b3c\">"));
  auto const css = std::find_if(rendered.files.begin(), rendered.files.end(),
                                [](auto& file) { return file.first.ends_with(".css"); });
  ASSERT_NE(css, rendered.files.end());
  EXPECT_THAT(css->second, HasSubstr("\n.c-1d6b3c{--c:#"));
  std::smatch cover;
  ASSERT_TRUE(std::regex_search(rendered.at("guide/index.html"), cover, std::regex("\"cover (c-[0-9a-f]{6})\"")));
  EXPECT_THAT(css->second, HasSubstr("." + cover[1].str() + "{--c:#"));
}

TEST(ShippedTemplates, SayNothingInJapaneseButByTheWordsFile) {
  auto site = sample::site();
  for (auto const& [key, word] : japanese_words().all()) {
    std::string marked;
    for (auto const& piece : model::pieces_of(word.text))
      marked += piece.filled_in ? "{" + std::string(piece.text) + "}" : "#";
    site.words.add(key, {marked, word.at});
  }
  auto const rendered = shipped_site(site);
  auto const page = rendered.at("guide/first/index.html");
  EXPECT_THAT(page, HasSubstr("<a class=\"skip\" href=\"#page-main\">#</a>"));
  for (auto const* said : {"本文", "メニュー", "章の", "ページ", "一覧"}) {
    EXPECT_THAT(page, Not(HasSubstr(std::string(">") + said))) << said;
  }
}

TEST(ShippedTemplates, MarkTheMenuItemOfThePage) {
  auto const rendered = shipped_site();
  EXPECT_THAT(rendered.at("facilities/index.html"),
              HasSubstr("<a href=\"../facilities/index.html\" aria-current=\"page\">さがす</a>"));
  EXPECT_THAT(rendered.at("facilities/aoba/index.html"),
              HasSubstr("<a href=\"../../facilities/index.html\" aria-current=\"true\">さがす</a>"));
  EXPECT_THAT(rendered.at("about/index.html"), HasSubstr("<a href=\"../facilities/index.html\">さがす</a>"));
}

TEST(ShippedTemplates, LeadFromChapterToChapter) {
  auto const rendered = shipped_site();
  EXPECT_THAT(rendered.at("guide/first/index.html"), HasSubstr("rel=\"next\" href=\"../../guide/second/index.html\""));
  EXPECT_THAT(rendered.at("guide/first/index.html"), Not(HasSubstr("rel=\"prev\"")));
  EXPECT_THAT(rendered.at("guide/second/index.html"), HasSubstr("rel=\"prev\" href=\"../../guide/first/index.html\""));
  EXPECT_THAT(rendered.at("guide/index.html"), HasSubstr("12ページ・346KB"));
}

TEST(ShippedTemplates, SpeakOfTheSiteToOthersOnlyWhenItHasAnAddress) {
  EXPECT_THAT(shipped_site().at("about/index.html"), Not(HasSubstr("og:title")));
  auto site = sample::site();
  site.base_url = "https://example.jp/";
  auto const rendered = shipped_site(site);
  EXPECT_THAT(rendered.at("about/index.html"),
              HasSubstr("<link rel=\"canonical\" href=\"https://example.jp/about/\">"));
  EXPECT_THAT(rendered.at("404.html"), HasSubstr("href=\"https://example.jp/facilities/index.html\""));
}

TEST(ShippedTemplates, ForwardFromANameOfBeforeWithoutScripts) {
  auto site = sample::site();
  site.aliases = {{"facilities/old", "facilities/aoba", {}}};
  auto const forward = shipped_site(site).at("facilities/old/index.html");
  EXPECT_THAT(forward, HasSubstr("<meta http-equiv=\"refresh\" content=\"0; url=../../facilities/aoba/index.html\">"));
  EXPECT_THAT(forward, HasSubstr("<a href=\"../../facilities/aoba/index.html\">"));
  EXPECT_THAT(forward, HasSubstr("<meta name=\"robots\" content=\"noindex\">"));
  EXPECT_THAT(forward, Not(HasSubstr("canonical")));
  EXPECT_THAT(forward, Not(HasSubstr("<script")));
  site.base_url = "https://example.jp/";
  EXPECT_THAT(shipped_site(site).at("facilities/old/index.html"),
              HasSubstr("<link rel=\"canonical\" href=\"https://example.jp/facilities/aoba/\">"));
}

TEST(Templates, ThatForwardAreWantedOnlyWhereANameChanged) {
  auto site = sample::site();
  auto report = [&] {
    return sample::render(site, sample::documents(), sample::bare_templates(), sample::shipped("assets")).report;
  };
  EXPECT_EQ(report(), "");
  site.aliases = {{"facilities/old", "facilities/aoba", {}}};
  EXPECT_THAT(report(), HasSubstr("「templates/site/forward.mustache」がありません。"));
}

TEST(ShippedTemplates, TellTheScriptTheHoursOfTheCentreAndTheHolidaysOfTheYearToCome) {
  auto site = sample::site();
  site.today = {2026, 10, 1};
  site.holidays = {{{2026, 9, 23}, "秋分の日"}, {{2026, 10, 12}, "スポーツの日"}, {{2027, 10, 11}, "スポーツの日"}};
  model::Hours const hours{{model::TimeRange{540, 720}, model::TimeRange{780, 1020}}, 2};
  model::Hours const morning{{model::TimeRange{540, 720}}, 1};
  site.contact.opening = {{{false, true, true, true, true, true, false}, hours},
                          {{false, false, false, false, false, false, true}, morning}};
  EXPECT_THAT(shipped_site(site).files.at("index.html"), Not(HasSubstr("data-holidays"))) << "no other number to call";
  site.contact.after_hours = model::parse_telephone("#7119");
  EXPECT_THAT(shipped_site(site).files.at("index.html"),
              HasSubstr("data-days=\"12345 12345 6\" data-from=\"540 780 540\" data-until=\"720 1020 720\" "
                        "data-holidays=\"2026-10-12\""));
}

TEST(ShippedTemplates, EscapeWhatTheSiteSaysOfItself) {
  std::string const hostile = "<script>'\"&</script>";
  auto site = sample::site();
  site.name = site.publisher = site.lead = site.notice = site.description = hostile;
  site.contact.name = site.contact.hours = site.contact.address = site.contact.prompt = hostile;
  site.contact.email = "\"><script>@example.jp";
  site.menu.front().label = hostile;
  site.suggestions = {hostile};
  site.lists.front().schema.title = site.lists.front().schema.description = hostile;
  site.publications.front().title = site.publications.front().summary = hostile;
  site.publications.front().cover = model::Cover{{hostile}, hostile, hostile};
  for (auto const& [path, html] : shipped_site(site).files) {
    if (!path.ends_with(".html")) continue;
    EXPECT_THAT(html, Not(HasSubstr("<script>"))) << path;
    EXPECT_THAT(html, Not(HasSubstr("'\""))) << path;
  }
}

TEST(ShippedTemplates, GiveTheSameBytesWhateverTheNumberOfThreads) {
  auto const one = shipped_site(sample::site(), 1);
  EXPECT_EQ(one.files, shipped_site(sample::site(), 4).files);
  EXPECT_GT(one.files.size(), 10u);
}

TEST(ShippedTemplates, ShowWhatThePageOfAPublicationHolds) {
  auto pages = sample::documents();
  pages[5].blocks = {sample::paragraph("窓口でお配りしています。")};
  auto const made = sample::render(sample::site(), pages, sample::shipped("templates"), sample::shipped("assets"));
  EXPECT_THAT(made.at("guide/index.html"), HasSubstr("<div class=\"prose\"><p>窓口でお配りしています。</p>"));
  EXPECT_THAT(shipped_site().at("guide/index.html"), Not(HasSubstr("class=\"prose\"")));
}

TEST(ShippedTemplates, ShowACoverOnlyOfABookletThatHasOne) {
  EXPECT_THAT(shipped_site().at("guide/index.html"), Not(HasSubstr("class=\"cover")));
  EXPECT_THAT(shipped_site().at("index.html"), Not(HasSubstr("class=\"cover")));
  auto site = sample::site();
  site.publications.front().cover = model::Cover{{"表紙"}, "令和8年度版", ""};
  EXPECT_THAT(shipped_site(site).at("guide/index.html"), HasSubstr("<div class=\"cover c-000000\""));
}

TEST(ShippedTemplates, SayNothingOfTheCoverAboveATitleThatSaysIt) {
  auto site = sample::site();
  auto& book = site.publications.front();
  book.cover = model::Cover{{"表紙"}, "令和8年度版", ""};
  EXPECT_THAT(shipped_site(site).at("guide/index.html"), HasSubstr("<p class=\"edition\">令和8年度版</p>"));
  book.title = "手引き　令和8年度版";
  EXPECT_THAT(shipped_site(site).at("guide/index.html"), Not(HasSubstr("<p class=\"edition\">")));
}

TEST(ShippedTemplates, ShowANumberThatCannotBeCalledAsWords) {
  auto pages = sample::documents();
  pages[2].head.tel = model::parse_telephone("準備中");
  auto const made = sample::render(sample::site(), pages, sample::shipped("templates"), sample::shipped("assets"));
  EXPECT_THAT(made.at("facilities/aoba/index.html"), HasSubstr("<p class=\"no-tel\">準備中</p>"));
}

TEST(ReaderPages, OfSavedOfficesIsThereWhereAnOfficeCanBeCalledAndOfTheNetworkAlways) {
  auto const made = shipped_site();
  EXPECT_THAT(made.at("my-list/index.html"), HasSubstr("data-search=\"../assets/search-"));
  EXPECT_THAT(made.at("facilities/aoba/index.html"), HasSubstr("href=\"../../my-list/index.html\""));
  EXPECT_THAT(made.at("offline/index.html"), HasSubstr("href=\"tel:0463000001\""));
  auto silent = sample::documents();
  silent[2].head.tel = silent[3].head.tel = {};
  auto const none = sample::render(sample::site(), silent, sample::shipped("templates"), sample::shipped("assets"));
  EXPECT_FALSE(none.files.contains("my-list/index.html"));
  EXPECT_THAT(none.at("facilities/aoba/index.html"), Not(HasSubstr("my-list")));
  EXPECT_TRUE(none.files.contains("offline/index.html"));
}

TEST(ServiceWorker, NamesFilesThatThereAreAndIsAnotherForEachEdition) {
  auto const made = shipped_site();
  auto const& worker = made.at("service-worker.js");
  std::regex const form("^const edition = \\{ name: \"([0-9a-f]{8})\", files: \\[(.*)\\] \\};");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(worker, found, form)) << worker.substr(0, 200);
  auto const files = found[2].str();
  std::regex const quoted("\"([^\"]*)\"");
  std::size_t seen = 0;
  for (std::sregex_iterator file(files.begin(), files.end(), quoted), end; file != end; ++file, ++seen) {
    EXPECT_TRUE(made.files.contains((*file)[1].str())) << (*file)[1].str();
  }
  EXPECT_EQ(seen, 8u);
  auto const edition = "name: \"" + found[1].str() + '"';
  EXPECT_THAT(shipped_site().at("service-worker.js"), HasSubstr(edition));
  auto pages = sample::documents();
  std::get<model::Directory>(pages[1].blocks.front().node).groups.front().entries.front().tel =
      model::parse_telephone("0463-00-0099");
  auto const other = sample::render(sample::site(), pages, sample::shipped("templates"), sample::shipped("assets"));
  EXPECT_THAT(other.at("service-worker.js"), Not(HasSubstr(edition))) << "the number of an office";
  auto site = sample::site();
  site.contact.tel = model::parse_telephone("0463-00-0099");
  EXPECT_THAT(shipped_site(site).at("service-worker.js"), Not(HasSubstr(edition))) << "the number of the centre";
}

TEST(Hosting, TellsServersOfBothKindsTheSamePolicy) {
  auto const made = shipped_site();
  std::string const policy =
      "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";
  EXPECT_THAT(made.at("_headers"), HasSubstr("Content-Security-Policy: " + policy + "\n"));
  EXPECT_THAT(made.at(".htaccess"), HasSubstr("Content-Security-Policy \"" + policy + "\"\n"));
  EXPECT_THAT(made.at(".htaccess"), testing::StartsWith("# tebiki "));
  for (auto const* file : {"_headers", ".htaccess"}) {
    EXPECT_THAT(made.at(file), HasSubstr("immutable"));
    EXPECT_THAT(made.at(file), HasSubstr("no-cache"));
  }
}

TEST(Assets, OfAFolderOfScriptsAreOneScript) {
  base::MemoryTree const assets({{"1.js", "a"}, {"extra/1.js", "b"}, {"extra/2.js", "c"}});
  auto const templates = sample::bare_templates({{"site/page.mustache", "{{asset_extra_js}}"}});
  auto const made = sample::render(sample::site(), sample::documents(), templates, assets);
  EXPECT_EQ(made.report, "");
  auto const script =
      std::find_if(made.files.begin(), made.files.end(), [](auto& f) { return f.first.starts_with("assets/extra-"); });
  ASSERT_NE(script, made.files.end());
  EXPECT_EQ(script->second, "b\nc\n");
}

TEST(Assets, CarryAFingerprintOfTheirContent) {
  auto const with = [](std::string css) {
    base::MemoryTree const assets({{"1.css", std::move(css)}, {"2.css", "b{}"}, {"img/a.svg", "<svg/>"}});
    auto const templates = sample::bare_templates({{"site/page.mustache", "{{asset_site_css}} {{asset_img_a_svg}}"}});
    return sample::render(sample::site(), sample::documents(), templates, assets);
  };
  auto const one = with("a{}");
  EXPECT_EQ(one.report, "");
  EXPECT_THAT(one.at("about/index.html"),
              testing::ContainsRegex("assets/site-[0-9a-f]{8}\\.css assets/img/a-[0-9a-f]"));
  auto const css = std::find_if(one.files.begin(), one.files.end(), [](auto& f) { return f.first.ends_with(".css"); });
  ASSERT_NE(css, one.files.end());
  EXPECT_THAT(css->second, testing::StartsWith("a{}\nb{}\n:root{--brand:#00596b;"));
  EXPECT_FALSE(with("c{}").files.contains(css->first));
}

}  // namespace
}  // namespace tebiki::html
