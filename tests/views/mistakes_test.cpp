#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Mistakes, NameTheListThatWasProbablyMeant) {
  EXPECT_THAT(composed("view", {{"list", text("facilites")}}).mistakes,
              ElementsAre("150 unknown-list\n「facilites」という一覧はありません。\n「facilities」のことでしょうか。\n"
                          "“facilites” is not a list.\nDid you mean “facilities”?"));
}

TEST(Mistakes, ReportEveryWrongNameOfAViewAtItsOwnPlace) {
  auto result = composed("view", {{"list", text("facilities")},
                                  {"as", text("tabel")},
                                  {"colums", list({"name"})},
                                  {"columns", list({"name", "telx", "zzzzzzzz"})},
                                  {"group", text("service")},
                                  {"sort", text("-kanna")},
                                  {"limit", number(0)},
                                  {"where", where({{"servces", text("a")}, {"services", text("訪問")}}, 8)}});
  EXPECT_THAT(
      result.mistakes,
      ElementsAre(
          "250 unknown-view\n「tabel」という表示の種類はありません。\n「table」のことでしょうか。\n"
          "“tabel” is not a kind of view.\nDid you mean “table”?",
          "300 unknown-option\n「colums」という項目は view にはありません。\n「columns」のことでしょうか。\n"
          "“colums” is not an option of “view”.\nDid you mean “columns”?",
          "451 unknown-field\n「telx」という項目は一覧「facilities」にはありません。\n「tel」のことでしょうか。\n"
          "“telx” is not a field of the list “facilities”.\nDid you mean “tel”?",
          "452 unknown-field\n「zzzzzzzz」という項目は一覧「facilities」にはありません。\n"
          "使えるのは「name」「kana」「services」「address」「hours」「tel」「fax」「capacity」「sputum」「oxygen」"
          "「confirmed」「areas」など14個です。\n"
          "“zzzzzzzz” is not a field of the list “facilities”.\n"
          "There are “name”, “kana”, “services”, “address”, “hours”, “tel”, “fax”, “capacity”, “sputum”, “oxygen”, "
          "“confirmed”, “areas” and 2 more.",
          "550 "
          "unknown-field\n「service」という項目は一覧「facilities」にはありません。\n「services」のことでしょうか。\n"
          "“service” is not a field of the list “facilities”.\nDid you mean “services”?",
          "650 unknown-field\n「kanna」という項目は一覧「facilities」にはありません。\n「kana」のことでしょうか。\n"
          "“kanna” is not a field of the list “facilities”.\nDid you mean “kana”?",
          "750 option-value\n「limit」には1から1000000までの整数を書いてください。\n例　limit: 1\n"
          "“limit” must be a whole number from 1 to 1000000.\nFor example, limit: 1",
          "860 "
          "unknown-field\n「servces」という項目は一覧「facilities」にはありません。\n「services」のことでしょうか。\n"
          "“servces” is not a field of the list “facilities”.\nDid you mean “services”?",
          "875 unknown-value\n「訪問」という値は「サービス」にはありません。\n"
          "使えるのは「訪問看護」「居宅介護支援」「通所介護」です。\n"
          "“訪問” is not a value of “services”.\nThere are “訪問看護”, “居宅介護支援”, “通所介護”."));
}

TEST(Mistakes, AskForTheListOfAView) {
  EXPECT_THAT(composed("view", {{"as", text("table")}}).mistakes,
              ElementsAre("10 view-without-list\nview に「list」がありません。\n"
                          "どの一覧を見せるかを、list: facilities のように書いてください。\n"
                          "This view has no “list”.\nSay which list it shows, like list: facilities."));
}

TEST(Mistakes, TellAnUnknownIdFromTheKnownOnes) {
  EXPECT_THAT(composed("view", {{"list", text("facilities")}, {"where", where({{"id", text("aobe")}}, 2)}}).mistakes,
              ElementsAre("265 unknown-record\n「aobe」という id は一覧「facilities」にはありません。\n"
                          "「aoba」のことでしょうか。\n"
                          "“aobe” is not the id of a record of “facilities”.\nDid you mean “aoba”?"));
}

TEST(Mistakes, RefuseAMatrixOfAListWithoutAnswers) {
  auto site = made::site();
  std::erase_if(site.lists[0].schema.fields, [](auto& field) { return field.kind == FieldKind::availability; });
  EXPECT_THAT(composed("view", {{"list", text("facilities")}, {"as", text("matrix")}}, site).mistakes,
              ElementsAre("250 matrix-without-support\n"
                          "一覧「facilities」には ○ △ × で答える項目がないので、matrix では表せません。\n"
                          "schema.json の項目に \"format\": \"support\" を付けるか、as: table を使ってください。\n"
                          "The list “facilities” has no field answered by yes, ask or no, so it cannot be a matrix.\n"
                          "Give fields of its schema.json \"format\": \"support\", or use as: table."));
}

