// Views of more records than a web page shows.
#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// So many offices, all of which do home-visit nursing; every second sucks phlegm, and every third when asked.
model::Site site_of(int offices) {
  auto site = made::site();
  auto& records = site.lists[0].records;
  records.clear();
  for (int i = 0; i < offices; ++i) {
    auto const answer = i % 2 == 0 ? "yes" : i % 3 == 0 ? "ask" : "no";
    records.push_back(record("r" + std::to_string(i), "見本" + std::to_string(i), "あ",
                             {{"services", list({i % 4 == 0 ? "通所介護" : "訪問看護"})}, {"sputum", text(answer)}}));
  }
  return site;
}

/// The page's blocks with these views on it, each in a place of its own.
model::Documents shown(model::Site site, std::vector<Options> views) {
  model::Blocks blocks;
  std::uint32_t place = 1000;
  for (auto& options : views) {
    blocks.push_back(directive("view", std::move(options)));
    blocks.back().at = at(place += 1000);
  }
  site.pages.push_back(page("many", std::move(blocks)));
  return compose(std::move(site));
}
model::Blocks const& blocks_of(model::Documents const& documents) { return document(documents, "many/").blocks; }

std::size_t rows_of(model::Block const& block) {
  std::size_t rows = 0;
  if (auto const* directory = std::get_if<model::Directory>(&block.node)) {
    for (auto const& group : directory->groups) rows += group.entries.size();
  }
  if (auto const* table = std::get_if<model::Table>(&block.node)) {
    for (auto const& row : table->rows) rows += row.kind == model::Row::Kind::entry;
  }
  return rows;
}

/// `[words](facilities#sputum=yes)`
std::string link_text(model::Inline const& piece) {
  auto const* link = std::get_if<model::Link>(&piece.node);
  auto const* to = link ? std::get_if<model::Reference>(&link->target) : nullptr;
  if (!to) return inline_text({piece});
  return "[" + inline_text(link->children) + "](" + to->name + (to->fragment.empty() ? "" : "#") + to->fragment + ")";
}

/// What stands behind a long view: its sentence with its link.
std::string rest_of(model::Block const& block) {
  std::string text;
  auto const* paragraph = std::get_if<model::Paragraph>(&block.node);
  if (!paragraph) return "(no paragraph)";
  for (auto const& piece : paragraph->text) text += link_text(piece);
  return text;
}
std::string rest_of(Options options, model::Site const& site = site_of(200)) {
  options.emplace(options.begin(), "list", text("facilities"));
  auto const documents = shown(site, {std::move(options)});
  return rest_of(blocks_of(documents).back());
}

TEST(Directory, ShowsFiftyOfManyOnAPageAndLeadsToTheRest) {
  auto const documents = shown(site_of(51), {{{"list", text("facilities")}, {"as", text("cards")}}});
  auto const& blocks = blocks_of(documents);
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(rows_of(blocks[0]), 50u);
  EXPECT_EQ(rest_of(blocks[1]), "51件のうち、はじめの50件です。　[51件をすべて見る](facilities)");
}

TEST(Directory, OfFiftyRecordsIsWhole) {
  auto const documents = shown(site_of(50), {{{"list", text("facilities")}, {"as", text("cards")}}});
  ASSERT_EQ(blocks_of(documents).size(), 1u);
  EXPECT_EQ(rows_of(blocks_of(documents)[0]), 50u);
}

TEST(Directory, StaysWholeInABooklet) {
  auto site = site_of(200);
  site.publications.push_back({});
  auto& booklet = site.publications.back();
  booklet.slug = "guide";
  booklet.title = "手引き";
  booklet.parts.resize(1);
  booklet.parts[0].slug = "all";
  booklet.parts[0].blocks.push_back(directive("view", {{"list", text("facilities")}, {"as", text("cards")}}));
  auto const documents = compose(std::move(site));
  auto const& printed = documents.booklets.at(0).publication.parts.at(0).blocks;
  ASSERT_EQ(printed.size(), 1u);
  EXPECT_EQ(rows_of(printed[0]), 200u);
  EXPECT_LE(rows_of(document(documents, "guide/all/").blocks.at(0)), 50u);
}

