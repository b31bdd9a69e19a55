#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "loading/load.hpp"
#include "loading/loaded.hpp"
#include "source_dir.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Files site_with(Files more) {
  Files files = list_of(R"("name": {"type": "string"},
    "office": {"format": "reference", "x-list": "x", "x-label": "担当"}, "photo": {"format": "image", "x-label": "写真"})",
                        "a.json", R"([{"id": "aoba", "name": "見本"}, {"id": "old", "publish_until": "2020-01-01"}])");
  files["pages/about.md"] = "# 案内\n\n## 連絡先 {#contact}\n";
  files["publications/guide/publication.json"] = R"({"title": "手引き"})";
  files["publications/guide/10-consult.md"] = "# 相談\n\n## 窓口 {#desk}\n";
  files.merge(more);
  return files;
}

/// The remedy for a name that leads nowhere; what it was before calls itself `own`.
std::string gone(std::string const& near, std::string const& own) {
  return (near.empty() ? "名前のつづりを確かめてください。" : "「" + near + "」のことでしょうか。") +
         "もう無いものなら、ここから消してください。名前を変えたなら、変えたファイルの始め（JSON や CSV "
         "なら、その1件）に "
         "aliases: [" +
         own + "] と書いてください。";
}

std::vector<std::string> site_mistakes(Files more, base::Language language = base::Language::ja) {
  Loaded loaded;
  load_files(loaded, site_with(std::move(more)));
  return loaded.said(language);
}

TEST(References, LeadToEverythingThatHasAName) {
  EXPECT_THAT(
      site_mistakes({{"pages/links.md",
                      "# 参照\n\n[a](ref:index) [b](ref:x) [c](ref:x/aoba) [d](ref:about#contact) [e](ref:guide)\n"
                      "[f](ref:guide/consult#desk) [g](ref:guide.pdf) [h](ref:guide#desk)\n"}}),
      IsEmpty());
}

TEST(References, OfABookletsHeadingBecomeThoseOfItsPart) {
  Loaded loaded;
  load_files(loaded, site_with({{"pages/links.md", "# 参照\n\n[h](ref:guide#desk)\n"}}));
  auto& paragraph = std::get<model::Paragraph>(loaded.site.pages.at(1).blocks.at(0).node);
  auto& link = std::get<model::Link>(paragraph.text.at(0).node);
  EXPECT_EQ(std::get<model::Reference>(link.target).name, "guide/consult");
}

TEST(References, ThatLeadNowhereNameWhatWasMeant) {
  EXPECT_THAT(
      site_mistakes({{"pages/links.md",
                      "# 参照\n\n> - [a](ref:abuot)\n\n| 表 |\n|---|\n| [b](ref:x/aoda) |\n\n[c](ref:about#contakt)\n"},
                     {"publications/guide/20-more.md", "# 二\n\n**[d](ref:guide/consul)**\n"},
                     {"lists/x/body.md", "---\nname: 見本 い\n---\n[e](ref:nowhere)\n"}}),
      ElementsAre(
          "lists/x/body.md:4:1: 参照先「nowhere」がありません。 → " + gone("", "nowhere"),
          "pages/links.md:3:5: 参照先「abuot」がありません。 → " + gone("about", "abuot"),
          "pages/links.md:7:3: 参照先「x/aoda」がありません。 → " + gone("x/aoba", "aoda"),
          "pages/links.md:9:1: 「about」に「#contakt」という見出しはありません。 → 「contact」のことでしょうか。",
          "publications/guide/20-more.md:3:3: 参照先「guide/consul」がありません。 → " +
              gone("guide/consult", "consul")));
}

TEST(References, APictureNamedWithoutItsFolderIsFoundThere) {
  EXPECT_THAT(site_mistakes({{"pages/links.md", "# 参照\n\n![入口](room.png)\n"}}),
              ElementsAre("pages/links.md:3:7: 画像の場所「room.png」が正しくありません。 → images フォルダーに置き、"
                          "フォルダーの名前から「images/room.png」と書いてください。"));
  std::string const png =
      base::read_file(std::filesystem::path(TEBIKI_SOURCE_DIR) / "content/images/districts.png").value();
  EXPECT_THAT(site_mistakes({{"images/room.png", png}, {"lists/x/b.json", R"([{"id": "b", "photo": "room.png"}])"}}),
              ElementsAre(testing::EndsWith("画像「room.png」がありません。 → 「images/room.png」のことでしょうか。")));
}

TEST(References, OfCodesAreLookedUpToo) {
  EXPECT_THAT(site_mistakes({{"pages/links.md", "# 参照\n\n```qr\nref: x/aoda\n```\n"}}),
              ElementsAre("pages/links.md:4:6: 参照先「x/aoda」がありません。 → " + gone("x/aoba", "aoda")));
}