TEST(Mistakes, RefuseAColumnOfAMatrixThatIsNeitherAnAnswerNorATelephoneNumber) {
  EXPECT_THAT(
      composed("view", {{"list", text("facilities")}, {"as", text("matrix")}, {"columns", list({"capacity"})}})
          .mistakes,
      ElementsAre(
          "250 matrix-column\n「capacity」は ○ △ × で答える項目でも、電話番号でもないので、matrix の列にできません。\n"
          "columns から外すか、as: table を使ってください。\n"
          "“capacity” is neither answered by yes, ask or no nor a telephone number: no column of a matrix.\n"
          "Leave it out of columns, or use as: table."));
}

TEST(Mistakes, OfAShapeThatIsNotExpectedAreErrorsAndNoCrash) {
  auto mistakes =
      composed("view", {{"list", list({"facilities"})}, {"where", number(3)}, {"columns", number(4)}}).mistakes;
  EXPECT_THAT(mistakes, ElementsAre("150 option-value\n「list」には文字を書いてください。\n例　list: 値\n"
                                    "“list” must be a text.\nFor example, list: value"));
  mistakes =
      composed("view",
               {{"list", text("facilities")}, {"where", number(3)}, {"columns", number(4)}, {"caption", list({"a"})}})
          .mistakes;
  ASSERT_EQ(mistakes.size(), 3u);
  EXPECT_EQ(mistakes[0],
            "250 where-shape\nwhere は「項目: 値」の形で書きます。\nwhere: {areas: 中原} のように書いてください。\n"
            "“where” takes the form “field: value”.\nWrite it like where: {key: value}.");
  EXPECT_TRUE(mistakes[1].starts_with("350 option-value\n「columns」"));
  EXPECT_TRUE(mistakes[2].starts_with("450 option-value\n「caption」"));
}

TEST(Mistakes, WhoHasNotAnsweredMayBeAskedForLikeAnAnswer) {
  auto able = composed(
      "view",
      {{"list", text("facilities")}, {"columns", list({"kana"})}, {"where", where({{"喀痰吸引", text("yes")}}, 3)}});
  EXPECT_THAT(able.mistakes, IsEmpty());
  EXPECT_EQ(rows_text(only<model::Table>(able.blocks)), "facilities/aoba: あおば\n");
  auto result = composed("view", {{"list", text("facilities")},
                                  {"columns", list({"kana"})},
                                  {"where", where({{"sputum", text("unanswered")}}, 3)}});
  EXPECT_EQ(rows_text(only<model::Table>(result.blocks)), "facilities/kaname: かなめ\nfacilities/hamayu: はまゆう\n");
}

TEST(Mistakes, OfAFieldThatWasRenamedAreToldOnceForItsListWithTheNumberOfOtherPlaces) {
  auto site = made::site();
  auto view = [](char const* key, Value value) {
    return directive("view", {{"list", text("facilities")}, {key, std::move(value)}});
  };
  site.lists.push_back(facilities());
  site.lists.back().slug = "others";
  site.pages = {page("a", {view("columns", list({"name", "telx", "telx"})), view("group", text("telx"))}),
                page("b", {view("where", where({{"telx", text("0463")}}, 2)), view("sort", text("capacityx")),
                           directive("view", {{"list", text("others")}, {"sort", text("telx")}})})};
  base::Diagnostics diagnostics;
  views::compose(with_types(site), print_style_of_tests(), diagnostics);
  EXPECT_THAT(messages(diagnostics),
              ElementsAre("250 unknown-field\n「capacityx」という項目は一覧「facilities」にはありません。\n"
                          "「capacity」のことでしょうか。\n"
                          "“capacityx” is not a field of the list “facilities”.\nDid you mean “capacity”?",
                          "250 unknown-field\n「telx」という項目は一覧「others」にはありません。\n"
                          "「tel」のことでしょうか。\n"
                          "“telx” is not a field of the list “others”.\nDid you mean “tel”?",
                          "251 unknown-field\n「telx」という項目は一覧「facilities」にはありません。\n"
                          "「tel」のことでしょうか。ほかに 3 か所でも、この名前を使っています。\n"
                          "“telx” is not a field of the list “facilities”.\n"
                          "Did you mean “tel”? It is used in 3 more places."));
}

TEST(Mistakes, OfAConditionWithoutItsColonAreToldOnce) {
  auto result = composed("view", {{"list", text("facilities")}, {"where", where({{"areas 中原", Value{}}}, 2)}});
  ASSERT_EQ(result.mistakes.size(), 1u);
  EXPECT_TRUE(result.mistakes[0].starts_with("260 unknown-field\n「areas 中原」という項目は"));
}

}  // namespace
