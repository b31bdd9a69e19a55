#include "pdf/painting/page_painter.hpp"
#include "pdf/text/items.hpp"

#include <gmock/gmock.h>

#include "pdf/fonts/font_embedding.hpp"
#include "pdf/fonts/text_run.hpp"
#include "pdf/paint_fixture.hpp"

namespace tebiki::pdf {
namespace {

using fixture::set_text;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A page with nothing on it yet, and the tags of its document.
struct Sheet {
  Frames frames;
  Sheet() { frames.pages = {fixture::page()}; }
  PageFrame& page() { return frames.pages[0]; }
  TagId paragraph() { return frames.tags.add(StructureTree::root, Role::p); }
  std::string operators() const {
    Images const no_images;
    BoxForms const no_forms;
    auto usage = glyphs_of(frames, fixture::fonts());
    return page_operators(frames.pages[0], {frames.tags, fixture::fonts(), usage, no_images, no_forms});
  }
  std::string unicode_of(FontId font) const {
    auto usage = glyphs_of(frames, fixture::fonts());
    return to_unicode(usage, usage.faces()[std::size_t(font)]);
  }
};

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++count;
  return count;
}

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
    auto operators = page_operators(page, {frames.tags, fixture::fonts(), usage, {}, {}});
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

TEST(PagePainter, NumbersAGlyphAnewWhereItStandsForAnotherText) {
  Sheet sheet;
  auto paragraph = sheet.paragraph();
  auto run = fixture::runs("あ", {{40, 60}, 12, paragraph}).front();
  sheet.page().items.push_back(run);
  run.text = "い";  // the same glyph, said to be another letter
  sheet.page().items.push_back(run);
  EXPECT_EQ(occurrences(sheet.operators(), "BDC"), 1U);
  EXPECT_THAT(sheet.operators(), Not(HasSubstr("ActualText")));
  EXPECT_THAT(sheet.unicode_of(run.font), AllOf(HasSubstr("><3042>\n"), HasSubstr("><3044>\n")));
}

/// The numbers of a run's glyphs in the file.
std::vector<std::uint16_t> codes_of(GlyphUsage const& usage, TextRun const& run) {
  std::vector<std::uint16_t> codes;
  for_each_cluster(run, [&](GlyphCluster const& cluster) { codes.push_back(usage.code(run, cluster)); });
  return codes;
}

/// Widest gap between a glyph's declared end and the place of the next one, in ems.
double widest_gap(GlyphUsage const& usage, TextRun const& run) {
  double widest = 0, laid = 0, end = 0;
  auto codes = codes_of(usage, run);
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    double place = laid + run.glyphs[i].x_offset / run.size;
    if (i > 0) widest = std::max(widest, std::abs(place - end));
    end = place + usage.width(run.font, codes[i]) / 1000;
    laid += run.glyphs[i].advance / run.size;
  }
  return widest;
}

TEST(GlyphUsage, LeavesNoGapThatReadersTakeForABlank) {
  Sheet sheet;
  set_text(sheet.page(), "内科、外科9時から", {{40, 60}, 12, sheet.paragraph(), {}, 4});
  for (auto& run : tabular_runs(fixture::fonts(), "0463-00-1111", {{}, 12, {}}, {40, 90}, sheet.paragraph()))
    sheet.page().items.emplace_back(std::move(run));
  auto usage = glyphs_of(sheet.frames, fixture::fonts());
  for (auto const& item : sheet.page().items) EXPECT_LT(widest_gap(usage, std::get<TextRun>(item)), 0.1);
}

TEST(GlyphUsage, AddsAGlyphOnlyWhereTheFacesOwnDoesNotServe) {
  Sheet sheet;
  set_text(sheet.page(), "在宅療養0463", {{40, 60}, 12, sheet.paragraph()});
  auto run = std::get<TextRun>(sheet.page().items[0]);
  auto usage = glyphs_of(sheet.frames, fixture::fonts());
  EXPECT_TRUE(usage.faces()[std::size_t(run.font)].added.all().empty());
  auto codes = codes_of(usage, run);
  for (std::size_t i = 0; i < codes.size(); ++i) EXPECT_EQ(codes[i], run.glyphs[i].glyph);
}