TEST(References, OfFormsToTheRecordWithTheirFieldsAreLookedUpToo) {
  EXPECT_THAT(site_mistakes({{"pages/links.md", "# 参照\n\n```form\nref: x/aoda\n```\n"}}),
              ElementsAre("pages/links.md:4:6: 参照先「x/aoda」がありません。 → " + gone("x/aoba", "aoda")));
}

TEST(References, OfRecordsAreLookedUpInTheirList) {
  EXPECT_THAT(
      site_mistakes({{"lists/x/b.json",
                      R"([{"id": "b", "office": "aoba"}, {"id": "c", "office": "aob", "photo": "images/c.png"}])"}}),
      ElementsAre("lists/x/b.json:1:55: 担当「aob」は一覧「x」にありません。 → " + gone("aoba", "aob"),
                  "lists/x/b.json:1:71: 画像「images/c.png」がありません。 → 画像を images/ "
                  "に置くか、ここに書いた名前を直してください。"));
  EXPECT_THAT(
      site_mistakes(
          {{"lists/y/schema.json",
            R"({"title": "い", "properties": {"at": {"format": "reference", "x-list": "xx", "x-label": "先"}}})"}}),
      ElementsAre("lists/y/schema.json:1:71: 「xx」という一覧はありません。 → 「x」のことでしょうか。"));
}

TEST(References, IntoAListThatCouldNotBeReadWholeAreNotCalledDead) {
  EXPECT_THAT(site_mistakes({{"pages/links.md", "# 参照\n\n[a](ref:x/umi) [b](ref:x/yama)\n"},
                             {"lists/x/b.json", "[{\"id\": \"umi\",}]"}},
                            base::Language::en),
              ElementsAre("lists/x/b.json:1:14: There is a comma too many before “}”. → Remove this comma."));
}

/// What `where` of the one view on the page says.
model::Value const& where_of(model::Site const& site, std::string_view page) {
  auto found = std::find_if(site.pages.begin(), site.pages.end(), [&](auto& one) { return one.slug == page; });
  return *std::get<model::Directive>(found->blocks.at(0).node).options.find("where");
}

TEST(References, MeanTheSameWithAndWithoutTheirPrefixEverywhere) {
  for (std::string name : {"x/aoba", "ref:x/aoba"}) {
    Loaded loaded;
    load_files(
        loaded,
        site_with({{"site.json", R"({"name": "見本", "menu": [{"label": "あおば", "ref": ")" + name + "\"}],\n" +
                                     R"("scenes": [{"id": "daily", "label": "ふだん", "ref": ")" + name + "\"}]}"},
                   {"lists/x/b.json", R"([{"id": "b", "name": "見本", "office": ")" + name + "\"}]"},
                   {"pages/old.md", "---\naliases: [\"" + (name[0] == 'r' ? std::string("ref:") : "") +
                                        "was/here\"]\n---\n# 前\n\n本文\n"},
                   {"pages/code.md", "# 符号\n\n```qr\nref: " + name + "\n```\n"},
                   {"pages/view.md",
                    "# 表\n\n```view\nlist: x\nwhere: {担当: [\"" + name + "\"], id: \"" + name + "\"}\n```\n"}}));
    EXPECT_THAT(loaded.said(), IsEmpty()) << name;
    EXPECT_EQ(loaded.site.menu.at(0).target.name, "x/aoba");
    EXPECT_EQ(loaded.site.scenes.at(0).page->name, "x/aoba");
    EXPECT_EQ(loaded.site.aliases.at(0).name, "was/here");
    auto const& view = where_of(loaded.site, "view");
    EXPECT_EQ(model::to_json(view), R"({"担当": ["x/aoba"], "id": "aoba"})");
  }
}

TEST(References, OfAViewByAnOldNameAskForTheRecordOfToday) {
  Loaded loaded;
  load_files(loaded, site_with({{"lists/x/b.json", R"([{"id": "b", "name": "見本", "aliases": ["was-b"]}])"},
                                {"pages/view.md", "# 表\n\n```view\nlist: x\nwhere: {office: was-b}\n```\n"}}));
  EXPECT_THAT(loaded.said(), IsEmpty());
  EXPECT_EQ(model::to_json(where_of(loaded.site, "view")), R"({"office": "x/b"})");
}

