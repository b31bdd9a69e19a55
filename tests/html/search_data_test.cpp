#include "html/search_data.hpp"

#include <gmock/gmock.h>

#include "html/sample.hpp"

namespace tebiki::html {
namespace {

model::Entry& first_entry(std::vector<model::Document>& pages) {
  return std::get<model::Directory>(pages[1].blocks.front().node).groups.front().entries.front();
}

TEST(SearchData, HoldsEntriesWithTheirNumberAndPages) {
  EXPECT_EQ(search_data(sample::site(), sample::documents()),
            "tebikiSearch({same:\"\",\nabilities:[],\nrows:[\n"
            "[\"事業所\",\"見本 あおば\",\"\",\"0463-00-0011\",\"\",\"facilities/aoba/index.html\",\"\",\"\"],\n"
            "[\"事業所\",\"見本 かえで\",\"\",\"0463-00-0012\",\"\",\"facilities/kaede/index.html\",\"\",\"\"],\n"
            "[\"一覧\",\"事業所\",\"\",\"\",\"\",\"facilities/index.html\",\"\",\"\"],\n"
            "[\"ページ\",\"この手引きについて\",\"\",\"\",\"\",\"about/index.html\",\"\",\"\"],\n"
            "[\"印刷物\",\"ガイド\",\"\",\"\",\"\",\"guide/index.html\",\"\",\"\"],\n"
            "[\"ガイド\",\"はじめに\",\"\",\"\",\"\",\"guide/first/index.html\",\"\",\"\"],\n"
            "[\"ガイド\",\"つぎに\",\"\",\"\",\"\",\"guide/second/index.html\",\"\",\"\"]\n]});\n");
}

TEST(SearchData, SaysOfAnEntryWhatItCanDoAndWhatToAskAndNothingTwice) {
  auto pages = sample::documents();
  pages[2].description = "訪問看護　中原2-3";
  auto& entry = first_entry(pages);
  entry.kana = "あおば";
  entry.abilities = {{"胃ろう", model::Answer::ask}, {"透析", model::Answer::no}, {"インスリン", model::Answer::yes}};
  entry.search = "見本あおば|あおば|訪問看護|胃ろう|いんすりん||中原2-3|胃ろうの方は電話を";
  auto const data = search_data(sample::site(), pages);
  EXPECT_THAT(data, testing::HasSubstr("abilities:[\"胃ろう\",\"インスリン\"],"));
  EXPECT_THAT(data,
              testing::HasSubstr("[\"事業所\",\"見本 あおば\",\"あおば\",\"0463-00-0011\",\"訪問看護　中原2-3\","
                                 "\"facilities/aoba/index.html\",\"訪問看護||中原2-3|胃ろうの方は電話を\",\"0? 1\"]"));
}

TEST(SearchData, HoldsTheSynonymsFolded) {
  auto site = sample::site();
  site.synonyms = {{"ケアマネジャー", "ケア マネ"}, {"ＰＥＧ", "胃ろう"}};
  EXPECT_EQ(synonym_lines(site), "けあまねじゃー けあまね\npeg 胃ろう");
  EXPECT_THAT(search_data(site, sample::documents()),
              testing::StartsWith("tebikiSearch({same:\"けあまねじゃー けあまね\\npeg 胃ろう\","));
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
