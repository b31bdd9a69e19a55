// Booklets that are hard to lay out: what does not fit is wrapped or set smaller; nothing covers anything.
#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string times(std::string const& word, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += word;
  return all;
}

model::Site with_long_contact() {
  auto where = site();
  where.contact = {"見本市在宅医療・介護連携支援センター（医師会 共同）",
                   model::parse_telephone("0463-00-0001"),
                   {},
                   "",
                   "月〜金 8:30〜17:15（祝日、12月29日〜1月3日を除く）",
                   "",
                   "困ったときは、まずはお電話でご相談ください"};
  return where;
}

enum class Chapters { few, many };

model::Booklet hard(std::string paper, bool landscape, bool cover, Chapters chapters = Chapters::few) {
  auto book = booklet({paragraph("本文。")});
  auto& publication = book.publication;
  publication.title = "見本市在宅医療・介護連携支援センター 医療と介護のサービスガイドブック 総合版";
  publication.paper = std::move(paper);
  publication.landscape = landscape;
  publication.binding = landscape ? model::Binding::right : model::Binding::left;
  publication.contents = true;
  publication.revised = model::Date{2026, 10, 1};
  if (cover)
    publication.cover = model::Cover{{"見本市在宅医療・介護", "連携支援センター", "サービスガイドブック 総合版"},
                                     "令和8年度（2026年度）改訂第12版",
                                     "住み慣れた家で最期まで自分らしく"};
  publication.parts.front().title = "退院してから家で治療と介護を受けるまでに相談できるところと、その手続きについて";
  publication.parts.front().tab = "手続きと相談窓口";
  for (int i = 2; i <= (chapters == Chapters::many ? 45 : 3); ++i)
    publication.parts.push_back(
        {"part-" + std::to_string(i), "相談する", "相談" + std::to_string(i), {paragraph("本文。")}, {}});
  return book;
}

class HardBooklets : public ::testing::TestWithParam<std::tuple<std::string, bool>> {};

TEST_P(HardBooklets, CoverNothingAndStayOnThePaper) {
  auto [paper, landscape] = GetParam();
  // Every frame is checked by the layout itself: `laid_out` expects no diagnostic.
  for (bool cover : {true, false}) laid_out(hard(paper, landscape, cover), 1, with_long_contact());
  laid_out(hard(paper, landscape, false, Chapters::many), 1, with_long_contact());
}

TEST_P(HardBooklets, ShowTheWholeNumberToCall) {
  auto [paper, landscape] = GetParam();
  for (bool cover : {true, false}) {
    auto frames = laid_out(hard(paper, landscape, cover), 1, with_long_contact());
    EXPECT_THAT(words_on(frames.pages.front()) + words_on(frames.pages.front(), Words::decoration),
                HasSubstr("0463-00-0001"));
  }
}

INSTANTIATE_TEST_SUITE_P(OnAnyPaper, HardBooklets,
                         ::testing::Combine(::testing::Values("A3", "A4", "A5", "B5"), ::testing::Bool()));

TEST(HardCover, KeepsItsWordsAboveTheWavesAndItsFootOnThePaper) {
  auto book = hard("A5", true, true);
  book.cover_art = {{595.276, 419.528, {}}, 208, 290};
  auto frames = laid_out(book, 1, with_long_contact());
  for (auto const& item : frames.pages.front().items)
    if (auto const* run = std::get_if<TextRun>(&item)) {
      EXPECT_THAT(run->origin.y, AnyOf(::testing::Lt(208), ::testing::AllOf(::testing::Gt(290), ::testing::Lt(415))))
          << run->text;
      EXPECT_GE(run->size, 9) << run->text;
    }
}

TEST(HardTabs, WarnOfWordsThatTheyShorten) {
  auto book = hard("A5", false, false);
  book.publication.parts[1].tab = times("とても長い", 20);
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  lay_out(book, with_long_contact(), style(), fonts(), 1, unprintable, diagnostics);
  auto const told = diagnostics.sorted({});
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].severity, base::Severity::warning);
  EXPECT_EQ(told[0].message.ja, "紙では「" + times("とても長い", 20) + "」が入りきらず、終わりが「…」になります。");
}

TEST(HardHeads, SetATitleAndAChapterInTwoLinesWhenOneIsTooShort) {
  auto frames = laid_out(hard("A5", false, true), 1, with_long_contact());
  auto head = words_on(frames.pages[2], Words::decoration);
  EXPECT_THAT(head, HasSubstr("見本市在宅医療・介護連携支援センター 医療と介護のサービスガイドブック 総合版\n"));
  EXPECT_THAT(head, HasSubstr("退院してから家で治療と介護を受けるまでに相談できるところ"));
}

TEST(HardHeads, NeverShortenANumber) {
  auto book = hard("A5", false, true);
  book.publication.title = times("見本の", 10) + "電話0463-00-0001と0463-00-0002の手引き";
  auto head = words_on(laid_out(book, 1, with_long_contact()).pages[2], Words::decoration);
  EXPECT_THAT(head, Not(::testing::ContainsRegex("[0-9]…")));
}

