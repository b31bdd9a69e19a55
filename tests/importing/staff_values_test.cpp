#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "trial.hpp"

namespace tebiki::importing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Cells = std::map<std::string, std::string>;

/// A list that one import filled.
struct Filled : Trial {
  explicit Filled(std::string const& rows = row()) { again(rows); }
  Imported again(std::string const& rows) {
    files.clear();
    file("jigyosho_130.csv", header + rows);
    Imported imported = run();
    existing = imported.records;
    baseline = imported.baseline;
    return imported;
  }
  model::Object& record() { return std::get<model::Object>(existing.at(0).data); }
  void staff_set(std::string const& key, model::Value value) {
    staff_remove(key);
    record().push_back({key, {}, std::move(value)});
  }
  void staff_remove(std::string const& key) {
    std::erase_if(record(), [&](model::Member const& member) { return member.key == key; });
  }
  std::string listed(std::string const& key) const {
    auto const* value = existing.at(0).find(key);
    return value ? model::to_json(*value) : "";
  }
};

TEST(StaffsValue, StaysWhereTheSourceSaysTheSameAsBefore) {
  Filled list;
  list.staff_set("tel", {"0463-00-0099", {}});
  list.staff_set("confirmed", {"2026-04-01", {}});
  Imported const second = list.again(row());
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0099")");
  EXPECT_EQ(list.listed("confirmed"), R"("2026-04-01")");
  EXPECT_EQ(second.unchanged, 1U);
  EXPECT_THAT(list.messages(), IsEmpty());
}

TEST(StaffsValue, GivesWayToTheSourcesWhereStaffChangedNothing) {
  Filled list;
  Imported const second = list.again(row({{"tel", "0463-00-0002"}}));
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0002")");
  EXPECT_EQ(reported(second),
            "変更  見本ケア（1499999999）  tel：「0463-00-0001」→「0463-00-0002」\n"
            "1件：新規 0、変更 1、変わらず 0。元のデータにない記録 0。確かめたい点 0。\n");
  EXPECT_EQ(report(second, {}, "").en,
            "changed  見本ケア (1499999999)  tel: “0463-00-0001” -> “0463-00-0002”\n"
            "1 offices: 0 new, 1 changed, 0 as before. 0 records without source. 0 doubts.\n");
}

TEST(StaffsValue, StaysWhereBothChangedItAndAllThreeAreTold) {
  Filled list;
  list.staff_set("tel", {"0463-00-0099", {}});
  list.again(row({{"tel", "0463-00-0002"}}));
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0099")");
  ASSERT_THAT(list.mistakes(), SizeIs(1));
  base::Diagnostic const told = list.mistakes()[0];
  EXPECT_EQ(told.code, "import-kept");
  EXPECT_THAT(list.place(told), HasSubstr("jigyosho_130.csv:2:"));
  EXPECT_EQ(told.message.ja,
            "事業所番号 1499999999 の電話が、一覧でも元のデータでも変わりました。前回は「0463-00-0001」、"
            "一覧では「0463-00-0099」、元のデータでは「0463-00-0002」です。");
  EXPECT_EQ(told.hint.ja, "一覧の値を残しました。元のデータのほうが正しければ、一覧を直してください。");
  EXPECT_EQ(list.again(row({{"tel", "0463-00-0002"}})).doubts, 0U) << "told once";
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0099")");
}

TEST(StaffsValue, ThatTheSourceTakesOverIsNoConflict) {
  Filled list;
  list.staff_set("tel", {"0463-00-0002", {}});
  list.again(row({{"tel", "0463-00-0002"}}));
  EXPECT_THAT(list.messages(), IsEmpty());
  list.again(row({{"tel", "0463-00-0003"}}));
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0003")") << "it is the source's again";
}

TEST(StaffsValue, ThatWasTakenAwayStaysAway) {
  Filled list(row({{"url", "https://mihon.example/"}}));
  list.staff_remove("url");
  list.again(row({{"url", "https://mihon.example/"}}));
  EXPECT_EQ(list.listed("url"), "");
  EXPECT_THAT(list.messages(), IsEmpty());
  list.again(row({{"url", "https://new.example/"}}));
  EXPECT_EQ(list.listed("url"), "");
  EXPECT_THAT(list.messages(), ElementsAre(HasSubstr("前回は「https://mihon.example/」、一覧では「（なし）」、"
                                                     "元のデータでは「https://new.example/」です。")));
}

