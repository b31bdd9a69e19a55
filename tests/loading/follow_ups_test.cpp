// One mistake, one message: what would only follow from it is not said.
#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

std::string const schema = R"({"title": "タクシー", "required": ["name"], "properties": {
  "name": {"type": "string", "x-label": "名称"}, "tel": {"format": "tel", "x-label": "電話番号"}}})";
std::string const page = "# 案内\n\n[うみ](ref:taxis/umi)と[そら](ref:taxis/sora)\n";

TEST(FollowUps, ARepeatedIdDoesNotMakeTheIdThatWasMeantDead) {
  EXPECT_THAT(mistakes({{"lists/taxis/schema.json", schema},
                        {"lists/taxis/taxis.csv", "id,名称\numi,見本 うみ\numi,見本 そら\n"},
                        {"pages/a.md", page}}),
              ElementsAre("lists/taxis/taxis.csv:3:1: id「umi」は lists/taxis/taxis.csv の2行目でも使われています。 → "
                          "同じものを2回書いたなら一方を消し、別のものなら、まだ使っていない id に変えてください。"));
}

TEST(FollowUps, AFileThatIsNoTextDoesNotMakeItsRecordsDead) {
  EXPECT_THAT(mistakes({{"lists/taxis/schema.json", schema},
                        {"lists/taxis/taxis.csv", "id,名称\numi,見本 うみ\n"},
                        {"lists/taxis/more.json", "\xFF\xFE[\0"},
                        {"pages/a.md", page}}),
              ElementsAre(StartsWith("lists/taxis/more.json:1:1: このファイルは UTF-8 で保存されていません。")));
}

TEST(FollowUps, AListThatIsReportedElsewhereIsNotCalledMissing) {
  EXPECT_THAT(
      mistakes({{"list/taxis/schema.json", schema}, {"pages/a.md", page}}),
      ElementsAre("list/taxis/schema.json:1:1: 「list/taxis/schema.json」は、どこにも使われないファイルです。 → "
                  "「lists」のことでしょうか。"));
  EXPECT_THAT(mistakes({{"lists/taxis/taxis.xlsx", "PK"}, {"pages/a.md", page + "\n```view\nlist: taxis\n```\n"}}),
              ElementsAre(StartsWith("lists/taxis/taxis.xlsx:1:1: ")));
}

TEST(FollowUps, AQuoteLeftOpenDoesNotMakeItsRowDead) {
  EXPECT_THAT(mistakes({{"lists/taxis/schema.json", schema},
                        {"lists/taxis/taxis.csv",
                         "id,名称,電話番号\numi,\"見本 うみ,0463-00-0081\nsora,\"見本 そら\",0463-00-0082\n"},
                        {"pages/a.md", page}}),
              ElementsAre("lists/taxis/taxis.csv:2:5: 引用符「\"」が閉じられていません。 → "
                          "セルの終わりにも「\"」を付けてください。セルの中の「\"」は「\"\"」と二つ続けて書きます。"));
}

TEST(FollowUps, AMisspeltHeadingIsNotMissedInEveryRow) {
  EXPECT_THAT(
      mistakes({{"lists/taxis/schema.json", schema}, {"lists/taxis/taxis.csv", "id,名祢\numi,うみ\nsora,そら\n"}}),
      ElementsAre("lists/taxis/taxis.csv:1:4: 見出し「名祢」に当たる項目は schema.json にありません。 → "
                  "「名称」のことでしょうか。"));
}

TEST(FollowUps, AHeadingThatBeginsALabelIsMeantForIt) {
  EXPECT_THAT(mistakes({{"lists/taxis/schema.json", schema},
                        {"lists/taxis/taxis.csv", "id,名称,電話\numi,うみ,0463-00-0081\n"}}),
              ElementsAre("lists/taxis/taxis.csv:1:7: 見出し「電話」に当たる項目は schema.json にありません。 → "
                          "「電話番号」のことでしょうか。"));
}

