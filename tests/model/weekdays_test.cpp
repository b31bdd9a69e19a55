#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "model/typed_values.hpp"
#include "source_dir.hpp"

namespace tebiki::model {
namespace {

std::string days(std::string_view words) {
  auto const days = parse_weekdays(words);
  std::string numbers;
  for (std::size_t day = 0; days && day < days->size(); ++day) numbers += (*days)[day] ? std::to_string(day) : "";
  return days ? numbers : "?";
}

TEST(Weekdays, AreReadByTheirNamesRangesAndWholeWeeks) {
  EXPECT_EQ(days("月〜金"), "12345");
  EXPECT_EQ(days("月～土"), "123456");
  EXPECT_EQ(days("月・火・木・金・土"), "12456");
  EXPECT_EQ(days("土日"), "06");
  EXPECT_EQ(days("金〜月"), "0156") << "round the end of the week";
  EXPECT_EQ(days("毎日"), "0123456");
  EXPECT_EQ(days("平日"), "12345");
  EXPECT_EQ(days("月・水・木曜日"), "134") << "no Sunday";
  EXPECT_EQ(days("無休"), "0123456");
  EXPECT_EQ(days("平日、土曜日"), "123456");
  EXPECT_EQ(days("平日、土曜日、日曜日、祝日"), "0123456");
  EXPECT_EQ(days("祝日"), "?") << "tells no day of the week";
}

TEST(Weekdays, WrittenOutAsDaysOfTheWeekAreNoSundays) {
  EXPECT_EQ(days("月曜日〜金曜日"), "12345");
  EXPECT_EQ(days("月曜〜金曜"), "12345");
  EXPECT_EQ(days("月曜日・水曜日"), "13");
  EXPECT_EQ(days("月・水曜日"), "13");
  EXPECT_EQ(days("火曜日と木曜日"), "24");
  EXPECT_EQ(days("日曜日"), "0");
  EXPECT_EQ(days("土曜日・日曜日"), "06");
  EXPECT_EQ(days("土曜日曜"), "06");
  EXPECT_EQ(days("土曜日曜日"), "06");
  EXPECT_EQ(days("日・月曜日"), "01");
}

/// What the scripts take for those days in questions to the search box.
std::vector<std::string> words_of_search(std::string const& name) {
  std::ifstream file(std::string(TEBIKI_SOURCE_DIR) + "/templates/words/ja.json");
  std::vector<std::string> words;
  for (std::string line; std::getline(file, line);) {
    auto const key = "\"search.understand-" + name + "\": \"";
    auto const begin = line.find(key);
    if (begin == line.npos) continue;
    std::istringstream value(line.substr(begin + key.size(), line.rfind('"') - begin - key.size()));
    for (std::string word; value >> word;) words.push_back(word);
  }
  return words;
}

TEST(Weekdays, OfWholeWeeksHaveTheWordsThatTheSearchBoxUnderstands) {
  for (auto const& [name, expected] :
       {std::pair{"every-day", "0123456"}, {"working-days", "12345"}, {"weekend", "06"}}) {
    auto const words = words_of_search(name);
    EXPECT_FALSE(words.empty()) << name;
    for (auto const& word : words) EXPECT_EQ(days(word), expected) << word;
  }
}

TEST(Weekdays, AreNotSaidByWordsThatSayMore) {
  for (auto const* words : {"", "月〜金（第3水曜は休み）", "第1・3土曜", "予約の日", "月〜", "〜金", "月〜金 9:00"})
    EXPECT_EQ(days(words), "?") << words;
}

TEST(Weekdays, FiscalYearsGoFromAprilToMarch) {
  EXPECT_EQ(fiscal_year_of({2027, 3, 31}), 2026);
  EXPECT_EQ(fiscal_year_of({2027, 4, 1}), 2027);
}

}  // namespace
}  // namespace tebiki::model
