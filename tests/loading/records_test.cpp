#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string const name_field = R"("name": {"type": "string", "x-label": "名称"})";

TEST(Records, TheSmallestSiteLoads) {
  Loaded loaded;
  load_files(loaded,
             {{"site.json", R"({"name": "手引き"})"},
              {"lists/taxis/schema.json", R"({"title": "タクシー", "properties": {"name": {"type": "string"}}})"},
              {"lists/taxis/taxis.json", R"([{"id": "aoba", "name": "見本 あおば"}])"},
              {"publications/list/publication.json", R"({"title": "一覧"})"},
              {"publications/list/10-all.md", "本文\n"}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  ASSERT_EQ(loaded.site.lists.size(), 1u);
  EXPECT_EQ(loaded.site.lists[0].records[0].name(), "見本 あおば");
  ASSERT_EQ(loaded.site.publications.size(), 1u);
  EXPECT_EQ(loaded.site.publications[0].parts[0].slug, "all");
  EXPECT_EQ(loaded.site.publications[0].parts[0].title, "一覧");
  EXPECT_EQ(loaded.site.publications[0].paper, "A4");
  ASSERT_EQ(loaded.site.menu.size(), 2u);
  EXPECT_EQ(loaded.site.menu[0].label, "タクシー");
  EXPECT_EQ(loaded.site.menu[1].target.name, "list");
  EXPECT_EQ(loaded.site.scenes.size(), 4u);
}

TEST(Records, NamesTheFieldThatWasMeant) {
  EXPECT_THAT(
      mistakes(list_of(R"("tel": {"type": "string", "format": "tel"})", "a.json",
                       "[{\"id\": \"a\",\n  \"tell\": \"0463-00-0001\"}]")),
      ElementsAre("lists/x/a.json:2:3: 「tell」という項目は schema.json にありません。 → 「tel」のことでしょうか。"));
}

TEST(Records, TellOfAMisspeltKeyAloneAndTakeItsValue) {
  Loaded loaded;
  auto files = list_of(R"("name": {"type": "string"}, "fields": {"type": "array", "format": "rows", "items": {
    "type": "object", "required": ["label"], "properties": {"label": {"type": "string"}, "count": {"type": "integer"}}}})",
                       "a.json", R"([{"id": "a", "fields": [{"lable": "氏名"}, {"label": "住所", "cuont": "三"}]}])");
  load_files(loaded, files);
  EXPECT_THAT(
      loaded.said(),
      ElementsAre(
          "lists/x/a.json:1:26: 「lable」という項目は schema.json にありません。 → 「label」のことでしょうか。",
          "lists/x/a.json:1:58: 「cuont」という項目は schema.json にありません。 → 「count」のことでしょうか。"));
  auto const* rows = loaded.site.lists.at(0).records.at(0).find(*loaded.site.lists[0].schema.find("fields"));
  EXPECT_EQ(*rows->as<model::FieldRows>()->rows.at(0).values.at(0).text(), "氏名");
}

TEST(Records, ShowTheHalfWidthFormOfANumberThatIsText) {
  auto files =
      list_of(R"("quota": {"type": "integer", "x-label": "定員"})", "a.json", R"([{"id": "a", "quota": "１２"}])");
  files["lists/x/b.md"] = "---\nquota: ３０\n---\n";
  EXPECT_THAT(mistakes(files), ElementsAre("lists/x/a.json:1:23: 「定員」は整数でなければなりません。 → "
                                           "全角の数字を半角に直し、「\"」で囲まずに「12」と書いてください。",
                                           "lists/x/b.md:2:8: 「定員」は整数でなければなりません。 → "
                                           "全角の数字を半角に直し、「\"」で囲まずに「30」と書いてください。"));
}

