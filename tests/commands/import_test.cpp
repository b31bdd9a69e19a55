#include "commands/commands.hpp"

#include <gmock/gmock.h>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "importing/trial.hpp"
#include "source_dir.hpp"
#include "test_folder.hpp"

namespace tebiki::commands {
namespace {

namespace fs = std::filesystem;
using testing::UnorderedElementsAre;

char const schema[] = R"({"title": "見本の一覧", "properties": {
  "name": {"type": "string"}, "office_number": {"type": "string", "x-label": "事業所番号"}}})";

std::vector<std::string> found(std::map<std::string, std::string> files) {
  files["lists/facilities/schema.json"] = schema;
  std::vector<std::string> all;
  base::Sources sources;
  auto const around =
      list_around(base::MemoryTree(files), "facilities", "lists/facilities/mhlw-care.json", {2026, 10, 15}, sources);
  for (auto& listed : around.elsewhere) {
    all.push_back(listed.place + " " + std::string(listed.record.text_of("office_number")));
  }
  return all;
}

TEST(ListAround, FindsTheRecordsOfJsonTablesAndTextsWithTheirLines) {
  EXPECT_THAT(found({{"lists/facilities/facilities.json", "[\n{\"id\": \"a\", \"office_number\": \"1499999991\"}\n]"},
                     {"lists/facilities/more.csv", "id,事業所番号\nb,1499999992\n"},
                     {"lists/facilities/c.md", "---\nname: 見本\noffice_number: \"1499999993\"\n---\n"},
                     {"lists/facilities/mhlw-care.json", R"([{"id": "d", "office_number": "1499999994"}])"},
                     {"lists/others/schema.json", schema},
                     {"lists/others/e.json", R"([{"id": "e", "office_number": "1499999995"}])"}}),
              UnorderedElementsAre("lists/facilities/facilities.json:2 1499999991",
                                   "lists/facilities/more.csv:2 1499999992", "lists/facilities/c.md:1 1499999993"));
}

TEST(ListAround, FindsWhatIsNotPublishedToday) {
  EXPECT_THAT(found({{"lists/facilities/f.json",
                      "[{\"id\": \"a\", \"office_number\": \"1499999991\", \"publish_until\": \"2020-03-31\"},\n"
                      "{\"id\": \"b\", \"office_number\": \"1499999992\", \"publish_from\": \"2090-04-01\"},\n"
                      "{\"id\": \"c\", \"office_number\": \"1499999993\", \"publish_from\": \"2026-04-01\","
                      " \"publish_until\": \"2027-03-31\"}]"}}),
              UnorderedElementsAre("lists/facilities/f.json:1 1499999991", "lists/facilities/f.json:2 1499999992",
                                   "lists/facilities/f.json:3 1499999993"));
}

TEST(ListAround, GoesOnWithWhatCouldBeRead) {
  EXPECT_THAT(found({{"lists/facilities/broken.json", "[{"},
                     {"lists/facilities/f.json", R"([{"id": "a", "office_number": "1499999991", "typo": 1}])"}}),
              UnorderedElementsAre("lists/facilities/f.json:1 1499999991"));
}

/// A list that one import filled; staff took its only record out afterwards.
struct SecondImport : testing::Test {
  TestFolder const folder;
  fs::path const root = folder.root;
  fs::path const source = TEBIKI_SOURCE_DIR;
  fs::path const list = root / "content/lists/facilities";
  fs::path const baseline = list / ".import/mhlw-care.json";
  commands::Run run;

  void SetUp() override {
    write(root / "content/site.json", R"({"name": "見本"})");
    write(list / "schema.json", base::read_file(source / "content/lists/facilities/schema.json").value_or(""));
    write(root / "jigyosho_130.csv", importing::header + importing::row());
    import_again();
    ASSERT_TRUE(fs::exists(baseline));
    write(list / "mhlw-care.json", "[]\n");
  }
  std::optional<ImportOutcome> import_again() { return import_again(run); }
  std::optional<ImportOutcome> import_again(commands::Run& run) const {
    Settings const settings{
        {root / "content", source / "templates", source / "assets", root / "output"}, {2026, 10, 15}, 1};
    return import({"mhlw-care", {root / "jigyosho_130.csv"}, "facilities", "142034", Writing::real}, settings, run);
  }
  std::string listed() const { return base::read_file(list / "mhlw-care.json").value_or(""); }
};

TEST_F(SecondImport, LeavesARecordOutThatStaffDeleted) {
  auto const outcome = import_again();
  ASSERT_TRUE(outcome);
  EXPECT_EQ(listed(), "[]\n");
  EXPECT_THAT(outcome->report.ja, testing::HasSubstr("lists/facilities/mhlw-care.json に {\"id\": \"1499999999\"} と"));
}

