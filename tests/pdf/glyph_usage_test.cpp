#include "pdf/fonts/font_embedding.hpp"

#include <gmock/gmock.h>

#include "pdf/paint_fixture.hpp"

namespace tebiki::pdf {
namespace {

using fixture::occurrences;
using fixture::set_text;
using fixture::Sheet;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(GlyphUsage, NumbersAGlyphAnewWhereItStandsForAnotherText) {
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

TEST(GlyphUsage, SaysNothingOfBlanksThatOneGlyphShowsAlike) {
  Sheet sheet;
  set_text(sheet.page(), "a b\u00A0c", {{40, 60}, 12, sheet.paragraph()});
  EXPECT_THAT(sheet.operators(), Not(HasSubstr("ActualText")));
}

TEST(GlyphUsage, MapsVariantsAndRareCharactersToTheirWholeText) {
  Sheet sheet;
  set_text(sheet.page(), "葛󠄀𠮷", {{40, 60}, 12, sheet.paragraph()});
  std::string maps;
  for (auto const& item : sheet.page().items) maps += sheet.unicode_of(std::get<TextRun>(item).font);
  EXPECT_THAT(maps, HasSubstr("><845BDB40DD00>\n"));
  EXPECT_THAT(maps, HasSubstr("><D842DFB7>\n"));
  EXPECT_THAT(sheet.operators(), Not(HasSubstr("ActualText")));
}

TEST(GlyphUsage, GivesWidthsWithoutTheUsualOnes) {
  GlyphUsage::Face face;
  face.meanings = {0, 'a', 'b', 0, U'あ', 'c'};
  face.widths = {0, 500, 612.5F, 0, 1000, 400};
  face.vertical = {{1, {1000, 250, 880}}, {4, {900, 500, 880}}};
  EXPECT_EQ(horizontal_widths(face), "/W[1[500 612.5]5[400]]");
  EXPECT_EQ(vertical_widths(face), "/W2[4[-900 500 880]]");
}

}  // namespace
}  // namespace tebiki::pdf
