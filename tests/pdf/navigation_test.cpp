#include "pdf/painting/page_painter.hpp"

#include <gmock/gmock.h>

#include "pdf/paint_fixture.hpp"
#include "pdf/print.hpp"

namespace tebiki::pdf {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

TEST(PageLabels, MakeRunsOfNumbersRanges) {
  Frames frames;
  frames.pages = {fixture::page(), fixture::page("1"), fixture::page("2"), fixture::page("付1"), fixture::page("3")};
  EXPECT_EQ(page_labels(frames), "/PageLabels<</Nums[0<<>>1<</S/D/St 1>>3<</P<FEFF4ED80031>>>4<</S/D/St 3>>]>>");
}

TEST(Bookmarks, NestAsTheyAreGiven) {
  PdfDocument document;
  auto frames = fixture::sample();
  std::vector<ObjectNumber> pages(3, ObjectNumber{5});
  auto before = std::uint32_t(document.next_number());
  auto entries = add_bookmarks(frames, pages, document);
  auto object = [&](std::uint32_t n) {
    std::string text;
    document.write(ObjectNumber(before + n), text);
    return text;
  };
  EXPECT_THAT(entries, HasSubstr("/Outlines "));
  EXPECT_THAT(object(0), HasSubstr("/Count 2"));
  EXPECT_THAT(object(1), HasSubstr("/Next "));
  EXPECT_THAT(object(2), HasSubstr("/Title<FEFF4E0089A7>"));
  EXPECT_THAT(object(2), HasSubstr("/Count -1"));
  EXPECT_THAT(object(3), HasSubstr("/XYZ null 535.28 null]"));
}

TEST(Links, EscapeAddressesAndSayWhatTheyAre) {
  PdfDocument document;
  auto frames = fixture::sample();
  auto links = add_links(frames, {ObjectNumber{1}, ObjectNumber{2}, ObjectNumber{3}}, 3, document);
  ASSERT_THAT(links, SizeIs(2));
  std::string outward, inward;
  document.write(links[0].object, outward);
  document.write(links[1].object, inward);
  EXPECT_THAT(outward, HasSubstr(R"(/A<</S/URI/URI(https://example.jp/%E5%8C%BB%E7%99%82?a=\(1\))>>)"));
  EXPECT_THAT(outward, HasSubstr("/Rect[100 453.28 184 467.28]"));
  EXPECT_THAT(outward, HasSubstr("/StructParent 3"));
  EXPECT_THAT(inward, HasSubstr("/Dest[3 0 R/XYZ null 535.28 null]"));
  EXPECT_THAT(inward, HasSubstr("/Contents<FEFF88683078"));
}

TEST(Links, AreLeftOutWhenTheyLeadNowhere) {
  PdfDocument document;
  auto frames = fixture::sample();
  frames.destinations.clear();
  EXPECT_THAT(add_links(frames, {ObjectNumber{1}, ObjectNumber{2}, ObjectNumber{3}}, 3, document), SizeIs(1));
}

}  // namespace
}  // namespace tebiki::pdf
