// Into which fields of a list an import writes.
#include "importing/office.hpp"

#include <gmock/gmock.h>

#include "trial.hpp"

namespace tebiki::importing {
namespace {

using model::FieldKind;
using model::Role;
using testing::ElementsAre;

model::Field field(std::string key, std::string label, FieldKind kind = FieldKind::text, Role role = Role::none) {
  model::Field field;
  field.key = std::move(key);
  field.label = std::move(label);
  field.kind = kind;
  field.role = role;
  field.type = model::JsonType::string;
  return field;
}

/// A list that calls nothing as the sample does.
model::Schema other_words() {
  model::Schema schema;
  schema.title = "名簿";
  schema.fields = {field("shisetsu", "施設の名前", FieldKind::text, Role::name),
                   field("yomi", "読み", FieldKind::kana, Role::reading),
                   field("denwa", "代表", FieldKind::tel, Role::telephone),
                   field("basho", "所在地", FieldKind::address, Role::address),
                   field("chizu", "地図", FieldKind::coordinates),
                   field("web", "ホームページ", FieldKind::uri),
                   field("bangou", "事業所番号"),
                   field("shurui", "サービスの種類", FieldKind::choices),
                   field("kubun", "町", FieldKind::text, Role::area),
                   field("uchiwake", "サービスごとの内容", FieldKind::rows)};
  schema.fields.back().fields = {field("service", "サービス"), field("tel", "電話", FieldKind::tel, Role::telephone),
                                 field("teiin", "定員")};
  return schema;
}

std::vector<std::string> keys_of(model::Value const& record) {
  std::vector<std::string> keys;
  for (auto const& member : *record.object()) keys.push_back(member.key);
  return keys;
}

TEST(ImportFields, AreThoseThatTheSchemaGivesTheRoleOrLabelOrKind) {
  Trial trial;
  trial.schema = other_words();
  auto const record = trial.record(row({{"url", "https://example.jp/"}}));
  EXPECT_THAT(keys_of(record),
              ElementsAre("id", "shisetsu", "yomi", "shurui", "bangou", "basho", "kubun", "denwa", "chizu", "web"));
  EXPECT_EQ(record.text_of("kubun"), "見本町");
  EXPECT_TRUE(fits({record}, trial.schema, trial.sources, trial.diagnostics));
}

TEST(ImportFields, OfServicesAreThoseOfTheRows) {
  Trial trial;
  trial.schema = other_words();
  auto const record = trial.record(row({{"capacity", "20"}}) +
                                   row({{"service", "通所介護"}, {"tel", "0463-00-0002"}, {"capacity", "30"}}));
  EXPECT_EQ(model::to_json(*record.find("uchiwake")),
            R"([{"service": "訪問看護", "teiin": 20}, {"service": "通所介護", "teiin": 30, "tel": "0463-00-0002"}])");
}

TEST(ImportFields, AreMergedUnderTheKeysOfTheList) {
  Trial trial;
  trial.schema = other_words();
  trial.file("jigyosho_130.csv", header + row() + row({{"service", "通所介護"}, {"tel", "0463-00-0002"}}));
  trial.next(trial.run());
  trial.file("jigyosho_130.csv", header + row({{"address", "平塚市見本町１丁目２"}, {"tel", "0463-00-0003"}}) +
                                     row({{"service", "通所介護"}, {"tel", "0463-00-0002"}}));
  auto const imported = trial.run();
  EXPECT_EQ(imported.records.at(0).text_of("denwa"), "0463-00-0003");
  EXPECT_THAT(report(imported, trial.schema, "").ja, testing::HasSubstr("代表：「0463-00-0001」→「0463-00-0003」"));
}

TEST(ImportFields, TheRoleGoesBeforeTheUsualKey) {
  Trial trial;
  trial.schema.fields = {field("tel", "夜間の電話", FieldKind::text),
                         field("day", "昼の電話", FieldKind::tel, Role::telephone)};
  auto const record = trial.record(row());
  EXPECT_EQ(record.text_of("day"), "0463-00-0001");
  EXPECT_EQ(record.find("tel"), nullptr);
}

TEST(ImportFields, TheRemarkOfStaffIsNotTheNoteOfTheSource) {
  Trial trial;
  trial.schema.fields = {field("remarks", "ひとこと", FieldKind::text, Role::remark), field("note", "備考")};
  auto const record = trial.record(row({{"note", "駐車場あり"}}));
  EXPECT_EQ(record.text_of("note"), "駐車場あり");
  EXPECT_EQ(record.find("remarks"), nullptr);
}

/// Which area of a site shows an office.
struct ImportedArea : testing::Test {
  Trial trial;
  void SetUp() override {
    trial.areas = {{"atsugi", "厚木市", {}, {}}, {"aikawa", "愛川町", {}, {}}};
    trial.municipality = "14401";
  }
  std::string areas_of(std::string const& municipality) {
    auto const record =
        trial.record(row({{"code", "14401"}, {"city", municipality}, {"address", "神奈川県愛甲郡愛川町見本1-2"}}));
    auto const* areas = record.find("areas");
    return areas ? model::to_json(*areas) : "";
  }
};

TEST_F(ImportedArea, IsThatOfItsMunicipality) {
  EXPECT_EQ(areas_of("愛川町"), R"(["愛川町", "見本"])");
  EXPECT_THAT(trial.messages(), testing::IsEmpty());
}

TEST_F(ImportedArea, IsThatOfItsMunicipalityAlsoBehindTheDistrict) {
  EXPECT_EQ(areas_of("愛甲郡愛川町"), R"(["愛川町", "見本"])");
}

TEST_F(ImportedArea, IsTheOneValueOfAFieldThatHoldsOne) {
  trial.schema.fields = {field("machi", "町", FieldKind::choice, Role::area)};
  auto const record = trial.record(row({{"code", "14401"}, {"city", "愛川町"}, {"address", "愛川町見本1-2"}}));
  EXPECT_EQ(record.text_of("machi"), "愛川町");
}

TEST_F(ImportedArea, ThatTheSiteLacksIsToldWithWhatToAdd) {
  trial.areas.pop_back();
  EXPECT_EQ(areas_of("愛川町"), R"(["見本"])");
  ASSERT_EQ(trial.mistakes().size(), 1u);
  EXPECT_EQ(trial.mistakes()[0].code, "import-area");
  EXPECT_EQ(trial.mistakes()[0].message.ja,
            "「愛川町」は site.json の地域（areas）にないので、取り込んだ事業所は、すべての地域に出ます。");
  EXPECT_THAT(trial.mistakes()[0].hint.ja, testing::HasSubstr(R"("label": "愛川町"})"));
}

TEST_F(ImportedArea, IsAddedToWhatAnEarlierImportWrote) {
  auto const areas = std::exchange(trial.areas, {});
  trial.file("jigyosho_130.csv", header + row({{"code", "14401"}, {"city", "愛川町"}, {"address", "愛川町見本1-2"}}));
  trial.next(trial.run());
  trial.areas = areas;
  EXPECT_EQ(areas_of("愛川町"), R"(["愛川町", "見本"])");
}

}  // namespace
}  // namespace tebiki::importing
