#include "pdf/layout/page_flow.hpp"

#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using ::testing::ElementsAre;

/// A page of two hundred by a hundred points, ten of them margin on all sides.
Geometry geometry() { return {200, 100, 10, 10, 10, 10}; }

/// A black box of that height.
Flowable box(double height) {
  Flowable flowable;
  flowable.height = height;
  flowable.items.emplace_back(Box{{0, 0, 5, height}, 0, model::Colour{}, {}, 0});
  return flowable;
}

/// Where the boxes of a page stand: "x,y".
std::vector<std::string> places(PageFrame const& page) {
  std::vector<std::string> places;
  for (auto const& item : page.items) {
    auto const& area = std::get<Box>(item).area;
    places.push_back(std::to_string(int(area.x)) + "," + std::to_string(int(area.y)));
  }
  return places;
}

constexpr Columns two{2, 20};

TEST(PageFlow, FillsTheRegionsOfAPageOneAfterAnother) {
  PageFlow flow(geometry());
  flow.set_columns(two);
  for (int i = 0; i < 5; ++i) flow.add(box(40));
  auto filled = flow.finish();
  ASSERT_EQ(filled.pages.size(), 2U);
  EXPECT_THAT(places(filled.pages[0]), ElementsAre("10,10", "10,50", "110,10", "110,50"));
  EXPECT_THAT(places(filled.pages[1]), ElementsAre("10,10"));
}

TEST(PageFlow, EndsTheRegionsOfTheLastPageLevel) {
  PageFlow flow(geometry());
  flow.set_columns(two);
  for (int i = 0; i < 6; ++i) flow.add(box(10));
  auto filled = flow.finish();
  ASSERT_EQ(filled.pages.size(), 1U);
  EXPECT_THAT(places(filled.pages[0]), ElementsAre("10,10", "10,20", "10,30", "110,10", "110,20", "110,30"));
}

TEST(PageFlow, GoesOnBelowLevelledRegionsInOneColumn) {
  PageFlow flow(geometry());
  flow.add(box(10));
  auto anchored = box(10);
  anchored.anchors = {"here"};
  flow.set_columns(two);
  flow.add(box(10));
  flow.add(std::move(anchored));
  flow.set_columns({});
  flow.add(box(10));
  auto filled = flow.finish();
  ASSERT_EQ(filled.pages.size(), 2U) << "columns want more height than this page has left";
  EXPECT_THAT(places(filled.pages[0]), ElementsAre("10,10"));
  EXPECT_THAT(places(filled.pages[1]), ElementsAre("10,10", "110,10", "10,20"));
  EXPECT_EQ(filled.destinations.at("here").y, 10);
  EXPECT_EQ(filled.destinations.at("here").page, 1U);
}

TEST(PageFlow, LeavesNoHeadAloneAtTheEndOfARegion) {
  PageFlow flow(geometry());
  flow.set_columns(two);
  for (int i = 0; i < 2; ++i) {
    if (i == 0) flow.add(box(50));
    auto head = box(20);
    head.keep_with_next = true;
    flow.add(std::move(head));
    flow.add(box(50));
  }
  auto filled = flow.finish();
  EXPECT_THAT(places(filled.pages[0]), ElementsAre("10,10", "110,10", "110,30"));
  EXPECT_THAT(places(filled.pages[1]), ElementsAre("10,10", "10,30"));
}

constexpr double top = 40, text_height = 300;

Geometry page_of_a_part() {
  Geometry geometry;
  geometry.height = 400;
  geometry.top = top;
  geometry.bottom = 400 - top - text_height;
  return geometry;
}

/// One part on so many pages, the last of them filled to that share.
FilledPages pages(std::size_t count, double last) {
  FilledPages filled;
  filled.notes.assign(count, {0, "", "", 0, false, top + text_height});
  filled.notes.back().filled = top + last * text_height;
  return filled;
}

TEST(PartEndings, SetAPartCloserWhoseLastPageIsAlmostEmpty) {
  PartEndings endings(1);
  EXPECT_EQ(endings.spacing(0), 1);
  EXPECT_TRUE(endings.improve(pages(3, 0.1), page_of_a_part()));
  EXPECT_LT(endings.spacing(0), 1);
  EXPECT_FALSE(endings.improve(pages(2, 1), page_of_a_part()));
  EXPECT_LT(endings.spacing(0), 1);
}

TEST(PartEndings, GiveThePartItsSpaceBackWhenThatSparesNoPage) {
  PartEndings endings(1);
  EXPECT_TRUE(endings.improve(pages(3, 0.2), page_of_a_part()));
  EXPECT_TRUE(endings.improve(pages(3, 0.1), page_of_a_part()));
  EXPECT_EQ(endings.spacing(0), 1);
  EXPECT_FALSE(endings.improve(pages(3, 0.2), page_of_a_part()));
}

TEST(PartEndings, LeaveAloneWhatIsFullShortOrLong) {
  for (auto const& filled : {pages(3, 0.5), pages(1, 0.1), pages(40, 0.1)}) {
    PartEndings endings(1);
    EXPECT_FALSE(endings.improve(filled, page_of_a_part()));
    EXPECT_EQ(endings.spacing(0), 1);
  }
}

TEST(PartEndings, TakeNoAccountOfCoverAndContents) {
  auto filled = pages(2, 1);
  filled.notes.insert(filled.notes.begin(), {-1, "", "", 0, false, top});
  PartEndings endings(1);
  EXPECT_FALSE(endings.improve(filled, page_of_a_part()));
}

/// Entries of one height, as many as you like.
Frames directory_of(int entries) {
  model::Directory directory;
  directory.groups.push_back({"", {}});
  for (int i = 0; i < entries; ++i) directory.groups[0].entries.push_back(laying::entry(i + 1, "見本", "みほん"));
  return laying::laid_out({{directory, {}}, {model::PageBreak{}, {}}});
}

/// How far apart the first two entries stand.
double distance(Frames const& frames) {
  double first = 0;
  for (auto const& item : frames.pages[0].items)
    if (auto const* run = std::get_if<TextRun>(&item); run && run->text == "みほん") {
      if (first > 0) return run->origin.y - first;
      first = run->origin.y;
    }
  return 0;
}

TEST(PartEndings, SpareAPageThatWouldHoldOneEntry) {
  double usual = distance(directory_of(2));
  std::size_t spared = 0;
  for (int entries = 3; entries < 30; ++entries) {
    auto frames = directory_of(entries);
    if (distance(frames) == usual) continue;
    ++spared;
    EXPECT_LT(distance(frames), usual);
    EXPECT_EQ(frames.pages.size(), directory_of(entries - 1).pages.size()) << entries;
  }
  EXPECT_GT(spared, 0U);
}

Frames table_of(int rows) {
  auto table = laying::table({"よみ", "電話"});
  for (int i = 0; i < rows; ++i) table.rows.push_back(laying::row({"みほん", "0463-00-0001"}));
  return laying::laid_out({{table, {}}, {model::PageBreak{}, {}}});
}

TEST(PartEndings, SpareAPageThatWouldHoldAFewRowsOfATable) {
  double const usual = distance(table_of(2));
  std::size_t spared = 0;
  for (int rows = 3; rows < 60; ++rows) {
    auto const frames = table_of(rows);
    if (distance(frames) == usual) continue;
    ++spared;
    EXPECT_LT(distance(frames), usual);
    EXPECT_EQ(frames.pages.size(), table_of(rows - 1).pages.size()) << rows;
  }
  EXPECT_GT(spared, 0U);
}

}  // namespace
}  // namespace tebiki::pdf