TEST(GlyphUsage, MakesABaseAndItsMarkOneGlyphThatReadsAsBoth) {
  Sheet sheet;
  set_text(sheet.page(), "あ゙ｶﾞｷﾞ", {{40, 60}, 12, sheet.paragraph()});
  auto run = std::get<TextRun>(sheet.page().items[0]);
  EXPECT_EQ(codes_of(glyphs_of(sheet.frames, fixture::fonts()), run).size(), 3U);
  EXPECT_THAT(sheet.unicode_of(run.font),
              AllOf(HasSubstr("><30423099>\n"), HasSubstr("><FF76FF9E>\n"), HasSubstr("><FF77FF9E>\n")));
}

TEST(PagePainter, SaysNothingOfBlanksThatOneGlyphShowsAlike) {
  Sheet sheet;
  set_text(sheet.page(), "a b\u00A0c", {{40, 60}, 12, sheet.paragraph()});
  EXPECT_THAT(sheet.operators(), Not(HasSubstr("ActualText")));
}

TEST(PagePainter, MapsVariantsAndRareCharactersToTheirWholeText) {
  Sheet sheet;
  set_text(sheet.page(), "葛󠄀𠮷", {{40, 60}, 12, sheet.paragraph()});
  std::string maps;
  for (auto const& item : sheet.page().items) maps += sheet.unicode_of(std::get<TextRun>(item).font);
  EXPECT_THAT(maps, HasSubstr("><845BDB40DD00>\n"));
  EXPECT_THAT(maps, HasSubstr("><D842DFB7>\n"));
  EXPECT_THAT(sheet.operators(), Not(HasSubstr("ActualText")));
}

TEST(PagePainter, HoldsADrawingWithItsWordsInOneMarkedContent) {
  Sheet sheet;
  model::Drawing drawing{10, 10, {}};
  drawing.shapes.push_back(model::RectangleShape{{0, 0}, 10, 10, 0, model::Colour{}, {}, 1});
  drawing.shapes.push_back(model::TextShape{{5, 5}, 4, "図", {255, 255, 255}, model::TextShape::Anchor::middle, false});
  drawing.shapes.push_back(model::RectangleShape{{0, 0}, 5, 5, 0, {}, model::Colour{}, 1});
  sheet.page().items.push_back(
      placed(fixture::fonts(), drawing, {100, 100, 20, 20}, sheet.frames.tags.add(StructureTree::root, Role::figure)));
  auto operators = sheet.operators();
  EXPECT_EQ(occurrences(operators, "BDC"), 1U);
  EXPECT_EQ(occurrences(operators, "EMC"), 1U);
  EXPECT_THAT(operators, HasSubstr("100 475.28 20 20 re\nf\n"));
  EXPECT_THAT(operators, HasSubstr(" 8 Tf\n106 485.28 Td\n"));
  EXPECT_THAT(operators, HasSubstr("2 w\n100 485.28 10 10 re\nS\n"));
}

/// The operators of one drawing, a point for a point, at the upper left of a page that is 595.28 high.
std::string drawn(std::vector<model::Shape> shapes) {
  Sheet sheet;
  sheet.page().items.push_back(
      placed(fixture::fonts(), {100, 100, std::move(shapes)}, {0, 0, 100, 100}, TagId::artifact));
  return sheet.operators();
}

TEST(PagePainter, DashesALineOfADrawingAndNoLineBehindIt) {
  using Kind = model::PathStep::Kind;
  model::PathShape stroke{
      {{Kind::move, {}, {}, {0, 10}}, {Kind::line, {}, {}, {50, 10}}}, {}, model::Colour{}, 1, {4, 2}};
  EXPECT_THAT(drawn({stroke}), HasSubstr("[4 2 ]0 d\n0 585.28 m\n50 585.28 l\nS\n[]0 d\n"));
}

