// Quotes, notes and lists hold what they like, over as many pages as it takes.
#include <gmock/gmock.h>

#include <algorithm>
#include <functional>
#include <map>

#include "layout_fixture.hpp"

namespace tebiki::pdf {
namespace {

using namespace laying;
using ::testing::HasSubstr;
using ::testing::Not;

/// The lowest thing that is read on a page.
double lowest(PageFrame const& page) {
  double lowest = 0;
  for (auto const& item : page.items)
    if (auto const* run = std::get_if<TextRun>(&item); run && run->tag != TagId::artifact)
      lowest = std::max(lowest, run->origin.y);
  return lowest;
}

model::Block list_of(model::Blocks item, bool tight) {
  model::ListBlock list;
  list.tight = tight;
  list.items.push_back({std::move(item)});
  return {std::move(list), {}};
}

/// What holds other blocks, by its name.
std::map<std::string, std::function<model::Block(model::Blocks)>> const& holders() {
  static std::map<std::string, std::function<model::Block(model::Blocks)>> const holders{
      {"a quote",
       [](model::Blocks blocks) {
         return model::Block{model::Quote{std::move(blocks)}, {}};
       }},
      {"a note",
       [](model::Blocks blocks) {
         return model::Block{model::Note{std::move(blocks)}, {}};
       }},
      {"a tight list", [](model::Blocks blocks) { return list_of(std::move(blocks), true); }},
      {"a loose list", [](model::Blocks blocks) { return list_of(std::move(blocks), false); }},
      {"a list in a quote in a note", [](model::Blocks blocks) {
         model::Block quote{model::Quote{{list_of(std::move(blocks), true)}}, {}};
         return model::Block{model::Note{{std::move(quote)}}, {}};
       }}};
  return holders;
}

constexpr double text_bottom = 360;

TEST(BlocksInBlocks, RunATableOverPagesWithItsHeadsWhateverHoldsIt) {
  for (auto const& [name, hold] : holders()) {
    auto directory = table({"名称", "電話"});
    for (int i = 0; i < 100; ++i) directory.rows.push_back(row({"見本" + std::to_string(i) + "番", "あり"}));
    auto const frames = laid_out({paragraph("前の文。"), hold({{directory, {}}}), paragraph("後の文。")});
    EXPECT_GT(frames.pages.size(), 5U) << name;
    std::string all;
    for (std::size_t i = 0; i < frames.pages.size(); ++i) {
      auto const words = words_on(frames.pages[i]);
      all += words;
      EXPECT_LE(lowest(frames.pages[i]), text_bottom) << name << " on page " << i + 1;
      auto const again = words_on(frames.pages[i], Words::decoration);
      bool const goes_on = i > 0 && words.find("番\n") != words.npos;
      EXPECT_EQ(again.find("名称\n電話\n") != again.npos, goes_on) << name << " on page " << i + 1;
    }
    for (int i = 0; i < 100; ++i) {
      auto const row = "見本" + std::to_string(i) + "番\n";
      ASSERT_NE(all.find(row), all.npos) << name << " " << row;
      EXPECT_EQ(all.find(row), all.rfind(row)) << name << " " << row;
    }
    EXPECT_EQ(all.find("電話"), all.rfind("電話")) << name << " reads its head once";
  }
}

TEST(BlocksInBlocks, RunARowThatIsHigherThanAPageOverPagesInAQuote) {
  std::string words;
  for (int i = 0; i < 400; ++i) words += "長い説明。";
  auto answers = table({"名称", "説明"});
  answers.rows = {row({"見本", words}), row({"次", "短い"})};
  auto const frames = laid_out({{model::Quote{{{answers, {}}}}, {}}});
  EXPECT_GT(frames.pages.size(), 2U);
  for (auto const& page : frames.pages) EXPECT_LE(lowest(page), text_bottom);
  EXPECT_THAT(words_on(frames.pages[1], Words::decoration), HasSubstr("名称\n説明\n"));
}

TEST(BlocksInBlocks, BreakALongListBetweenItsItemsWhateverHoldsIt) {
  for (bool const tight : {true, false})
    for (auto const& [name, hold] : holders()) {
      model::ListBlock list;
      list.ordered = true;
      list.tight = tight;
      for (int i = 0; i < 200; ++i) list.items.push_back({{paragraph("項目" + std::to_string(i) + "番")}});
      auto const frames = laid_out({hold({{list, {}}})});
      EXPECT_GT(frames.pages.size(), 8U) << name;
      std::string all;
      for (auto const& page : frames.pages) {
        EXPECT_LE(lowest(page), text_bottom) << name;
        all += words_on(page);
      }
      for (int i = 0; i < 200; ++i) EXPECT_THAT(all, HasSubstr("項目" + std::to_string(i) + "番\n")) << name;
    }
}

TEST(BlocksInBlocks, HonourAPageBreakWhateverHoldsIt) {
  for (auto const& [name, hold] : holders()) {
    auto const frames =
        laid_out({hold({paragraph("前の文。"), {model::PageBreak{}, {}}, paragraph("後の文。")}), paragraph("続き。")});
    ASSERT_EQ(frames.pages.size(), 2U) << name;
    EXPECT_THAT(words_on(frames.pages[0]), HasSubstr("前の文。")) << name;
    EXPECT_THAT(words_on(frames.pages[0]), Not(HasSubstr("後の文。"))) << name;
    EXPECT_THAT(words_on(frames.pages[1]), HasSubstr("続き。")) << name;
  }
}

}  // namespace
}  // namespace tebiki::pdf