TEST(StaffsValue, InOneServiceStaysWhileAnotherServiceChanges) {
  auto const rows = [](char const* nursing, char const* day_care) {
    return row({{"capacity", nursing}}) + row({{"service", "通所介護"}, {"capacity", day_care}});
  };
  Filled list(rows("9", "20"));
  list.staff_set("services", list_member("", {"病院", "訪問看護"}).value);
  auto details = *list.existing[0].find("service_details");
  std::get<model::Object>(std::get<model::Values>(details.data)[0].data).push_back(member("note", "見本の注"));
  list.staff_set("service_details", details);
  list.again(rows("10", "25"));
  EXPECT_EQ(list.listed("services"), R"(["病院", "訪問看護"])")
      << "staff took 通所介護 away and the source is as before";
  EXPECT_EQ(list.listed("service_details"), R"([{"service": "訪問看護", "capacity": 10, "note": "見本の注"}, )"
                                            R"({"service": "通所介護", "capacity": 25}])");
  EXPECT_THAT(list.messages(), IsEmpty());
  list.again(rows("10", "25") + row({{"service", "訪問介護"}}));
  EXPECT_EQ(list.listed("services"), R"(["病院", "訪問介護", "訪問看護"])");
}

TEST(StaffsValue, IsCalledByTheLabelOfItsFieldInEveryLine) {
  Filled list;
  Imported const second = list.again(row({{"tel", "0463-00-0002"}}));
  EXPECT_THAT(report(second, list.schema, "").ja, HasSubstr("  電話：「0463-00-0001」→"));
  list.staff_set("tel", {"0463-00-0099", {}});
  list.again(row({{"tel", "0463-00-0003"}}));
  EXPECT_THAT(list.messages(), ElementsAre(HasSubstr("事業所番号 1499999999 の電話が、")));
}

std::string const two_numbers = row({{"service", "訪問入浴介護"}, {"tel", "0463-00-0011"}}) +
                                row({{"service", "福祉用具貸与"}, {"tel", "0463-00-0033"}});
/// The rows as a list has them that was made when every row still said its number.
model::Value rows_with_all_numbers(model::Object more = {}) {
  more.insert(more.begin(), {member("service", "訪問入浴介護"), member("tel", "0463-00-0011")});
  return {model::Values{object(more), object({member("service", "福祉用具貸与"), member("tel", "0463-00-0033")})}, {}};
}

TEST(StaffsValue, OfTheNumberIsNotContradictedByTheRowOfAService) {
  Filled list(two_numbers);
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0011")");
  list.staff_set("tel", {"0463-00-0099", {}});
  list.again(two_numbers);
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0099")");
  EXPECT_EQ(list.listed("service_details"),
            R"([{"service": "訪問入浴介護"}, {"service": "福祉用具貸与", "tel": "0463-00-0033"}])");
  EXPECT_THAT(list.messages(), IsEmpty());
}

/// A list of two numbers as it was when every row still said its own; nothing else has changed since.
struct OlderList : Filled {
  explicit OlderList(model::Value details = rows_with_all_numbers()) : Filled(two_numbers) {
    staff_set("service_details", std::move(details));
    for (model::Member& field : baseline.at("1499999999").fields) {
      if (field.key == "service_details") field.value = rows_with_all_numbers();
    }
  }
};

TEST(StaffsValue, LosesTheRepetitionOfTheOldNumberInAnOlderList) {
  OlderList list;
  list.staff_set("tel", {"0463-00-0099", {}});
  EXPECT_EQ(list.again(two_numbers).changed, 1U);
  EXPECT_EQ(list.listed("service_details"),
            R"([{"service": "訪問入浴介護"}, {"service": "福祉用具貸与", "tel": "0463-00-0033"}])");
  EXPECT_THAT(list.messages(), IsEmpty());
  EXPECT_EQ(list.again(two_numbers).unchanged, 1U);
}

TEST(StaffsValue, StandsBesideARepetitionThatGoes) {
  OlderList list(rows_with_all_numbers({member("note", "見本の注")}));
  list.again(two_numbers);
  EXPECT_EQ(list.listed("service_details"), R"([{"service": "訪問入浴介護", "note": "見本の注"}, )"
                                            R"({"service": "福祉用具貸与", "tel": "0463-00-0033"}])");
  EXPECT_THAT(list.messages(), IsEmpty());
}

