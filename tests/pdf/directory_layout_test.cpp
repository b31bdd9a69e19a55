#include <gmock/gmock.h>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using ::testing::HasSubstr;
using ::testing::Not;

model::Directory directory(int entries, std::string group) {
  model::Directory result;
  result.list = "facilities";
  result.groups.push_back({std::move(group), {}});
  for (int i = 1; i <= entries; ++i) result.groups[0].entries.push_back(entry(i, "見本" + std::to_string(i), "みほん"));
  return result;
}

model::Block map_of(std::set<int> numbers) {
  model::Figure figure;
  figure.picture = model::Drawing{100, 50, {}};
  figure.pins.list = "facilities";
  figure.pins.numbers = std::move(numbers);
  return {std::move(figure), {}};
}

std::size_t page_of(Frames const& frames, std::string_view text) {
  for (std::size_t i = 0; i < frames.pages.size(); ++i)
    if (words_on(frames.pages[i]).find(text) != std::string::npos) return i;
  return frames.pages.size();
}

TEST(DirectoryLayout, SetsEntriesAsTheGoldenFileSays) {
  auto one = directory(1, "海岸・花水");
  auto& entry = one.groups[0].entries[0];
  entry.fax = model::parse_telephone("0463-00-0021");
  entry.tags = {"訪問看護"};
  entry.details = {{model::words("袖ケ浜1-1")}, {model::words("月〜金 9:00〜17:00")}};
  entry.abilities = {{"喀痰吸引", model::Availability::yes}, {"透析", model::Availability::unanswered}};
  entry.confirmed = "令和8年9月 確認";
  expect_golden("a-directory", dump(laid_out({{one, {}}, map_of({1})})));
}

TEST(DirectoryLayout, NeverPartsAnEntry) {
  auto frames = laid_out({{directory(20, ""), {}}});
  ASSERT_GT(frames.pages.size(), 2U);
  for (int i = 1; i <= 20; ++i) {
    auto number = "0463-00-00" + std::to_string(10 + i);
    EXPECT_EQ(page_of(frames, "見本" + std::to_string(i) + "\n"), page_of(frames, number)) << i;
  }
}

TEST(DirectoryLayout, SaysOnTheNextPageWhichGroupGoesOn) {
  auto frames = laid_out({{directory(20, "海岸"), {}}});
  EXPECT_THAT(words_on(frames.pages[1], Words::decoration), HasSubstr("海岸\n（続き）\n"));
  EXPECT_THAT(words_on(frames.pages[0], Words::decoration), Not(HasSubstr("（続き）")));
}

TEST(DirectoryLayout, SaysItsHeadingAgainWhereNoGroupHasAName) {
  auto frames = laid_out({heading(2, "訪問介護", "help"), {directory(20, ""), {}}});
  EXPECT_THAT(words_on(frames.pages[1], Words::decoration), HasSubstr("訪問介護\n（続き）\n"));
  EXPECT_THAT(words_on(frames.pages[0], Words::decoration), Not(HasSubstr("（続き）")));
}

TEST(DirectoryLayout, NumbersEntriesOnlyWhereAMapShowsThem) {
  auto one = directory(3, "海岸");
  EXPECT_EQ(count(laid_out({{one, {}}}), Role::lbl), 0U);
  EXPECT_EQ(count(laid_out({{one, {}}, map_of({1, 3})}), Role::lbl), 3U);
  EXPECT_EQ(count(laid_out({{one, {}}, map_of({7, 8})}), Role::lbl), 0U);
}

TEST(DirectoryLayout, KeepsDaysAndHoursOnOneLine) {
  auto one = directory(1, "");
  auto& entry = one.groups[0].entries[0];
  entry.tel = {};
  for (std::size_t length = 1; length < 12; ++length) {
    std::string address;
    for (std::size_t i = 0; i < length; ++i) address += "町";
    entry.details = {{model::words(address)}, {model::words("月〜土")}, {model::words("8:30〜17:15")}};
    entry.opening.first = 1, entry.opening.end = 3;
    auto const frames = laid_out({{one, {}}});
    auto const *days = find_run(frames, "月〜土"), *hours = find_run(frames, "8:30〜17:15");
    ASSERT_TRUE(days && hours);
    EXPECT_EQ(days->origin.y, hours->origin.y) << length;
  }
}

TEST(DirectoryLayout, IsAListWithLabelsForReaders) {
  auto frames = laid_out({{directory(3, "海岸"), {}}, map_of({1, 2, 3})});
  EXPECT_EQ(count(frames, Role::l), 1U);
  EXPECT_EQ(count(frames, Role::li), 3U);
  EXPECT_EQ(count(frames, Role::lbl), 3U);
  EXPECT_EQ(frames.destinations.at("facilities/entry-3").page, 0U);
}

TEST(DirectoryLayout, SetsFiguresOfOneWidthSoThatNumbersAlign) {
  auto frames = laid_out({{directory(1, ""), {}}});
  auto const* number = find_run(frames, "0463-00-0011");
  ASSERT_TRUE(number);
  for (auto const& glyph : number->glyphs)
    if (number->text[glyph.cluster] != '-') {
      EXPECT_FLOAT_EQ(glyph.advance, number->glyphs[0].advance);
    }
}

}  // namespace
}  // namespace tebiki::pdf
