#include "pdf/painting/page_painter.hpp"

#include <gmock/gmock.h>

#include "pdf/paint_fixture.hpp"

namespace tebiki::pdf {
namespace {

using fixture::occurrences;
using fixture::page_operators;
using fixture::set_text;
using fixture::Sheet;
using testing::HasSubstr;
using testing::Not;

TEST(PagePainter, GathersNeighboursOfOneTagInOneMarkedContent) {
  Sheet sheet;
  auto paragraph = sheet.paragraph();
  set_text(sheet.page(), "一行目", {{40, 60}, 12, paragraph});
  set_text(sheet.page(), "二行目", {{40, 80}, 12, paragraph});
  set_text(sheet.page(), "次の段落", {{40, 100}, 12, sheet.paragraph()});
  auto operators = sheet.operators();
  EXPECT_EQ(occurrences(operators, "BDC"), 2U);
  EXPECT_THAT(operators, HasSubstr("/P<</MCID 0>>BDC"));
  EXPECT_THAT(operators, HasSubstr("/P<</MCID 1>>BDC"));
  EXPECT_EQ(occurrences(operators, "BT\n"), 1U);
}

TEST(PagePainter, TellsRunningHeadsFromDecoration) {
  Sheet sheet;
  sheet.page().items.push_back(Box{{0, 0, 100, 10}, 0, model::Colour{255, 0, 51}, {}, 0});
  set_text(sheet.page(), "柱", {{40, 20}, 9});
  auto operators = sheet.operators();
  EXPECT_THAT(operators, HasSubstr("/Artifact BMC\n1 0 .200 rg\n0 585.28 100 10 re\nf\nEMC\n"));
  EXPECT_THAT(operators, HasSubstr("BT\n/Artifact<</Type/Pagination>>BDC\n"));
}

TEST(PagePainter, OpensAndClosesEverythingInPairs) {
  auto frames = fixture::sample();
  auto usage = glyphs_of(frames, fixture::fonts());
  for (auto const& page : frames.pages) {
    auto operators = page_operators(page, {frames.tags, usage, {}, {}});
    EXPECT_EQ(occurrences(operators, "BDC\n") + occurrences(operators, "BMC\n"), occurrences(operators, "EMC\n"));
    EXPECT_EQ(occurrences(operators, "BT\n"), occurrences(operators, "ET\n"));
  }
}

TEST(PagePainter, CorrectsPlacesOnlyWhereTheLayoutDiffersFromTheFont) {
  Sheet natural, justified;
  set_text(natural.page(), "在宅療養", {{40, 60}, 10, natural.paragraph()});
  set_text(justified.page(), "在宅療養", {{40, 60}, 10, justified.paragraph(), {}, 0.5F});
  EXPECT_THAT(natural.operators(), Not(HasSubstr("TJ")));
  EXPECT_THAT(justified.operators(), HasSubstr(">-50<"));
  EXPECT_THAT(justified.operators(), HasSubstr(">]TJ"));
}

TEST(PagePainter, LetsNoRoundingAddUp) {
  Sheet sheet;
  set_text(sheet.page(), "あああああああああああああああああああああ", {{40, 60}, 12, sheet.paragraph(), {}, 0.02F});
  // 0.02 pt are 1.67 thousandths of 12 pt: too little to correct at every glyph, yet twenty make 33.
  long sum = 0;
  auto operators = sheet.operators();
  for (std::size_t at = 0; (at = operators.find(">-", at)) != operators.npos; at += 2)
    sum += std::stol(operators.substr(at + 2));
  EXPECT_NEAR(double(sum), 20 * 0.02 / 12 * 1000, 2);
}

TEST(PagePainter, PaintsLeadersAsOneLine) {
  Sheet sheet;
  sheet.page().items.push_back(Leader{{50, 100, 1, 1}, 10, 5, model::Colour{}});
  EXPECT_EQ(sheet.operators(),
            "/Artifact BMC\n0 0 0 RG\n1 w\n1 J[.01 4.99]0 d\n50.5 494.78 m\n95.51 494.78 l\nS\n0 J[]0 d\nEMC\n");
}

TEST(PagePainter, DrawsARoundedBoxThatComesBackOnlyOnce) {
  Sheet sheet;
  for (int i = 0; i < 5; ++i)
    sheet.page().items.push_back(Box{{50.0 + 40 * i, 100, 20, 20}, 3, model::Colour{}, {}, 0});
  sheet.page().items.push_back(Box{{50, 200, 30, 30}, 3, model::Colour{}, {}, 0});
  PdfDocument document;
  BoxForms boxes(sheet.frames, document);
  auto usage = glyphs_of(sheet.frames, fixture::fonts());
  auto operators = page_operators(sheet.page(), {sheet.frames.tags, usage, {}, boxes});
  EXPECT_EQ(occurrences(operators, "cm/B0 Do Q"), 5U);
  EXPECT_THAT(operators, HasSubstr("q 1 0 0 1 90 475.28 cm/B0 Do Q"));
  EXPECT_EQ(occurrences(operators, " c\n"), 4U);
}

TEST(PagePainter, SetsVerticalTextInAVerticalFont) {
  Sheet sheet;
  set_text(sheet.page(), "縦「組」", {{380, 100}, 14, sheet.paragraph(), {FontChoice::List::body, false, true}});
  EXPECT_THAT(sheet.operators(), HasSubstr("/V0 14 Tf\n380 495.28 Td\n<"));
}

TEST(PagePainter, StrokesAGlyphThatHasNoBoldFace) {
  Sheet sheet;
  set_text(sheet.page(), "𠮷田", {{40, 60}, 15, sheet.paragraph(), {FontChoice::List::body, true, false}});
  auto operators = sheet.operators();
  EXPECT_THAT(operators, HasSubstr("0 0 0 RG\n0.5 w\n1 j 2 Tr\n"));
  EXPECT_EQ(occurrences(operators, "2 Tr"), 1U);
  EXPECT_EQ(occurrences(operators, "0 j 0 Tr"), 1U);
  EXPECT_LT(operators.find("0 Tr"), operators.find("Td\n", operators.find("0 Tr")));
  EXPECT_THAT(operators, Not(HasSubstr("ActualText")));
}

TEST(PagePainter, TurnsPhotographsUpright) {
  using base::Orientation;
  Frames frames;
  frames.pages = {fixture::page()};
  frames.pages[0].height = 500;
  frames.pages[0].items.push_back(Picture{{100, 200, 40, 30}, "images/p.jpg", TagId::artifact});
  GlyphUsage const usage = glyphs_of(frames, fixture::fonts());
  BoxForms const no_forms;
  auto operators = [&](Orientation orientation) {
    Images images;
    images.stored["images/p.jpg"] = {"I0", orientation};
    return page_operators(frames.pages[0], {frames.tags, usage, images, no_forms});
  };
  // The lower left corner of the area is at 100, 270.
  EXPECT_THAT(operators(Orientation::upright), HasSubstr("q 40 0 0 30 100 270 cm /I0 Do Q"));
  EXPECT_THAT(operators(Orientation::mirrored), HasSubstr("q -40 0 0 30 140 270 cm"));
  EXPECT_THAT(operators(Orientation::upside_down), HasSubstr("q -40 0 0 -30 140 300 cm"));
  EXPECT_THAT(operators(Orientation::flipped), HasSubstr("q 40 0 0 -30 100 300 cm"));
  EXPECT_THAT(operators(Orientation::transposed), HasSubstr("q 0 -30 -40 0 140 300 cm"));
  EXPECT_THAT(operators(Orientation::turn_right), HasSubstr("q 0 -30 40 0 100 300 cm"));
  EXPECT_THAT(operators(Orientation::anti_transposed), HasSubstr("q 0 30 40 0 100 270 cm"));
  EXPECT_THAT(operators(Orientation::turn_left), HasSubstr("q 0 30 -40 0 140 270 cm"));
}

TEST(PagePainter, LeavesOutWhatCannotBeShown) {
  Sheet sheet;
  TextRun missing{{40, 60}, FontId::none, 12, false, {}, sheet.paragraph(), "\U000F0000", {{0, 0, 12, 0, 0}}};
  sheet.page().items.push_back(missing);
  sheet.page().items.push_back(Picture{{0, 0, 10, 10}, "images/missing.png", sheet.paragraph()});
  sheet.page().items.push_back(Box{});
  EXPECT_EQ(sheet.operators(), "");
}

}  // namespace
}  // namespace tebiki::pdf
