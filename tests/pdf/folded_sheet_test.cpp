#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using laying::find_run;
using laying::paragraph;
using ::testing::HasSubstr;

constexpr double millimetre = 72 / 25.4;

model::Block page_break() { return {model::PageBreak{}, {}}; }

/// Five panels in one part, and the front.
model::Booklet leaflet() {
  auto made = laying::booklet({laying::heading(2, "中の左", "a"), paragraph("左の文です。"), page_break(),
                               laying::heading(2, "中の中央", "b"), paragraph("中央の文です。"), page_break(),
                               laying::heading(2, "中の右", "c"), paragraph("右の文です。"), page_break(),
                               laying::heading(2, "折り込む面", "d"), paragraph("折り込む文です。"), page_break(),
                               laying::heading(2, "裏の面", "e"), paragraph("裏の文です。")});
  auto& publication = made.publication;
  publication.paper = "A4";
  publication.landscape = true;
  publication.fold = 3;
  publication.cover = model::Cover{{"出前講座"}, "見本", ""};
  return made;
}

struct Folded {
  Frames frames;
  std::string mistakes;
};
Folded folded(model::Booklet const& booklet) {
  auto style = laying::style();
  style.papers.push_back({"A4", 210 * millimetre, 297 * millimetre});
  style.cover_title.size = 30;
  auto where = laying::site();
  where.contact = {};
  where.contact.tel = model::parse_telephone("0463-00-0001");
  where.contact.prompt = "困ったときは";
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  Folded result{lay_out(booklet, where, style, laying::fonts(), 1, unprintable, diagnostics), {}};
  for (auto const& mistake : diagnostics.sorted({})) result.mistakes += mistake.code + " " + mistake.message.ja + "\n";
  return result;
}

/// On which page, counted from 0, and how many millimetres from its left words begin.
struct Where {
  std::size_t page = 9;
  double x = -1;
};
Where find(Frames const& frames, std::string_view words) {
  for (std::size_t page = 0; page < frames.pages.size(); ++page)
    for (auto const& item : frames.pages[page].items)
      if (auto const* run = std::get_if<TextRun>(&item); run && run->text.find(words) != std::string::npos)
        return {page, run->origin.x / millimetre};
  return {};
}

TEST(FoldedSheet, HasItsFrontAtTheRightOfTheOutsideAndItsPanelsInTheOrderOfFolding) {
  auto const [frames, mistakes] = folded(leaflet());
  EXPECT_EQ(mistakes, "");
  ASSERT_EQ(frames.pages.size(), 2U);
  EXPECT_NEAR(frames.pages[0].width, 297 * millimetre, 0.1);
  // Outside: folded in (97 mm), back (100 mm), front (100 mm).
  auto const front = find(frames, "出前講座"), back = find(frames, "裏の面"), flap = find(frames, "折り込む面");
  EXPECT_EQ(flap.page, 0U);
  EXPECT_NEAR(flap.x, 9, 0.3);
  EXPECT_EQ(back.page, 0U);
  EXPECT_NEAR(back.x, 97 + 9, 0.3);
  EXPECT_EQ(front.page, 0U);
  EXPECT_NEAR(front.x, 197 + 9, 0.3);
  // Inside: 100, 100, and behind the panel that is folded in 97.
  for (auto const& [words, x] : {std::pair{"中の左", 9.0}, {"中の中央", 109.0}, {"中の右", 209.0}}) {
    auto const panel = find(frames, words);
    EXPECT_EQ(panel.page, 1U) << words;
    EXPECT_NEAR(panel.x, x, 0.3) << words;
  }
}

TEST(FoldedSheet, IsReadFromTheFrontThroughTheInsideToTheBack) {
  auto const frames = folded(leaflet()).frames;
  std::size_t last = 0;
  for (auto const* words : {"出前講座", "中の左", "中の中央", "中の右", "折り込む面", "裏の面"}) {
    auto const* run = find_run(frames, words);
    ASSERT_NE(run, nullptr) << words;
    EXPECT_GT(std::size_t(run->tag), last) << words;
    last = std::size_t(run->tag);
  }
}