TEST(Records, TakeDaysAlikeInEveryFile) {
  Loaded loaded;
  auto files =
      list_of(R"("day": {"format": "date", "x-label": "日"})", "a.json",
              R"([{"id": "a", "day": "令和8年4月1日", "publish_from": "R8.3.1"}, {"id": "b", "day": "2026/4/2"}])");
  files["lists/x/c.md"] = "---\nday: R8.4.3\n---\n";
  files["lists/x/d.csv"] = "id,day\nd,令8.4.4\n";
  files["pages/p.md"] = "---\ntitle: 題\npublish_until: 令和9年3月31日\n---\n";
  load_files(loaded, files);
  EXPECT_THAT(loaded.said(), IsEmpty());
  std::string days;
  auto const& list = loaded.site.lists.at(0);
  for (auto const& record : list.records)
    days += model::iso(*record.find(*list.schema.find("day"))->as<model::Date>()) + " ";
  EXPECT_EQ(days, "2026-04-01 2026-04-02 2026-04-03 2026-04-04 ");
  EXPECT_EQ(list.records[0].period.from, (model::Date{2026, 3, 1}));
  EXPECT_EQ(loaded.site.pages.at(0).period.until, (model::Date{2027, 3, 31}));
}

TEST(Records, AnAnswerToAQuestionThatDoesNotExistIsRefusedWhereItStands) {
  auto const question =
      R"("q2_1": {"type": "array", "format": "rows", "items": {"properties": {"text": {"type": "string"}}}})";
  EXPECT_THAT(mistakes(list_of(question, "a.json",
                               "[{\"id\": \"a\",\n  \"q2_1\": [{\"text\": \"よい。\"}],\n  \"q2_7\": []}]")),
              ElementsAre("lists/x/a.json:3:3: 「q2_7」という項目は schema.json にありません。 → "
                          "使えるのは「q2_1、id、name、title、kana、areas、scenes、sources、aliases、publish_"
                          "from、publish_until」です。"));
}

TEST(Records, FiguresThatCannotBeReadAreReportedWhereTheyStandWithTheirRemedy) {
  auto const figures = R"("figures": {"type": "string", "format": "series", "x-label": "回数"})";
  EXPECT_THAT(
      mistakes(list_of(figures, "a.json",
                       "[{\"id\": \"a\", \"figures\": \"R3 12、R5 6\"},\n"
                       " {\"id\": \"b\", \"figures\": \"R3 十二\"}]")),
      ElementsAre(
          "lists/x/a.json:1:25: 回数「R3 12、R5 6」は令和4年度がぬけています（令和3年度の次が令和5年度です）。 → "
          "「令和4年度 12」のように数を足してください。まだ数がなければ「令和4年度 "
          "未集計」、しなかった年なら「令和4年度 中止」と書きます。",
          testing::StartsWith(
              "lists/x/a.json:2:25: 回数「R3 十二」は「R3 十二」のところが、年度と数になっていません。")));
}

TEST(Records, SaysWhereAnIdWasUsedBefore) {
  auto files = list_of(name_field, "a.json", "[{\"id\": \"a\"},\n {\"id\": \"b\"}]");
  files["lists/x/b.json"] = R"([{"id": "c"}, {"id": "b"}])";
  EXPECT_THAT(mistakes(files),
              ElementsAre("lists/x/b.json:1:22: id「b」は lists/x/a.json の2行目でも使われています。 → "
                          "同じものを2回書いたなら一方を消し、別のものなら、まだ使っていない id に変えてください。"));
}

TEST(Records, WantsAnIdThatCanBeAUrl) {
  EXPECT_THAT(
      mistakes(list_of(name_field, "a.json", R"([{"id": "あおば"}, {"id": 12}, {"name": "い"}])"), base::Language::en),
      ElementsAre("lists/x/a.json:1:9: “あおば” cannot be used as an id. → "
                  "Use lower-case ASCII letters, digits and hyphens only, like aoba-kango.",
                  "lists/x/a.json:1:24: “12” cannot be used as an id. → Put it between quotation marks.",
                  "lists/x/a.json:1:29: This record has no “id”. → Give it an “id” of lower-case letters, digits and "
                  "hyphens; it becomes the URL, like aoba-kango."));
}

TEST(Records, ReportsRequiredFieldsMissingOrEmpty) {
  Files files = {
      {"lists/x/schema.json", R"({"title": "一覧", "required": ["name"], "properties": {)" + name_field + "}}"},
      {"lists/x/a.json", "[{\"id\": \"a\"},\n {\"id\": \"b\", \"name\": \" \"}]"}};
  EXPECT_THAT(mistakes(files),
              ElementsAre("lists/x/a.json:1:2: 必ず要る「名称」がありません。 → 「name」を書き足してください。",
                          "lists/x/a.json:2:22: 必ず要る「名称」が空です。 → 「name」の値を書いてください。"));
}