TEST(PagePainter, HatchesWithinTheOutlineOnly) {
  model::RectangleShape bar{{10, 10}, 20, 8, 0, {}, {}, 1};
  bar.hatching = model::Hatching{model::Colour{}, 4, 1, 0};
  EXPECT_THAT(drawn({bar}),
              HasSubstr("q\n10 577.28 20 8 re\nW n\n0 0 0 RG\n1 w\n"
                        "10 586.78 m\n30 586.78 l\n10 582.78 m\n30 582.78 l\n10 578.78 m\n30 578.78 l\nS\nQ\n"));
}

TEST(PagePainter, MovesAndClipsAGroupAndForgetsItsColoursAfterwards) {
  model::RectangleShape red{{0, 0}, 50, 50, 0, model::Colour{255, 0, 0}, {}, 1};
  model::GroupShape group{{red}, {20, 30}, model::rectangle_path({{0, 0}, 10, 10})};
  auto operators = drawn({group, red});
  EXPECT_THAT(
      operators,
      HasSubstr("q\n20 565.28 m\n30 565.28 l\n30 555.28 l\n20 555.28 l\nh\nW n\n1 0 0 rg\n20 515.28 50 50 re\nf\nQ\n"));
  EXPECT_EQ(occurrences(operators, "1 0 0 rg"), 2U) << "Q brings the old colour back";
}

TEST(PagePainter, TurnsTheWordsOfADrawingAroundTheirBaseline) {
  model::TextShape words{{50, 60}, 10, "件", {}};
  words.angle = -90;
  auto operators = drawn({words});
  EXPECT_THAT(operators, HasSubstr("q\n0.00000 1.00000 -1.00000 0.00000 50 535.28 cm\nBT\n"));
  EXPECT_THAT(operators, HasSubstr("0 0 Td\n<"));
  EXPECT_THAT(operators, HasSubstr("ET\nQ\n"));
}

TEST(PagePainter, SetsTheLinesOfAWrappedTextBelowOneAnother) {
  model::TextShape words{{50, 60}, 10, "見本\n令和", {}};
  words.leading = 1.5;
  auto frame = placed(fixture::fonts(), {100, 100, {words}}, {0, 0, 100, 100}, TagId::artifact);
  ASSERT_EQ(frame.words.size(), 1U);
  ASSERT_EQ(frame.words[0].size(), 2U);
  EXPECT_EQ(frame.words[0][1].text, "令和");
  EXPECT_EQ(frame.words[0][1].origin.y, 15);
}

TEST(TextMeasure, AgreesWithTheWidthOfTheShapedText) {
  auto measure = text_measure(fixture::fonts());
  for (auto text : {"訪問看護", "0463-00-0010", "見本 あおば（月〜金）", "𠮷野"})
    for (bool bold : {false, true}) {
      model::TextShape shape{{0, 0}, 9, text, {}, model::TextShape::Anchor::start, bold};
      auto frame = placed(fixture::fonts(), {100, 100, {shape}}, {0, 0, 100, 100}, TagId::artifact);
      double end = 0;
      for (auto const& run : frame.words.at(0)) {
        end = run.origin.x;
        for (auto const& glyph : run.glyphs) end += glyph.advance;
      }
      EXPECT_NEAR(measure->width(text, {9, bold}), end, 0.01) << text;
    }
}

TEST(TextMeasure, PartsLinesBetweenPhrasesAndNoneIsTooWide) {
  auto measure = text_measure(fixture::fonts());
  std::string text = "訪問看護ステーションの空き状況とお問い合わせ先";
  auto lines = measure->lines(text, {10, false}, 100);
  EXPECT_GT(lines.size(), 1U);
  std::string joined;
  for (auto const& line : lines) {
    EXPECT_LE(measure->width(line, {10, false}), 100.001) << line;
    joined += line;
  }
  EXPECT_EQ(joined, text);
  EXPECT_EQ(measure->lines("長い", {10, false}, 5).size(), 2U);
  EXPECT_EQ(model::wrapped(*measure, "長い", {10, false}, 5), "長\nい");
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
  auto operators = page_operators(sheet.page(), {sheet.frames.tags, fixture::fonts(), usage, {}, boxes});
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
    return page_operators(frames.pages[0], {frames.tags, fixture::fonts(), usage, images, no_forms});
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
