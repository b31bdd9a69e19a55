// What a day shows of the content, and what is told of days to come.
#include "loading/load.hpp"

#include <gmock/gmock.h>

#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A record that ends on the 30th of November, one that begins on the 1st of December, and what `more` adds.
Files dated_site(Files more) {
  Files files = list_of(R"("name": {"type": "string"}, "kana": {"format": "kana"},
    "office": {"format": "reference", "x-list": "x", "x-label": "担当"})",
                        "a.json", R"([{"id": "aoba", "name": "見本 あおば"},
    {"id": "ends", "name": "見本 おわり", "publish_until": "2026-11-30"},
    {"id": "begins", "name": "見本 はじめ", "publish_from": "2026-12-01"}])");
  files["pages/fair.md"] = "---\npublish_until: 2026-11-30\n---\n# 相談会\n";
  files.merge(more);
  return files;
}

struct Selected : Loaded {
  Selected(Files files, model::Date today) {
    load_files(*this, dated_site(std::move(files)));
    next = next_change(site, today);
    select_day(site, today, diagnostics);
  }
  std::optional<DatedChange> next;
};

constexpr model::Date before{2026, 11, 21}, after{2026, 12, 15};
Files const page_of_links = {{"pages/links.md", "# 参照\n\nまず**[相談会](ref:fair)**へ。[はじめ](ref:x/begins)\n"}};

std::string first_paragraph(Selected const& selected, std::string_view page) {
  for (auto const& one : selected.site.pages) {
    if (one.slug == page) return model::plain_text(std::get<model::Paragraph>(one.blocks.at(0).node).text);
  }
  return "no such page";
}

int links_in(model::Inlines const& inlines) {
  int count = 0;
  for (auto const& node : inlines) {
    if (std::holds_alternative<model::Link>(node.node)) ++count;
    if (auto* strong = std::get_if<model::Strong>(&node.node)) count += links_in(strong->children);
  }
  return count;
}

TEST(Select, ShowsFromTheFirstDayToTheLast) {
  auto shown = [](model::Date day) {
    Selected selected({}, day);
    std::vector<std::string> names;
    for (auto const& record : selected.site.lists[0].records) names.push_back(record.id);
    for (auto const& page : selected.site.pages) names.push_back(page.slug);
    return names;
  };
  EXPECT_THAT(shown({2026, 11, 30}), ElementsAre("aoba", "ends", "fair"));
  EXPECT_THAT(shown({2026, 12, 1}), ElementsAre("aoba", "begins"));
}

TEST(Select, LoadingKeepsEverythingWithItsPeriod) {
  Loaded loaded;
  load_files(loaded, dated_site({}));
  ASSERT_EQ(loaded.site.lists[0].records.size(), 3u);
  EXPECT_EQ(loaded.site.lists[0].records[1].period.until, (model::Date{2026, 11, 30}));
  EXPECT_EQ(loaded.site.lists[0].records[2].period.from, (model::Date{2026, 12, 1}));
  EXPECT_EQ(loaded.site.pages.at(0).period.until, (model::Date{2026, 11, 30}));
}

TEST(Select, TellsBeforehandOnWhichDayALinkWillEnd) {
  Selected selected(page_of_links, before);
  EXPECT_FALSE(selected.diagnostics.has_errors());
  EXPECT_THAT(selected.said(),
              ElementsAre("pages/links.md:3:5: 「fair」の公開は令和8年11月30日で終わります。令和8年12月1日から、"
                          "ここはリンクにせず、言葉だけを出します。 → 参照先をまだ載せるなら publish_until を延ばし、"
                          "もう載せないなら、この参照を消してください。",
                          "pages/links.md:3:24: 「x/begins」の公開は令和8年12月1日からです。ここはリンクにせず、言葉"
                          "だけを出します。 → 公開が始まれば、ひとりでに元に戻ります。急ぐなら、参照先の publish_from "
                          "を直してください。"));
}

TEST(Select, TellsOfAnEndFromSixtyDaysBefore) {
  Files const link = {{"pages/links.md", "# 参照\n\n[相談会](ref:fair)\n"}};
  EXPECT_THAT(Selected(link, {2026, 10, 1}).said(), IsEmpty()) << "61 days before the 1st of December";
  EXPECT_THAT(Selected(link, {2026, 10, 2}).said(),
              ElementsAre(testing::HasSubstr("令和8年12月1日から、ここはリンクにせず、言葉だけを出します。")));
}