TEST(Directory, OfManyGroupsShowsSomeOfEach) {
  auto const documents =
      shown(site_of(200), {{{"list", text("facilities")}, {"as", text("cards")}, {"group", text("services")}}});
  auto const& groups = std::get<model::Directory>(blocks_of(documents)[0].node).groups;
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].entries.size(), 25u);
  EXPECT_EQ(groups[1].entries.size(), 25u);
}

TEST(LongViews, LeadToTheListWithTheirConditionsAsItsFilters) {
  EXPECT_THAT(rest_of({{"where", where({{"services", text("訪問看護")}}, 2)}}),
              HasSubstr("[150件をすべて見る](facilities#services=訪問看護)"));
  EXPECT_THAT(rest_of({{"where", where({{"services", list({"訪問看護", "通所介護"})}}, 2)}}),
              HasSubstr("(facilities#services=訪問看護&services=通所介護)"));
  EXPECT_THAT(rest_of({{"where", where({{"sputum", list({"yes", "ask"})}}, 2)}}), HasSubstr("(facilities#sputum=yes)"));
  EXPECT_THAT(rest_of({{"where", where({{"sputum", text("yes")}}, 2)}}),
              HasSubstr("(facilities#sputum=yes&with-ask=no)"));
}

TEST(LongViews, LeadToTheListAloneWhereItsFiltersDoNotKnowACondition) {
  EXPECT_THAT(rest_of({{"where", where({{"services", text("訪問看護")}, {"kana", text("あ")}}, 2)}}),
              HasSubstr("[「事業所」でさがす](facilities)"));
  EXPECT_THAT(rest_of({{"where", where({{"sputum", text("no")}}, 2)}}, site_of(400)),
              HasSubstr("[「事業所」でさがす](facilities)"));
  EXPECT_THAT(rest_of({{"limit", number(60)}}), HasSubstr("60件のうち、はじめの50件です。　[「事業所」でさがす]"));
}

TEST(LongViews, OfOnePageShareWhatAPageCanHold) {
  auto site = site_of(400);
  for (auto& record : site.lists[0].records) record.values.push_back(untyped("address", text(std::string(300, 'x'))));
  Options const cards{{"list", text("facilities")}, {"as", text("cards")}};
  auto const one = shown(site, {cards});
  auto const two = shown(site, {cards, cards});
  auto const alone = rows_of(blocks_of(one)[0]), beside = rows_of(blocks_of(two)[0]);
  EXPECT_LT(alone, 50u) << "long rows";
  EXPECT_LT(beside, alone);
  EXPECT_EQ(rows_of(blocks_of(two)[2]), beside);
}

TEST(Matrix, OfManyRowsLeadsWithEachQuestionToAllWhoCan) {
  auto const documents = shown(site_of(200), {{{"list", text("facilities")}, {"as", text("matrix")}}});
  auto const& blocks = blocks_of(documents);
  auto const& table = std::get<model::Table>(blocks[1].node);
  EXPECT_LE(table.rows.size(), 50u);
  EXPECT_EQ(link_text(table.columns[1].label.front()), "[喀痰吸引](facilities#sputum=yes)");
  EXPECT_THAT(rest_of(blocks[2]), HasSubstr("200件のうち"));
}

TEST(Matrix, OfManyRowsShowsSomeOfEachGroupBelowItsHead) {
  auto const documents =
      shown(site_of(200), {{{"list", text("facilities")}, {"as", text("table")}, {"group", text("services")}}});
  auto const& table = std::get<model::Table>(blocks_of(documents)[0].node);
  EXPECT_EQ(rows_of(blocks_of(documents)[0]), 50u);
  EXPECT_EQ(table.rows[0].kind, model::Row::Kind::group);
  EXPECT_EQ(table.rows[26].kind, model::Row::Kind::group);
}

}  // namespace
