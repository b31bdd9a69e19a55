// What the script that narrows a list down is told.
#include <gmock/gmock.h>

#include "html/page_data.hpp"
#include "html/sample.hpp"

namespace tebiki::html {
namespace {

/// The script that narrows the sample's list down.
std::string finder_script(std::vector<model::Document> pages, model::SearchIndex search = {}) {
  auto const site = sample::site();
  model::Documents const documents{std::move(pages), {}, std::move(search)};
  auto const data = finder_data(site, documents, Links(site, documents.pages), 1);
  EXPECT_EQ(data.files.size(), 1u);
  EXPECT_EQ(data.paths.at("facilities"), data.files.at(0).path);
  return data.files.at(0).bytes;
}

TEST(FinderData, NumbersTheChoicesAndAsksForWishes) {
  auto pages = sample::documents();
  auto& directory = std::get<model::Directory>(pages[1].blocks.front().node);
  directory.abilities = "医療処置";
  directory.filters = {{"services", "サービス", {{"訪問看護", 2}, {"薬局", 1}}},
                       {"oxygen", "在宅酸素", {{"yes", 1}, {"ask", 1}}, model::Directory::Filter::Kind::ability}};
  auto& rows = directory.groups.front().entries;
  rows[0].facets = {{"services", {"訪問看護", "薬局"}}, {"oxygen", {"yes"}}};
  rows[1].facets = {{"services", {"訪問看護"}}, {"oxygen", {"ask"}}};
  auto const script = finder_script(pages);
  EXPECT_THAT(script,
              testing::HasSubstr("filters:[[\"サービス\",\"\",[[\"services\",\"訪問看護\",\"0.0\",\"訪問看護\"],\n"
                                 "[\"services\",\"薬局\",\"0.1\",\"薬局\"]]],\n"
                                 "[\"医療処置\",\"ask\",[[\"oxygen\",\"yes\",\"1.0\",\"在宅酸素\"]]]]"));
  EXPECT_THAT(script, testing::HasSubstr("hours:false,\ncount:2,\nrows:[\n[\"0\",\"見本 あおば\",\""));
  EXPECT_THAT(script,
              testing::HasSubstr("\"0463-00-0011\",\"\",\"facilities/aoba/\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
                                 "\"\",\"\",\"0.0 0.1 1.0\"],"));
  EXPECT_THAT(script, testing::HasSubstr("\"0.0 1.0?\""));
}

TEST(FinderData, TellsANoFromAnAnswerThatWasNeverGiven) {
  auto pages = sample::documents();
  auto& directory = std::get<model::Directory>(pages[1].blocks.front().node);
  directory.filters = {{"oxygen", "在宅酸素", {{"yes", 1}}, model::Directory::Filter::Kind::ability}};
  auto& rows = directory.groups.front().entries;
  rows[0].abilities = {{"在宅酸素", model::Availability::no}};
  rows[1].abilities = {{"在宅酸素", model::Availability::unanswered}};
  auto const script = finder_script(pages);
  EXPECT_EQ(sample::count(script, "0.0!"), 1u);
}

TEST(FinderData, SaysWhatTheSearchBoxSaysInTheTermsOfItsOwnList) {
  using Sort = model::SearchTerm::Sort;
  model::SearchIndex search;
  search.terms = {{Sort::kind, "種類", "薬局"}, {Sort::ability, "昇降機", "昇降機"}, {Sort::town, "地区", "中原"}};
  auto& facts = search.facts["facilities/aoba"];
  facts.said = {{2, false}, {1, true}};
  facts.facts = "中原2-3";
  facts.days = "月〜土";
  search.pages["facilities/aoba/"].told = "土曜も開いています。";
  auto const script = finder_script(sample::documents(), search);
  EXPECT_THAT(script,
              testing::HasSubstr("terms:[\n[\"中原\",\"地区\",\"town\"],\n[\"昇降機\",\"昇降機\",\"ability\"]\n]"));
  EXPECT_THAT(script,
              testing::HasSubstr("\"facilities/aoba/\",\"0 1?\",\"中原2-3\",\"土曜も開いています。\",\"月〜土\""));
  EXPECT_THAT(script, testing::HasSubstr("lists:[\"事業所\"]"));
  EXPECT_THAT(script, testing::Not(testing::HasSubstr("薬局")));
}

TEST(FinderData, BringsTheVariantsOfItsCharacters) {
  model::SearchIndex search;
  search.records["facilities/aoba"].row = "高橋医院";
  EXPECT_THAT(finder_script(sample::documents(), search), testing::ContainsRegex("folding:\"[^\"]*髙高[^\"]*\""));
}

TEST(FinderData, OfALongListHoldsItsRowsInFilesOfTheirOwn) {
  auto pages = sample::documents();
  auto& rows = std::get<model::Directory>(pages[1].blocks.front().node).groups.front().entries;
  for (int i = 0; i < 1200; ++i) rows.push_back(sample::entry(i + 3, "n" + std::to_string(i), "見本", ""));
  auto const site = sample::site();
  model::Documents const documents{std::move(pages), {}, {}};
  auto const data = finder_data(site, documents, Links(site, documents.pages), 1);
  ASSERT_EQ(data.files.size(), 4u);
  EXPECT_THAT(data.files[0].bytes, testing::StartsWith("tebikiListRows(0,[\n[\"0\",\"見本 あおば\""));
  EXPECT_THAT(data.files[2].bytes, testing::StartsWith("tebikiListRows(2,"));
  EXPECT_EQ(sample::count(data.files[3].bytes, "list.rows-"), 3u);
  EXPECT_THAT(data.files[3].bytes, testing::HasSubstr("count:1202,\nrowFiles:["));
}

TEST(FinderData, KeepsHostileWordsInTheirStrings) {
  auto pages = sample::documents();
  auto& entry = std::get<model::Directory>(pages[1].blocks.front().node).groups.front().entries.front();
  entry.name = "</script><script>alert(1)</script>\"";
  entry.tags = {entry.name};
  auto const script = finder_script(pages);
  EXPECT_THAT(script, testing::Not(testing::HasSubstr("</script")));
}

}  // namespace
}  // namespace tebiki::html
