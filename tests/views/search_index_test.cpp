#include <gmock/gmock.h>

#include "views/made_site.hpp"

namespace {

using namespace made;

model::SearchIndex index_of(model::Site const& site) { return compose(site).search; }

/// What the row says / short answers / sentences / other numbers.
std::string record_words(model::SearchIndex const& index, std::string_view name) {
  auto const& facts = index.facts_of(name);
  return index.of_record(name).row + " / " + facts.facts + " / " + facts.remarks + " / " + facts.numbers;
}

std::string page_words(model::SearchIndex const& index, std::string_view path) {
  auto const& words = index.of_page(path);
  return words.names + " / " + words.told;
}

TEST(SearchIndex, FoldsWhatARecordSaysInItsRow) {
  auto const index = index_of(made::site());
  EXPECT_EQ(index.of_record("facilities/aoba").row, "見本あおば|あおば|喀痰吸引|在宅酸素");
  EXPECT_EQ(index.of_record("facilities/sakura").row, "見本さくら|さくら") << "who cannot suction is not found by it";
}

TEST(SearchIndex, FindsNobodyByWhatTheyDoNotHave) {
  auto site = made::site();
  auto lift = field({"lift", "昇降機", FieldKind::boolean});
  lift.filter = lift.column = true;
  site.lists[0].schema.fields = {field({"name", "名称"}), lift, field({"days", "曜日"}), field({"remarks", "備考"}),
                                 field({"capacity", "定員", FieldKind::number})};
  site.lists[0].schema.fields.back().column = true;
  site.lists[0].records = {record("a", "見本A", "",
                                  {{"lift", flag(true)},
                                   {"days", text("月〜金")},
                                   {"remarks", text("予約がいります。")},
                                   {"capacity", number(9)}}),
                           record("b", "見本B", "", {{"lift", flag(false)}})};
  auto const index = index_of(site);
  ASSERT_EQ(index.facts_of("facilities/a").said.size(), 1u);
  EXPECT_EQ(index.terms[index.facts_of("facilities/a").said[0].term].label, "昇降機");
  EXPECT_TRUE(index.facts_of("facilities/b").said.empty());
  EXPECT_EQ(record_words(index, "facilities/b"), "見本b /  /  / ");
}

TEST(SearchIndex, HoldsWhatWasWrittenForAPageAndNoRecordTwice) {
  auto site = made::site();
  model::Table of_records, own;
  of_records.rows = {{model::Row::Kind::entry, {{{model::words("見本 かえで")}}}, "facilities/kaede"}};
  own.rows = {{model::Row::Kind::entry, {{{model::words("救急車")}}}, {}}};
  model::ListBlock list;
  list.items = {{{paragraph("ヘルパーさん")}}};
  site.pages.push_back(page("a", {heading("連絡先"),
                                  paragraph("まず 電話を。"),
                                  {list, {}},
                                  {of_records, {}},
                                  {own, {}},
                                  {model::Note{{paragraph("凡例")}}, {}},
                                  heading("使い方")}));
  site.pages.back().description = "だれが作ったか";
  EXPECT_EQ(page_words(index_of(site), "a/"), "連絡先|使い方 / だれが作ったか|まず電話を。|へるぱーさん|救急車");
}

TEST(SearchIndex, HoldsNothingThatAViewSays) {
  auto site = made::site();
  auto& offices = site.lists[0];
  offices.withheld.push_back(std::move(offices.records[0]));
  offices.records.erase(offices.records.begin());
  auto const view = [](Options options) { return made::directive("view", std::move(options)); };
  auto const nothing = [&] {
    return view({{"list", text("facilities")}, {"where", where({{"id", text("hamayu")}}, 2)}});
  };
  site.pages.push_back(page("a", {paragraph("はじめに"),
                                  nothing(),
                                  view({{"list", text("facilities")}, {"as", text("definition")}}),
                                  {model::Quote{{nothing()}}, {}}}));
  auto const documents = compose(site);
  auto const& words = documents.search.of_page("a/");
  EXPECT_EQ(words.names + " / " + words.told, " / はじめに") << "records are found by themselves";
}

TEST(SearchIndex, HoldsOfAnEntryTheTextThatWasWrittenForIt) {
  auto site = made::site();
  site.lists[0].records[1].body = {heading("案内"), paragraph("土曜も開いています。")};
  EXPECT_EQ(page_words(index_of(site), "facilities/aoba/"), " / 土曜も開いています。");
}

TEST(SearchIndex, HoldsTheSynonymsFolded) {
  auto site = made::site();
  site.synonyms = {{"ケアマネジャー", "ケア マネ"}, {"ＰＥＧ", "胃ろう"}};
  EXPECT_EQ(index_of(site).synonyms, "けあまねじゃー けあまね\npeg 胃ろう");
}

}  // namespace
