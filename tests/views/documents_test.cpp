#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;

std::vector<std::string> paths(model::Documents const& documents) {
  std::vector<std::string> out;
  for (auto& page : documents.pages) out.push_back(page.path);
  return out;
}

TEST(Documents, OfTheSmallestSiteAreItsHomePage) {
  model::Site site;
  site.name = "見本";
  auto documents = compose(site);
  ASSERT_EQ(documents.pages.size(), 1u);
  EXPECT_EQ(documents.pages[0].kind, model::DocumentKind::home);
  EXPECT_EQ(documents.pages[0].path, "");
  EXPECT_EQ(documents.pages[0].title, "見本");
  EXPECT_EQ(documents.pages[0].subject, "index");
  EXPECT_TRUE(documents.booklets.empty());
}

TEST(Documents, AreOneForEveryPageListRecordPublicationAndPart) {
  auto site = with_publication({part("consult", {})});
  site.pages.push_back(page("index", {}));
  site.pages.push_back(page("scenes/daily", {}));
  auto documents = compose(site);
  EXPECT_THAT(paths(documents),
              ElementsAre("", "scenes/daily/", "facilities/", "facilities/aoba/", "facilities/kaname/",
                          "facilities/sakura/", "facilities/hamayu/", "guide/", "guide/consult/"));
  EXPECT_EQ(document(documents, "facilities/").description, "見本の事業所です。");
  auto& entry = document(documents, "facilities/aoba/");
  EXPECT_EQ(entry.kind, model::DocumentKind::entry);
  EXPECT_EQ(entry.title, "見本 あおば");
  EXPECT_EQ(entry.record, "aoba");
  EXPECT_EQ(entry.subject, "facilities");
  EXPECT_EQ(entry.description, "訪問看護・居宅介護支援　中原2-3　電話 0463-00-0012");
}

TEST(Documents, OfAPublicationSayItsSummaryOnceAndLeaveItsChaptersToThePage) {
  auto site = with_publication({part("consult", {}), part("list", {})});
  auto documents = compose(site);
  auto& guide = document(documents, "guide/");
  EXPECT_EQ(guide.description, "見本の冊子です。");
  EXPECT_EQ(outline(guide.blocks), "");
}

TEST(Documents, OfAListNameTheBookletThatIsMadeForIt) {
  auto const shown = directive("view", {{"list", text("facilities")}});
  auto site = with_publication({part("first", {}), part("list", {{model::Quote{{shown}}, {}}})});
  auto leaflet = site.publications.front();
  leaflet.slug = "leaflet";
  leaflet.parts = {part("only", {shown})};
  site.publications.push_back(std::move(leaflet));
  auto documents = compose(site);
  EXPECT_EQ(document(documents, "facilities/").booklet, "guide");
  EXPECT_EQ(document(documents, "facilities/").records, 4u);
}

TEST(Documents, AndTheBookletHoldTheSameBlocks) {
  auto site = with_publication(
      {part("list", {directive("view", {{"list", text("facilities")}, {"columns", list({"kana", "tel"})}})})});
  auto documents = compose(site);
  ASSERT_EQ(documents.booklets.size(), 1u);
  EXPECT_EQ(rows_text(only<model::Table>(documents.booklets[0].publication.parts.at(0).blocks)),
            rows_text(only<model::Table>(document(documents, "guide/list/").blocks)));
}

TEST(Documents, LinkARowOfABookletToItsEntryButNotToItself) {
  auto row = [](char const* kind) {
    return directive("view", {{"list", text("facilities")},
                              {"as", text(kind)},
                              {"columns", list({"name", "sputum"})},
                              {"where", where({{"id", text("aoba")}}, 4)}});
  };
  auto alone = compose(with_publication({part("answers", {row("matrix")})}));
  EXPECT_EQ(rows_text(only<model::Table>(alone.booklets.at(0).publication.parts.at(0).blocks)),
            "facilities/aoba: 見本 あおば | ○\n");
  EXPECT_EQ(rows_text(only<model::Table>(document(alone, "guide/answers/").blocks)),
            "facilities/aoba: [見本 あおば](ref:facilities/aoba) | ○\n");
  auto both = compose(with_publication({part("answers", {row("matrix"), row("cards")})}));
  EXPECT_EQ(rows_text(only<model::Table>(both.booklets.at(0).publication.parts.at(0).blocks)),
            ": [見本 あおば](ref:facilities/aoba) | ○\n");
}

