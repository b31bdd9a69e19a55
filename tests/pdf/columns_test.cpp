#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using laying::booklet;
using laying::find_run;
using laying::heading;
using laying::laid_out;
using laying::paragraph;
using ::testing::HasSubstr;

/// Two columns of 102 points and 26 between them; the second begins at 168.
constexpr double second = 168, first = 40;
/// On left pages, too, whose margins are the other way round.
constexpr double between = 150;

model::Booklet in_columns(model::Blocks blocks) {
  auto made = booklet(std::move(blocks));
  made.publication.columns = 2;
  return made;
}

std::string long_text() {
  std::string all;
  for (int i = 0; i < 12; ++i) all += "医療と介護の担い手が集まり、家で療養する人の困りごとを考えます。";
  return all;
}

/// How far down text stands in the left and in the right column of a page, but for the imprint below them.
struct Feet {
  double left = 0, right = 0;
};
Feet feet_of(PageFrame const& page) {
  Feet feet;
  for (auto const& item : page.items) {
    auto const* run = std::get_if<TextRun>(&item);
    if (!run || run->tag == TagId::artifact || run->size < 12) continue;
    auto& foot = run->origin.x < between ? feet.left : feet.right;
    foot = std::max(foot, run->origin.y);
  }
  return feet;
}

double x_of(Frames const& frames, std::string_view words) {
  auto const* run = find_run(frames, words);
  EXPECT_NE(run, nullptr) << words;
  return run ? run->origin.x : -1;
}
double y_of(Frames const& frames, std::string_view words) {
  auto const* run = find_run(frames, words);
  return run ? run->origin.y : -1;
}

TEST(Columns, EndLevelOnTheLastPage) {
  auto const one = laid_out(in_columns({paragraph(long_text())}));
  auto const feet = feet_of(one.pages.back());
  EXPECT_GT(feet.right, 0);
  EXPECT_NEAR(feet.left, feet.right, 20.4 + 0.1) << "by a line";
  auto const several = laid_out(in_columns({heading(2, "便り", "a"), paragraph(long_text()), paragraph(long_text())}));
  auto const bound = feet_of(several.pages.back());
  EXPECT_GT(bound.right, 0);
  EXPECT_NEAR(bound.left, bound.right, 2 * 20.4 + 6)
      << "by two lines that stay together and what is between paragraphs";
}

TEST(Columns, FillAPageThatIsNotTheLastToItsFoot) {
  model::Blocks blocks{heading(2, "便り", "a")};
  for (int i = 0; i < 8; ++i) blocks.push_back(paragraph(long_text()));
  auto const frames = laid_out(in_columns(std::move(blocks)));
  ASSERT_GT(frames.pages.size(), 2U);
  auto const feet = feet_of(frames.pages[1]);
  EXPECT_GT(feet.left, 360 - 3 * 20.4);
  EXPECT_GT(feet.right, 360 - 3 * 20.4);
}

TEST(Columns, HaveARuleBetweenThemAsLongAsTheLongest) {
  auto const frames = laid_out(in_columns({heading(2, "便り", "a"), paragraph(long_text())}));
  auto const feet = feet_of(frames.pages.front());
  int rules = 0;
  for (auto const& item : frames.pages.front().items) {
    auto const* box = std::get_if<Box>(&item);
    if (!box || box->area.width > 1 || box->area.height < 30) continue;
    ++rules;
    EXPECT_NEAR(box->area.x, (first + 102 + second) / 2, 0.6);
    EXPECT_NEAR(box->area.y + box->area.height, std::max(feet.left, feet.right), 12);
  }
  EXPECT_EQ(rules, 1);
}

TEST(Columns, BeginAtTheFirstHeadingBelowWhatLeadsIn) {
  auto const lead =
      laid_out(in_columns({paragraph("はじめに読む、すこし長い文が、二つの段の上にわたって、まとめて置かれます。"),
                           heading(2, "ひとつ", "a"), paragraph(long_text())}));
  EXPECT_GT(y_of(lead, "ひとつ"), y_of(lead, "はじめに読む"));
  double widest = 0;
  for (auto const& item : lead.pages[0].items)
    if (auto const* run = std::get_if<TextRun>(&item); run && run->text.find("はじめに") == 0)
      for (auto const& glyph : run->glyphs) widest += glyph.advance;
  EXPECT_GT(widest, 150) << "across both columns";
}

TEST(Columns, AreEndedByABreakBetweenSubjects) {
  auto const frames = laid_out(in_columns({heading(2, "うえ", "a"),
                                           paragraph("みじかい文です。"),
                                           {model::ThematicBreak{}, {}},
                                           heading(2, "した", "b"),
                                           paragraph("また文です。")}));
  EXPECT_NEAR(x_of(frames, "した"), first, 1) << "begins at the left again";
  EXPECT_GT(y_of(frames, "した"), y_of(frames, "うえ"));
}

model::Table small_table() {
  auto table = laying::table({"題", "分"});
  for (int i = 0; i < 3; ++i) table.rows.push_back(laying::row({"話" + std::to_string(i), "60"}));
  return table;
}

