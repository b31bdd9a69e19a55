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
FilledPages pages(std::size_t count, double last, double before = 1) {
  FilledPages filled;
  filled.pages.resize(count);
  filled.first_pages = {0};
  filled.notes.assign(count, {0, "", "", 0, false, top + text_height});
  if (count > 1) filled.notes[count - 2].filled = top + before * text_height;
  filled.notes.back().filled = top + last * text_height;
  return filled;
}

TEST(PartEndings, SetAPartCloserWhoseLastPageIsAlmostEmpty) {
  PartEndings endings(1);
  EXPECT_EQ(endings.setting(0).spacing, 1);
  EXPECT_TRUE(endings.improve(pages(3, 0.1), page_of_a_part()));
  EXPECT_LT(endings.setting(0).spacing, 1);
  EXPECT_FALSE(endings.improve(pages(2, 1), page_of_a_part()));
  EXPECT_LT(endings.setting(0).spacing, 1);
}

TEST(PartEndings, EndThePageBeforeEarlierWhereCloserSparesNoPage) {
  PartEndings endings(1);
  EXPECT_TRUE(endings.improve(pages(3, 0.2), page_of_a_part()));
  EXPECT_TRUE(endings.improve(pages(3, 0.1), page_of_a_part()));
  EXPECT_EQ(endings.setting(0).spacing, 1);
  EXPECT_EQ(endings.setting(0).short_page, 1U) << "the second of three";
  EXPECT_NEAR(endings.setting(0).shorter, 0.2 * text_height, 0.01);
  EXPECT_FALSE(endings.improve(pages(3, 0.45, 0.75), page_of_a_part()));
  EXPECT_GT(endings.setting(0).shorter, 0);
}

TEST(PartEndings, AreAsUsualWhereNothingHelps) {
  for (auto const& worse : {pages(4, 0.1), pages(3, 0.5, 0.1)}) {
    PartEndings endings(1);
    EXPECT_TRUE(endings.improve(pages(3, 0.2), page_of_a_part()));
    EXPECT_TRUE(endings.improve(pages(3, 0.1), page_of_a_part()));
    EXPECT_TRUE(endings.improve(worse, page_of_a_part()));
    EXPECT_EQ(endings.setting(0).short_page, std::nullopt);
    EXPECT_EQ(endings.setting(0).spacing, 1);
    EXPECT_FALSE(endings.improve(pages(3, 0.2), page_of_a_part()));
  }
}

TEST(PageFlow, TakesMoreAlongFromAPageThatIsToEndEarlier) {
  PageFlow flow(geometry());
  flow.enter_part(0);
  flow.set_as({1, 0, 40});
  for (int i = 0; i < 5; ++i) flow.add(box(20));
  auto const filled = flow.finish();
  ASSERT_EQ(filled.pages.size(), 2U);
  EXPECT_THAT(places(filled.pages[0]), ElementsAre("10,10", "10,30"));
  EXPECT_THAT(places(filled.pages[1]), ElementsAre("10,10", "10,30", "10,50"));
}

}  // namespace
}  // namespace tebiki::pdf
