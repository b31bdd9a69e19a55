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
  return search_data(site, documents, Links(site, documents.pages));
}

TEST(SearchData, HoldsEntriesWithTheirNumberAndPages) {
  EXPECT_EQ(script_of(sample::site(), indexed(sample::documents())),
            "tebikiSearch({same:\"\",\nfolding:\"" + base::folding_table("見本事業所手引本文印刷物第一章二覧") +
                "\",\nabilities:[],\nentries:[\n"
                "[\"事業所\",\"見本 "
                "あおば\",\"\",\"0463-00-0011\",\"\",\"facilities/aoba/index.html\",\"||あおばの本文。\",\"\"],\n"
                "[\"事業所\",\"見本 "
                "かえで\",\"\",\"0463-00-0012\",\"\",\"facilities/kaede/index.html\",\"\",\"\"]\n],\npages:[\n"
                "[\"一覧\",\"事業所\",\"\",\"\",\"\",\"facilities/index.html\",\"\",\"\"],\n"
                "[\"ページ\",\"この手引きについて\",\"\",\"\",\"\",\"about/index.html\",\"||本文です。\",\"\"],\n"
                "[\"印刷物\",\"ガイド\",\"\",\"\",\"\",\"guide/index.html\",\"\",\"\"],\n"
                "[\"ガイド\",\"はじめに\",\"\",\"\",\"\",\"guide/first/index.html\",\"||第一章。\",\"\"],\n"
                "[\"ガイド\",\"つぎに\",\"\",\"\",\"\",\"guide/second/index.html\",\"||第二章。\",\"\"]\n]});\n");
}

TEST(SearchData, SaysOfAnEntryWhatItCanDoAndWhatToAskAndNothingTwice) {
  auto pages = sample::documents();
  pages[2].description = "訪問看護　中原2-3";
  auto& entry = first_entry(pages);
  entry.kana = "あおば";
  entry.abilities = {{"胃ろう", model::Availability::ask},
                     {"透析", model::Availability::no},
                     {"インスリン", model::Availability::yes}};
  auto documents = indexed(pages);
  documents.search.records["facilities/aoba"] = {"見本あおば|あおば|胃ろう|いんすりん", "訪問看護",
                                                 "中原2-3|胃ろうの方は電話を"};
  auto const data = script_of(sample::site(), documents);
  EXPECT_THAT(data, testing::HasSubstr("abilities:[\"胃ろう\",\"インスリン\"],"));
  EXPECT_THAT(data,
              testing::HasSubstr(
                  "[\"事業所\",\"見本 あおば\",\"あおば\",\"0463-00-0011\",\"訪問看護　中原2-3\","
                  "\"facilities/aoba/index.html\",\"訪問看護||中原2-3|胃ろうの方は電話を|あおばの本文。\",\"0? 1\"]"));
}

TEST(SearchData, SaysWhatIsDialledWhereThatIsNotJustTheDigitsShown) {
  auto pages = sample::documents();
  first_entry(pages).tel = model::parse_telephone("0463-00-0011（24時間）内線5");
  EXPECT_THAT(script_of(sample::site(), indexed(pages)),
              testing::HasSubstr("\"||あおばの本文。\",\"\",\"\",\"0463000011;ext=5\"]"));
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
  EXPECT_THAT(script_of(sample::site(), indexed(pages)), testing::HasSubstr(",\"\",\"119|#7119|熱が出た\"],\n"));
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
              testing::HasSubstr("\"about/index.html\",\"連絡先|使い方||だれが作ったか\",\"\"]"));
}

}  // namespace
}  // namespace tebiki::html
