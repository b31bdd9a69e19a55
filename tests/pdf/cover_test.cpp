// Covers, and the heads of newsletters: nothing of them is lost, however long it is.
#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr base::SourceLocation at(std::uint32_t offset) { return {base::FileId(0), offset, 0}; }

std::string times(std::string const& word, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += word;
  return all;
}

struct LaidOut {
  Frames frames;
  std::vector<base::Diagnostic> mistakes;
};
LaidOut tried(model::Booklet const& booklet, model::Site const& where = site()) {
  base::Sources sources;
  sources.add("publications/guide/publication.json", std::string(400, '\n'));
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  LaidOut result{lay_out(booklet, where, style(), fonts(), 1, unprintable, diagnostics), {}};
  result.mistakes = diagnostics.sorted(sources);
  return result;
}

/// All that stands on the first page, in one piece.
std::string first_page(Frames const& frames) {
  auto words = words_on(frames.pages.at(0));
  words.erase(std::remove(words.begin(), words.end(), '\n'), words.end());
  return words;
}

model::Booklet newsletter(std::string title) {
  auto made = booklet({paragraph("はじめの文です。")});
  auto& publication = made.publication;
  publication.title = std::move(title);
  publication.title_at = at(10);
  publication.masthead = model::Masthead{"見本の市", "第6号", "2か月に1回発行", at(20), at(30), at(40)};
  made.cover_art = {model::Drawing{300, 100, {}}, 80, 100};
  return made;
}

TEST(Mastheads, WrapATitleThatIsTooLongForOneLineAndLoseNothingOfIt) {
  auto const title = std::string("見本市の在宅医療と介護をつなぐ連携支援センターだより");
  auto const [frames, mistakes] = tried(newsletter(title));
  EXPECT_THAT(mistakes, IsEmpty());
  EXPECT_THAT(first_page(frames), HasSubstr(title));
  double lowest = 0;
  float size = 0;
  for (auto const& item : frames.pages[0].items) {
    auto const* run = std::get_if<TextRun>(&item);
    if (!run || title.find(run->text) == std::string::npos) continue;
    lowest = std::max(lowest, run->origin.y), size = run->size;
  }
  EXPECT_LT(lowest, 80) << "above the waves";
  EXPECT_GT(size, style().least_size + 1) << "two lines of larger type, rather than one of the least";
}

TEST(Mastheads, WrapANoteThatIsTooLongForItsLine) {
  auto made = newsletter("便り");
  made.publication.masthead->note = "奇数月の一日に発行し市の窓口で配ります";
  auto const [frames, mistakes] = tried(made);
  EXPECT_THAT(mistakes, IsEmpty());
  EXPECT_THAT(first_page(frames), HasSubstr("奇数月の一日に発行し市の窓口で配ります"));
}

TEST(Mastheads, TellWhereWordsAreWrittenThatFitInNoSize) {
  auto mistakes = tried(newsletter(times("見本だより", 60))).mistakes;
  ASSERT_EQ(mistakes.size(), 1U);
  EXPECT_EQ(mistakes[0].code, "words-too-long");
  EXPECT_EQ(mistakes[0].at, at(10));
  EXPECT_EQ(mistakes[0].hint.ja, "言葉を短くしてください。長い説明は、本文に移します。");
  EXPECT_THAT(mistakes[0].message.ja,
              HasSubstr("題字に、ここの言葉（300文字）が入りきりません。いちばん小さい字（9ポイント）"));

  auto noted = newsletter("便り");
  noted.publication.masthead->note = times("見本のそえ書き", 60);
  mistakes = tried(noted).mistakes;
  ASSERT_EQ(mistakes.size(), 1U);
  EXPECT_EQ(mistakes[0].at, at(40));

  auto numbered = newsletter("便り");
  numbered.publication.revised = model::Date{2026, 11, 1};
  numbered.publication.masthead->number = std::string(300, '1');
  mistakes = tried(numbered).mistakes;
  ASSERT_EQ(mistakes.size(), 1U);
  EXPECT_EQ(mistakes[0].at, at(30)) << "a number is never parted: it is too wide, and the day beside it is higher";
}

model::Booklet covered(std::string title) {
  auto made = booklet({paragraph("本文。")});
  made.publication.cover = model::Cover{{std::move(title)}, "令和8年度版", "自分らしく", at(10), at(20), at(30)};
  made.cover_art = {{300, 400, {}}, 250, 300};
  return made;
}

TEST(Covers, SetALongTitleSmallerAndLoseNothingOfIt) {
  auto const title = times("見本市の手引き", 6);
  auto const [frames, mistakes] = tried(covered(title));
  EXPECT_THAT(mistakes, IsEmpty());
  EXPECT_THAT(first_page(frames), HasSubstr(title));
}

TEST(Covers, TellWhereATitleIsWrittenThatFitsInNoSize) {
  auto const [frames, mistakes] = tried(covered(times("見本市の手引き", 60)));
  ASSERT_EQ(mistakes.size(), 1U) << "and not of words that lie on each other";
  EXPECT_EQ(mistakes[0].code, "words-too-long");
  EXPECT_EQ(mistakes[0].at, at(10));
  EXPECT_THAT(mistakes[0].message.ja, HasSubstr("「見本の手引き」の表紙に、ここの言葉（420文字）が入りきりません。"));
  EXPECT_THAT(first_page(frames), Not(HasSubstr("…")));
}

TEST(Covers, TellOfAMottoAndOfWhomToCallAtTheirOwnPlaces) {
  auto made = covered("手引き");
  made.publication.cover->motto = times("自分らしく暮らす", 90);
  auto where = site();
  where.contact.tel = model::parse_telephone("0463-00-0001");
  where.contact.hours = times("月から金まで", 200);
  where.contact.at = at(200);
  std::vector<base::SourceLocation> places;
  for (auto const& mistake : tried(made, where).mistakes)
    if (mistake.code == "words-too-long") places.push_back(mistake.at);
  EXPECT_THAT(places, ElementsAre(at(30), at(200)));
}

}  // namespace
}  // namespace tebiki::pdf