TEST(Select, ALinkToWhatHasEndedBecomesItsWordsAndAWarning) {
  Selected selected(page_of_links, after);
  EXPECT_FALSE(selected.diagnostics.has_errors());
  EXPECT_THAT(selected.said(base::Language::en),
              ElementsAre("pages/links.md:3:5: “fair” is published until 2026-11-30; the link is left out and only its "
                          "words shown. → Put publish_until off if it is still to be shown; otherwise remove this "
                          "reference."));
  EXPECT_EQ(first_paragraph(selected, "links"), "まず相談会へ。はじめ");
  auto& paragraph = std::get<model::Paragraph>(selected.site.pages.at(0).blocks.at(0).node);
  EXPECT_EQ(links_in(paragraph.text), 1);
}

TEST(Select, MenuEntriesAndScenesAndCodesOfWhatHasEndedAreLeftOut) {
  Selected selected(
      {{"site.json", R"({"name": "手引き", "base_url": "https://example.jp/",
    "menu": [{"label": "相談会", "ref": "fair"}, {"label": "一覧", "ref": "x"}],
    "scenes": [{"id": "daily", "label": "ふだん", "ref": "fair"}]})"},
       {"pages/code.md", "# 案内\n\n```qr\nref: fair\n```\n\n> 囲み\n>\n> ```qr\n> ref: x/begins\n> ```\n"}},
      after);
  EXPECT_FALSE(selected.diagnostics.has_errors());
  EXPECT_THAT(selected.said(), ElementsAre(testing::HasSubstr("pages/code.md:4:6: 「fair」の公開は令和8年11月30日で"
                                                              "終わりました。この QR コードは出しません。"),
                                           testing::HasSubstr("メニューには出しません。"),
                                           testing::HasSubstr("場面からはリンクしません。")));
  ASSERT_EQ(selected.site.menu.size(), 1u);
  EXPECT_EQ(selected.site.menu[0].label, "一覧");
  EXPECT_FALSE(selected.site.scenes.at(0).page);
  auto& blocks = selected.site.pages.at(0).blocks;
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(std::get<model::Quote>(blocks[0].node).blocks.size(), 2u);
}

TEST(Select, AFormWhoseRecordHasEndedIsLeftOutWithAWarning) {
  Selected selected({{"pages/ask.md", "# 申込\n\n```form\nref: x/ends\n```\n"}}, after);
  EXPECT_FALSE(selected.diagnostics.has_errors());
  EXPECT_THAT(selected.said(), ElementsAre(testing::HasSubstr("この書式は出しません。")));
  EXPECT_THAT(selected.site.pages.at(0).blocks, IsEmpty());
}

TEST(Select, AReferenceOfARecordToWhatHasEndedIsAWarning) {
  Selected selected({{"lists/x/b.json", R"([{"id": "b", "office": "ends"}])"}}, after);
  EXPECT_FALSE(selected.diagnostics.has_errors());
  EXPECT_THAT(selected.said(), ElementsAre(testing::HasSubstr("lists/x/b.json:1:24: 「x/ends」の公開は")));
  EXPECT_THAT(selected.site.lists[0].withheld, testing::SizeIs(1));
}

TEST(Select, SaysNothingOfALinkThatEndsWithThePageItStandsOn) {
  Files files = {{"pages/news.md", "---\npublish_until: 2026-11-30\n---\n# 知らせ\n\n[相談会](ref:fair)\n"}};
  EXPECT_THAT(Selected(files, before).said(), IsEmpty());
  EXPECT_THAT(Selected(files, after).said(), IsEmpty());
}

TEST(Select, KnowsTheNextDayOnWhichTheSiteChanges) {
  auto next = Selected({}, before).next;
  ASSERT_TRUE(next);
  EXPECT_EQ(next->day, (model::Date{2026, 12, 1}));
  EXPECT_EQ(next->what, "相談会");
  EXPECT_EQ(next->kind, DatedChange::Kind::disappears);
  EXPECT_FALSE(Selected({}, after).next);
  auto only_beginning =
      Selected({{"pages/fair.md", "# 相談会\n"}, {"pages/x.md", "---\npublish_from: 2026-11-22\n---\n# い\n"}}, before);
  ASSERT_TRUE(only_beginning.next);
  EXPECT_EQ(only_beginning.next->what, "い");
  EXPECT_EQ(only_beginning.next->kind, DatedChange::Kind::appears);
}

