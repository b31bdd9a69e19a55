#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "source.hpp"
#include "source_dir.hpp"

namespace tebiki::importing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(SecondImport, OfTheSameFilesChangesNothing) {
  Trial trial;
  trial.file("jigyosho_130.csv",
             header + row({{"days", "平日"}}) + row({{"service", "通所介護"}, {"days", "土曜日"}, {"capacity", "9"}}));
  Imported const first = trial.run();
  trial.existing = first.records;
  Imported const second = trial.run();
  EXPECT_EQ(records_json(second.records), records_json(first.records));
  EXPECT_EQ(second.unchanged, 1U);
  EXPECT_THAT(second.changes, IsEmpty());
}

TEST(SecondImport, KeepsWhatStaffAdded) {
  Trial trial;
  trial.existing = {object({member("id", "1499999999"), member("suction", "yes"), member("name", "古い名前"),
                            member("fax", "0463-00-0077"), list_member("areas", {"旭地区"}),
                            member("address", "神奈川県平塚市見本町1番2号"), member("confirmed", "2026-04-01"),
                            list_member("services", {"病院", "訪問介護"})})};
  trial.file("jigyosho_130.csv", header + row());
  Imported const imported = trial.run();
  model::Value const& record = imported.records.at(0);
  EXPECT_EQ(record.text_of("suction"), "yes");
  EXPECT_EQ(record.text_of("confirmed"), "2026-04-01");
  EXPECT_EQ(record.text_of("fax"), "0463-00-0077");
  EXPECT_EQ(record.text_of("name"), "見本ケア");
  EXPECT_EQ(record.text_of("address"), "神奈川県平塚市見本町1番2号") << "the fuller spelling of the same address";
  EXPECT_EQ(model::to_json(*record.find("areas")), R"(["旭地区"])");
  EXPECT_EQ(model::to_json(*record.find("services")), R"(["病院", "訪問介護", "訪問看護"])");
  EXPECT_EQ(record.object()->front().key, "id");
  EXPECT_EQ(imported.changed, 1U);
  ASSERT_THAT(imported.changes, SizeIs(1));
  EXPECT_THAT(imported.changes[0].fields,
              ElementsAre("name", "kana", "services", "office_number", "tel", "coordinates"));
  EXPECT_EQ(summary(imported).en, "1 offices: 0 new, 1 changed, 0 as before. 0 records without source. 0 doubts.");
}

std::map<std::string, std::string> const contacts = {
    {"tel", "0463-00-0001"}, {"fax", "0463-00-0002"}, {"url", "https://mihon.example/"}};
std::map<std::string, std::string> const no_contacts = {{"tel", ""}, {"fax", "　"}, {"url", ""}};

TEST(SecondImport, KeepsContactsThatTheSourceWithdrewAndSaysSo) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row(contacts));
  trial.existing = trial.run().records;
  EXPECT_THAT(trial.messages(), IsEmpty());
  trial.files.clear();
  trial.file("jigyosho_130.csv", header + row(no_contacts));
  Imported const second = trial.run();
  EXPECT_EQ(records_json(second.records), records_json(trial.existing));
  EXPECT_THAT(
      trial.messages(),
      ElementsAre(
          "事業所番号 1499999999 の「電話番号」は、元のデータで空欄になりました。前の値「0463-00-0001」を残しました。",
          "事業所番号 1499999999 の「FAX」は、元のデータで空欄になりました。前の値「0463-00-0002」を残しました。",
          "事業所番号 1499999999 "
          "の「URL」は、元のデータで空欄になりました。前の値「https://mihon.example/」を残しました。"));
  auto const first = trial.mistakes().at(0);
  EXPECT_EQ(first.code, "import-withdrawn");
  EXPECT_THAT(trial.place(first), HasSubstr("jigyosho_130.csv:2:"));
  EXPECT_EQ(first.hint.ja, "電話などで確かめ、使われていなければ消してください。");
  EXPECT_EQ(first.message.en,
            "Office 1499999999: its telephone number is blank in the files now. "
            "\"0463-00-0001\" was kept.");
}

TEST(SecondImport, DoesNotCallAContactWithdrawnThatAnotherRowStillGives) {
  Trial trial;
  auto other_service = contacts;
  other_service["service"] = "通所介護";
  trial.file("jigyosho_130.csv", header + row(no_contacts) + row(other_service));
  trial.existing = trial.run().records;
  trial.run();
  EXPECT_THAT(trial.messages(), IsEmpty());
}

TEST(SecondImport, DoesNotCallAContactWithdrawnWhoseFileWasNotGiven) {
  Trial trial;
  auto other_service = contacts;
  other_service["service"] = "通所介護";
  trial.file("jigyosho_130.csv", header + row(no_contacts));
  trial.file("jigyosho_150.csv", header + row(other_service));
  trial.existing = trial.run().records;
  trial.files.pop_back();
  trial.run();
  EXPECT_THAT(trial.messages(), IsEmpty());
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
  trial.existing = {object({member("id", "1499999999"), list_member("services", {"訪問看護", "通所介護"})})};
  trial.file("jigyosho_130.csv", header + row() + row({{"service", "通所介護"}, {"number", "1499999998"}}));
  EXPECT_EQ(model::to_json(*trial.run().records.at(0).find("services")), R"(["訪問看護"])");
}

TEST(SecondImport, TakesAwayDetailsThatNoLongerDiffer) {
  Trial trial;
  trial.file("jigyosho_130.csv", header + row({{"capacity", "9"}}) + row({{"service", "通所介護"}}));
  trial.existing = trial.run().records;
  ASSERT_NE(trial.existing[0].find("service_details"), nullptr);
  trial.files.clear();
  trial.file("jigyosho_150.csv", header + row({{"capacity", "9"}}) + row({{"service", "通所介護"}, {"capacity", "9"}}));
  model::Value const record = trial.run().records.at(0);
  EXPECT_EQ(record.find("service_details"), nullptr);
  EXPECT_EQ(model::to_json(*record.find("capacity")), "9");
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
  Imported const second = trial.run();
  EXPECT_EQ(records_json(second.records), records_json(first.records));
  EXPECT_EQ(second.unchanged, 71U);
}

}  // namespace
}  // namespace tebiki::importing