TEST(References, FollowWhatIsShownAfterADayIsSelected) {
  Loaded loaded;
  load_files(loaded, site_with({}));
  EXPECT_EQ(loaded.site.path_of("x/old"), "x/old/");
  base::Diagnostics diagnostics;
  select_day(loaded.site, {2026, 11, 21}, diagnostics);
  EXPECT_EQ(loaded.site.path_of("x/old"), std::nullopt);
  EXPECT_EQ(loaded.site.path_of("x/aoba"), "x/aoba/");
  EXPECT_EQ(loaded.site.index.find("x/old")->kind, model::NamedThing::Kind::withheld_record);
}

TEST(References, IntoAListWithABrokenSchemaAreStillLookedUp) {
  EXPECT_THAT(
      site_mistakes({{"pages/links.md", "# 参照\n\n[a](ref:z/one) [b](ref:z/two)\n\n```view\nlist: z\n```\n"},
                     {"lists/z/schema.json", "{\"title\": \"い\","},
                     {"lists/z/a.json", R"([{"id": "one"}])"}},
                    base::Language::en),
      ElementsAre(
          "lists/z/schema.json:1:1: The file ends before this “{” is closed with “}”. → Add the missing “}”.",
          "pages/links.md:3:16: “z/two” refers to nothing. → See how it is spelt. If there is no such thing any "
          "more, remove it here; if it was renamed, write aliases: [two] at the head of the file that was, or "
          "into its record."));
}

/// A list with a field of every kind that is written in several ways, and one view of it.
Files conditions(std::string const& where) {
  auto files = list_of(
      R"("name": {"type": "string"}, "hours": {"format": "hours", "x-label": "受付時間"},
         "day": {"format": "date", "x-label": "開始日"}, "tel": {"format": "tel", "x-label": "電話番号"},
         "beds": {"type": "integer", "x-label": "定員"}, "fee": {"format": "yen", "x-label": "料金"},
         "lift": {"type": "boolean", "x-label": "昇降機"}, "oxygen": {"format": "support", "x-label": "在宅酸素"})",
      "a.csv",
      "id,name,hours,day,tel,beds,fee,lift,oxygen\n"
      "a,見本,9:00-17:00,令和8年4月1日,０４６３－００－０００１,29,\"1,500円\",あり,○\n");
  files["pages/view.md"] = "# 表\n\n```view\nlist: x\nwhere:\n" + where + "\n```\n";
  return files;
}

TEST(Conditions, AskInTheWayInWhichRecordsAreWritten) {
  for (auto [key, written] :
       std::initializer_list<std::pair<std::string, std::string>>{{"hours", "9:00-17:00"},
                                                                  {"受付時間", "9時から17時"},
                                                                  {"day", "令和8年4月1日"},
                                                                  {"開始日", "2026/4/1"},
                                                                  {"day", "2026-04-01"},
                                                                  {"tel", "０４６３－００－０００１"},
                                                                  {"beds", "29"},
                                                                  {"beds", "\"２９\""},
                                                                  {"fee", "1500"},
                                                                  {"fee", "\"1,500円\""},
                                                                  {"lift", "あり"},
                                                                  {"oxygen", "○"},
                                                                  {"oxygen", "対応できます"},
                                                                  {"oxygen", "yes"}}) {
    Loaded loaded;
    load_files(loaded, conditions("  " + key + ": " + written));
    EXPECT_THAT(loaded.said(), IsEmpty()) << written;
    auto const& list = loaded.site.lists.at(0);
    auto const& asked = where_of(loaded.site, "view").object()->at(0);
    auto const& fields = list.schema.fields;
    auto const field =
        std::find_if(fields.begin(), fields.end(), [&](auto& field) { return field.key == key || field.label == key; });
    ASSERT_NE(field, fields.end());
    ASSERT_TRUE(asked.value.text()) << written;
    EXPECT_EQ(*asked.value.text(), model::exported_text(*list.records.at(0).find(*field))) << written;
  }
}

TEST(Conditions, ThatNoValueOfTheKindCanMeetAreErrorsAtTheirPlace) {
  EXPECT_THAT(
      mistakes(conditions("  day: 令和8年13月1日\n  hours: [9:00-17:00, 9:75]\n  定員: たくさん")),
      ElementsAre(
          testing::StartsWith("pages/view.md:6:8: 開始日「令和8年13月1日」は"),
          testing::StartsWith("pages/view.md:7:23: 受付時間「9:75」は存在しない時刻を含んでいます。 → "),
          "pages/view.md:8:7: 定員「たくさん」は数として読めません。 → 「12」のように、数だけを書いてください。"));
}

TEST(Conditions, OnAnswersLeaveItToTheViewToNameThem) {
  Loaded loaded;
  load_files(loaded, conditions("  oxygen: [おそらく, 未回答]"));
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const& asked = *where_of(loaded.site, "view").object()->at(0).value.list();
  EXPECT_EQ(*asked.at(0).text(), "おそらく");
  EXPECT_EQ(*asked.at(1).text(), "unanswered");
}