TEST(Documents, GiveARecordOneAnchorInABookletThatOfItsDirectoryEntry) {
  auto view = [](char const* kind) {
    return directive("view", {{"list", text("facilities")},
                              {"as", text(kind)},
                              {"columns", list({"sputum"})},
                              {"where", where({{"id", text("aoba")}}, 4)}});
  };
  auto documents = compose(with_publication({part("answers", {view("matrix")}), part("list", {view("cards")})}));
  auto& parts = documents.booklets.at(0).publication.parts;
  EXPECT_EQ(only<model::Table>(parts.at(0).blocks).rows.at(0).anchor, "");
  EXPECT_EQ(only<model::Directory>(parts.at(1).blocks).groups.at(0).entries.at(0).anchor, "facilities/aoba");
  EXPECT_EQ(only<model::Table>(document(documents, "guide/answers/").blocks).rows.at(0).anchor, "facilities/aoba")
      << "each web page has anchors of its own";
}

TEST(Documents, EndABookletWithTheIndexOfWhatItHolds) {
  auto view = directive("view", {{"list", text("facilities")},
                                 {"columns", list({"kana"})},
                                 {"where", where({{"id", list({"hamayu", "aoba", "sakura"})}}, 3)}});
  auto site = with_publication({part("list", {view, view})});
  site.publications[0].index = true;
  auto documents = compose(site);
  auto& parts = documents.booklets.at(0).publication.parts;
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[1].title, "さくいん");
  EXPECT_EQ(outline(parts[1].blocks),
            "index あ: 見本 あおば(あおば)→facilities/aoba\n"
            "index さ: 見本 さくら(サクラ)→facilities/sakura\n"
            "index は: 見本 はまゆう(はまゆう)→facilities/hamayu\n");
}

TEST(Documents, TellOnceForEachListWhoseNamesHaveNoReadingInAnIndex) {
  auto site = with_publication({part("list", {directive("view", {{"list", text("facilities")}})})});
  site.publications[0].index = true;
  for (auto id : {"kaede", "momiji", "sugi", "hinoki"}) site.lists[0].records.push_back(record(id, "見本 楓", ""));
  site.lists[0].records.push_back(record("aoi", "あおい", ""));
  base::Diagnostics diagnostics;
  views::compose(made::with_types(site), print_style_of_tests(), diagnostics);
  EXPECT_THAT(messages(diagnostics),
              ElementsAre(testing::HasSubstr(
                  "一覧「事業所」の4件に、よみがありません（「見本 楓」「見本 楓」「見本 楓」など）。"
                  "索引では正しい場所に並びません。")));
}

TEST(Documents, PutTheIndexWhereADirectiveSaysSo) {
  auto site =
      with_publication({part("first", {directive("index", {})}),
                        part("list", {directive("view", {{"list", text("facilities")}, {"limit", number(1)}})})});
  site.publications[0].index = true;
  auto documents = compose(site);
  EXPECT_EQ(documents.booklets.at(0).publication.parts.size(), 2u);
  EXPECT_EQ(outline(documents.booklets.at(0).publication.parts[0].blocks),
            "index あ: 見本 あおば(あおば)→facilities/aoba\n");
  EXPECT_EQ(outline(document(documents, "guide/first/").blocks), "index あ: 見本 あおば(あおば)→facilities/aoba\n");
}

TEST(Documents, ReplaceDirectivesInsideListsQuotesAndNotesToo) {
  model::Quote quote;
  quote.blocks.push_back(directive("page-break", {}));
  model::ListBlock items;
  items.items.resize(1);
  items.items[0].blocks.push_back(directive("toc", {{"depth", number(3)}}));
  model::Note note;
  note.blocks.push_back({quote, {}});
  auto site = made::site();
  site.pages.push_back(page("a", {{items, {}}, {note, {}}}));
  auto documents = compose(site);
  auto& blocks = document(documents, "a/").blocks;
  EXPECT_EQ(outline(blocks), "item contents 3\nnote other\n");
  auto& inner = std::get<model::Quote>(std::get<model::Note>(blocks.at(1).node).blocks.at(0).node);
  EXPECT_EQ(outline(inner.blocks), "page break\n");
}

}  // namespace