TEST_F(SecondImport, StopsWhereTheBaselineStandsAndCannotBeRead) {
  fs::remove(baseline);
  fs::create_directory(baseline);
  try {
    import_again();
    FAIL() << "took the office for a new one";
  } catch (base::Failure const& failure) {
    EXPECT_THAT(failure.message().ja,
                testing::HasSubstr("「lists/facilities/.import/mhlw-care.json」を読むことができません。"));
  }
  EXPECT_EQ(listed(), "[]\n");
}

TEST_F(SecondImport, TellsWhereTheBaselineIsNoTextAndWritesNothing) {
  auto const damaged = base::read_file(baseline).value_or("") + "\x82\xa0";
  write(baseline, damaged);
  EXPECT_FALSE(import_again());
  auto const told = run.diagnostics.sorted(run.sources);
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].code, "import-baseline");
  EXPECT_EQ(run.sources.path(told[0].at.file), "lists/facilities/.import/mhlw-care.json");
  EXPECT_EQ(listed(), "[]\n");
  EXPECT_EQ(base::read_file(baseline), damaged);
}

TEST_F(SecondImport, TellsOfAnUnknownServiceOnceWithThePlaceToAddIt) {
  write(root / "jigyosho_130.csv",
        importing::header + importing::row({{"service", "見守り"}, {"number", "1499999998"}}));
  EXPECT_FALSE(import_again());
  auto const told = run.diagnostics.sorted(run.sources);
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].message.ja, "「サービス」に選べる値の中に「見守り」がないので、何も書きこんでいません。");
  EXPECT_THAT(told[0].hint.ja,
              testing::MatchesRegex("lists/facilities/schema.json の[0-9]+行目からの「services」の enum "
                                    "に「見守り」を書き足して、もう一度取り込んでください。"));
  EXPECT_EQ(listed(), "[]\n");
}

TEST_F(SecondImport, RefusesAFileWhoseLastCharacterIsCutInHalf) {
  auto const whole = importing::header + importing::row() + importing::row({{"note", "見本"}});
  for (std::size_t lost : {3, 4}) {  // the line end and a part of 本
    commands::Run run;
    write(root / "jigyosho_130.csv", whole.substr(0, whole.size() - lost));
    EXPECT_FALSE(import_again(run));
    auto const told = run.diagnostics.sorted(run.sources);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].message.ja, "ファイルが途中で切れています。");
    EXPECT_EQ(run.sources.place(told[0].at).line, 3u);
  }
}

/// A site of two municipalities, the second of which is imported.
TEST(ImportIntoASiteOfSeveral, ShowsTheOfficesOnThePagesOfTheirMunicipality) {
  TestFolder const folder;
  fs::path const root = folder.root, source = TEBIKI_SOURCE_DIR;
  write(root / "content/site.json",
        R"({"name": "見本", "areas": [{"id": "atsugi", "label": "厚木市", "municipality": {"code": "142123"}},
                                      {"id": "aikawa", "label": "愛川町", "municipality": {"code": "144011"}}]})");
  write(root / "content/lists/facilities/schema.json",
        base::read_file(source / "content/lists/facilities/schema.json").value_or(""));
  write(root / "jigyosho_130.csv",
        importing::header +
            importing::row({{"code", "144011"}, {"city", "愛川町"}, {"address", "神奈川県愛甲郡愛川町見本1-2"}}));
  Settings const settings{
      {root / "content", source / "templates", source / "assets", root / "output"}, {2026, 10, 15}, 1};
  commands::Run run;
  ASSERT_TRUE(import({"mhlw-care", {root / "jigyosho_130.csv"}, "facilities", "144011", Writing::real}, settings, run));
  auto const produced = produce(Inputs(settings.folders), settings, {Painting::left_out, {}}, run);
  for (auto const& told : run.diagnostics.sorted(run.sources)) EXPECT_EQ(told.code, "unconfirmed") << told.message.ja;
  std::vector<std::string> pages;
  for (auto const& file : produced.files) {
    if (file.path.ends_with("facilities/1499999999/index.html")) pages.push_back(file.path);
  }
  EXPECT_THAT(pages,
              UnorderedElementsAre("facilities/1499999999/index.html", "aikawa/facilities/1499999999/index.html"));
}

TEST(Import, NamesTheSourcesThatThereAre) {
  commands::Run run;
  try {
    import({"mhlw-cure", {}, "facilities", "142034", Writing::dry}, {}, run);
    FAIL() << "took it for a source";
  } catch (base::Failure const& failure) {
    EXPECT_EQ(failure.message().ja, "「mhlw-cure」という取り込み元はありません。「mhlw-care」のことでしょうか。");
  }
}

}  // namespace
}  // namespace tebiki::commands
