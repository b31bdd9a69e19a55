#include <gmock/gmock.h>

#include "loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// The files, of a site that says which municipality it is of.
Files of_hiratsuka(Files files) {
  files["site.json"] = R"({"name": "見本", "municipality": {"code": "142034", "name": "平塚市"}})";
  return files;
}

/// What is said of a list of one field, whose property has this besides its type.
std::vector<std::string> said_of(std::string const& property) {
  return mistakes(of_hiratsuka(
      list_of("\"name\": {\"type\": \"string\", " + property + "}", "a.json", R"([{"id": "a", "name": "一"}])")));
}

TEST(OpenDataHints, NameTheColumnThatAFieldFills) {
  Loaded loaded;
  load_files(loaded,
             of_hiratsuka(list_of(
                 R"("name": {"type": "string", "x-export": {"medical": "名称", "care": "介護サービス事業所名称"}},
                                "at": {"format": "coordinates", "x-export": {"medical": ["緯度", "経度"]}})",
                 "a.json", R"([{"id": "a", "name": "一"}])")));
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const& fields = loaded.site.lists.front().schema.fields;
  ASSERT_EQ(fields[0].exports.size(), 2u);
  EXPECT_THAT(fields[0].exports[1].headings, ElementsAre("介護サービス事業所名称"));
  EXPECT_THAT(fields[1].exports[0].headings, ElementsAre("緯度", "経度"));
}

TEST(OpenDataHints, OfHalvesThatAreDeclaredApartStayTogether) {
  Loaded loaded;
  load_files(loaded, of_hiratsuka(list_of(R"("name": {"type": "string"},
                                "open": {"type": "string", "x-label": "診療開始時間", "x-export": {"medical": "診療開始時間"}},
                                "close": {"type": "string", "x-label": "診療終了時間", "x-export": {"medical": "診療終了時間"}})",
                                          "a.json", R"([{"id": "a", "name": "一"}])")));
  EXPECT_THAT(loaded.said(), IsEmpty());
  EXPECT_THAT(loaded.site.lists.front().schema.fields[1].exports[0].headings,
              ElementsAre("診療開始時間", "診療終了時間"));
}

TEST(OpenDataHints, WithAColumnThatTheStandardDoesNotHaveAreErrorsThatSayWhichWasMeant) {
  EXPECT_THAT(said_of(R"("x-export": {"medical": "名称カナ"})"),
              ElementsAre(AllOf(StartsWith("lists/x/schema.json:1:"),
                                HasSubstr("「名称カナ」という列は、「医療機関一覧」にありません。"),
                                HasSubstr("「名称_カナ」のことでしょうか"))));
  EXPECT_THAT(said_of(R"("x-export": {"medicla": "名称"})"), ElementsAre(HasSubstr("「medical」のことでしょうか")));
  EXPECT_THAT(said_of(R"("x-export": {"medical": "NO"})"), ElementsAre(HasSubstr("「NO」という列は")));
  EXPECT_THAT(said_of(R"("x-export": {"medical": ["緯度", "経度"]})"), ElementsAre(HasSubstr("書き方が違います")));
  EXPECT_THAT(said_of(R"("x-export": "名称")"), ElementsAre(HasSubstr("x-export")));
}

TEST(OpenDataHints, ChooseRecordsByChoicesOfTheFieldAlone) {
  EXPECT_THAT(said_of(R"("enum": ["一", "二"], "x-export": {"medical": {"column": "医療機関の種類", "only": ["三"]}})"),
              ElementsAre(HasSubstr("「三」は、この項目の選べる値にありません。")));
}

TEST(OpenDataHints, NameTypesOfSchemaOrgThatAreKnown) {
  EXPECT_THAT(said_of(R"("enum": ["一", "二"], "x-schema-org": {"一": "Hospitl"})"),
              ElementsAre(AllOf(HasSubstr("「Hospitl」という schema.org の種類は使えません。"),
                                HasSubstr("「Hospital」のことでしょうか"))));
  EXPECT_THAT(
      mistakes({{"lists/x/schema.json",
                 R"({"title": "一", "x-schema-org": "TaxiServise", "properties": {"name": {"type": "string"}}})"},
                {"lists/x/a.json", R"([{"id": "a", "name": "一"}])"}}),
      ElementsAre(HasSubstr("「TaxiService」のことでしょうか")));
}

TEST(Municipalities, AreMissedWhereAStandardNeedsTheirCode) {
  EXPECT_THAT(mistakes(list_of(R"("name": {"type": "string", "x-export": {"medical": "名称"}},
                                  "kana": {"format": "kana", "x-export": {"medical": "名称_カナ"}})",
                               "a.json", R"([{"id": "a", "name": "一"}])")),
              ElementsAre(AllOf(HasSubstr("市区町村の団体コードが、site.json にありません。"),
                                HasSubstr("\"code\": \"142034\""))));
}