TEST(Columns, HoldATableThatFitsOneInItsUsualTypeAndKeepItWhole) {
  auto const frames = laid_out(in_columns(
      {heading(2, "ひとつ", "a"), paragraph(long_text()), {small_table(), {}}, paragraph("あとの文です。")}));
  double const x = x_of(frames, "話0");
  for (auto const* words : {"話1", "話2", "題"}) {
    EXPECT_NEAR(x_of(frames, words), x, 20);
    EXPECT_LT(std::abs(y_of(frames, words) - y_of(frames, "話0")), 100);
  }
  EXPECT_EQ(laying::count(frames, Role::thead), 1U) << "a head is not said again when columns are shared out";
}

TEST(Columns, LetATableThatIsTooWideStandAcrossAllWithItsHeading) {
  auto wide = laying::table({"名前", "電話番号", "住所", "受付の日と時間"});
  wide.rows.push_back(laying::row({"見本", "0463-00-0001", "神奈川県平塚市見本町1-1", "月曜日から金曜日まで"}));
  auto const frames = laid_out(in_columns({heading(2, "ひとつ", "a"),
                                           paragraph(long_text()),
                                           heading(2, "連絡先", "b"),
                                           {wide, {}},
                                           paragraph("あとの文です。")}));
  EXPECT_NEAR(x_of(frames, "連絡先"), first, 1);
  EXPECT_GT(y_of(frames, "連絡先"), feet_of(frames.pages.front()).left - 400);
  EXPECT_GT(x_of(frames, "受付の"), second) << "its last column stands at the right of the page";
  EXPECT_GT(y_of(frames, "あとの文"), 0);
}

model::Block drawing_of(double width, double letters) {
  model::Drawing drawing{width, 40, {}};
  model::TextShape words;
  words.baseline = {width / 2, 20};
  words.size = letters;
  words.text = "図";
  drawing.shapes.emplace_back(words);
  model::Figure figure;
  figure.picture = std::move(drawing);
  figure.alternative = "図";
  return {std::move(figure), {}};
}

double width_of_drawing(Frames const& frames) {
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* placed = std::get_if<PlacedDrawing>(&item)) return placed->area.width;
  return 0;
}

TEST(Columns, MakeADrawingSmallerAsLongAsItsWordsStayReadable) {
  auto const small = laid_out(in_columns({heading(2, "ひとつ", "a"), drawing_of(120, 12), paragraph("文です。")}));
  EXPECT_NEAR(width_of_drawing(small), 102, 0.1);
  auto const across = laid_out(in_columns({heading(2, "ひとつ", "a"), drawing_of(220, 12), paragraph("文です。")}));
  EXPECT_NEAR(width_of_drawing(across), 220, 0.1) << "in one column its letters would have under nine points";
}

TEST(Columns, StandAlsoInOnePartOfABookletAlone) {
  auto made = booklet({heading(2, "ひとつ", "a"), paragraph(long_text())});
  made.publication.parts[0].columns = 2;
  auto const frames = laid_out(made);
  EXPECT_GT(feet_of(frames.pages[0]).right, 0);
}

TEST(Columns, CarryAHundredPagesOfNotesListsAndTablesWithoutAMistake) {
  model::Blocks blocks{heading(2, "便り", "a")};
  for (int i = 0; i < 60; ++i) {
    model::Note note{{paragraph(long_text())}};
    blocks.push_back({std::move(note), {}});
    blocks.push_back({small_table(), {}});
    blocks.push_back(paragraph(long_text()));
  }
  auto const frames = laid_out(in_columns(std::move(blocks)));
  EXPECT_GT(frames.pages.size(), 30U);
}

model::Booklet newsletter() {
  auto made = in_columns({paragraph("はじめの文です。"), heading(2, "ひとつ", "a"), paragraph(long_text())});
  auto& publication = made.publication;
  publication.masthead = model::Masthead{"見本の市", "第6号", "2か月に1回発行"};
  publication.revised = model::Date{2026, 11, 1};
  publication.parts.push_back({"second", "これまでの便り", "", {paragraph("まえの文です。")}, {}});
  made.cover_art = {model::Drawing{300, 100, {}}, 80, 100};
  return made;
}

TEST(Mastheads, SayTitleNumberAndDateAboveTheFirstPart) {
  auto const frames = laid_out(newsletter());
  auto const words = laying::words_on(frames.pages[0]);
  EXPECT_THAT(words, HasSubstr("見本の手引き"));
  EXPECT_THAT(words, HasSubstr("第6号"));
  EXPECT_THAT(words, HasSubstr("令和8年11月1日"));
  EXPECT_THAT(words, HasSubstr("2か月に1回発行"));
  EXPECT_LT(y_of(frames, "第6号"), 80);
  EXPECT_GT(y_of(frames, "はじめに"), 100) << "text begins below the waves";
  EXPECT_EQ(laying::count(frames, Role::h1), 3U) << "the title, and that of each part";
}

TEST(Mastheads, LetPartsFollowEachOtherOnThePage) {
  auto made = newsletter();
  made.publication.columns = 1;
  made.publication.parts[0].blocks = {paragraph("はじめの文です。")};
  auto const frames = laid_out(made);
  ASSERT_EQ(frames.pages.size(), 1U);
  EXPECT_GT(y_of(frames, "まえの文"), y_of(frames, "はじめの文"));
}

}  // namespace
}  // namespace tebiki::pdf