TEST(FollowUps, AColumnThatIsMissingIsMissedOnce) {
  EXPECT_THAT(
      mistakes({{"lists/taxis/schema.json", schema},
                {"lists/taxis/taxis.csv", "電話番号\n0463-00-0081\n0463-00-0082\n"},
                {"pages/a.md", page}}),
      ElementsAre(
          "lists/taxis/taxis.csv:1:1: 必ず要る「id」の列がありません。 → "
          "1行目の見出しに「id」を書き足し、各行に値を入れてください。事業所番号などの列があるなら、schema.json に"
          "「\"x-id\": \"事業所番号\"」のように書くと、それが id になります。",
          "lists/taxis/taxis.csv:1:1: 必ず要る「名称」の列がありません。 → "
          "1行目の見出しに「名称」を書き足し、各行に値を入れてください。"));
}

TEST(FollowUps, TheOneUnknownHeadingIsTheOneThatIsMissing) {
  EXPECT_THAT(
      mistakes({{"lists/taxis/schema.json", schema}, {"lists/taxis/taxis.csv", "id,タクシー会社\numi,うみ\n"}}),
      ElementsAre("lists/taxis/taxis.csv:1:4: 見出し「タクシー会社」に当たる項目は schema.json にありません。 → "
                  "「名称」のことでしょうか。"));
}

TEST(FollowUps, AFirstLineWithoutHeadingsIsExplainedOnce) {
  EXPECT_THAT(
      mistakes({{"lists/taxis/schema.json", schema}, {"lists/taxis/taxis.csv", "umi,見本 うみ\nsora,見本 そら\n"}}),
      ElementsAre("lists/taxis/taxis.csv:1:1: 1行目が見出しになっていません。 → "
                  "1行目に「id,名称」のような見出しの行を入れてください。"));
  EXPECT_THAT(mistakes({{"lists/taxis/schema.json", schema}, {"lists/taxis/taxis.csv", "\n"}}),
              ElementsAre("lists/taxis/taxis.csv:1:1: この CSV には、何も書かれていません。 → "
                          "Excel から保存し直すか、いらなければファイルを消してください。"));
}

TEST(FollowUps, AnUnfinishedMergeIsExplainedOnce) {
  Files files = {{"lists/taxis/schema.json", schema},
                 {"lists/taxis/taxis.csv", "id,名称\n<<<<<<< HEAD\numi,うみ\n=======\numi,そら\n>>>>>>> 別の直し\n"},
                 {"pages/a.md", page}};
  EXPECT_THAT(
      mistakes(files),
      ElementsAre("lists/taxis/taxis.csv:2:1: ほかの人の直しと重なったままになっています（「<<<<<<<」「=======」"
                  "「>>>>>>>」の行）。 → 「=======」の上と下を見比べて正しいほうを残し、この3つの印の行を消して"
                  "ください。"));
}

TEST(FollowUps, HeadingsOfAPageThatCannotBeReadAreNotMissed) {
  EXPECT_THAT(mistakes({{"pages/a.md", "---\ntitle: 案内\n\n## 窓口 {#mado}\n"},
                        {"pages/b.md", "# 次\n\n[窓口](ref:a#mado)\n"}}),
              ElementsAre(StartsWith("pages/a.md:1:1: 先頭の「---」に対応する")));
}

TEST(FollowUps, ABlockThatIsNotClosedIsNotReadAsYaml) {
  EXPECT_THAT(mistakes({{"pages/a.md", "# 案内\n\n```view\nlist: taxis\n\n## 次\n\n本文\n"}}),
              ElementsAre("pages/a.md:3:1: このブロックを閉じる「```」の行がありません。 → "
                          "ブロックの終わりに「```」だけの行を書いてください。"));
}

TEST(FollowUps, AMisspeltKeyIsNotMissingToo) {
  EXPECT_THAT(
      mistakes({{"site.json", R"({"nmae": "手引き"})"},
                {"lists/taxis/schema.json", schema},
                {"lists/taxis/a.json", R"([{"id": "umi", "nam": "うみ"}])"}}),
      ElementsAre(
          "lists/taxis/a.json:1:16: 「nam」という項目は schema.json にありません。 → 「name」のことでしょうか。",
          "site.json:1:2: 「nmae」という項目は site.json にはありません。 → 「name」のことでしょうか。"));
}

