#include "pdf/layout/frames.hpp"

#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// So many full-width characters of one size on a baseline.
TextRun run(std::string text, double x, double y, float size = 10) {
  TextRun made{{x, y}, FontId{0}, size, false, {}, TagId::artifact, text, {}};
  for (std::uint32_t at = 0; at < text.size(); at += 3) made.glyphs.push_back({at, 1, size, 0, 0});
  return made;
}

TextRun upright(std::string text, double x, double y) {
  auto made = run(std::move(text), x, y);
  made.vertical = true;
  return made;
}

Frames page(std::vector<Item> items) {
  Frames frames;
  frames.pages.push_back({200, 300, "1", std::move(items), {}});
  return frames;
}

std::vector<std::string> mistakes(Frames const& frames) {
  base::Diagnostics diagnostics;
  model::Booklet booklet;
  booklet.publication.title = "見本の手引き";
  check_frames(frames, booklet, 2, diagnostics);
  std::vector<std::string> found;
  for (auto const& one : diagnostics.sorted(base::Sources())) found.push_back(one.code + " " + one.message.ja);
  return found;
}

TEST(FrameCheck, FindsTwoTextsOfWhichOneCoversTheOther) {
  EXPECT_THAT(mistakes(page({run("見本の章", 20, 50), run("手引き", 40, 53)})),
              ElementsAre("text-over-text 「見本の手引き」の1ページで、文字「見本の章」と「手引き」が重なります。"));
}

TEST(FrameCheck, FindsTextThatLeavesThePaperOnAnySide) {
  for (auto const& one : {run("見本", -4, 50), run("見本", 190, 50), run("見本", 50, 5), run("見本", 50, 302),
                          upright("見本", 100, 290), upright("見本", 1, 100)})
    EXPECT_THAT(mistakes(page({one})),
                ElementsAre("text-outside-page 「見本の手引き」の1ページで、文字「見本」が紙の外に出ます。"))
        << one.origin.x << " " << one.origin.y;
}

TEST(FrameCheck, FindsAnUprightLabelOverItsNeighbour) {
  EXPECT_THAT(mistakes(page({upright("見本", 100, 50), upright("表", 106, 55)})), ElementsAre(HasSubstr("重なります")));
}

/// What helps against text that leaves the paper of such a booklet.
std::string remedy_for(model::Booklet const& booklet) {
  base::Diagnostics diagnostics;
  check_frames(page({run("見本", -4, 50)}), booklet, 1, diagnostics);
  return diagnostics.sorted({}).at(0).hint.ja;
}

TEST(FrameCheck, KnowsWhatHelpsOnEachKindOfPrint) {
  model::Booklet booklet;
  EXPECT_EQ(remedy_for(booklet), "言葉を短くするか、publication.json の paper で大きな紙にしてください。");
  booklet.publication.paper = "A3";
  EXPECT_EQ(remedy_for(booklet), "言葉を短くしてください。") << "there is no larger paper";
  booklet.publication.fold = 3;
  EXPECT_EQ(remedy_for(booklet), "言葉を短くするか、別の面に移してください。");
  model::Booklet cards;
  cards.publication.sheet = "A4";
  EXPECT_EQ(remedy_for(cards), "言葉を短くするか、次の面（.md）に移してください。");
  model::Booklet flyer;
  flyer.flyer.emplace().design = "application";
  EXPECT_EQ(remedy_for(flyer), "言葉を短くするか、templates/print/flyer-application.json の枠を広げてください。");
}

TEST(FrameCheck, TellsWhereTheTextWasWritten) {
  base::Sources sources;
  auto file = sources.add("publications/guide/01-list.md", "# 見本\n");
  auto written = run("見本", 199, 50);
  written.at = {file, 2};
  base::Diagnostics diagnostics;
  check_frames(page({written}), {}, 1, diagnostics);
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics.sorted(sources).front().at, (base::SourceLocation{file, 2}));
}

TEST(FrameCheck, TellsOfOneMistakeOnceOnHoweverManyPagesItShows) {
  auto frames = page({run("見本の章", 20, 50), run("手引き", 40, 50)});
  for (int i = 0; i < 40; ++i) frames.pages.push_back(frames.pages.front());
  EXPECT_EQ(mistakes(frames).size(), 1U);
}

TEST(FrameCheck, TellsOfTenPlacesAndCountsTheRest) {
  base::Sources sources;
  auto file = sources.add("a.md", std::string(50, '\n'));
  std::vector<Item> items;
  for (std::uint32_t i = 0; i < 14; ++i) {
    auto outside = run("見本", 195, 20 + 12 * double(i));
    outside.at = {file, i};
    items.emplace_back(outside);
  }
  base::Diagnostics diagnostics;
  check_frames(page(items), {}, 1, diagnostics);
  EXPECT_EQ(diagnostics.size(), 11U);
  std::string all;
  for (auto const& one : diagnostics.sorted(sources)) all += one.message.ja + "\n";
  EXPECT_THAT(all, HasSubstr("ほかに4か所あります。"));
}

TEST(FrameCheck, HasNothingAgainstNeighboursThatTouch) {
  EXPECT_THAT(mistakes(page({run("見本", 20, 50), run("手引", 40, 50), run("見本", 20, 60), run("見", 58, 50)})),
              IsEmpty());
}

TEST(FrameCheck, HasNothingAgainstBlanksUnderWords) {
  EXPECT_THAT(mistakes(page({run("見本　　　　", 20, 50), run("手引", 45, 50)})), IsEmpty());
}

TEST(FrameCheck, HasNothingAgainstReadingsHangingPunctuationAndMarks) {
  using namespace laying;
  model::Inlines inlines{{model::Ruby{"褥瘡", "じょくそう"}, {}},
                         model::words("や"),
                         {model::Ruby{"喀痰", "かくたん"}, {}},
                         model::words("、「在宅酸素」の（見本）です。"),
                         {model::AvailabilityMark{model::Availability::yes}, {}},
                         {model::FootnoteMark{1}, {}}};
  for (int i = 0; i < 5; ++i) inlines.insert(inlines.end(), inlines.begin(), inlines.begin() + 4);
  EXPECT_THAT(mistakes(laid_out({{model::Paragraph{inlines}, {}}})), IsEmpty());
}

TEST(FrameCheck, LooksAtAPageOfVeryManyRunsInAMoment) {
  std::vector<Item> items;
  for (int i = 0; i < 400; ++i)
    for (int j = 0; j < 200; ++j) items.emplace_back(run("字", 0.5 * i, 1 + 1.4 * j, 0.45F));
  EXPECT_THAT(mistakes(page(items)), IsEmpty());
}

}  // namespace
}  // namespace tebiki::pdf