TEST(HardTabs, BeginAgainAtTheTopWhenChaptersAreMany) {
  auto frames = laid_out(hard("A4", false, false, Chapters::many), 1, with_long_contact());
  for (auto const& page : frames.pages) {
    std::size_t tabs = 0;
    for (auto const& item : page.items) {
      auto const* run = std::get_if<TextRun>(&item);
      if (!run || !run->vertical) continue;
      ++tabs;
      EXPECT_GE(run->size, 9);
    }
    EXPECT_GT(tabs, 0U);
    EXPECT_LE(tabs, 12U);  // six of two lines each is all that this page has room for
  }
  EXPECT_THAT(words_on(frames.pages.back(), Words::decoration), HasSubstr("相談45"));
}

/// A name that fills more than a page by itself, and more words behind it.
model::Entry endless_entry() {
  auto endless = entry(1, times("見本の事業所", 225), "みほん");
  endless.details = {{model::words(times("ひとことの見本。", 750))}};
  return endless;
}

TEST(HardDirectory, OfAnEntryWhoseNameFillsAPageComesToAnEnd) {
  model::Directory directory;
  directory.groups.push_back({"見本市", {endless_entry(), entry(2, "後ろの事業所", "うしろ")}});
  auto frames = laid_out({{directory, {}}});
  EXPECT_LT(frames.pages.size(), 100U);
  EXPECT_NE(find_run(frames, "後ろの事業所"), nullptr);
  EXPECT_THAT(words_on(frames.pages[frames.pages.size() - 2], Words::decoration), HasSubstr("…"));
}

TEST(HardDirectory, PartsAGroupWhoseNameFillsAPageAndLosesNothingOfIt) {
  model::Directory directory;
  directory.groups.push_back({times("見本の町", 500), {entry(2, "後ろの事業所", "うしろ")}});
  std::string all;
  for (auto const& page : laid_out({{directory, {}}}).pages) all += words_on(page);
  all.erase(std::remove(all.begin(), all.end(), '\n'), all.end());
  EXPECT_THAT(all, HasSubstr(times("見本の町", 500)));
}

TEST(HardTable, OfARowWhoseNameFillsAPageComesToAnEnd) {
  auto endless = table({"名称", "ひとこと"});
  endless.rows = {row({times("見本の事業所", 225), times("ひとことの見本。", 750)}), row({"後ろ", "あ"})};
  auto frames = laid_out({{endless, {}}});
  EXPECT_LT(frames.pages.size(), 100U);
  EXPECT_NE(find_run(frames, "後ろ"), nullptr);
}

TEST(HardTable, WhoseHeaderFillsAPageComesToAnEndAndIsTold) {
  auto endless = table({"名称", times("見本の見出し", 70), "ひとこと"});
  endless.rows = {row({"見本", "あ", times("ひとことの見本。", 400)}), row({"後ろ", "あ", "い"})};
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  auto frames = lay_out(booklet({{endless, {}}}), site(), style(), fonts(), 1, unprintable, diagnostics);
  EXPECT_LT(frames.pages.size(), 100U);
  EXPECT_NE(find_run(frames, "後ろ"), nullptr);
  EXPECT_TRUE(diagnostics.has_errors());
}

model::Table matrix(std::size_t columns, std::string const& label) {
  std::vector<std::string> labels{"名称"};
  labels.resize(columns + 1, label);
  auto made = table(labels);
  for (std::size_t i = 1; i <= columns; ++i) made.columns[i].upright = true;
  model::Row row;
  row.cells.push_back(cell("見本訪問看護ステーション"));
  for (std::size_t i = 0; i < columns; ++i)
    row.cells.push_back({{{model::AvailabilityMark{model::Availability::yes}, {}}}});
  made.rows.assign(5, row);
  return made;
}

TEST(HardMatrix, GivesLabelsOfTwoLinesColumnsThatAreWideEnough) {
  laid_out({{matrix(4, "喀痰吸引（口腔・鼻腔・気管カニューレ内部）"), {}}});
}

TEST(HardMatrix, WarnsOfLabelsThatItShortens) {
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  lay_out(booklet({{matrix(3, times("喀痰吸引", 40)), {}}}), site(), style(), fonts(), 1, unprintable, diagnostics);
  ASSERT_EQ(diagnostics.sorted({}).size(), 1U);
  EXPECT_EQ(diagnostics.sorted({})[0].code, "words-shortened");
}

TEST(HardTable, PartsAGroupWhoseNameFillsAPageAndLosesNothingOfIt) {
  for (auto const& name : {times("見本の町", 500), times("A", 3000)}) {
    auto made = table({"名称", "ひとこと"});
    made.rows = {group(name), row({"後ろ", "あ"})};
    std::string all;
    for (auto const& page : laid_out({{made, {}}}).pages) all += words_on(page);
    all.erase(std::remove(all.begin(), all.end(), '\n'), all.end());
    EXPECT_THAT(all, HasSubstr(name));
    EXPECT_THAT(all, HasSubstr("後ろ"));
  }
}

TEST(HardMatrix, OfTwentyColumnsFitsOnB5WithEveryLabelWhole) {
  auto book = hard("B5", false, true);
  book.publication.parts.front().blocks = {{matrix(20, "喀痰吸引（口腔・鼻腔・気管カニューレ内部）"), {}}};
  auto frames = laid_out(book, 1, with_long_contact());
  std::string labels;
  for (auto const& item : frames.pages[2].items)
    if (auto const* run = std::get_if<TextRun>(&item); run && run->vertical) labels += run->text;
  EXPECT_THAT(labels, HasSubstr("喀痰吸引（口腔・鼻腔・気管カニューレ内部）"));
}

}  // namespace
}  // namespace tebiki::pdf