TEST(FoldedSheet, HasNoWordsInAFoldHoweverLongTheyAre) {
  auto made = leaflet();
  std::string text;
  for (int i = 0; i < 6; ++i) text += "医療と介護の専門職が、集まりの場へ話をしに行きます。";
  for (auto& block : made.publication.parts[0].blocks)
    if (auto* words = std::get_if<model::Paragraph>(&block.node)) words->text = {model::words(text)};
  auto const [frames, mistakes] = folded(made);
  EXPECT_EQ(mistakes, "");
  std::vector<std::vector<double>> const folds = {{97, 197}, {100, 200}};
  for (std::size_t page = 0; page < 2; ++page)
    for (auto const& item : frames.pages[page].items) {
      auto const* run = std::get_if<TextRun>(&item);
      if (!run) continue;
      double end = run->origin.x;
      for (auto const& glyph : run->glyphs) end += glyph.advance;
      for (double const fold : folds[page])
        EXPECT_FALSE(run->origin.x < (fold + 5) * millimetre && end > (fold - 5) * millimetre) << run->text;
    }
}

TEST(FoldedSheet, IsMarkedWhereItIsFoldedAtItsEdgesAlone) {
  auto const frames = folded(leaflet()).frames;
  std::vector<double> const folds[] = {{97, 197}, {100, 200}};
  for (std::size_t page = 0; page < 2; ++page) {
    std::map<int, int> marks;
    for (auto const& item : frames.pages[page].items) {
      auto const* box = std::get_if<Box>(&item);
      if (!box || box->area.width > 0.6) continue;
      ++marks[int(std::lround((box->area.x + box->area.width / 2) / millimetre))];
      EXPECT_TRUE(box->area.y < 5 * millimetre || box->area.y > 205 * millimetre);
    }
    ASSERT_EQ(marks.size(), 2U);
    for (double const fold : folds[page]) EXPECT_GE(marks[int(fold)], 4);
  }
}

TEST(FoldedSheet, SaysWhomToCallOnItsBack) {
  auto const frames = folded(leaflet()).frames;
  std::size_t shown = 0;
  for (auto const& item : frames.pages[0].items)
    if (auto const* run = std::get_if<TextRun>(&item); run && run->text.find("0463-00-0001") != std::string::npos)
      shown += run->origin.x > 97 * millimetre && run->origin.x < 197 * millimetre;
  EXPECT_EQ(shown, 1U);
}

TEST(FoldedSheet, WithAnotherNumberOfPanelsIsAMistake) {
  auto made = leaflet();
  made.publication.parts[0].blocks.resize(8);
  EXPECT_THAT(
      folded(made).mistakes,
      HasSubstr("number-of-panels 三つ折りには、表紙のほかに面が5つ要りますが、「見本の手引き」には3つあります。"));
  made = leaflet();
  made.publication.parts.push_back({"more", "もう1つ", "", {paragraph("あ")}, {}});
  EXPECT_THAT(folded(made).mistakes, HasSubstr("「見本の手引き」には6つあります。"));
}

TEST(FoldedSheet, TakesPartsAsPanelsToo) {
  auto made = leaflet();
  made.publication.parts.clear();
  for (auto const* title : {"一の面", "二の面", "三の面", "四の面", "五の面"})
    made.publication.parts.push_back(
        {"p" + std::to_string(made.publication.parts.size()), title, "", {paragraph("文です。")}, {}});
  auto const [frames, mistakes] = folded(made);
  EXPECT_EQ(mistakes, "");
  EXPECT_EQ(find(frames, "一の面").page, 1U);
  EXPECT_NEAR(find(frames, "四の面").x, 9, 0.3);
  EXPECT_NEAR(find(frames, "五の面").x, 106, 0.3);
}

