#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Table, ShowsNameTelephoneAndAddressWhenNothingElseIsAskedFor) {
  auto result = composed("view", {{"list", text("facilities")}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  auto& table = only<model::Table>(result.blocks);
  EXPECT_EQ(header_text(table), "事業所名 | 電話 | 住所");
  EXPECT_TRUE(table.row_headers);
  EXPECT_EQ(
      rows_text(table),
      "facilities/aoba: <あおば>/[見本 あおば](ref:facilities/aoba) | **[0463-00-0012](tel:0463000012)** | 中原2-3\n"
      "facilities/kaname: <かなめ>/[見本 かなめ](ref:facilities/kaname) | **[0463-00-0014](tel:0463000014)** | \n"
      "facilities/sakura: <サクラ>/[見本 さくら](ref:facilities/sakura) | **[0463-00-0013](tel:0463000013)** | \n"
      "facilities/hamayu: <はまゆう>/[見本 はまゆう](ref:facilities/hamayu) |  | 真田4-10\n");
}

TEST(Table, TakesTheColumnsThatTheSchemaMarks) {
  auto site = made::site();
  site.lists[0].schema.fields[4].column = true;
  site.lists[0].schema.fields[0].column = true;
  EXPECT_EQ(header_text(only<model::Table>(composed("view", {{"list", text("facilities")}}, site).blocks)),
            "事業所名 | 営業時間");
}

TEST(Table, KnowsColumnsByKeyByLabelAndByGroup) {
  auto result = composed(
      "view",
      {{"list", text("facilities")}, {"columns", list({"定員", "name", "医療処置", "kana"})}, {"limit", number(1)}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  auto& table = only<model::Table>(result.blocks);
  EXPECT_EQ(header_text(table), "定員 | 事業所名 | 喀痰吸引 | 在宅酸素 | よみ");
  EXPECT_EQ(rows_text(table), "facilities/aoba:  | [見本 あおば](ref:facilities/aoba) | ○ | △ | あおば\n");
  EXPECT_FALSE(table.row_headers) << "the first cell does not name the row";
  EXPECT_EQ(table.columns[0].alignment, model::Alignment::end);
  EXPECT_EQ(table.columns[1].alignment, model::Alignment::start);
  EXPECT_EQ(table.columns[2].alignment, model::Alignment::centre);
}

TEST(Table, WritesDatesChoicesAndAnswersAsReadersKnowThem) {
  auto result = composed("view", {{"list", text("facilities")},
                                  {"columns", list({"services", "confirmed", "oxygen", "areas"})},
                                  {"where", where({{"id", list({"aoba", "kaname"})}}, 3)}});
  EXPECT_EQ(rows_text(only<model::Table>(result.blocks)),
            "facilities/aoba: 訪問看護、居宅介護支援 | 令和8年9月5日 | △ | 中原\n"
            "facilities/kaname:  |  | — | \n");
}

TEST(Table, GroupsByTheSchemasOrderAndShowsARecordUnderEachOfItsValues) {
  auto result =
      composed("view", {{"list", text("facilities")}, {"columns", list({"name"})}, {"group", text("services")}});
  EXPECT_EQ(rows_text(only<model::Table>(result.blocks)),
            "== 訪問看護\n"
            "facilities/aoba: <あおば>/[見本 あおば](ref:facilities/aoba)\n"
            "facilities/sakura: <サクラ>/[見本 さくら](ref:facilities/sakura)\n"
            "== 居宅介護支援\n"
            ": <あおば>/[見本 あおば](ref:facilities/aoba)\n"
            "== 通所介護\n"
            "facilities/hamayu: <はまゆう>/[見本 はまゆう](ref:facilities/hamayu)\n"
            "== その他\n"
            "facilities/kaname: <かなめ>/[見本 かなめ](ref:facilities/kaname)\n");
}

TEST(Table, HeadsNoGroupForValuesThatWereNotAskedFor) {
  auto result = composed("view", {{"list", text("facilities")},
                                  {"columns", list({"kana"})},
                                  {"where", where({{"services", text("訪問看護")}}, 3)},
                                  {"group", text("services")}});
  EXPECT_EQ(rows_text(only<model::Table>(result.blocks)),
            "== 訪問看護\nfacilities/aoba: あおば\nfacilities/sakura: サクラ\n");
}

TEST(Table, SortsNumbersBySizeAndKeepsRecordsWithoutOneLast) {
  auto ids = [](char const* sort) {
    auto result = composed("view", {{"list", text("facilities")}, {"columns", list({"kana"})}, {"sort", text(sort)}});
    return rows_text(only<model::Table>(result.blocks));
  };
  EXPECT_EQ(
      ids("capacity"),
      "facilities/hamayu: はまゆう\nfacilities/sakura: サクラ\nfacilities/kaname: かなめ\nfacilities/aoba: あおば\n");
  EXPECT_EQ(
      ids("-capacity"),
      "facilities/kaname: かなめ\nfacilities/sakura: サクラ\nfacilities/hamayu: はまゆう\nfacilities/aoba: あおば\n");
  EXPECT_EQ(
      ids("-kana"),
      "facilities/hamayu: はまゆう\nfacilities/sakura: サクラ\nfacilities/kaname: かなめ\nfacilities/aoba: あおば\n");
}

TEST(Table, GroupsReadingsByTheirRow) {
  auto result = composed("view", {{"list", text("facilities")}, {"columns", list({"kana"})}, {"group", text("kana")}});
  EXPECT_EQ(rows_text(only<model::Table>(result.blocks)),
            "== あ行\nfacilities/aoba: あおば\n== か行\nfacilities/kaname: かなめ\n"
            "== さ行\nfacilities/sakura: サクラ\n== は行\nfacilities/hamayu: はまゆう\n");
}

TEST(Table, SaysSoWhenNothingFits) {
  auto result = composed("view", {{"list", text("facilities")}, {"where", where({{"address", text("なし")}}, 2)}});
  EXPECT_EQ(outline(result.blocks), "paragraph 該当するものはありません。\n");
  EXPECT_THAT(result.mistakes, ElementsAre("200 warning view-empty\n"
                                           "一覧「facilities」に、この条件に合うものがありません。\n"
                                           "where の値の書き方を確かめてください。\n"
                                           "No record of “facilities” fits these conditions.\n"
                                           "See whether the values in “where” are right."));
}

TEST(Table, WorksOnTheSmallestListWhoseSchemaKnowsOnlyOneField) {
  model::Site site;
  site.name = "見本";
  model::List list;
  list.slug = "a";
  list.schema.title = "A";
  list.schema.fields = {field({"x", "x"})};
  model::Record record;
  record.id = "one";
  list.records = {record};
  site.lists = {list};
  auto result = composed("view", {{"list", text("a")}}, site);
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_EQ(rows_text(only<model::Table>(result.blocks)), "a/one: [one](ref:a/one)\n");
  EXPECT_EQ(header_text(only<model::Table>(result.blocks)), "名称");
}

/// A list whose one record refers to an office that is not shown today.
model::Site site_with_withheld_office() {
  auto site = made::site();
  auto& facilities = site.lists[0];
  facilities.withheld.push_back(std::move(facilities.records[0]));
  facilities.records.erase(facilities.records.begin());
  model::List list;
  list.slug = "taxis";
  auto office = field({"office", "担当", FieldKind::reference});
  office.reference_list = "facilities";
  list.schema.fields = {field({"name", "名称"}), office};
  list.records = {made::record("umi", "見本 うみ", "うみ", {{"office", text("hamayu")}})};
  site.lists.push_back(list);
  return site;
}

TEST(Table, NamesARecordThatIsNotShownTodayWithoutALink) {
  auto result = composed("view", {{"list", text("taxis")}, {"columns", made::list({"name", "office"})}},
                         site_with_withheld_office());
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_THAT(rows_text(only<model::Table>(result.blocks)), testing::HasSubstr("見本 はまゆう"));
  EXPECT_THAT(rows_text(only<model::Table>(result.blocks)), testing::Not(testing::HasSubstr("ref:facilities/hamayu")));
}

TEST(Table, ConditionsMayNameWhatIsNotShownToday) {
  auto offices = composed("view", {{"list", text("facilities")}, {"where", where({{"id", text("hamayu")}}, 2)}},
                          site_with_withheld_office());
  EXPECT_THAT(offices.mistakes, IsEmpty());
  EXPECT_EQ(outline(offices.blocks), "paragraph 該当するものはありません。\n");
  auto taxis = composed("view", {{"list", text("taxis")}, {"where", where({{"office", text("facilities/hamayu")}}, 2)}},
                        site_with_withheld_office());
  EXPECT_THAT(taxis.mistakes, IsEmpty());
  EXPECT_EQ(only<model::Table>(taxis.blocks).rows.size(), 1u);
}

}  // namespace