TEST(Municipalities, AreCheckedByTheDigitAtTheEndOfTheirCode) {
  Loaded loaded;
  load_files(loaded, {{"site.json", R"({"name": "見本", "municipality": {"code": "14203", "name": "平塚市"},
                                        "areas": [{"id": "atsugi", "label": "厚木市", "municipality": {"code": "142123"}}]})"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  EXPECT_EQ(loaded.site.municipality->code, "142034");
  EXPECT_EQ(loaded.site.areas.front().municipality->name, "厚木市");
  EXPECT_THAT(mistakes({{"site.json", R"({"name": "見本", "municipality": {"code": "142035"}})"}}),
              ElementsAre(HasSubstr("「142035」は市区町村の団体コードではありません。")));
  EXPECT_THAT(mistakes({{"site.json", R"({"name": "見本", "open_data": {"licence": "CC BY 4.0", "link": "x"}})"}}),
              ElementsAre(HasSubstr("「link」という項目は open_data にはありません")));
}

/// What is said of x-export in these properties beside a name.
std::vector<std::string> said_of_fields(std::string const& properties, std::string const& records = "") {
  return mistakes(of_hiratsuka(list_of("\"name\": {\"type\": \"string\"}, " + properties, "a.json",
                                       R"([{"id": "a", "name": "一"}])" + records)));
}

TEST(OpenDataHints, OfOneColumnForTwoFieldsAreErrorsAtTheSecond) {
  EXPECT_THAT(said_of_fields(R"("a": {"type": "string", "x-label": "あ", "x-export": {"medical": "住所"}},
                                "b": {"type": "string", "x-label": "い", "x-export": {"medical": "所在地_連結表記"}},
                                "c": {"type": "string", "x-export": {"medical": "備考"}},
                                "d": {"type": "string", "x-export": {"medical": "備考", "care": "住所"}})"),
              ElementsAre(AllOf(StartsWith("lists/x/schema.json:2:"),
                                HasSubstr("「い」は、列「所在地_連結表記」に入りますが、そこには「あ」も入ります。"))));
}

TEST(OpenDataHints, OfTimesAndPlacesNameTheirTwoColumnsInOrder) {
  for (auto const* columns : {R"(["緯度", "緯度"])", R"(["経度", "緯度"])", R"("緯度")"})
    EXPECT_THAT(said_of_fields(R"("at": {"format": "coordinates", "x-label": "位置", "x-export": {"medical": )" +
                               std::string(columns) + "}}"),
                ElementsAre(HasSubstr("「位置」は、緯度と経度を、この順に別々の列に入れます。 → "
                                      "「[\"緯度\", \"経度\"]」と書いてください。")))
        << columns;
  for (auto const* columns :
       {R"("診療開始時間")", R"(["診療開始時間", "診療開始時間"])", R"(["診療終了時間", "診療開始時間"])"})
    EXPECT_THAT(said_of_fields(R"("h": {"format": "hours", "x-label": "時間", "x-export": {"medical": )" +
                               std::string(columns) + "}}"),
                ElementsAre(HasSubstr("「時間」は、始まりと終わりを、この順に別々の列に入れます。")))
        << columns;
  EXPECT_THAT(said_of_fields(R"("h": {"format": "hours", "x-export": {"medical": "診療日時特記事項"}})"), IsEmpty());
  EXPECT_THAT(said_of_fields(R"("t": {"type": "string", "x-label": "時", "x-export": {"events": "参加申込終了時間"}})"),
              ElementsAre(HasSubstr("「時」は、時刻の列「参加申込終了時間」に入りません。値は空になります。")));
}

TEST(OpenDataHints, WhoseChoicesLeaveRecordsOutUnsaidAreToldAtTheSchema) {
  auto const said = [](std::string const& column) {
    return mistakes(of_hiratsuka(list_of(
        R"("name": {"type": "string"}, "kind": {"type": "array", "format": "choices", "x-label": "種類",
           "items": {"type": "string", "enum": ["病院", "薬局", "教室"]}, "x-export": )" +
            column + "}",
        "a.json", R"([{"id": "a", "name": "一", "kind": ["病院", "教室"]}, {"id": "b", "name": "二", "kind": ["教室"]},
                      {"id": "c", "name": "三", "kind": ["薬局"]}])")));
  };
  EXPECT_THAT(
      said(R"({"medical": {"column": "医療機関の種類", "only": ["病院", "薬局"]}})"),
      ElementsAre(AllOf(StartsWith("lists/x/schema.json:2:"),
                        HasSubstr("「種類」の「教室」は「only」のどれにもないので、2件の記録のその値は、どのデータに"
                                  "も入りません。 → 「only」に書き足してください。入れないと決めたものは、「except」"
                                  "に書きます。"))));
  EXPECT_THAT(said(R"({"medical": {"column": "医療機関の種類", "only": ["病院", "薬局"], "except": ["教室"]}})"),
              IsEmpty());
  EXPECT_THAT(said(R"({"medical": {"column": "医療機関の種類", "only": ["病院", "薬局"]},
                       "care": {"column": "実施サービス", "only": ["教室"]}})"),
              IsEmpty());
}

TEST(OpenDataHints, ThatChooseByAFieldTellOfRecordsWithoutIt) {
  EXPECT_THAT(said_of_fields(R"("kind": {"enum": ["病院", "薬局"], "x-label": "種類",
                                "x-export": {"medical": {"column": "医療機関の種類", "only": ["病院", "薬局"]}}})"),
              ElementsAre(HasSubstr("「種類」が書かれていない1件の記録は、「医療機関一覧」のデータに入りません。")));
}

TEST(Municipalities, OfSomeAreasAreMissedInTheOthers) {
  Files files = list_of(R"("name": {"type": "string", "x-export": {"medical": "名称"}})", "a.json",
                        R"([{"id": "a", "name": "一", "areas": ["厚木市"]}, {"id": "b", "name": "二"}])");
  files["site.json"] =
      R"({"name": "見本", "areas": [{"id": "atsugi", "label": "厚木市", "municipality": {"code": "142123"}},
 {"id": "kiyokawa", "label": "清川村"}]})";
  EXPECT_THAT(
      mistakes(files),
      ElementsAre(AllOf(StartsWith("lists/x/schema.json:1:"),
                        HasSubstr("どの地域のものでもない1件の記録は、標準のデータで団体コードが空になります。")),
                  AllOf(StartsWith("site.json:2:2: "),
                        HasSubstr("地域「清川村」に municipality（団体コード）がありません。"))));
}

}  // namespace
}  // namespace tebiki::loading
