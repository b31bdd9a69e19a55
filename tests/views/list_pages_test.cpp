#include <gmock/gmock.h>

#include "views/made_site.hpp"

namespace {

using namespace made;
using testing::ElementsAre;
using testing::IsEmpty;

/// So many offices with these readings, one after the other.
model::Site site_of(std::vector<std::pair<std::string, int>> const& readings, std::string const& name = "見本") {
  auto site = made::site();
  auto& records = site.lists[0].records;
  records.clear();
  for (auto const& [kana, count] : readings) {
    for (int i = 0; i < count; ++i) records.push_back(record("r" + std::to_string(records.size()), name, kana));
  }
  return site;
}

std::vector<model::Document> list_pages(model::Documents const& documents) {
  std::vector<model::Document> pages;
  for (auto const& page : documents.pages) {
    if (page.kind == model::DocumentKind::list && page.subject == "facilities") pages.push_back(page);
  }
  return pages;
}
std::vector<model::Document> list_pages(std::vector<std::pair<std::string, int>> const& readings) {
  return list_pages(compose(site_of(readings)));
}

/// `facilities/kana/ka/: か行=30`
std::vector<std::string> outline(std::vector<model::Document> const& pages) {
  std::vector<std::string> out;
  for (auto const& page : pages) {
    auto line = page.path + ":";
    for (auto const& group : std::get<model::Directory>(page.blocks.front().node).groups)
      line += " " + group.title + "=" + std::to_string(group.entries.size());
    out.push_back(line);
  }
  return out;
}

TEST(ListPages, OfFiftyRecordsAreOne) {
  auto const pages = list_pages({{"あ", 25}, {"か", 25}});
  EXPECT_THAT(outline(pages), ElementsAre("facilities/: あ行=25 か行=25"));
  EXPECT_THAT(pages[0].list_page.jumps, IsEmpty());
}

TEST(ListPages, OfMoreAreCutWhereRowsOfTheKanaBegin) {
  EXPECT_THAT(outline(list_pages({{"あ", 10}, {"か", 18}, {"さ", 20}, {"わ", 5}})),
              ElementsAre("facilities/: あ行=10 か行=18", "facilities/kana/sa/: さ行=20 わ行=5"));
}

TEST(ListPages, NeverBeginHalfEmptyBecauseALongRowFollows) {
  EXPECT_THAT(
      outline(list_pages({{"あ", 2}, {"か", 60}})),
      ElementsAre("facilities/: あ行=2 か行=28", "facilities/kana/ka/: か行=30", "facilities/kana/ka/2/: か行=2"));
}

TEST(ListPages, HoldFewerRowsWhereTheseAreLong) {
  auto const site = site_of({{"あ", 10}, {"か", 30}}, std::string(1500, 'x'));
  EXPECT_THAT(outline(list_pages(compose(site))),
              ElementsAre("facilities/: あ行=10", "facilities/kana/ka/: か行=18", "facilities/kana/ka/2/: か行=12"));
}

TEST(ListPages, OfALongRowAreNumberedBelowItsAddress) {
  EXPECT_THAT(outline(list_pages({{"あ", 30}, {"か", 90}, {"", 0}})),
              ElementsAre("facilities/: あ行=30", "facilities/kana/ka/: か行=30", "facilities/kana/ka/2/: か行=30",
                          "facilities/kana/ka/3/: か行=30"));
}

TEST(ListPages, HoldNoMoreThanFiftyOfTenThousand) {
  auto const pages = list_pages({{"あ", 2000}, {"か", 3000}, {"た", 4990}, {"わ", 10}});
  std::size_t rows = 0;
  for (auto const& page : pages) {
    std::size_t here = 0;
    for (auto const& group : std::get<model::Directory>(page.blocks.front().node).groups) here += group.entries.size();
    EXPECT_LE(here, 50u) << page.path;
    rows += here;
  }
  EXPECT_EQ(rows, 10000u);
}

TEST(ListPages, LeadToEachOtherAndToEachRowWithItsCount) {
  auto const pages = list_pages({{"あ", 30}, {"か", 80}, {"さ", 3}});
  EXPECT_EQ(pages[0].title, "事業所");
  EXPECT_EQ(pages[2].title, "事業所（か行 2）");
  EXPECT_EQ(pages[3].title, "事業所（か行〜さ行 3）");
  EXPECT_FALSE(pages[0].list_page.previous);
  ASSERT_TRUE(pages[0].list_page.next);
  EXPECT_EQ(pages[0].list_page.next->path, "facilities/kana/ka/");
  EXPECT_EQ(pages[0].list_page.next->label, "か行");
  EXPECT_EQ(pages[0].list_page.next->records, 30u);
  EXPECT_EQ(pages[1].list_page.previous->path, "facilities/");
  EXPECT_FALSE(pages[3].list_page.next);
  auto const& jumps = pages[1].list_page.jumps;
  ASSERT_EQ(jumps.size(), 3u);
  EXPECT_EQ(jumps[1].title, "か行");
  EXPECT_EQ(jumps[1].path, "facilities/kana/ka/");
  EXPECT_EQ(jumps[1].records, 80u);
  EXPECT_EQ(jumps[2].path, "facilities/kana/ka/3/");
}

TEST(ListPages, CountTheWholeListAndFilterItFromTheFirst) {
  auto site = site_of({{"あ", 30}, {"か", 30}});
  site.lists[0].records[59].values.push_back(untyped("sputum", text("yes")));
  auto const pages = list_pages(compose(std::move(site)));
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[1].records, 60u);
  auto const& filters = std::get<model::Directory>(pages[0].blocks.front().node).filters;
  ASSERT_EQ(filters.size(), 1u);
  EXPECT_EQ(filters[0].key, "sputum") << "though who can do it stands on the second page";
}

