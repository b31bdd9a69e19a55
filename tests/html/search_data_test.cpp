#include "html/page_data.hpp"

#include <gmock/gmock.h>

#include "base/unicode.hpp"
#include "html/sample.hpp"

namespace tebiki::html {
namespace {

model::Entry& first_entry(std::vector<model::Document>& pages) {
  return std::get<model::Directory>(pages[1].blocks.front().node).groups.front().entries.front();
}

/// The pages with a small index of what they are found by.
model::Documents indexed(std::vector<model::Document> pages) {
  model::Documents documents{std::move(pages), {}, {}};
  auto& search = documents.search;
  search.records["facilities/aoba"] = {"見本あおば", "", ""};
  search.pages["facilities/aoba/"].told = "あおばの本文。";
  search.pages["about/"].told = "本文です。";
  search.pages["guide/first/"].told = "第一章。";
  search.pages["guide/second/"].told = "第二章。";
  return documents;
}

std::string script_of(model::Site const& site, model::Documents const& documents) {
  return search_data(site, documents, Links(site, documents.pages), 1).script;
}

TEST(SearchData, HoldsEntriesWithTheirNumberAndPages) {
  auto const data = script_of(sample::site(), indexed(sample::documents()));
  EXPECT_THAT(data, testing::StartsWith("tebikiSearch({same:\"\",\nfolding:\"" +
                                        base::folding_table({"見本事業所手引本文印刷物第一章二覧"}) + "\",\nlanguage:{"));
  EXPECT_THAT(
      data, testing::EndsWith("lists:[\"事業所\"],\nterms:[\n\n],\nentries:[\n"
                              "[\"0\",\"見本 あおば\",\"\",\"0463-00-0011\",\"\",\"facilities/aoba/\",\"\",\"\","
                              "\"あおばの本文。\"],\n"
                              "[\"0\",\"見本 かえで\",\"\",\"0463-00-0012\",\"\",\"facilities/kaede/\"]\n],\npages:[\n"
                              "[\"一覧\",\"事業所\",\"\",\"facilities/\"],\n"
                              "[\"ページ\",\"この手引きについて\",\"\",\"about/\",\"\",\"本文です。\"],\n"
                              "[\"印刷物\",\"ガイド\",\"\",\"guide/\"],\n"
                              "[\"ガイド\",\"はじめに\",\"\",\"guide/first/\",\"\",\"第一章。\"],\n"
                              "[\"ガイド\",\"つぎに\",\"\",\"guide/second/\",\"\",\"第二章。\"]\n]});\n"));
}

TEST(SearchData, SaysByNumbersOfTermsWhatAnEntryIsAndCanAndWhatToAsk) {
  auto documents = indexed(sample::documents());
  using Sort = model::SearchTerm::Sort;
  documents.search.terms = {
      {Sort::kind, "サービス", "訪問看護"}, {Sort::town, "町", "中原"}, {Sort::ability, "胃ろう", "胃ろう"}};
  documents.search.facts["facilities/aoba"] = {
      {{0, false}, {2, true}}, "内科|中原2-3", "胃ろうの方は電話を。", "0463000021", "月〜金", "9:00〜17:00"};
  auto const data = script_of(sample::site(), documents);
  EXPECT_THAT(data, testing::HasSubstr("terms:[\n[\"訪問看護\",\"サービス\",\"kind\"],\n[\"中原\",\"町\",\"town\"],\n"
                                       "[\"胃ろう\",\"胃ろう\",\"ability\"]\n]"));
  EXPECT_THAT(
      data, testing::HasSubstr("\"facilities/aoba/\",\"0 2?\",\"内科|中原2-3\",\"胃ろうの方は電話を。|あおばの本文。\","
                               "\"月〜金\",\"9:00〜17:00\",\"0463000021\"]"));
}

TEST(SearchData, SaysWhatAnEntryRefuses) {
  auto documents = indexed(sample::documents());
  documents.search.terms = {{model::SearchTerm::Sort::kind, "サービス", "訪問看護"},
                            {model::SearchTerm::Sort::ability, "胃ろう", "胃ろう"}};
  auto& facts = documents.search.facts["facilities/aoba"];
  facts.said = {{0, false}};
  facts.refused = {1};
  EXPECT_THAT(script_of(sample::site(), documents), testing::HasSubstr("\"facilities/aoba/\",\"0 1!\""));
}

TEST(SearchData, BringsTheWordsByWhichDaysAndHoursAreUnderstood) {
  auto const data = script_of(sample::site(), indexed(sample::documents()));
  EXPECT_THAT(data, testing::HasSubstr("\"days\":\"月火水木金土日\""));
  EXPECT_THAT(data, testing::HasSubstr("\"working-days\":\"平日\""));
}

TEST(SearchData, BringsTheHolidays) {
  auto site = sample::site();
  site.holidays = {{model::Date{2026, 11, 23}, "勤労感謝の日"}};
  EXPECT_THAT(script_of(site, indexed(sample::documents())), testing::HasSubstr("holidays:[\"2026-11-23\"]"));
}

TEST(SearchData, OfALargeSiteStandsInPiecesThatAreFoundByTwoCharactersTermsAndNumbers) {
  auto pages = sample::documents();
  auto& entries = std::get<model::Directory>(pages[1].blocks.front().node).groups.front().entries;
  auto const first = entries.front();
  for (int i = 0; i < 3200; ++i) {
    auto next = first;
    next.kana = "よみ" + std::to_string(10000 + i);
    next.page.name = "facilities/n" + std::to_string(i);
    next.tel = model::parse_telephone("0463-01-" + std::to_string(1000 + i));
    entries.push_back(next);
  }
  auto documents = indexed(pages);
  documents.search.records["facilities/n3199"] = {"なぎさ", "", ""};
  auto const site = sample::site();
  auto const data = search_data(site, documents, Links(site, documents.pages), 1);
  EXPECT_THAT(data.script, testing::Not(testing::HasSubstr("\nentries:[")));
  EXPECT_THAT(data.script, testing::HasSubstr("count:3202"));
  ASSERT_EQ(data.pieces.size(), 17u + 256u);
  auto const hash = (U'な' * 31 + U'ぎ') % 256;
  auto const& keys = data.pieces[17 + hash].bytes;
  EXPECT_THAT(keys, testing::HasSubstr("\"なぎ\":\"16\"")) << "the last in the order of readings";
  EXPECT_THAT(data.pieces[17 + 4199 % 256].bytes, testing::HasSubstr("\"#4199\":\"16\""));
  EXPECT_THAT(data.pieces[16].bytes, testing::StartsWith("tebikiRows(16,["));
  std::size_t sum = 0;
  for (char c : std::string("facilities/kaede/")) sum += std::size_t(c);
  EXPECT_THAT(data.pieces[17 + sum % 256].bytes, testing::HasSubstr("\"/facilities/kaede/\":\"0\""))
      << "found by its page";
}

TEST(SearchData, SaysWhatIsDialledWhereThatIsNotJustTheDigitsShown) {
  auto pages = sample::documents();
  first_entry(pages).tel = model::parse_telephone("0463-00-0011（24時間）内線5");
  EXPECT_THAT(script_of(sample::site(), indexed(pages)), testing::HasSubstr(",\"\",\"0463000011;ext=5\"]"));
}

TEST(SearchData, BringsTheSynonyms) {
  auto documents = indexed(sample::documents());
  documents.search.synonyms = "けあまねじゃー けあまね\npeg 胃ろう";
  EXPECT_THAT(script_of(sample::site(), documents),
              testing::StartsWith("tebikiSearch({same:\"けあまねじゃー けあまね\\npeg 胃ろう\","));
}

TEST(SearchData, NamesTheWordsThatLeadToAPageBeforeAllOthers) {
  auto pages = sample::documents();
  pages[4].found_by = {"119", "＃7119", "熱が 出た"};
  EXPECT_THAT(script_of(sample::site(), indexed(pages)), testing::HasSubstr(",\"119|#7119|熱が出た\"],\n"));
}

TEST(SearchData, HoldsTheVariantsOfItsOwnCharactersAndNoOthers) {
  auto site = sample::site();
  auto pages = sample::documents();
  pages[4].title = "高橋と山﨑";
  auto const data = script_of(site, indexed(pages));
  EXPECT_THAT(data, testing::HasSubstr("髙高"));
  EXPECT_THAT(data, testing::HasSubstr("﨑崎"));
  EXPECT_THAT(data, testing::Not(testing::HasSubstr("澤沢")));
}

TEST(SearchData, HoldsThePagesNamesBeforeWhatIsTold) {
  auto documents = indexed(sample::documents());
  documents.search.pages["about/"] = {"", "連絡先|使い方", "だれが作ったか"};
  EXPECT_THAT(script_of(sample::site(), documents),
              testing::HasSubstr("\"about/\",\"連絡先|使い方\",\"だれが作ったか\"]"));
}

}  // namespace
}  // namespace tebiki::html
