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
                                "d": {"format": "date", "x-role": "confirm"})", "a.json", "[{\"id\": \"a\"}]"));
  EXPECT_THAT(loaded.said(), ElementsAre(StartsWith("lists/x/schema.json:1:93: この項目は「name」という役割（x-role）になれ"),
                                         testing::EndsWith("→ 「confirmed」のことでしょうか。")));
}

TEST(Roles, ADayOfConfirmationToComeIsTold) {
  Loaded loaded;
  load_files(loaded, list_of(R"("name": {"type": "string"}, "c": {"format": "date", "x-label": "確認日"},
                                "until": {"format": "date", "x-label": "期限"})",
                             "a.csv", "id,name,c,until\na,見本,2062-09-02,2028-04-01\nb,見本,令和80年4月1日,R80.4.1\nc,見本,2026-11-21,\n"));
  EXPECT_THAT(loaded.said(),
              ElementsAre("lists/x/a.csv:2:6: 確認日が、まだ来ていない日（令和44年9月2日、2062-09-02）です。 → "
                          "年を確かめて、書き直してください。",
                          StartsWith("lists/x/a.csv:3:6: 確認日が、まだ来ていない日（令和80年4月1日、2098-04-01）です。"),
                          StartsWith("lists/x/a.csv:3:16: 期限が、まだ来ていない日（令和80年4月1日、2098-04-01）です。")));
}

}  // namespace
}  // namespace tebiki::loading