TEST(ListPages, AreNamedOnThePageOfEveryRecordThatTheyHold) {
  auto const documents = compose(site_of({{"あ", 30}, {"か", 30}}));
  EXPECT_EQ(std::find_if(documents.pages.begin(), documents.pages.end(), [](auto& page) { return page.record == "r0"; })
                ->listed_on,
            "facilities/");
  EXPECT_EQ(
      std::find_if(documents.pages.begin(), documents.pages.end(), [](auto& page) { return page.record == "r59"; })
          ->listed_on,
      "facilities/kana/ka/");
}

TEST(ListPages, OfEventsStandInTheOrderOfDays) {
  auto site = made::site();
  auto& list = site.lists[0];
  list.schema.fields = {field({"name", "名称"}), field({"begins", "開催日", FieldKind::date})};
  site.today = {2026, 10, 2};
  list.records = {record("over", "終わった会", "あ", {{"begins", text("2026-05-01")}}),
                  record("someday", "いつかの会", "い"),
                  record("later", "あとの会", "う", {{"begins", text("2026-12-01")}}),
                  record("long-over", "前の会", "え", {{"begins", text("2025-05-01")}}),
                  record("soon", "次の会", "お", {{"begins", text("2026-10-02")}})};
  auto const pages = list_pages(compose(site));
  EXPECT_THAT(outline(pages), ElementsAre("facilities/: これからの日程=2 終わった日程=2 日付の分からないもの=1"));
  std::vector<std::string> order, days;
  for (auto const& group : std::get<model::Directory>(pages[0].blocks.front().node).groups) {
    for (auto const& entry : group.entries) {
      order.push_back(entry.name);
      days.push_back(entry.event ? model::iso(*entry.event->last_day) : "");
    }
  }
  EXPECT_THAT(order, ElementsAre("次の会", "あとの会", "終わった会", "前の会", "いつかの会"));
  EXPECT_THAT(days, ElementsAre("2026-10-02", "2026-12-01", "2026-05-01", "2025-05-01", ""));
}

TEST(ListPages, WithoutReadingsAreNumbered) {
  EXPECT_THAT(outline(list_pages({{"", 95}})), ElementsAre("facilities/: =30", "facilities/page/2/: =30",
                                                           "facilities/page/3/: =30", "facilities/page/4/: =5"));
}

TEST(ListPages, PutRecordsWithoutAReadingLastWhereNearlyAllHaveOne) {
  EXPECT_THAT(outline(list_pages({{"あ", 150}, {"", 60}})).back(), "facilities/kana/other/2/: その他=30");
}

TEST(ListPages, BeginningWithANameWithoutAReadingStandAtTheAddressOfItsRow) {
  auto site = site_of({{"あ", 60}, {"か", 100}, {"", 60}});
  auto& records = site.lists[0].records;
  for (int i = 0; i < 30; ++i) records.push_back(record("k" + std::to_string(i), "カアサン", ""));
  auto const pages = outline(list_pages(compose(std::move(site))));
  EXPECT_THAT(pages, testing::Contains("facilities/kana/ka/: か行=30"));
  EXPECT_THAT(pages, testing::Contains("facilities/kana/other/: その他=30"));
  EXPECT_EQ(std::set<std::string>(pages.begin(), pages.end()).size(), pages.size());
}

