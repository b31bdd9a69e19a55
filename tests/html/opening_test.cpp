#include "html/page_data.hpp"

#include <gtest/gtest.h>

namespace {

using namespace tebiki;

std::string days(std::string_view words) {
  auto const days = html::weekdays_of(words);
  return days ? html::numbers_of(*days) : "?";
}

TEST(Opening, ReadsDaysByTheirNamesRangesAndWholeWeeks) {
  EXPECT_EQ(days("月〜金"), "12345");
  EXPECT_EQ(days("月～土"), "123456");
  EXPECT_EQ(days("月・火・木・金・土"), "12456");
  EXPECT_EQ(days("土日"), "06");
  EXPECT_EQ(days("金〜月"), "0156") << "round the end of the week";
  EXPECT_EQ(days("毎日"), "0123456");
  EXPECT_EQ(days("平日"), "12345");
}

TEST(Opening, SaysNothingOfDaysThatItDoesNotUnderstandWhole) {
  for (auto const* words : {"", "月〜金（第3水曜は休み）", "第1・3土曜", "予約の日", "月〜", "〜金", "月〜金 9:00"})
    EXPECT_EQ(days(words), "?") << words;
}

TEST(Opening, ReadsTheHoursOfACentre) {
  auto const opening = html::opening_of("月〜金 8:30〜17:15");
  ASSERT_TRUE(opening);
  EXPECT_EQ(html::numbers_of(opening->days), "12345");
  EXPECT_EQ(opening->from, 8 * 60 + 30);
  EXPECT_EQ(opening->until, 17 * 60 + 15);
  EXPECT_TRUE(html::opening_of("平日 9:00〜17:00（祝日、年末年始を除く）"));
}

TEST(Opening, SaysNothingOfHoursThatHoldMoreThanOneTime) {
  for (auto const* words : {"", "月〜金", "8:30〜17:15", "月〜金 9:00〜12:00、13:00〜17:00", "月〜金 17:00〜9:00",
                            "月〜金 9:0〜17:00", "月〜金 9:00〜17:00（水曜は12:00まで）", "月〜金 25:00〜26:00"})
    EXPECT_FALSE(html::opening_of(words)) << words;
}

TEST(Opening, NamesTheHolidaysOfTheYearToComeOnly) {
  model::Site site;
  site.today = {2026, 10, 1};
  site.holidays = {{{2026, 9, 23}, "秋分の日"}, {{2026, 10, 12}, "スポーツの日"}, {{2027, 10, 11}, "スポーツの日"}};
  EXPECT_EQ(html::coming_holidays(site), "2026-10-12");
}

}  // namespace
