// A build says how much it made: these tests hold how little that is.
#include "commands/commands.hpp"

#include <gmock/gmock.h>

#include "base/diagnostics.hpp"
#include "commands/small_site.hpp"

namespace tebiki::commands {
namespace {

namespace fs = std::filesystem;
using publishing::Published;
using testing::HasSubstr;

StepCounts const nothing{};

struct Build : testing::Test, SmallSite {
  Build() {
    write("content/lists/taxis/schema.json", R"({"title": "タクシー", "properties": {"name": {"type": "string"}}})");
    write("content/lists/taxis/taxis.csv", "id,name\numi,見本 うみ\nyama,見本 やま\n");
    for (std::string const slug : {"guide", "leaflet"}) {
      write("content/publications/" + slug + "/publication.json", R"({"title": "手引き"})");
      write("content/publications/" + slug + "/10-a.md", "# 一\n\n```view\nlist: taxis\n```\n");
    }
  }

  /// Builds what `settings` say; a mistake is a failure of the test.
  Built built(Settings const& settings) {
    report.clear();
    commands::Run run;
    auto const result = build(settings, run);
    report = base::text_report(run.diagnostics.sorted(run.sources), run.sources, base::Language::ja);
    EXPECT_TRUE(result) << report;
    return result.value_or(Built{});
  }
  Built built() { return built(settings()); }
  Settings only(std::string part) const {
    auto settings = SmallSite::settings();
    settings.only = std::move(part);
    return settings;
  }
  std::string output(fs::path const& path) const { return read(root / "output" / path); }

