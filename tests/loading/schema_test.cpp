#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> schema_mistakes(std::string const& schema, base::Language language = base::Language::ja) {
  Loaded loaded;
  load_files(loaded, {{"lists/x/schema.json", schema}});
  return loaded.said(language);
}

std::vector<std::string> record_mistakes(std::string const& properties, std::string const& record) {
  Loaded loaded;
  load_files(loaded, list_of(properties, "a.json", "[{\"id\": \"a\",\n" + record + "}]"));
  return loaded.said();
}

TEST(Schema, BecomesFieldsWithTheirKinds) {
  Loaded loaded;
  load_files(loaded,
             {{"lists/x/schema.json", R"({"title": "一覧", "description": "説明", "required": ["tel"], "properties": {
    "tel": {"type": "string", "format": "tel", "x-label": "電話番号", "x-column": true, "x-confirm": true},
    "kind": {"type": "string", "enum": ["い", "ろ"], "x-filter": true, "x-group": "種別"},
    "kinds": {"type": "array", "items": {"type": "string", "enum": ["は"]}},
    "staff": {"type": "array", "items": {"type": "object", "properties": {"age": {"type": "integer"}}}},
    "beds": {"type": ["null", "integer"]}, "open": {"type": "boolean"}, "note": {},
    "office": {"format": "reference", "x-list": "x"}}})"}});
  ASSERT_THAT(loaded.said(), IsEmpty());
  auto& fields = loaded.site.lists.at(0).schema.fields;
  std::vector<model::FieldKind> kinds;
  for (auto& field : fields) kinds.push_back(field.kind);
  using enum model::FieldKind;
  EXPECT_THAT(kinds, ElementsAre(tel, choice, choices, rows, number, boolean, text, reference));
  EXPECT_TRUE(fields[0].required && fields[0].column && fields[0].confirm && !fields[1].required);
  EXPECT_EQ(fields[0].label, "電話番号");
  EXPECT_THAT(fields[1].choices, ElementsAre("い", "ろ"));
  EXPECT_EQ(fields[1].group, "種別");
  EXPECT_THAT(fields[2].choices, ElementsAre("は"));
  EXPECT_EQ(fields[3].fields.at(0).key, "age");
  EXPECT_EQ(fields[7].reference_list, "x");
}

TEST(Schema, ReportsWordsItDoesNotKnow) {
  auto const& kinds = model::kind_entries();
  auto const formats = std::count_if(kinds.begin(), kinds.end(), [](auto& kind) { return !kind.format.empty(); });
  EXPECT_THAT(
      schema_mistakes(R"({"titel": "一覧", "title": "一覧", "required": ["nam"], "properties": {
"name": {"typ": "string"},
"tel": {"type": "text", "format": "phone"},
"code": {"pattern": "[0-9"},
"office": {"format": "reference"}}})"),
      ElementsAre(
          "lists/x/schema.json:1:2: 「titel」という項目は schema.json にはありません。 → 「title」のことでしょうか。",
          "lists/x/schema.json:1:45: 必須（required）の「nam」は properties にありません。 → "
          "「name」のことでしょうか。",
          "lists/x/schema.json:2:10: 「typ」という項目は name にはありません。 → 「type」のことでしょうか。",
          "lists/x/schema.json:3:17: 「text」という型（type）はありません。 → "
          "使えるのは「string、number、integer、boolean、array、object、null」です。",
          "lists/x/schema.json:3:35: 「phone」という形式（format）はありません。 → 使えるのは「rows、tel、fax、email、"
          "uri、postal-code、address、coordinates、date、hours」など " +
              std::to_string(formats) + " 個です。",
          "lists/x/schema.json:4:21: 「[0-9」は正規表現として読めません。 → かっこや「\\」の対応を確かめてください。",
          "lists/x/schema.json:5:22: 「office」がどの一覧を指すのか書かれていません。 → "
          "「\"x-list\": \"一覧名\"」を書き足してください。"));
}

TEST(Schema, RefusesAPatternInsideAConditionWhichWouldTurnItRound) {
  EXPECT_THAT(schema_mistakes(R"({"title": "一覧", "properties": {"name": {"type": "string", "pattern": "^見本"}},
"not": {"properties": {"name": {"pattern": "テスト"}}}})"),
              ElementsAre("lists/x/schema.json:2:33: 条件（if、not、allOf など）の中では、pattern は使えません。 → "
                          "pattern は、項目のすぐ下（properties の中）に書いてください。条件では enum か const "
                          "を使えます。"));
}

TEST(Schema, WantsATitleAndProperties) {
  EXPECT_THAT(schema_mistakes("{}", base::Language::en),
              ElementsAre("lists/x/schema.json:1:1: schema.json lacks “properties”. → Add “properties”.",
                          "lists/x/schema.json:1:1: schema.json lacks “title”. → Add “title”."));
  EXPECT_THAT(schema_mistakes("[]", base::Language::en),
              ElementsAre("lists/x/schema.json:1:1: schema.json must be an object ({ … }). → "
                          "Write it like {\"key\": value}."));
}