TEST(Records, ReadsCsvWithLabelsOrFieldNames) {
  Loaded loaded;
  load_files(loaded, list_of(name_field +
                                 R"(, "fare": {"type": "integer", "format": "yen", "x-label": "運賃"},
                                 "kinds": {"type": "array", "format": "choices", "x-label": "種類",
                                           "items": {"enum": ["車いす", "寝台"]}},
                                 "oxygen": {"format": "support"}, "stairs": {"format": "support"},
                                 "lift": {"type": "boolean"}, "from": {"format": "date"})",
                             "a.csv",
                             "id,名称,運賃,種類,oxygen,stairs,lift,from,場面\r\n"
                             "a,見本 あおば,\"¥1,500\",車いす；寝台,○,—,あり,2026/4/1,ふだんの療養\r\n"
                             "b,\"見本 \"\"い\"\"\nう\",,車いす、寝台,要相談,✕,,,daily\r\n"));
  ASSERT_THAT(loaded.said(), IsEmpty());
  auto& records = loaded.site.lists[0].records;
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(model::to_json(model::as_json(loaded.site.lists[0].schema, records[0])),
            R"({"id": "a", "name": "見本 あおば", "fare": 1500, "kinds": ["車いす", "寝台"], "oxygen": "yes", )"
            R"("lift": true, "from": "2026-04-01", "scenes": ["daily"]})");
  EXPECT_EQ(model::to_json(model::as_json(loaded.site.lists[0].schema, records[1])),
            R"({"id": "b", "name": "見本 \"い\"\nう", "kinds": ["車いす", "寝台"], "oxygen": "ask", "stairs": "no", )"
            R"("scenes": ["daily"]})");
}

TEST(Records, MayChooseAmongAddressesOfTheWeb) {
  auto const lists = [](std::string const& source) {
    return mistakes(list_of(name_field + R"(, "sources": {"type": "array", "format": "choices", "x-label": "出典",
                                              "items": {"enum": ["https://example.jp/a"]}})",
                            "a.json", R"([{"id": "a", "sources": [")" + source + "\"]}]"));
  };
  EXPECT_THAT(lists("https://example.jp/a"), IsEmpty());
  EXPECT_THAT(lists("https://example.jp/b"), testing::SizeIs(1));
}

TEST(Records, PlacesMistakesInsideCsvCells) {
  EXPECT_THAT(
      mistakes(list_of(R"("kinds": {"type": "array", "x-label": "種類", "items": {"enum": ["車いす", "寝台"]}})",
                       "a.csv", "id,種類,電話\na,\"車いす;\n寝大\"\nb,寝台,,余り\n")),
      ElementsAre("lists/x/a.csv:1:7: 見出し「電話」に当たる項目は schema.json にありません。 → "
                  "使えるのは「種類、ID、名称、題名、よみがな、地域、場面、出典、以前のID、公開開始日、公開終了日」です"
                  "。新しい項"
                  "目なら、先に schema.json の properties に書き足してください。使わない列なら、schema.json に"
                  "「\"x-ignore-columns\": [\"電話\"]」と書きます。",
                  "lists/x/a.csv:3:1: 種類「寝大」は選べる値の中にありません。 → 「寝台」のことでしょうか。"
                  "新しく増やすなら、lists/x/schema.json の1行目からの enum に「\"寝大\"」を書き足してください。",
                  "lists/x/a.csv:4:7: 見出しのない列に「余り」があります（見出しは3列、この行は4列）。 → "
                  "この行に余分な「,」がないか、左から順に確かめてください。「,」を含むセルは「\"」で囲みます。"));
}

TEST(Records, ReadsCp932FromExcel) {
  Loaded loaded;
  load_files(loaded, list_of(name_field, "a.csv", "id,\x96\xBC\x8F\xCC\r\na,\x87\x82\x87\x40\r\n"));  // 名称, №①
  EXPECT_THAT(loaded.said(), IsEmpty());
  EXPECT_EQ(loaded.site.lists[0].records[0].name(), "№①");
}

