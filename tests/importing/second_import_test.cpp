#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "source_dir.hpp"
#include "trial.hpp"

namespace tebiki::importing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

TEST(SecondImport, OfTheSameFilesChangesNothing) {
  Trial trial;
  trial.file("jigyosho_130.csv",
             header + row({{"days", "平日"}}) + row({{"service", "通所介護"}, {"days", "土曜日"}, {"capacity", "9"}}));
  Imported const first = trial.run();
  trial.existing = first.records;
  trial.baseline = first.baseline;
  Imported const second = trial.run();
  EXPECT_EQ(records_json(second.records, trial.sources), records_json(first.records, trial.sources));
  EXPECT_EQ(baseline_json(second.baseline), baseline_json(first.baseline));
  EXPECT_EQ(second.unchanged, 1U);
  EXPECT_EQ(reported(second), "1件：新規 0、変更 0、変わらず 1。元のデータにない記録 0。確かめたい点 0。\n");
}

std::map<std::string, std::string> const given = {
    {"tel", "0463-00-0001"}, {"fax", "0463-00-0002"}, {"url", "https://mihon.example/"},
    {"days", "平日"},        {"corp", "見本会"},      {"capacity", "9"}};
std::map<std::string, std::string> const blank = {{"tel", ""},  {"fax", "　"}, {"url", ""},
                                                  {"days", ""}, {"corp", ""},  {"capacity", "0"}};

TEST(SecondImport, KeepsEveryFieldThatTheSourceWithdrewAndSaysSoOnce) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row(given));
  Imported const first = trial.run();
  EXPECT_THAT(trial.messages(), IsEmpty());
  trial.next(first);
  trial.file("jigyosho_130.csv", header + row(blank));
  Imported const second = trial.run();
  EXPECT_EQ(records_json(second.records, trial.sources), records_json(first.records, trial.sources));
  auto const withdrawn = [](std::string const& label, std::string const& value) {
    return "事業所番号 1499999999 の「" + label + "」は、元のデータで空欄になりました。前の値「" + value +
           "」を残しました。";
  };
  EXPECT_THAT(trial.messages(),
              UnorderedElementsAre(withdrawn("電話", "0463-00-0001"), withdrawn("fax", "0463-00-0002"),
                                   withdrawn("url", "https://mihon.example/"), withdrawn("days", "平日"),
                                   withdrawn("corporation", "見本会"), withdrawn("定員・病床数", "9")));
  auto const told = trial.mistakes().at(0);
  EXPECT_EQ(told.code, "import-withdrawn");
  EXPECT_THAT(trial.place(told), HasSubstr("jigyosho_130.csv:2:"));
  EXPECT_EQ(told.hint.ja, "電話などで確かめ、使われていなければ消してください。");
  trial.next(second);
  trial.file("jigyosho_130.csv", header + row(blank));
  EXPECT_EQ(trial.run().doubts, 0U) << "told once";
}

TEST(SecondImport, TellsAConflictOfTheSourceOnceUntilOneSideChanges) {
  Trial trial;
  auto const doubts = [&](char const* first, char const* second) {
    trial.file("jigyosho_130.csv",
               header + row({{"corpnum", first}}) + row({{"service", "通所介護"}, {"corpnum", second}}));
    Imported const imported = trial.run();
    trial.next(imported);
    return imported.doubts;
  };
  EXPECT_EQ(doubts("1111111111111", "5021001036547"), 1U);
  EXPECT_EQ(doubts("1111111111111", "5021001036547"), 0U) << "staff left the value as it is";
  EXPECT_EQ(doubts("1111111111111", "5021001036547"), 0U);
  EXPECT_EQ(doubts("1111111111111", "2222222222222"), 1U) << "the other value is a new one";
  EXPECT_EQ(doubts("1111111111111", "1111111111111"), 0U);
  EXPECT_EQ(doubts("1111111111111", "2222222222222"), 1U) << "it had been settled in between";
}

TEST(SecondImport, RemembersTheConflictsThatItToldInTheFileBesideTheList) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row({{"tel", "0463-00-0001"}}) + row({{"tel", "0463-00-0002"}}));
  EXPECT_THAT(baseline_json(trial.run().baseline),
              HasSubstr(R"("conflicts": [["電話番号", "0463000001", "0463000002"]])"));
}

TEST(SecondImport, DoesNotCallAContactWithdrawnThatAnotherRowStillGives) {
  Trial trial;
  auto other_service = given;
  other_service["service"] = "通所介護";
  trial.file("jigyosho_130.csv", header + row(blank) + row(other_service));
  trial.next(trial.run());
  trial.file("jigyosho_130.csv", header + row(blank) + row(other_service));
  trial.run();
  EXPECT_THAT(trial.messages(), IsEmpty());
}

TEST(SecondImport, KeepsWhatTheFileOfAnotherServiceGaveWhenItIsNotThereAgain) {
  Trial trial;
  auto other_service = given;
  other_service["service"] = "通所介護";
  other_service["tel"] = "0463-00-0009";
  other_service["days"] = "土曜日";
  trial.file("jigyosho_130.csv", header + row({{"days", "平日"}}));
  trial.file("jigyosho_150.csv", header + row(other_service));
  Imported const first = trial.run();
  trial.next(first);
  trial.file("jigyosho_130.csv", header + row({{"days", "平日"}}));
  Imported const second = trial.run();
  EXPECT_THAT(trial.messages(), IsEmpty());
  EXPECT_EQ(records_json(second.records, trial.sources), records_json(first.records, trial.sources));
}