TEST(Select, APeriodThatEndsBeforeItBeginsIsAnError) {
  Selected selected({{"pages/news.md", "---\npublish_from: 2026-12-01\npublish_until: 2026-11-30\n---\n# 知らせ\n"}},
                    before);
  EXPECT_THAT(
      selected.said(),
      ElementsAre("pages/news.md:3:16: 公開終了日（令和8年11月30日）が公開開始日（令和8年12月1日）より前なので、"
                  "一日も表示されません。 → どちらかの日付を直してください。"));
}

Files leaflet(std::string const& settings, std::string const& part) {
  return {{"publications/guide/publication.json", R"({"title": "年末の手引き")" + settings + "}"},
          {"publications/guide/10-a.md", part + "# 休み\n\n本文\n"},
          {"pages/links.md", "# 参照\n\n[冊子](ref:guide)と[紙](ref:guide.pdf)と[章](ref:guide/a)\n"}};
}

TEST(Select, APublicationWithoutAChapterTodayIsLeftOutLikeAPage) {
  Selected selected(leaflet("", "---\npublish_until: 2026-11-30\n---\n"), after);
  EXPECT_THAT(selected.site.publications, IsEmpty());
  EXPECT_EQ(first_paragraph(selected, "links"), "冊子と紙と章");
  EXPECT_EQ(links_in(std::get<model::Paragraph>(selected.site.pages.back().blocks.at(0).node).text), 0);
  EXPECT_THAT(selected.said(),
              ElementsAre(testing::HasSubstr("ここはリンクにせず、言葉だけを出します"),
                          testing::HasSubstr("ここはリンクにせず、言葉だけを出します"),
                          testing::HasSubstr("ここはリンクにせず、言葉だけを出します"),
                          testing::HasSubstr("冊子「年末の手引き」には、今日載せる章がひとつもないので、冊子もPDFも"
                                             "作りません。")));
}

TEST(Select, APublicationIsShownOnTheDaysThatItSays) {
  auto const files = leaflet(R"(, "publish_from": "2026-12-01", "publish_until": "令和9年1月5日")", "");
  EXPECT_THAT(Selected(files, before).site.publications, IsEmpty());
  Selected shown(files, after);
  EXPECT_EQ(shown.site.publications.size(), 1U);
  ASSERT_TRUE(shown.next);
  EXPECT_EQ(shown.next->what, "年末の手引き");
  EXPECT_EQ(shown.next->day, (model::Date{2027, 1, 6}));
  Selected over(files, {2027, 1, 6});
  EXPECT_THAT(over.site.publications, IsEmpty());
  EXPECT_THAT(over.said(),
              ElementsAre(testing::HasSubstr("「guide」の公開は令和9年1月5日で終わりました。"),
                          testing::HasSubstr("「guide.pdf」の公開は"), testing::HasSubstr("「guide/a」の公開は")))
      << "and nothing of the publication itself, which was meant to end";
}

TEST(Select, APublicationEndsWithItsLastChapter) {
  auto files = leaflet("", "---\npublish_until: 2026-12-20\n---\n");
  files["publications/guide/20-b.md"] = "---\npublish_until: 2026-12-31\n---\n# 二章\n\n本文\n";
  files["pages/links.md"] = "# 参照\n\n[冊子](ref:guide)\n";
  Selected selected(files, after);
  EXPECT_EQ(selected.site.publications.size(), 1U);
  EXPECT_THAT(selected.said(), ElementsAre(testing::HasSubstr("「guide」の公開は令和8年12月31日で終わります。")));
}

TEST(Select, APublicationThatNobodySeesTellsOfNoReferences) {
  Files files{{"publications/guide/publication.json", R"({"title": "手引き", "publish_until": "2026-12-01"})"},
              {"publications/guide/10-a.md", "# 章\n\n[相談会](ref:fair)\n"}};
  EXPECT_THAT(Selected(files, after).said(), IsEmpty());
  files["publications/guide/publication.json"] = R"({"title": "手引き"})";
  EXPECT_THAT(Selected(files, after).said(),
              ElementsAre(testing::HasSubstr("publications/guide/10-a.md:3:1: 「fair」")));
}

TEST(Select, ARecordThatRefersToWhatHasEndedIsToldThatItMayEndToo) {
  auto const ends =
      testing::EndsWith("この参照を消してください。この1件も終わるなら、ここにも publish_until を書きます。");
  EXPECT_THAT(Selected({{"lists/x/b.json", R"([{"id": "b", "office": "ends"}])"}}, after).said(), ElementsAre(ends));
  EXPECT_THAT(Selected({{"lists/x/b.md", "[おわり](ref:x/ends)\n"}}, after).said(), ElementsAre(ends));
}

}  // namespace
}  // namespace tebiki::loading