TEST(Records, ReadsOneRecordPerMarkdownFile) {
  Loaded loaded;
  load_files(loaded, list_of(name_field, "aoba.md", "---\nname: 見本 あおば\n---\n# 大見出し\n\n本文\n"));
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto& record = loaded.site.lists[0].records.at(0);
  EXPECT_EQ(record.id, "aoba");
  ASSERT_EQ(record.body.size(), 2u);
  EXPECT_EQ(std::get<model::Heading>(record.body[0].node).level, 2);
}

TEST(Records, TakesNullAndEmptyTextAsAbsent) {
  Loaded loaded;
  load_files(loaded, list_of(R"("fax": {"type": "string", "format": "fax"})", "a.json",
                             R"([{"id": "a", "fax": null}, {"id": "b", "fax": ""}])"));
  EXPECT_THAT(loaded.said(), IsEmpty());
  EXPECT_EQ(loaded.site.lists[0].records.at(0).find(loaded.site.lists[0].schema.fields[0]), nullptr);
}

TEST(Records, ChecksRowsWithinARecord) {
  EXPECT_THAT(
      mistakes(list_of(R"("staff": {"type": "array", "x-label": "担当", "items": {"type": "object",
                                  "required": ["name"], "properties": {"name": {"type": "string", "x-label": "氏名"},
                                  "tel": {"type": "string", "format": "tel", "x-label": "電話番号"}}}})",
                       "a.json", R"([{"id": "a", "staff": [{"tel": "0463"}, {"name": 5, "fax": "x"}]}])")),
      ElementsAre(
          "lists/x/a.json:1:24: 必ず要る「氏名」がありません。 → 「name」を書き足してください。",
          "lists/x/a.json:1:32: 電話番号「0463」は4桁で、電話番号の桁数と合いません。 → "
          "市外局番から「0463-00-0001」のように書いてください。",
          "lists/x/a.json:1:50: 「氏名」は文字（「\"」で囲んだもの）でなければなりません。 → "
          "文字（「\"」で囲んだもの）に書き直してください。",
          "lists/x/a.json:1:53: 「fax」という項目は schema.json にありません。 → 使えるのは「name、tel」です。"));
}

TEST(Records, SaysThatASchemaIsMissing) {
  EXPECT_THAT(
      mistakes({{"lists/x/a.json", "[]"}}),
      ElementsAre(
          "lists/x/a.json:1:1: lists/x/ に schema.json がありません。 → 一覧の題名（title）と項目（properties）を "
          "schema.json に書いてください。一覧でないなら、フォルダを移してください。"));
}

TEST(Records, WithOneTextWhereSeveralAreAskedForAreShownTheBrackets) {
  std::string const services =
      R"("services": {"type": "array", "items": {"type": "string", "enum": ["病院"]}, "x-label": "サービス"})";
  EXPECT_THAT(mistakes(list_of(services, "a.json", R"([{"id": "a", "services": "病院"}])")),
              ElementsAre("lists/x/a.json:1:26: 「サービス」には、一つだけでも [ ] で囲んだ並びを書きます。 → "
                          "「\"services\": [\"病院\"]」と書いてください。"));
  EXPECT_THAT(mistakes(list_of(services, "a.md", "---\nservices: 病院\n---\n")),
              ElementsAre(testing::EndsWith("→ 「services: [病院]」と書いてください。")));
}

TEST(Records, WithANumberThatIsTooLongAreToldSo) {
  EXPECT_THAT(mistakes(list_of(R"("size": {"type": "integer", "x-label": "定員"})", "a.json",
                               R"([{"id": "a", "size": 99999999999999999999}])")),
              ElementsAre("lists/x/a.json:1:22: 定員「99999999999999999999」は桁が多すぎます。 → "
                          "数を確かめてください。書けるのは18桁までです。"));
}

TEST(Records, WithAnIdTooLongForTheNameOfAFileAreRefused) {
  auto const with_id = [](std::size_t length) {
    return mistakes(list_of(name_field, "a.json", R"([{"id": ")" + std::string(length, 'a') + R"(", "name": "あ"}])"));
  };
  EXPECT_THAT(with_id(100), IsEmpty());
  EXPECT_THAT(with_id(101), ElementsAre(testing::EndsWith("→ 100文字以内の、短い名前にしてください。")));
}

}  // namespace
}  // namespace tebiki::loading