TEST(Import, LeavesOutAnOfficeThatAnotherFileOfTheListHas) {
  Trial trial;
  trial.elsewhere = {
      {object({member("id", "mihon"), member("office_number", "1499999999")}), "lists/facilities/facilities.json:12"}};
  trial.file("jigyosho_130.csv", header + row() + row({{"number", "1499999998"}}));
  Imported const imported = trial.run();
  ASSERT_THAT(imported.records, SizeIs(1));
  EXPECT_EQ(imported.records[0].text_of("id"), "1499999998");
  EXPECT_EQ(imported.added, 1U);
  EXPECT_THAT(trial.messages(),
              ElementsAre("事業所番号 1499999999 は、lists/facilities/facilities.json:12 にもあります。"
                          "二重に載らないよう、取り込みませんでした。"));
  EXPECT_EQ(trial.mistakes().at(0).code, "import-already-listed");
  EXPECT_THAT(trial.place(trial.mistakes().at(0)), HasSubstr("jigyosho_130.csv:2:"));
}

TEST(SecondImport, TakesAwayAServiceThatTheFilesKnowButTheOfficeNoLongerHas) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row() + row({{"service", "通所介護"}}));
  trial.next(trial.run());
  trial.file("jigyosho_130.csv", header + row() + row({{"service", "通所介護"}, {"number", "1499999998"}}));
  EXPECT_EQ(model::to_json(*trial.run().records.at(0).find("services")), R"(["訪問看護"])");
}

TEST(SecondImport, TakesAwayDetailsThatNoLongerDiffer) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row({{"capacity", "9"}}) + row({{"service", "通所介護"}}));
  trial.next(trial.run());
  ASSERT_NE(trial.existing[0].find("service_details"), nullptr);
  trial.file("jigyosho_150.csv", header + row({{"capacity", "9"}}) + row({{"service", "通所介護"}, {"capacity", "9"}}));
  Imported const second = trial.run();
  EXPECT_EQ(second.records.at(0).find("service_details"), nullptr);
  EXPECT_EQ(model::to_json(*second.records.at(0).find("capacity")), "9");
  trial.next(second);
  trial.file("jigyosho_130.csv", header + row({{"capacity", "9"}}) + row({{"service", "通所介護"}}));
  model::Value const third = trial.run().records.at(0);
  EXPECT_NE(third.find("service_details"), nullptr);
  EXPECT_EQ(third.find("capacity"), nullptr) << "the rows say it now";
  EXPECT_THAT(trial.messages(), IsEmpty());
}

TEST(SecondImport, KeepsARecordThatTheSourceLostAndSaysSo) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row());
  trial.existing = {
      object({member("id", "1488888888"), member("name", "見本 消えた事業所"), list_member("services", {"訪問看護"})}),
      object({member("id", "mihon-clinic"), member("name", "見本 診療所"), list_member("services", {"診療所"})}),
      object({member("id", "1477777777"), list_member("services", {"通所介護"})}),
      object(
          {member("id", "1466666666"), list_member("services", {"訪問看護"}), member("address", "神奈川県秦野市1-1")})};
  Imported const imported = trial.run();
  EXPECT_THAT(imported.records, SizeIs(5));
  EXPECT_EQ(imported.vanished, 1U);
  EXPECT_THAT(trial.messages(),
              ElementsAre("「見本 消えた事業所」（事業所番号 1488888888）が、取り込むファイルにありません。"));
}

std::filesystem::path const national = std::filesystem::path(TEBIKI_SOURCE_DIR) / "../shared/data/mhlw_kaigo";

TEST(NationalOpenData, GivesSeventyOneOfficesOfHiratsuka) {
  if (!std::filesystem::is_directory(national)) GTEST_SKIP() << "the national open data is not on this machine";
  Trial trial;
  for (auto const& entry : std::filesystem::directory_iterator(national)) {
    std::ifstream in(entry.path(), std::ios::binary);
    trial.file(entry.path().string(), {std::istreambuf_iterator<char>(in), {}});
  }
  Imported const first = trial.run();
  EXPECT_THAT(first.records, SizeIs(71));
  EXPECT_FALSE(trial.diagnostics.has_errors());
  EXPECT_THAT(trial.messages(),
              Contains(AllOf(HasSubstr("1452080034 の住所が食い違っています"), HasSubstr("出縄88番地"),
                             HasSubstr("jigyosho_160.csv:2255"), HasSubstr("高村203番21"))));
  for (model::Value const& record : first.records) {
    for (char const* needed : {"id", "name", "kana", "services", "address", "areas", "tel", "coordinates"}) {
      EXPECT_NE(record.find(needed), nullptr) << record.text_of("id") << " has no " << needed;
    }
  }
  trial.existing = first.records;
  trial.baseline = first.baseline;
  Imported const second = trial.run();
  EXPECT_EQ(records_json(second.records, trial.sources), records_json(first.records, trial.sources));
  EXPECT_EQ(second.unchanged, 71U);
}

}  // namespace
}  // namespace tebiki::importing
