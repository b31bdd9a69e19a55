#include "html/search_data.hpp"

#include <gmock/gmock.h>

#include "html/sample.hpp"
#include "base/unicode.hpp"

namespace tebiki::html {
namespace {

model::Entry& first_entry(std::vector<model::Document>& pages) {
  return std::get<model::Directory>(pages[1].blocks.front().node).groups.front().entries.front();
}

TEST(SearchData, HoldsEntriesWithTheirNumberAndPages) {
  EXPECT_EQ(search_data(sample::site(), sample::documents()),
            "tebikiSearch({same:\"\",\nvariants:\"" + base::kanji_variants_of("見本事業所手引本文印刷物第一章二覧") +
                "\",\nabilities:[],\nentries:[\n"
            "[\"事業所\",\"見本 あおば\",\"\",\"0463-00-0011\",\"\",\"facilities/aoba/index.html\",\"||あおばの本文。\",\"\"],\n"
            "[\"事業所\",\"見本 かえで\",\"\",\"0463-00-0012\",\"\",\"facilities/kaede/index.html\",\"\",\"\"]\n],\npages:[\n"
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
  entry.abilities = {{"胃ろう", model::Availability::ask}, {"透析", model::Availability::no}, {"インスリン", model::Availability::yes}};
  entry.search = "見本あおば|あおば|訪問看護|胃ろう|いんすりん||中原2-3|胃ろうの方は電話を";
  auto const data = search_data(sample::site(), pages);
  EXPECT_THAT(data, testing::HasSubstr("abilities:[\"胃ろう\",\"インスリン\"],"));
  EXPECT_THAT(data,
              testing::HasSubstr("[\"事業所\",\"見本 あおば\",\"あおば\",\"0463-00-0011\",\"訪問看護　中原2-3\","
                                 "\"facilities/aoba/index.html\",\"訪問看護||中原2-3|胃ろうの方は電話を|あおばの本文。\",\"0? 1\"]"));
}

TEST(SearchData, SaysWhatIsDialledWhereThatIsNotJustTheDigitsShown) {
  auto pages = sample::documents();
  first_entry(pages).tel = "0463-00-0011（24時間）内線5";
  EXPECT_THAT(search_data(sample::site(), pages), testing::HasSubstr("\"||あおばの本文。\",\"\",\"\",\"0463000011;ext=5\"]"));
}

TEST(SearchData, HoldsTheSynonymsFolded) {
  auto site = sample::site();
  site.synonyms = {{"ケアマネジャー", "ケア マネ"}, {"ＰＥＧ", "胃ろう"}};
  EXPECT_EQ(synonym_lines(site), "けあまねじゃー けあまね\npeg 胃ろう");
  EXPECT_THAT(search_data(site, sample::documents()),
              testing::StartsWith("tebikiSearch({same:\"けあまねじゃー けあまね\\npeg 胃ろう\","));
}

TEST(SearchData, HoldsTheTextOfPagesChaptersAndEntriesButNoRecordTwice) {
  auto pages = sample::documents();
  model::Table of_records, own;
  of_records.rows = {{model::Row::Kind::entry, {{{model::words("見本 かえで")}}}, "facilities/kaede"}};
  own.rows = {{model::Row::Kind::entry, {{{model::words("救急車")}}}, {}}};
  model::ListBlock list;
  list.items = {{{sample::paragraph("ヘルパーさん")}}};
  pages[6].blocks = {sample::paragraph("まず 電話を。"), {list, {}}, {of_records, {}}, {own, {}}};
  auto const data = search_data(sample::site(), pages);
  EXPECT_THAT(data, testing::HasSubstr("\"guide/first/index.html\",\"||まず電話を。|へるぱーさん|救急車\",\"\"]"));
  EXPECT_THAT(data, testing::HasSubstr("\"facilities/aoba/index.html\",\"||あおばの本文。\""));
}

TEST(SearchData, NamesTheWordsThatLeadToAPageBeforeAllOthers) {
  auto pages = sample::documents();
  pages[4].found_by = {"119", "＃7119", "熱が 出た"};
  EXPECT_THAT(search_data(sample::site(), pages), testing::HasSubstr(",\"\",\"119|#7119|熱が出た\"],\n"));
}

TEST(SearchData, HoldsTheVariantsOfItsOwnCharactersAndNoOthers) {
  auto site = sample::site();
  auto pages = sample::documents();
  pages[4].title = "高橋と山﨑";
  auto const data = search_data(site, pages);
  EXPECT_THAT(data, testing::HasSubstr("髙高"));
  EXPECT_THAT(data, testing::HasSubstr("﨑崎"));
  EXPECT_THAT(data, testing::Not(testing::HasSubstr("澤沢")));
}

TEST(SearchData, HoldsThePagesHeadingsAndDescription) {
  auto pages = sample::documents();
  pages[4].description = "だれが作ったか";
  pages[4].blocks = {sample::heading("連絡先", "a"), sample::heading("使い方", "b")};
  EXPECT_THAT(search_data(sample::site(), pages),
              testing::HasSubstr("\"about/index.html\",\"連絡先|使い方||だれが作ったか\",\"\"]"));
}

}  // namespace
}  // namespace tebiki::html