TEST(Schema, NamesTheLabelWhenATypeIsWrong) {
  EXPECT_THAT(record_mistakes(R"("beds": {"type": "integer", "x-label": "定員"})", "\"beds\": \"二十\""),
              ElementsAre("lists/x/a.json:2:9: 「定員」は整数でなければなりません。 → "
                          "「名」や「約」などをつけず、「12」のように数だけを書いてください。"));
  EXPECT_THAT(record_mistakes(R"("beds": {"type": "integer", "x-label": "定員"})", "\"beds\": 2.5"),
              ElementsAre("lists/x/a.json:2:9: 「定員」は整数でなければなりません。 → 整数に書き直してください。"));
}

TEST(Schema, ChecksLimitsOfTextNumbersAndLists) {
  std::string const hint = " → 値を直すか、schema.json の制限を見直してください。";
  EXPECT_THAT(record_mistakes(
                  R"("a": {"type": "string", "x-role": "name", "maxLength": 2}, "b": {"type": "number", "minimum": 1},
                                "c": {"type": "array", "items": {"type": "string"}, "maxItems": 1, "uniqueItems": true})",
                  "\"a\": \"あいう\",\n\"b\": 0.5,\n\"c\": [\"い\",\n\"い\"]"),
              ElementsAre("lists/x/a.json:2:6: 「a」は2文字以内で書いてください。" + hint,
                          "lists/x/a.json:3:6: 「b」は1以上でなければなりません。" + hint,
                          "lists/x/a.json:4:6: 「c」は1個以内でなければなりません。" + hint,
                          "lists/x/a.json:5:1: 「c」に同じ値が2回あります。 → どちらか一方を消してください。"));
}

TEST(Schema, ChecksPatternsAndGivesTheDescriptionAsRemedy) {
  EXPECT_THAT(
      record_mistakes(R"("code": {"type": "string", "x-role": "name", "pattern": "^[0-9]{10}$", "x-label": "事業所番号",
                                          "description": "10桁の数字で書いてください。"})",
                      "\"code\": \"12a\""),
      ElementsAre(
          "lists/x/a.json:2:9: 事業所番号「12a」は決められた書き方と合いません。 → 10桁の数字で書いてください。"));
}

TEST(Schema, TellsThatAPatternTakesTooLongOnceAndWhereItStands) {
  Loaded loaded;
  auto const slow = std::string(60, 'a') + "!";
  load_files(loaded, list_of(R"("name": {"type": "string", "pattern": "^(a+)+$", "x-label": "名称"})", "a.json",
                             R"([{"id": "a", "name": ")" + slow + R"("}, {"id": "b", "name": ")" + slow + R"("}])"));
  EXPECT_THAT(
      loaded.said(),
      ElementsAre("lists/x/schema.json:1:70: 「名称」の pattern は、値を調べるのに時間がかかりすぎるので、途中で"
                  "やめました。 → 「(a+)+」のような、くり返しの中のくり返しをなくして、短い式に書き直してください。"));
}

TEST(Schema, OffersTheNearestChoice) {
  EXPECT_THAT(
      record_mistakes(R"("kind": {"enum": ["訪問看護", "通所介護"], "x-label": "種別"})", "\"kind\": \"訪問看誰\""),
      ElementsAre("lists/x/a.json:2:9: 種別「訪問看誰」は選べる値の中にありません。 → 「訪問看護」のことでしょうか。"
                  "新しく増やすなら、lists/x/schema.json の1行目からの enum に「\"訪問看誰\"」を書き足してください。"));
}

TEST(Schema, SaysWhereAChoiceCanBeAdded) {
  Files files{{"lists/x/schema.json",
               "{\"title\": \"一覧\", \"properties\": {\n  \"year\": {\"x-label\": \"年度\",\n    "
               "\"enum\": [\"令和8年度\", \"令和9年度\"]}}}"},
              {"lists/x/a.json", R"([{"id": "a", "year": "令和10年度"}])"}};
  EXPECT_THAT(
      mistakes(files),
      ElementsAre("lists/x/a.json:1:22: 年度「令和10年度」は選べる値の中にありません。 → "
                  "使えるのは「令和8年度、令和9年度」です。新しく増やすなら、lists/x/schema.json の3行目からの enum "
                  "に「\"令和10年度\"」を書き足してください。"));
}

TEST(Schema, HonoursConditionsOfJsonSchema) {
  Loaded loaded;
  load_files(loaded,
             {{"lists/x/schema.json",
               R"({"title": "一覧", "properties": {"a": {"type": "string", "x-role": "name"}, "b": {"type": "string"}},
                       "if": {"required": ["a"]}, "then": {"required": ["b"]}})"},
              {"lists/x/a.json", R"([{"id": "i", "a": "x"}, {"id": "j"}])"}});
  EXPECT_THAT(loaded.said(), ElementsAre("lists/x/a.json:1:2: 「b」がありません。 → 書き足してください。"));
}

TEST(Schema, SurvivesConstraintsThatMakeNoSense) {
  Loaded loaded;
  load_files(
      loaded,
      list_of(
          R"("a": {"type": "integer", "multipleOf": 0}, "b": {"type": "string", "x-role": "name", "minLength": -1})",
          "a.json", R"([{"id": "i", "a": 3, "b": "x"}])"));
  ASSERT_EQ(loaded.said().size(), 1u);
  EXPECT_THAT(loaded.said()[0],
              testing::StartsWith("lists/x/schema.json:1:1: schema.json が JSON Schema として正しくありません"));
}

}  // namespace
}  // namespace tebiki::loading
