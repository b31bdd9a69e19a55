#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;
using testing::IsEmpty;

model::Directory list_page(model::Site const& site = made::site()) {
  base::Diagnostics diagnostics;
  auto documents = views::compose(made::with_types(site), print_style_of_tests(), diagnostics);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
  return only<model::Directory>(document(documents, "facilities/").blocks);
}

TEST(Cards, NumberTheListByReadingAndKeepTheNumbersEverywhere) {
  EXPECT_EQ(directory_text(list_page()),
            "1 見本 あおば [facilities/aoba]\n2 見本 かなめ [facilities/kaname]\n"
            "3 見本 さくら [facilities/sakura]\n4 見本 はまゆう [facilities/hamayu]\n");
  auto result = composed(
      "view",
      {{"list", text("facilities")}, {"as", text("cards")}, {"group", text("services")}, {"sort", text("-kana")}});
  EXPECT_EQ(directory_text(only<model::Directory>(result.blocks)),
            "== 訪問看護\n3 見本 さくら [facilities/sakura]\n1 見本 あおば [facilities/aoba]\n"
            "== 居宅介護支援\n1 見本 あおば []\n"
            "== 通所介護\n4 見本 はまゆう [facilities/hamayu]\n"
            "== その他\n2 見本 かなめ [facilities/kaname]\n");
}

TEST(Cards, TellWhatAReaderNeedsOfAnOffice) {
  auto directory = list_page();
  auto& entry = directory.groups.at(0).entries.at(0);
  EXPECT_EQ(entry.kana, "あおば");
  EXPECT_EQ(entry.page.name, "facilities/aoba");
  EXPECT_THAT(entry.tags, ElementsAre("訪問看護", "居宅介護支援"));
  ASSERT_EQ(entry.details.size(), 2u);
  EXPECT_EQ(inline_text(entry.details[0]), "中原2-3");
  EXPECT_EQ(inline_text(entry.details[1]), "月〜金 9:00〜17:00");
  EXPECT_EQ(entry.tel.written(), "0463-00-0012");
  EXPECT_EQ(entry.fax.written(), "0463-00-0022");
  EXPECT_EQ(entry.confirmed, "令和8年9月 確認");
  ASSERT_EQ(entry.abilities.size(), 2u);
  EXPECT_EQ(entry.abilities[0].label, "喀痰吸引");
  EXPECT_EQ(entry.abilities[1].availability, model::Availability::ask);
}

TEST(Cards, ShowOnlyGivenAnswersUnlessTheSchemaChoseThem) {
  auto directory = list_page();
  EXPECT_EQ(directory.groups.at(0).entries.at(2).abilities.size(), 1u) << "さくら has answered one question";
  EXPECT_TRUE(directory.groups.at(0).entries.at(1).abilities.empty());

  auto site = made::site();
  site.lists[0].schema.fields[9].column = true;  // oxygen
  directory = list_page(site);
  EXPECT_TRUE(directory.groups.at(0).entries.at(2).abilities.empty()) << "nothing answered of what was chosen";
  ASSERT_EQ(directory.groups.at(0).entries.at(0).abilities.size(), 1u);
  EXPECT_EQ(directory.groups.at(0).entries.at(0).abilities[0].label, "在宅酸素");
}

TEST(Cards, CountOnlyWhatOccursAndTellsEntriesApart) {
  EXPECT_EQ(filters_text(list_page()),
            "services サービス: 訪問看護=2 居宅介護支援=1 通所介護=1\n"
            "sputum 喀痰吸引: yes=1\n"
            "oxygen 在宅酸素: ask=1\n"
            "areas 地域: 中原=1\n");
}

TEST(Cards, CountARecordOnceThoughItStandsInTwoGroups) {
  auto result = composed("view", {{"list", text("facilities")}, {"as", text("cards")}, {"group", text("services")}});
  EXPECT_EQ(filters_text(only<model::Directory>(result.blocks)), filters_text(list_page()));
}

TEST(Cards, OfferTownsInTheOrderOfTheirReadings) {
  auto site = made::site();
  site.lists[0].records = {record("a", "見本A", "え", {{"areas", made::list({"万田", "大神", "明石町"})}}),
                           record("b", "見本B", "び", {{"areas", made::list({"袖ケ浜", "字本"})}})};
  site.synonyms = {
      {"明石町", "あかしちょう"}, {"万田", "まんだ"}, {"袖ケ浜", "そでがはま"}, {"大神", "オオガミ", "おおかみ"}};
  EXPECT_EQ(filters_text(list_page(site)), "areas 地域: 明石町=1 大神=1 袖ケ浜=1 万田=1 字本=1\n")
      << "what has no reading comes last";
}

