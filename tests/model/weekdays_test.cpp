#include <gtest/gtest.h>

#include "model/date.hpp"

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