TEST(StaffsValue, InARowIsNoRepetition) {
  OlderList list({model::Values{object({member("service", "訪問入浴介護"), member("tel", "0463-00-0077")})}, {}});
  list.again(two_numbers);
  EXPECT_EQ(list.listed("service_details"), R"([{"service": "訪問入浴介護", "tel": "0463-00-0077"}])");
}

TEST(StaffsValue, IsNotAskedForARepetitionWhereNothingIsKnownOfTheLastImport) {
  OlderList list;
  list.baseline.clear();
  list.again(two_numbers);
  EXPECT_EQ(list.listed("service_details"),
            R"([{"service": "訪問入浴介護"}, {"service": "福祉用具貸与", "tel": "0463-00-0033"}])");
  EXPECT_THAT(list.messages(), IsEmpty());
}

TEST(StaffsValue, OfTheTownIsNotCalledTheAddress) {
  Filled list;
  list.staff_set("areas", list_member("", {"旭地区"}).value);
  list.again(row({{"address", "神奈川県平塚市別町3"}}));
  EXPECT_THAT(list.messages(), ElementsAre("事業所番号 1499999999 の地域が、一覧でも元のデータでも変わりました。"
                                           "前回は「見本町」、一覧では「旭地区」、元のデータでは「別町」です。"));
}

/// A list whose schema has a day of confirmation under any key.
struct Confirmed : Filled {
  explicit Confirmed(std::string const& rows) : Filled(rows) {
    schema.fields.emplace_back();
    schema.fields.back().key = "asked_on";
    schema.fields.back().label = "確認日";
    schema.fields.back().role = model::Role::confirmed;
    schema.fields.back().kind = model::FieldKind::date;
    staff_set("asked_on", {"2026-04-01", {}});
  }
};

TEST(StaffsValue, OfTheDayOfConfirmationDoesNotVouchForANumberThatChangedAfterIt) {
  Confirmed list(row());
  Imported const changed = list.again(row({{"tel", "0463-00-0002"}}));
  EXPECT_THAT(report(changed, list.schema, "").ja,
              HasSubstr("確認  見本ケア（1499999999）  「確認日」（2026-04-01）は、変わる前の電話を確かめた日です。"
                        "事業所に確かめ直して、日付を書き直してください。\n"));
  EXPECT_EQ(list.listed("asked_on"), R"("2026-04-01")");
  Imported const same = list.again(row({{"tel", "0463-00-0002"}}));
  EXPECT_EQ(report(same, list.schema, "").ja.find("確認  "), std::string::npos) << "told once";
}

TEST(StaffsValue, OfTheDayOfConfirmationHoldsForTheNumberThatStaffWrote) {
  Confirmed list(row());
  list.staff_set("tel", {"0463-00-0099", {}});
  Imported const second = list.again(row({{"tel", "0463-00-0002"}, {"lat", "35.332"}}));
  EXPECT_EQ(report(second, list.schema, "").ja.find("確認  "), std::string::npos);
}

TEST(StaffsValue, SettlesAConflictOfTheSource) {
  std::string const rows =
      row({{"corpnum", "1111111111111"}}) + row({{"service", "通所介護"}, {"corpnum", "5021001036547"}});
  Filled list(rows);
  EXPECT_THAT(list.mistakes(), SizeIs(1));
  list.baseline.at("1499999999").conflicts.clear();  // as if it had not been told
  list.staff_set("corporate_number", {"5021001036547", {}});
  EXPECT_EQ(list.again(rows).doubts, 0U);
  EXPECT_EQ(list.listed("corporate_number"), R"("5021001036547")");
}

TEST(StaffsValue, SettlesAConflictAlsoByBeingTakenAway) {
  std::string const rows =
      row({{"corpnum", "1111111111111"}}) + row({{"service", "通所介護"}, {"corpnum", "5021001036547"}});
  Filled list(rows);
  list.baseline.at("1499999999").conflicts.clear();  // as if it had not been told
  list.staff_remove("corporate_number");
  EXPECT_EQ(list.again(rows).doubts, 0U);
  EXPECT_EQ(list.listed("corporate_number"), "");
}