TEST(References, OfAWholeWrongColumnAreLookedUpForTheFirstOnesOnly) {
  std::string rows = "id,name,office\n";
  for (int i = 0; i < 40; ++i) rows += "b" + std::to_string(i) + ",見本,aobe\n";
  auto const said = site_mistakes({{"lists/x/b.csv", rows}});
  ASSERT_EQ(said.size(), 40u);
  EXPECT_THAT(said.at(29), testing::EndsWith(gone("aoba", "aobe")));
  EXPECT_THAT(said.at(30), testing::EndsWith(gone("", "aobe")));
}

TEST(References, ToTheSamePageFindItsHeadings) {
  EXPECT_THAT(
      site_mistakes({{"pages/links.md", "# 参照\n\n[a](#sec) [b](#sek)\n\n## 節 {#sec}\n"}}),
      ElementsAre("pages/links.md:3:11: 「links」に「#sek」という見出しはありません。 → 「sec」のことでしょうか。"));
}

TEST(Urls, BelongToOneThingOnly) {
  EXPECT_THAT(
      site_mistakes({{"pages/x.md", "# あ\n"},
                     {"pages/x/aoba.md", "# い\n"},
                     {"pages/guide.md", "# う\n"},
                     {"publications/guide/20-consult.md", "# え\n\n本文\n"},
                     {"pages/assets.md", "# お\n"}}),
      ElementsAre(
          "pages/assets.md:1:1: 「assets」という名前は、できあがったサイトの部品のために使われます。 → "
          "別の名前に変えてください。",
          "pages/x.md:1:1: URL「/x/」が lists/x/schema.json と重なっています。 → どちらか一方の名前を変えてください。",
          "pages/x/aoba.md:1:1: URL「/x/aoba/」が lists/x/a.json と重なっています。 → "
          "どちらか一方の名前を変えてください。",
          "publications/guide/20-consult.md:1:1: URL「/guide/consult/」が publications/guide/10-consult.md "
          "と重なっています。 → どちらか一方の名前を変えてください。",
          "publications/guide/publication.json:1:1: URL「/guide/」が pages/guide.md と重なっています。 → "
          "どちらか一方の名前を変えてください。"));
}

TEST(References, ToWhatIsGoneAreNotTakenForSomethingElse) {
  Files files = site_with({{"pages/links.md", "# 参照\n\n[a](ref:x/sodegahama-nurse) [b](ref:disaster-leaflet.pdf)\n"},
                           {"publications/outreach-leaflet/publication.json", R"({"title": "出前"})"},
                           {"publications/outreach-leaflet/10-a.md", "# 章\n\nあ\n"},
                           {"lists/x/b.json", R"([{"id": "sanada-nurse", "name": "真田"},
    {"id": "sodegahama-clinic", "name": "袖ケ浜", "office": "sodegahama-nurse"}])"}});
  EXPECT_THAT(
      mistakes(files),
      ElementsAre(
          "lists/x/b.json:2:58: 担当「sodegahama-nurse」は一覧「x」にありません。 → " + gone("", "sodegahama-nurse"),
          "pages/links.md:3:1: 参照先「x/sodegahama-nurse」がありません。 → " + gone("", "sodegahama-nurse"),
          "pages/links.md:3:29: 参照先「disaster-leaflet.pdf」がありません。 → 名前のつづりを確かめてください。"
          "もう無いものなら、ここから消してください。名前を変えたなら、ここも新しい名前に直してください。"));
}

TEST(References, WithASlipOfTheHandAreKnown) {
  EXPECT_THAT(site_mistakes({{"pages/links.md", "# 参照\n\n[a](ref:sodegahama-nusre)\n"},
                             {"pages/sodegahama-nurse.md", "# 袖ケ浜\n\nあ\n"}}),
              ElementsAre(testing::HasSubstr("「sodegahama-nurse」のことでしょうか。もう無いものなら、")));
}

TEST(References, APictureIsFoundHoweverItsNameIsComposed) {
  std::string const png =
      base::read_file(std::filesystem::path(TEBIKI_SOURCE_DIR) / "content/images/districts.png").value();
  std::string const composed = "images/\u304C.png", decomposed = "images/\u304B\u3099.png";
  for (auto const& [file, written] : {std::pair{composed, decomposed}, {decomposed, composed}}) {
    EXPECT_THAT(site_mistakes({{file, png},
                               {"lists/x/b.json", R"([{"id": "b", "photo": ")" + written + "\"}]"},
                               {"pages/links.md", "# 参照\n\n![図](" + written + ")\n"}}),
                testing::IsEmpty());
  }
}

}  // namespace
}  // namespace tebiki::loading