TEST(Cards, HeadALongListByTheRowsOfTheKana) {
  auto site = made::site();
  auto& records = site.lists[0].records;
  records.clear();
  for (auto* kana : {"あ", "か", "さ", "が"}) {
    for (int i = 0; i < 5; ++i) records.push_back(record(kana + std::to_string(i), "見本", kana));
  }
  EXPECT_EQ(list_page(site).groups.size(), 1u) << "twenty are read at a glance";
  records.push_back(record("last", "見本", "わ"));
  auto groups = list_page(site).groups;
  ASSERT_EQ(groups.size(), 4u);
  EXPECT_EQ(groups[1].title, "か行");
  EXPECT_EQ(groups[1].entries.size(), 10u);
  EXPECT_EQ(groups[3].entries.at(0).number, 21);
  records.back() = record("last", "見本", "");
  EXPECT_EQ(list_page(site).groups.size(), 1u) << "a list that is not read by kana";
}

TEST(Cards, TellWhatTheColumnsOptionChooses) {
  auto result = composed("view", {{"list", text("facilities")},
                                  {"as", text("cards")},
                                  {"columns", list({"capacity", "oxygen"})},
                                  {"where", where({{"id", list({"aoba", "sakura"})}}, 4)}});
  auto& entries = only<model::Directory>(result.blocks).groups.at(0).entries;
  EXPECT_TRUE(entries.at(0).details.empty());
  EXPECT_TRUE(entries.at(0).tags.empty());
  EXPECT_EQ(entries.at(0).abilities.at(0).label, "在宅酸素");
  EXPECT_EQ(inline_text(entries.at(1).details.at(0)), "定員：20");
  EXPECT_EQ(entries.at(1).number, 3);
}

TEST(Cards, LeaveOutTheTagThatTheirHeadingSays) {
  auto result = composed("view", {{"list", text("facilities")}, {"as", text("cards")}, {"group", text("services")}});
  auto& groups = only<model::Directory>(result.blocks).groups;
  EXPECT_THAT(groups.at(0).entries.at(0).tags, ElementsAre("居宅介護支援")) << groups.at(0).title;
  EXPECT_THAT(groups.at(1).entries.at(0).tags, ElementsAre("訪問看護")) << groups.at(1).title;
}

TEST(Cards, SayNothingTwiceThatTheNameOrAnotherDetailSays) {
  auto site = made::site();
  auto town = field({"town", "市町村"}), words = field({"words", "話"}), same = field({"same", "概要"});
  for (auto* one : {&town, &words, &same}) one->column = true;
  site.lists[0].schema.fields = {field({"name", "名称"}), town, words, same};
  site.lists[0].records = {record(
      "a", "愛川町", "", {{"town", text("愛川町")}, {"words", text("共同で委託")}, {"same", text("共同で委託")}})};
  auto const directory = list_page(site);
  auto const& details = directory.groups.at(0).entries.at(0).details;
  ASSERT_EQ(details.size(), 1u);
  EXPECT_EQ(inline_text(details[0]), "話：共同で委託");
}

TEST(Cards, LabelNumbersAndOfferOnlyWhatThereIs) {
  auto site = made::site();
  auto lift = field({"lift", "昇降機", FieldKind::boolean});
  lift.filter = lift.column = true;
  site.lists[0].schema.fields = {field({"name", "名称"}), lift, field({"days", "曜日"}),
                                 field({"hours", "営業時間", FieldKind::hours}), field({"remarks", "備考"})};
  site.lists[0].records = {record("a", "見本A", "",
                                  {{"lift", flag(true)},
                                   {"hours", text("9:00〜17:00")},
                                   {"days", text("月〜金")},
                                   {"remarks", text("予約がいります。")}}),
                           record("b", "見本B", "", {{"lift", flag(false)}})};
  auto directory = list_page(site);
  std::string details;
  for (auto& detail : directory.groups.at(0).entries.at(0).details) details += inline_text(detail) + "\n";
  EXPECT_EQ(details, "月〜金\n9:00〜17:00\n昇降機：あり\n予約がいります。\n");
  EXPECT_EQ(filters_text(directory), "lift 昇降機: あり=1\n");
}

}  // namespace