TEST(StaffsValue, SettlesACellThatCouldNotBeRead) {
  Filled list(row({{"tel", "0463-00"}}));
  EXPECT_THAT(list.mistakes(), SizeIs(1));
  list.staff_set("tel", {"0463-00-0099", {}});
  EXPECT_EQ(list.again(row({{"tel", "0463-00"}})).doubts, 0U);
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0099")");
}

TEST(StaffsValue, IsNeverLostWhereNothingIsKnownOfTheLastImport) {
  Filled list;
  list.baseline.clear();
  list.staff_set("name", {"見本の名前", {}});
  list.staff_set("areas", list_member("", {"旭地区"}).value);
  list.staff_set("services", list_member("", {"病院", "通所介護", "訪問看護"}).value);
  list.staff_set("address", {"神奈川県平塚市見本町一丁目2番", {}});
  list.staff_remove("tel");
  Imported const second = list.again(row({{"address", "神奈川県平塚市見本町1-2"}, {"fax", "0463-00-0002"}}) +
                                     row({{"service", "通所介護"}, {"number", "1499999998"}}));
  EXPECT_EQ(list.listed("name"), R"("見本の名前")");
  EXPECT_EQ(list.listed("areas"), R"(["旭地区"])");
  EXPECT_EQ(list.listed("services"), R"(["病院", "通所介護", "訪問看護"])");
  EXPECT_EQ(list.listed("address"), R"("神奈川県平塚市見本町一丁目2番")");
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0001")") << "what is missing comes from the source";
  EXPECT_EQ(list.listed("fax"), R"("0463-00-0002")");
  EXPECT_THAT(list.messages(),
              ElementsAre("事業所番号 1499999999 の名称が、一覧では「見本の名前」、元のデータでは「見本ケア」です。",
                          "事業所番号 1499999999 のサービス「通所介護」が、元のデータにありません。"));
  EXPECT_THAT(second.changes, SizeIs(1));
}

TEST(StaffsValue, SurvivesAnImportThatWasKilledBeforeItKeptWhatTheSourceSaid) {
  Filled list;
  Baseline const before = list.baseline;
  list.staff_set("fax", {"0463-00-0077", {}});
  list.again(row({{"tel", "0463-00-0002"}}));
  list.baseline = before;  // the list was written, the baseline was not
  list.staff_set("tel", {"0463-00-0099", {}});
  list.again(row({{"tel", "0463-00-0002"}}));
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0099")");
  EXPECT_EQ(list.listed("fax"), R"("0463-00-0077")");
}

TEST(StaffsValue, OfARecordThatTheyTookOutStaysOut) {
  Filled list;
  list.existing.clear();
  Imported const second = list.again(row());
  EXPECT_THAT(second.records, IsEmpty());
  EXPECT_THAT(reported(second),
              HasSubstr("見送り  1499999999：一覧から消されているので、載せませんでした。載せるときは、"
                        "lists/facilities/mhlw-care.json に {\"id\": \"1499999999\"} と"));
  EXPECT_THAT(list.again(row()).records, IsEmpty()) << "also the next time";
  list.existing = {object({member("id", "1499999999")})};
  list.again(row());
  EXPECT_EQ(list.listed("tel"), R"("0463-00-0001")") << "asked for again";
}

TEST(Numbers, KeepAllTheirDigits) {
  base::Sources sources;
  std::string const text = R"([{"id": "a", "big": 12345678901234567890, "price": 1.50}])";
  auto const file = sources.add("list.json", text);
  auto const at = [&](char const* digits) {
    return base::SourceLocation{file, static_cast<std::uint32_t>(text.find(digits))};
  };
  std::vector<model::Value> const records = {object({member("id", "a"),
                                                     {"big", {}, {12345678901234567890.0, at("123")}},
                                                     {"price", {}, {1.5, at("1.50")}},
                                                     {"changed", {}, {7.0, at("123")}}})};
  std::string const json = records_json(records, sources);
  EXPECT_THAT(json, HasSubstr("\"big\": 12345678901234567890,"));
  EXPECT_THAT(json, HasSubstr("\"price\": 1.50,"));
  EXPECT_THAT(json, HasSubstr("\"changed\": 7\n"));
}

}  // namespace
}  // namespace tebiki::importing
