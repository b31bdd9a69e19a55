#include <gmock/gmock.h>

#include <algorithm>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::IsEmpty;

TEST(Matrix, ShowsAnswersBelowALegendThatKeepsUnansweredApartFromNo) {
  auto result = composed("view", {{"list", text("facilities")}, {"as", text("matrix")}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_EQ(outline(result.blocks),
            "note paragraph ○ 対応できます　△ 要相談　× 対応していません　"
            "— 未回答（できないという意味ではありません）\n"
            "table 事業所名 | 喀痰吸引 | 在宅酸素\n");
  auto& table = only<model::Table>(result.blocks);
  EXPECT_EQ(rows_text(table),
            "facilities/aoba: [見本 あおば](ref:facilities/aoba) | ○ | △\n"
            "facilities/kaname: [見本 かなめ](ref:facilities/kaname) | — | —\n"
            "facilities/sakura: [見本 さくら](ref:facilities/sakura) | × | —\n"
            "facilities/hamayu: [見本 はまゆう](ref:facilities/hamayu) | — | —\n");
  EXPECT_TRUE(table.row_headers);
  EXPECT_FALSE(table.columns[0].upright);
  EXPECT_TRUE(table.columns[1].upright);
  EXPECT_EQ(table.columns[1].alignment, model::Alignment::centre);
}

TEST(Matrix, TellsOncePerPageWhatItsMarksMean) {
  auto matrix = [] { return made::directive("view", {{"list", text("facilities")}, {"as", text("matrix")}}); };
  model::Site site = made::site();
  site.pages.push_back({"twice", "二つの表", "", {matrix(), matrix()}, {}});
  base::Diagnostics diagnostics;
  auto documents = tebiki::views::compose(made::with_types(site), print_style_of_tests(), diagnostics);
  auto page = std::find_if(documents.pages.begin(), documents.pages.end(), [](auto& d) { return d.path == "twice/"; });
  ASSERT_NE(page, documents.pages.end());
  auto notes = std::count_if(page->blocks.begin(), page->blocks.end(),
                             [](auto& block) { return std::holds_alternative<model::Note>(block.node); });
  EXPECT_EQ(notes, 1);
  EXPECT_EQ(page->blocks.size(), 3u);
}

TEST(Matrix, TakesItsColumnsFromAGroupOfFields) {
  auto site = made::site();
  site.lists[0].schema.fields[9].group = "ほか";
  auto result =
      composed("view", {{"list", text("facilities")}, {"as", text("matrix")}, {"columns", list({"医療処置"})}}, site);
  EXPECT_EQ(header_text(only<model::Table>(result.blocks)), "事業所名 | 喀痰吸引");
}

TEST(Matrix, SetsTheTelephoneNumberLevelBetweenTheNameAndAllMarks) {
  auto result = composed("view", {{"list", text("facilities")}, {"as", text("matrix")}, {"columns", list({"tel"})}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  auto& table = only<model::Table>(result.blocks);
  EXPECT_EQ(header_text(table), "事業所名 | 電話 | 喀痰吸引 | 在宅酸素");
  EXPECT_FALSE(table.columns[1].upright);
  EXPECT_EQ(table.columns[1].alignment, model::Alignment::start);
  EXPECT_TRUE(table.columns[2].upright);
}

TEST(Matrix, HasGroupRowsAndACaption) {
  auto result = composed("view", {{"list", text("facilities")},
                                  {"as", text("matrix")},
                                  {"columns", list({"sputum"})},
                                  {"group", text("sputum")},
                                  {"caption", text("医療対応一覧")}});
  auto& table = only<model::Table>(result.blocks);
  EXPECT_EQ(inline_text(table.caption), "医療対応一覧");
  EXPECT_EQ(rows_text(table),
            "== 喀痰吸引：対応できます\nfacilities/aoba: [見本 あおば](ref:facilities/aoba) | ○\n"
            "== 喀痰吸引：対応していません\nfacilities/sakura: [見本 さくら](ref:facilities/sakura) | ×\n"
            "== 喀痰吸引：未回答\nfacilities/kaname: [見本 かなめ](ref:facilities/kaname) | —\n"
            "facilities/hamayu: [見本 はまゆう](ref:facilities/hamayu) | —\n");
}

TEST(Definition, NamesASingleRecordAmongItsTerms) {
  auto result = composed(
      "view",
      {{"list", text("facilities")}, {"as", text("definition")}, {"where", where({{"id", text("sakura")}}, 3)}});
  EXPECT_THAT(result.mistakes, IsEmpty());
  EXPECT_EQ(outline(result.blocks),
            "事業所名: [見本 さくら](ref:facilities/sakura)\nよみ: サクラ\nサービス: 訪問看護\n"
            "電話: **[0463-00-0013](tel:0463000013)**\n定員: 20\n"
            "喀痰吸引: × 対応していません\n在宅酸素: — 未回答\n");
}

TEST(Definition, HeadsEachOfSeveralRecordsOneLevelBelowTheHeadingAbove) {
  auto site = made::site();
  model::Heading above{2, {model::words("連絡先")}, "連絡先"};
  auto view = directive("view", {{"list", text("facilities")},
                                 {"as", text("definition")},
                                 {"columns", list({"name", "tel"})},
                                 {"where", where({{"id", list({"sakura", "kaname"})}}, 4)}});
  site.pages.push_back(page("a", {{above, {}}, view, view}));
  base::Diagnostics diagnostics;
  auto documents = views::compose(made::with_types(site), print_style_of_tests(), diagnostics);
  EXPECT_EQ(outline(document(documents, "a/").blocks),
            "heading2 連絡先 #連絡先\n"
            "heading3 見本 かなめ #facilities-kaname\n電話: **[0463-00-0014](tel:0463000014)**\n"
            "heading3 見本 さくら #facilities-sakura\n電話: **[0463-00-0013](tel:0463000013)**\n"
            "heading3 見本 かなめ #facilities-kaname-2\n電話: **[0463-00-0014](tel:0463000014)**\n"
            "heading3 見本 さくら #facilities-sakura-2\n電話: **[0463-00-0013](tel:0463000013)**\n");
}

TEST(Matrix, PutsColumnsOfOneSubgroupUnderOneHead) {
  auto site = made::site();
  site.lists[0].schema.fields[8].subgroup = site.lists[0].schema.fields[9].subgroup = "息とのど";
  auto result = composed("view", {{"list", text("facilities")}, {"as", text("matrix")}}, site);
  auto& table = only<model::Table>(result.blocks);
  EXPECT_EQ(table.columns[0].group, "");
  EXPECT_EQ(table.columns[1].group, "息とのど");
  EXPECT_EQ(table.columns[2].group, "息とのど");
}

/// The directory on the page of the list.
model::Directory const& directory_of(model::Documents const& documents) {
  auto page = std::find_if(documents.pages.begin(), documents.pages.end(),
                           [](auto& one) { return one.kind == model::DocumentKind::list; });
  return std::get<model::Directory>(page->blocks.front().node);
}

model::Site site_with_equipment() {
  auto site = made::site();
  auto& list = site.lists[0];
  for (auto* key : {"lift", "ramp", "stretcher"}) list.schema.fields.push_back(field({key, key, FieldKind::boolean}));
  auto& stretcher = list.schema.fields.back();
  stretcher.quick = "寝たまま";
  stretcher.filter = true;
  for (auto& record : list.records) record.values.push_back(untyped("stretcher", flag(record.id == "aoba")));
  return site;
}

TEST(Lists, OfThingsWithEquipmentCompareThemSideBySide) {
  base::Diagnostics diagnostics;
  auto plain = tebiki::views::compose(made::with_types(made::site()), print_style_of_tests(), diagnostics);
  EXPECT_FALSE(directory_of(plain).compared);
  auto documents = tebiki::views::compose(made::with_types(site_with_equipment()), print_style_of_tests(), diagnostics);
  ASSERT_TRUE(directory_of(documents).compared);
  auto& table = *directory_of(documents).compared;
  EXPECT_EQ(header_text(table), "事業所名 | 電話 | 営業時間 | 喀痰吸引 | 在宅酸素 | lift | ramp | stretcher");
  EXPECT_THAT(rows_text(table),
              testing::HasSubstr("**[0463-00-0012](tel:0463000012)** | 月〜金 9:00〜17:00 | ○ | △ |  |  | ○\n"));
}

TEST(Lists, TellWhatIsWishedMostInWordsOfItsOwn) {
  base::Diagnostics diagnostics;
  auto documents = tebiki::views::compose(made::with_types(site_with_equipment()), print_style_of_tests(), diagnostics);
  for (auto& group : directory_of(documents).groups) {
    for (auto& entry : group.entries) {
      EXPECT_EQ(entry.quick.size(), entry.name == "見本 あおば" ? 1u : 0u);
      for (auto& one : entry.quick) EXPECT_EQ(one.label, "寝たまま");
    }
  }
}

}  // namespace