TEST(FollowUps, ALabelInPlaceOfAKeyIsTheFieldThatIsMissing) {
  EXPECT_THAT(mistakes({{"lists/taxis/schema.json", schema},
                        {"lists/taxis/a.json", R"([{"id": "umi", "名称": "うみ", "電話番号": "0463-00-0001"}])"}}),
              ElementsAre("lists/taxis/a.json:1:16: ここには、「名称」という名前ではなく項目名を書きます。 → "
                          "「name」と書いてください。",
                          "lists/taxis/a.json:1:28: ここには、「電話番号」という名前ではなく項目名を書きます。 → "
                          "「tel」と書いてください。"));
}

TEST(FollowUps, ABrokenSiteFileIsNotMissedByPagesAndRecords) {
  EXPECT_THAT(mistakes({{"site.json", "{\"name\": \"手引き\",}"},
                        {"lists/taxis/schema.json", schema},
                        {"lists/taxis/taxis.csv", "id,名称,場面\numi,うみ,くらし\n"},
                        {"pages/a.md", "# 案内\n\n電話 {{site.contact.tel}}\n"}}),
              ElementsAre(StartsWith("site.json:1:15: 「}」の前に余分な「,」があります。")));
}

TEST(FollowUps, AListThatLostAPartIsMarkedSo) {
  auto completeness = [](Files files) {
    Loaded loaded;
    load_files(loaded, std::move(files));
    auto const& list = loaded.site.lists.at(0);
    return std::pair(list.schema.completeness, list.completeness);
  };
  using enum model::Completeness;
  EXPECT_EQ(completeness({{"lists/taxis/schema.json", schema}}), std::pair(whole, whole));
  EXPECT_EQ(completeness({{"lists/taxis/schema.json", schema}, {"lists/taxis/a.json", "[{\"id\": \"umi\",}]"}}),
            std::pair(whole, partial));
  EXPECT_EQ(completeness({{"lists/taxis/schema.json", schema}, {"lists/taxis/a.json", "[{\"name\": \"うみ\"}]"}}),
            std::pair(whole, partial));
  EXPECT_EQ(completeness({{"lists/taxis/schema.json", R"({"title": "い", "properties": {"a": {"format": "tell"}}})"}}),
            std::pair(partial, whole));
  EXPECT_EQ(completeness({{"lists/taxis/schema.json", "{"}, {"lists/taxis/a.json", "[]"}}), std::pair(none, whole));
}

TEST(FollowUps, AMisspeltTitleOfAPageIsNotMissing) {
  EXPECT_THAT(mistakes({{"pages/a.md", "---\ntitel: 案内\n---\n本文\n"}}),
              ElementsAre(StartsWith("pages/a.md:2:1: 「titel」という項目は")));
}

TEST(FollowUps, AMisspeltKeyOfTheContactIsNotMissedByThePages) {
  EXPECT_THAT(mistakes({{"site.json", R"({"name": "手引き", "contact": {"tell": "0463-00-0001"}})"},
                        {"pages/a.md", "# 案内\n\n電話 {{site.contact.tel}}\n"},
                        {"pages/b.md", "# 次\n\n電話 {{site.contact.tel}}、{{site.contact.fx}}\n"}}),
              ElementsAre("pages/b.md:3:25: 「{{site.contact.fx}}」に当たる文字が site.json にありません。 → "
                          "「site.contact.tel」のことでしょうか。",
                          "site.json:1:29: 「tell」という項目は contact にはありません。 → 「tel」のことでしょうか。"));
}

TEST(FollowUps, AnOptionWithoutItsColonIsToldOnce) {
  EXPECT_THAT(mistakes({{"lists/taxis/schema.json", schema},
                        {"pages/a.md", "# 案内\n\n```view\nlist: taxis\nwhere\n  name: うみ\n```\n"}}),
              testing::SizeIs(1));
}

TEST(FollowUps, MisspeltScenesOfTheSiteAreNotMissedByRecords) {
  EXPECT_THAT(mistakes({{"site.json", R"({"name": "手引き", "scens": [{"id": "kurashi", "label": "くらし"}]})"},
                        {"lists/taxis/schema.json", schema},
                        {"lists/taxis/taxis.csv", "id,名称,場面\numi,うみ,くらし\n"}}),
              ElementsAre(StartsWith("site.json:1:17: ")));
}

}  // namespace
}  // namespace tebiki::loading
