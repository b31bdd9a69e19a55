#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Roles, TheFirstTextIsTheNameWhereNoFieldIsAndThatIsTold) {
  Loaded loaded;
  load_files(loaded, list_of(R"("tel": {"format": "tel"}, "hall": {"type": "string", "x-label": "会場"})", "a.csv",
                             "id,会場\na,見本会館\n"));
  EXPECT_THAT(loaded.said(), ElementsAre("lists/x/schema.json:1:58: 名前の項目がないので、「会場」を1件ごとの名前に"
                                         "しました。 → 名前にする項目に「\"x-role\": \"name\"」と書いてください。"
                                         "これでよければ、この項目に書きます。"));
  EXPECT_EQ(loaded.site.lists[0].records[0].name(), "見本会館");
}

TEST(Roles, AreGivenBySchemaKeyOrLabel) {
  Loaded loaded;
  load_files(loaded, list_of(R"("a": {"type": "string"}, "b": {"type": "string", "x-role": "name"},
                                "c": {"type": "string", "x-label": "フリガナ"}, "d": {"format": "date", "x-label": "確認日"})",
                             "a.csv", "id,a,b,フリガナ\nx,一,二,ニ\n"));
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const& list = loaded.site.lists[0];
  EXPECT_EQ(list.records[0].name(), "二");
  EXPECT_EQ(list.records[0].kana(), "ニ");
  EXPECT_EQ(list.schema.with_role(model::Role::confirmed)->key, "d");
}

TEST(Roles, ThatAFieldCannotHaveAreRefused) {
  Loaded loaded;
  load_files(loaded, list_of(R"("name": {"type": "string"}, "t": {"format": "tel", "x-role": "name"},
                                "d": {"format": "date", "x-role": "confirm"})",
                             "a.json", "[{\"id\": \"a\"}]"));
  EXPECT_THAT(loaded.said(),
              ElementsAre(StartsWith("lists/x/schema.json:1:93: この項目は「name」という役割（x-role）になれ"),
                          testing::EndsWith("→ 「confirmed」のことでしょうか。")));
}

TEST(Roles, ADayOfConfirmationToComeIsTold) {
  Loaded loaded;
  load_files(
      loaded,
      list_of(R"("name": {"type": "string"}, "c": {"format": "date", "x-label": "確認日"},
                                "until": {"format": "date", "x-label": "期限"})",
              "a.csv",
              "id,name,c,until\na,見本,2062-09-02,2028-04-01\nb,見本,令和80年4月1日,R80.4.1\nc,見本,2026-11-21,\n"));
  EXPECT_THAT(
      loaded.said(),
      ElementsAre("lists/x/a.csv:2:6: 確認日が、まだ来ていない日（令和44年9月2日、2062-09-02）です。 → "
                  "年を確かめて、書き直してください。",
                  StartsWith("lists/x/a.csv:3:6: 確認日が、まだ来ていない日（令和80年4月1日、2098-04-01）です。"),
                  StartsWith("lists/x/a.csv:3:16: 期限が、まだ来ていない日（令和80年4月1日、2098-04-01）です。")));
}

TEST(Roles, AreThoseOfTheSchemaWhateverTheKeys) {
  Loaded loaded;
  load_files(loaded,
             list_of(R"("a": {"type": "string", "x-role": "name"}, "memo": {"type": "string", "x-role": "remark"},
                                "when": {"type": "string", "x-role": "days"}, "first": {"format": "tel"},
                                "second": {"format": "tel", "x-role": "telephone"}, "place": {"format": "address"})",
                     "a.json", R"([{"id": "a", "a": "見本"}])"));
  EXPECT_THAT(loaded.said(), testing::IsEmpty());
  auto const& schema = loaded.site.lists[0].schema;
  EXPECT_EQ(schema.with_role(model::Role::remark)->key, "memo");
  EXPECT_EQ(schema.with_role(model::Role::days)->key, "when");
  EXPECT_EQ(schema.with_role(model::Role::telephone)->key, "second");
  EXPECT_EQ(schema.with_role(model::Role::address)->key, "place");
  EXPECT_EQ(schema.with_role(model::Role::hours), nullptr);
}

std::string const confirmed_telephone =
    R"("name": {"type": "string"}, "tel": {"format": "tel", "x-label": "電話番号", "x-confirm": true})";

TEST(Roles, TellOnceForAFileWhichValuesMustCarryADayOfConfirmation) {
  Loaded loaded;
  load_files(loaded, list_of(confirmed_telephone + R"(, "checked": {"format": "date", "x-label": "確認日"})", "a.csv",
                             "id,name,電話番号,確認日\na,あおば,0463-00-0001,2026-04-01\nb,さくら,0463-00-0002,\n"
                             "c,かなめ,,\nd,はまゆう,0463-00-0003,\n"));
  EXPECT_THAT(
      loaded.said(),
      ElementsAre("lists/x/a.csv:3:7: 電話番号には確認日が要りますが、「さくら」には確認日がありません"
                  "（ほかに1件）。 → 電話などで確かめた日を、「確認日」に「2026-04-01」のように書いてください。"));
}

TEST(Roles, TellThatAListWithoutADayOfConfirmationCannotCarryIt) {
  Loaded loaded;
  load_files(loaded, list_of(confirmed_telephone, "a.json", R"([{"id": "a", "name": "見本", "tel": "0463-00-0001"}])"));
  ASSERT_EQ(loaded.said().size(), 1u);
  EXPECT_THAT(loaded.said()[0], StartsWith("lists/x/schema.json:1:60: 「電話番号」には確認日が要りますが、この一覧に"
                                           "確認日の項目がありません。"));
}

TEST(Roles, OfThePublishedDayAreDoubtedWhereItIsToComeUnlessTheRecordWaitsForIt) {
  EXPECT_THAT(
      mistakes(list_of(R"("name": {"type": "string"}, "day": {"format": "date", "x-label": "発行日"})", "a.json",
                       R"([{"id": "a", "day": "2027-01-01"},
  {"id": "b", "day": "2027-01-01", "publish_from": "2027-01-01"}, {"id": "c", "day": "2026-11-21"}])")),
      ElementsAre("lists/x/a.json:1:21: 発行日が、まだ来ていない日（令和9年1月1日、2027-01-01）です。 → "
                  "年を確かめてください。その日から載せるなら、publish_from にも同じ日を書きます。"));
}

}  // namespace
}  // namespace tebiki::loading