TEST(FoldedSheet, TellsWhichPanelIsTooSmallForWhatStandsOnIt) {
  auto made = leaflet();
  std::string text;
  for (int i = 0; i < 60; ++i) text += "医療と介護の専門職が、集まりの場へ話をしに行きます。";
  std::get<model::Paragraph>(made.publication.parts[0].blocks[4].node).text = {model::words(text)};
  EXPECT_THAT(folded(made).mistakes,
              testing::MatchesRegex("card-too-full 「中の中央」の面に入りきりません。[0-9]+ミリはみ出します。\n"))
      << "and not of words that lie on each other";
  made = leaflet();
  auto& last = std::get<model::Heading>(made.publication.parts[0].blocks[12].node);
  last.text = {model::words(text)};
  auto const told = folded(made).mistakes;
  EXPECT_THAT(told, testing::StartsWith("card-too-full "));
  EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), 1);
}

TEST(FoldedSheet, TellsOfAPanelThatIsEmptyAndHowItIsLeftBlank) {
  auto made = leaflet();
  auto& blocks = made.publication.parts[0].blocks;
  blocks.erase(blocks.begin() + 6, blocks.begin() + 8);
  EXPECT_EQ(folded(made).mistakes, "empty-panel 「見本の手引き」の3つめの面に、何もありません。\n");
  blocks.erase(blocks.begin() + 6);
  made.publication.blank_panels = {3};
  auto const [frames, mistakes] = folded(made);
  EXPECT_EQ(mistakes, "");
  EXPECT_NEAR(find(frames, "折り込む面").x, 9, 0.3) << "what follows the blank panel stands where it always does";
  EXPECT_NEAR(find(frames, "裏の面").x, 97 + 9, 0.3);
  made.publication.blank_panels = {3, 5};
  EXPECT_THAT(folded(made).mistakes,
              HasSubstr("表紙と空けておく面のほかに面が3つ要りますが、「見本の手引き」には4つあります。"));
}

TEST(FoldedSheet, BlamesAnEmptyPanelAloneForOneTooMany) {
  auto made = leaflet();
  auto& blocks = made.publication.parts[0].blocks;
  blocks.insert(blocks.begin() + 3, page_break());
  EXPECT_EQ(folded(made).mistakes, "empty-panel 「見本の手引き」の2つめの面に、何もありません。\n");
}

TEST(FoldedSheet, TellsOfThePanelThatIsOneTooManyWhereItBegins) {
  auto made = leaflet();
  made.publication.parts.push_back({"more", "もう1つ", "", {paragraph("あ")}, {base::FileId(0), 44, 0}});
  base::Sources sources;
  sources.add("publications/leaflet/02-more.md", "");
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  auto style = laying::style();
  style.papers.push_back({"A4", 210 * millimetre, 297 * millimetre});
  lay_out(made, laying::site(), style, laying::fonts(), 1, unprintable, diagnostics);
  ASSERT_EQ(diagnostics.sorted(sources).size(), 1U);
  EXPECT_EQ(diagnostics.sorted(sources)[0].at, (base::SourceLocation{base::FileId(0), 44, 0}));
}

TEST(FoldedSheet, PartsWordsOfItsBackThatAreTooLongForALine) {
  auto made = leaflet();
  auto style = laying::style();
  style.papers.push_back({"A4", 210 * millimetre, 297 * millimetre});
  style.cover_title.size = 30;
  auto where = laying::site();
  where.contact.prompt = "困ったときは、ひとりで悩まずに、まずはお電話で、見本市の支援センターへどうぞご相談ください";
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  auto const frames = lay_out(made, where, style, laying::fonts(), 1, unprintable, diagnostics);
  EXPECT_EQ(diagnostics.size(), 0U);
  auto words = laying::words_on(frames.pages[0]);
  words.erase(std::remove(words.begin(), words.end(), '\n'), words.end());
  auto const first = words.find(where.contact.prompt);
  ASSERT_NE(first, std::string::npos) << "on the front";
  EXPECT_NE(words.find(where.contact.prompt, first + 1), std::string::npos) << "on the back";
}

}  // namespace
}  // namespace tebiki::pdf