  std::string report;
};

TEST_F(Build, MakesNothingWhereNothingChanged) {
  auto const first = built();
  EXPECT_EQ(first.counts.painted, 2u);
  EXPECT_EQ(first.counts.rendered, first.pages);
  auto const before = tree(root);
  auto const second = built();
  EXPECT_EQ(second.counts, nothing);
  EXPECT_EQ(second.pages, first.pages);
  EXPECT_EQ(second.booklets, first.booklets);
  EXPECT_EQ(second.published, (Published{0, first.published.written, 0}));
  EXPECT_EQ(tree(root), before);
}

TEST_F(Build, MakesNothingOnAnotherNumberOfThreads) {
  built();
  auto settings = this->settings();
  settings.jobs = 4;
  EXPECT_EQ(built(settings).counts, nothing);
}

TEST_F(Build, MakesAllAgainWhereAnInputChanged) {
  built();
  auto const expect_all = [&](Settings const& settings, std::string const& what) {
    EXPECT_EQ(built(settings).counts.painted, 2u) << what;
    EXPECT_EQ(built(settings).counts, nothing) << what;
  };
  write("content/lists/taxis/taxis.csv", "id,name\numi,見本 うみ\nkawa,見本 かわ\n");
  expect_all(settings(), "a record");
  write("content/pages/new.md", "# 案内\n\n本文\n");
  expect_all(settings(), "a new file");
  fs::remove(root / "content/pages/new.md");
  expect_all(settings(), "a file gone");
  fs::rename(root / "content/lists/taxis/taxis.csv", root / "content/lists/taxis/more.csv");
  expect_all(settings(), "a name");
  write("templates/words/ja.json", read(root / "templates/words/ja.json") + " ");
  expect_all(settings(), "the words");
  auto other = settings();
  other.today = {2026, 10, 16};
  expect_all(other, "the day");
  other.program = "another";
  expect_all(other, "the program");
}

TEST_F(Build, PrintsNothingWhereOnlyTemplatesOrAssetsOfPagesChanged) {
  auto const first = built();
  auto const guide = output("pdf/guide.pdf");
  auto const expect_pages = [&](Settings const& settings, std::string const& what) {
    auto const again = built(settings);
    EXPECT_EQ(again.counts, (StepCounts{first.pages, 0, 0})) << what;
    EXPECT_EQ(output("pdf/guide.pdf"), guide) << what;
    EXPECT_THAT(output("guide/index.html"), HasSubstr("pdf/guide.pdf")) << what;
    EXPECT_EQ(built(settings).counts, nothing) << what;
  };
  write("templates/site/404.mustache", read(root / "templates/site/404.mustache") + " ");
  expect_pages(settings(), "a template");
  fs::create_directories(root / "assets");
  fs::copy(source / "assets", root / "assets", fs::copy_options::recursive);
  write("assets/99-last.css", "p { margin: 0 }");
  auto other = settings();
  other.folders.assets = root / "assets";
  expect_pages(other, "an asset");
  EXPECT_THAT(read(root / "output" / "guide" / "index.html"), HasSubstr("site-"));
}

TEST_F(Build, PrintsAgainWhatSomebodyChangedInTheOutput) {
  built();
  auto const guide = output("pdf/guide.pdf");
  write("output/pdf/guide.pdf", std::string(guide.size(), 'x'));
  write("templates/site/404.mustache", read(root / "templates/site/404.mustache") + " ");
  EXPECT_EQ(built().counts.painted, 2u);
  EXPECT_EQ(output("pdf/guide.pdf"), guide);
}

TEST_F(Build, OfTheWholePrintsNothingAfterOneOfPrintAlone) {
  built(only("print"));
  auto const whole = built();
  EXPECT_EQ(whole.counts.painted, 0u);
  EXPECT_EQ(whole.counts.rendered, whole.pages);
}

TEST_F(Build, KnowsItsOutputAgainAfterTheLastBookletIsGone) {
  built();
  fs::remove_all(root / "content/publications");
  built();
  EXPECT_EQ(built().counts, nothing);
  EXPECT_FALSE(fs::exists(root / "output/pdf/guide.pdf"));
}

TEST_F(Build, PrintsAllAfterOneBookletAloneWasPrintedFromNewerContent) {
  built();
  write("content/lists/taxis/taxis.csv", "id,name\numi,見本 うみ\nkawa,見本 かわ\n");
  built(only("guide"));
  EXPECT_EQ(built().counts.painted, 2u);
}

TEST_F(Build, MendsAnOutputThatSomebodyChanged) {
  built();
  auto const right = tree(root);
  auto const page = root / "output/taxis/umi/index.html";
  auto const time = fs::last_write_time(page);
  auto text = read(page);
  text.back() = 'x';
  write("output/taxis/umi/index.html", text);
  fs::last_write_time(page, time);
  EXPECT_EQ(built().published.written, 1u) << "of the same size and time";
  EXPECT_EQ(tree(root), right);
  fs::remove(root / "output/pdf/guide.pdf");
  EXPECT_EQ(built().published.written, 1u);
  EXPECT_EQ(tree(root), right);
  fs::create_directories(root / "output/empty");
  built();
  EXPECT_EQ(tree(root), right);
  fs::remove(root / "output/.tebiki-manifest");
  write("output/.gitignore", "");
  commands::Run run;
  EXPECT_THROW(build(settings(), run), base::Failure) << "without its list nobody knows whose files these are";
}

TEST_F(Build, StillRefusesFilesOfOthersWhereNothingChanged) {
  built();
  write("output/thesis.docx", "years of work");
  commands::Run run;
  EXPECT_THROW(build(settings(), run), base::Failure);
}

TEST_F(Build, TellsItsWarningsAgainWhereNothingChanged) {
  write("content/lists/taxis/taxis.csv", "id,name\numi,見本 \"うみ\n");
  built();
  auto const first = report;
  EXPECT_THAT(first, HasSubstr("lists/taxis/taxis.csv:2:8: 注意: "));
  EXPECT_EQ(built().counts, nothing);
  EXPECT_EQ(report, first);
}

TEST_F(Build, OfTheSiteLaysOutNoBookletThatStands) {
  built();
  write("content/pages/new.md", "# 案内\n\n本文\n");
  auto const pdf = identity(root / "output/pdf/guide.pdf");
  auto const site = built(only("site"));
  EXPECT_EQ(site.counts.laid_out, 0u);
  EXPECT_EQ(site.counts.rendered, site.pages);
  EXPECT_EQ(identity(root / "output/pdf/guide.pdf"), pdf);
  auto const apart = tree(root / "output");
  built();
  EXPECT_EQ(tree(root / "output"), apart) << "the pages and the list of files are those of a whole build";
}

TEST_F(Build, OfTheSiteMakesABookletThatItsPagesOfferAndThatIsNotThere) {
  built();
  fs::remove(root / "output/pdf/guide.pdf");
  EXPECT_EQ(built(only("site")).counts.painted, 1u);
  EXPECT_TRUE(fs::exists(root / "output/pdf/guide.pdf"));
}

TEST_F(Build, OfOnePublicationMakesItsPdfAndLeavesAllElse) {
  built();
  auto const page = output("taxis/umi/index.html");
  auto const leaflet = identity(root / "output/pdf/leaflet.pdf");
  auto const guide = output("pdf/guide.pdf");
  write("content/lists/taxis/taxis.csv", "id,name\numi,見本 みずうみ\n");
  auto const made = built(only("guide"));
  EXPECT_EQ(made.counts, (StepCounts{0, 1, 1}));
  EXPECT_EQ(made.published.written, 1u);
  EXPECT_EQ(made.published.removed, 0u);
  EXPECT_NE(output("pdf/guide.pdf"), guide);
  EXPECT_EQ(output("taxis/umi/index.html"), page);
  EXPECT_EQ(identity(root / "output/pdf/leaflet.pdf"), leaflet);
  EXPECT_EQ(built().counts.painted, 2u) << "the whole was made of no one state of the content";
}

TEST_F(Build, OfPrintMakesAllPdfsAndNoPage) {
  auto const made = built(only("print"));
  EXPECT_EQ(made.counts, (StepCounts{0, 2, 2}));
  EXPECT_EQ(made.published.written, 2u);
  EXPECT_FALSE(fs::exists(root / "output/index.html"));
  built();
  auto const page = identity(root / "output/index.html");
  write("content/lists/taxis/taxis.csv", "id,name\numi,見本 みずうみ\n");
  EXPECT_EQ(built(only("print")).published.removed, 0u);
  EXPECT_EQ(identity(root / "output/index.html"), page);
}

TEST_F(Build, OfAPublicationThatThereIsNotNamesTheNearestOne) {
  built();
  commands::Run run;
  auto const failure = failure_of([&] { build(only("giude"), run); });
  EXPECT_EQ(failure.ja, "--only の「giude」という冊子はありません。「guide」のことでしょうか。");
}

TEST(BuildKey, ChangesWithAFontThatIsInstalledAnew) {
  TestFolder const folder;
  auto const font = (folder.root / "font.ttf").string();
  auto const missing = identity_of({font});
  write(font, "one");
  auto const one = identity_of({font});
  EXPECT_NE(one, missing);
  EXPECT_EQ(identity_of({font}), one);
  write(font, "other");
  EXPECT_NE(identity_of({font}), one);
  EXPECT_NE(program_identity(), identity_of({}));
}

TEST(BuildRecord, SaysAgainWhatWasWritten) {
  BuildRecord record;
  record.key = "k";
  record.pages = 3;
  record.booklets = {{"guide", "pdf/guide.pdf", 4, 1234, {{"first", 2}, {"next", 3}}}};
  record.files = {{"a b.html", "00ff"}, {"タブ\tと\n改行\\.html", "11"}};
  record.sources = {{"a.md", "一行\n\t二行\\\n"}};
  record.warnings = {{base::Severity::warning, "code", {"誤り\n", "e"}, {"", ""}, {base::FileId(0), 7, 2}},
                     {base::Severity::warning, "other", {"全体。", "all"}, {"助言。", "hint"}, {}}};
  auto const read = read_build_record(written(record));
  ASSERT_TRUE(read);
  EXPECT_EQ(written(*read), written(record));
  EXPECT_EQ(read->booklets[0].parts, record.booklets[0].parts);
  EXPECT_EQ(read->files[1].path, "タブ\tと\n改行\\.html");
  EXPECT_EQ(read->warnings[0].at, record.warnings[0].at);
  EXPECT_EQ(read->warnings[1].at.file, base::FileId::none);
}

TEST(BuildRecord, IsNoneWhereItWasDamaged) {
  BuildRecord record;
  record.key = "k";
  record.warnings = {{base::Severity::warning, "other", {"全体。", "all"}, {"助言。", "hint"}, {}}};
  auto const text = written(record);
  for (std::size_t length = 0; length < text.size(); ++length) {
    EXPECT_FALSE(read_build_record(text.substr(0, length))) << length;
  }
  EXPECT_FALSE(read_build_record("tebiki record 0\nend\n"));
  EXPECT_FALSE(read_build_record("tebiki record 1\nwarning\ta\nend\n"));
  EXPECT_FALSE(read_build_record("tebiki record 1\npages\tmany\nend\n"));
}

}  // namespace
}  // namespace tebiki::commands
