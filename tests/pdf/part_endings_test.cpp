#include "pdf/layout/page_flow.hpp"

#include <gtest/gtest.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

constexpr double top = 40, text_height = 300;

Geometry geometry() {
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
  EXPECT_TRUE(endings.improve(pages(3, 0.1), geometry()));
  EXPECT_LT(endings.spacing(0), 1);
  EXPECT_FALSE(endings.improve(pages(2, 1), geometry()));
  EXPECT_LT(endings.spacing(0), 1);
}

TEST(PartEndings, GiveThePartItsSpaceBackWhenThatSparesNoPage) {
  PartEndings endings(1);
  EXPECT_TRUE(endings.improve(pages(3, 0.2), geometry()));
  EXPECT_TRUE(endings.improve(pages(3, 0.1), geometry()));
  EXPECT_EQ(endings.spacing(0), 1);
  EXPECT_FALSE(endings.improve(pages(3, 0.2), geometry()));
}

TEST(PartEndings, LeaveAloneWhatIsFullShortOrLong) {
  for (auto const& filled : {pages(3, 0.5), pages(1, 0.1), pages(40, 0.1)}) {
    PartEndings endings(1);
    EXPECT_FALSE(endings.improve(filled, geometry()));
    EXPECT_EQ(endings.spacing(0), 1);
  }
}

TEST(PartEndings, TakeNoAccountOfCoverAndContents) {
  auto filled = pages(2, 1);
  filled.notes.insert(filled.notes.begin(), {-1, "", "", 0, false, top});
  PartEndings endings(1);
  EXPECT_FALSE(endings.improve(filled, geometry()));
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

}  // namespace
}  // namespace tebiki::pdf
