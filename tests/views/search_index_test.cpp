#include <gmock/gmock.h>

#include "views/made_site.hpp"

namespace {

using namespace made;

model::SearchIndex index_of(model::Site const& site) { return compose(site).search; }

std::string record_words(model::SearchIndex const& index, std::string_view name) {
  auto const& words = index.of_record(name);
  return words.row + " / " + words.names + " / " + words.told;
}

std::string page_words(model::SearchIndex const& index, std::string_view path) {
  auto const& words = index.of_page(path);
  return words.names + " / " + words.told;
}

TEST(SearchIndex, FoldsWhatARecordIsAndCanAndWhatIsToldOfIt) {
  auto const index = index_of(made::site());
  EXPECT_EQ(record_words(index, "facilities/aoba"),
            "見本あおば|あおば|喀痰吸引|在宅酸素 / 訪問看護|居宅介護支援|中原 / 中原2-3|月〜金9:00〜17:00|0463-00-0012|"
            "0463000012|0463-00-0022|0463000022");
  EXPECT_EQ(record_words(index, "facilities/sakura"), "見本さくら|さくら / 訪問看護 / 0463-00-0013|0463000013")
      << "who cannot suction is not found by it";
}

TEST(SearchIndex, DoesNotSayAgainWhatTheRowSays) {
  auto site = made::site();
  site.lists[0].records = {record("nakahara", "中原", "", {{"areas", made::list({"中原", "南原"})}})};
  EXPECT_EQ(record_words(index_of(site), "facilities/nakahara"), "中原 / 南原 / ");
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
  EXPECT_EQ(record_words(index, "facilities/a"), "見本a / 昇降機 / 月〜金|定員:9|予約がいります。");
  EXPECT_EQ(record_words(index, "facilities/b"), "見本b /  / ");
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
