#include "pdf/print.hpp"

#include <gmock/gmock.h>

#include "pdf/file/pdf_document.hpp"
#include "pdf/paint_fixture.hpp"
#include "pdf/painting/page_painter.hpp"

namespace tebiki::pdf {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

TEST(Paint, GivesEqualBytesOnAnyNumberOfThreads) {
  auto frames = fixture::sample();
  auto alone = fixture::painted(frames, 1);
  EXPECT_EQ(alone, fixture::painted(frames, 2));
  EXPECT_EQ(alone, fixture::painted(frames, 5));
}

TEST(Paint, KeepsFontsSmall) { EXPECT_LT(fixture::painted(fixture::sample()).size(), 30'000U); }

TEST(Paint, TakesOnlyTheGlyphsInUse) {
  Frames frames;
  frames.pages = {fixture::page()};
  auto empty = fixture::painted(frames).size();
  fixture::set_text(frames.pages[0], "手引き", {{40, 40}, 12, frames.tags.add(StructureTree::root, Role::p)});
  EXPECT_LT(fixture::painted(frames).size(), empty + 3'000);
}

TEST(Metadata, SaysTitleLanguageAndStandards) {
  auto packet = xmp(metadata_of(fixture::booklet(), fixture::site(), {2026, 4, 1}));
  EXPECT_THAT(packet,
              HasSubstr("<rdf:li xml:lang=\"x-default\">見本 医療・介護サービスガイド &lt;1&gt; &amp; more</rdf:li>"));
  EXPECT_THAT(packet, HasSubstr("<dc:language><rdf:Bag><rdf:li>ja-JP</rdf:li></rdf:Bag></dc:language>"));
  EXPECT_THAT(packet,
              HasSubstr("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1<"));
  EXPECT_THAT(packet, HasSubstr("<xmp:CreateDate>2026-04-01T00:00:00+09:00</xmp:CreateDate>"));
}

TEST(Metadata, AgreesWithTheInformationDictionary) {
  auto entries = information_entries(metadata_of(fixture::booklet(), fixture::site(), {2026, 4, 1}));
  EXPECT_THAT(entries, HasSubstr("/Author<FEFF898B672C5E02>"));
  EXPECT_THAT(entries, HasSubstr("/CreationDate(D:20260401000000+09'00')"));
}

TEST(PrintedSizes, AreThoseOfTheLargestPlaceAt300PixelsToTheInch) {
  Frames frames;
  frames.pages = {fixture::page(), fixture::page()};
  frames.pages[0].items.push_back(Picture{{0, 0, 72, 36}, "images/a.jpg", TagId::artifact});
  frames.pages[1].items.push_back(Picture{{0, 0, 144, 72}, "images/a.jpg", TagId::artifact});
  auto const sizes = printed_sizes(frames);
  ASSERT_THAT(sizes, SizeIs(1));
  EXPECT_EQ(sizes.at("images/a.jpg").width, 600U);
  EXPECT_EQ(sizes.at("images/a.jpg").height, 300U);
}

}  // namespace
}  // namespace tebiki::pdf