TEST(ListPages, OfAListCanBeNarrowedDownByTheAreaThatAnOfficeVisits) {
  auto site = made::site();
  auto visits = field({"visits", "来てくれる地区", FieldKind::choices});
  visits.role = model::Role::visited_area;
  visits.choices = {"金目", "花水"};
  site.lists[0].schema.fields.push_back(visits);
  site.lists[0].records[0].values.push_back(untyped("visits", list({"花水"})));
  auto const pages = list_pages(compose(std::move(site)));
  auto const& filters = std::get<model::Directory>(pages[0].blocks.front().node).filters;
  ASSERT_TRUE(std::any_of(filters.begin(), filters.end(), [](auto const& filter) { return filter.key == "visits"; }));
}

/// Offices in one row of the kana at places further and further north, by turns in the west and east; every third has
/// none.
model::Site placed_offices(int count) {
  auto site = made::site();
  auto& list = site.lists[0];
  auto town = field({"areas", "町"});
  town.role = model::Role::area;
  list.schema.fields = {field({"name", "名称"}), field({"kana", "よみ", FieldKind::kana}), town,
                        field({"place", "位置", FieldKind::coordinates})};
  list.records.clear();
  for (int i = 0; i < count; ++i) {
    Options more{{"areas", text(i < count / 2 ? "南町" : "北町")}};
    if (i % 3 != 2) more.push_back({"place", text(std::to_string(35.3 + i * 0.001) + (i % 2 ? ",139.33" : ",139.37"))});
    list.records.push_back(record("r" + std::to_string(1000 + i), "見本" + std::to_string(1000 + i), "あ", more));
  }
  return site;
}

TEST(ListPages, HaveEachAMapOfTheirRowsNumberedFromOne) {
  auto const pages = list_pages(compose(placed_offices(60)));
  ASSERT_EQ(pages.size(), 2u);
  for (auto const& page : pages) {
    auto const& directory = std::get<model::Directory>(page.blocks.front().node);
    ASSERT_TRUE(directory.map);
    std::vector<int> pins;
    for (auto const& entry : directory.groups.front().entries) pins.push_back(entry.pin);
    ASSERT_GE(pins.size(), 4u);
    EXPECT_THAT(std::vector<int>(pins.begin(), pins.begin() + 4), ElementsAre(1, 2, 0, 3));
    EXPECT_EQ(directory.map->alternative, "20か所の位置を番号で示した略図。番号は、次の一覧と同じです。");
  }
}

TEST(ListPages, HaveAMapThatKnowsItsPlacesWhereReadersMayMoveIt) {
  auto site = placed_offices(8);
  auto const places = [](model::Documents const& result) {
    return std::get<model::Directory>(list_pages(result).at(0).blocks.front().node).map->places;
  };
  EXPECT_THAT(places(compose(site)), IsEmpty());
  site.outside.map_tiles = "https://tiles.example.jp/{z}/{x}/{y}.png";
  auto const told = places(compose(site));
  ASSERT_EQ(told.size(), 6u);
  EXPECT_EQ(told[2].number, 3);
  EXPECT_EQ(told[2].name, "見本1003");
  EXPECT_EQ(told[2].page.name, "facilities/r1003");
  EXPECT_NEAR(told[2].at.y, 35.303, 1e-9);
}

TEST(ListPages, HaveAMapAsNarrowAsATelephoneOnWhichTownsStandAmongTheirOffices) {
  auto const pages = list_pages(compose(placed_offices(40)));
  auto const& map = std::get<model::Drawing>(std::get<model::Directory>(pages.at(0).blocks.front().node).map->picture);
  EXPECT_LE(map.width, 250);
  std::string words;
  double north = 0, south = 0;
  model::for_each_text_shape(map.shapes, [&](model::TextShape const& text) {
    if (text.text == "北町") north = text.baseline.y;
    if (text.text == "南町") south = text.baseline.y;
    EXPECT_GE(text.size, 9);
  });
  EXPECT_GT(north, 0);
  EXPECT_GT(south, north);
}

TEST(ListPages, OfRecordsWithoutPlacesHaveNoMap) {
  auto const pages = list_pages({{"あ", 30}});
  EXPECT_FALSE(std::get<model::Directory>(pages.at(0).blocks.front().node).map);
}

}  // namespace
