#include "model/written_date.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tebiki::model {
namespace {

std::string iso_of(std::string_view text) {
  auto date = date_as_written(text);
  return date ? iso(*date) : "none";
}

TEST(WrittenDate, TakesErasByNameFirstCharacterAndLetter) {
  EXPECT_EQ(iso_of("平2.10.17"), "1990-10-17");
  EXPECT_EQ(iso_of("昭36.1.15"), "1961-01-15");
  EXPECT_EQ(iso_of("大4.11.6"), "1915-11-06");
  EXPECT_EQ(iso_of("平元.4.1"), "1989-04-01");
  EXPECT_EQ(iso_of("令8.4.1"), "2026-04-01");
  EXPECT_EQ(iso_of("明治40年6月30日"), "1907-06-30");
  EXPECT_EQ(iso_of("S22.4.1"), "1947-04-01");
  EXPECT_EQ(iso_of("R8/4/1"), "2026-04-01");
  EXPECT_EQ(iso_of("h.2.10.17"), "1990-10-17");
  EXPECT_EQ(iso_of("㍻2年10月17日"), "1990-10-17");
  EXPECT_EQ(iso_of("令和元年5月1日"), "2019-05-01");
}

TEST(WrittenDate, TakesBlanksFullWidthDigitsAndDaysOfTheWeek) {
  EXPECT_EQ(iso_of("令和 8年 4月 1日"), "2026-04-01");
  EXPECT_EQ(iso_of("Ｓ２２．４．１"), "1947-04-01");
  EXPECT_EQ(iso_of("　令和８年４月１日（水）"), "2026-04-01");
  EXPECT_EQ(iso_of("2026年10月1日木曜日"), "2026-10-01");
  EXPECT_EQ(iso_of("2026/10/1"), "2026-10-01");
  EXPECT_EQ(iso_of("2026/10/01 00:00:00"), "2026-10-01");
}

TEST(WrittenDate, HoldsEachEraToItsOwnDays) {
  EXPECT_EQ(iso_of("平成31年4月30日"), "2019-04-30");
  EXPECT_EQ(iso_of("平成31年5月1日"), "none");
  EXPECT_EQ(read_written_date("平成31年5月1日")->fault(), DateFault::era_over);
  EXPECT_EQ(iso_of("昭和64年1月7日"), "1989-01-07");
  EXPECT_EQ(read_written_date("昭和64年2月1日")->fault(), DateFault::era_over);
  EXPECT_EQ(read_written_date("令和元年4月30日")->fault(), DateFault::era_not_begun);
  EXPECT_EQ(read_written_date("大正元年7月29日")->fault(), DateFault::era_not_begun);
  EXPECT_EQ(iso_of("大正元年7月30日"), "1912-07-30");
  EXPECT_EQ(iso_of("令和80年4月1日"), "2098-04-01");
}

TEST(WrittenDate, IsNothingWhereNoDayIsWritten) {
  for (auto text : {"", "令和", "令和8年", "令和0年4月1日", "26/4/1", "2026/4", "2026-4/1", "2026元4.1", "12026/4/1",
                    "2026/4/1〜4/3", "R8.4.1.1", "0.375"})
    EXPECT_EQ(iso_of(text), "none") << text;
  EXPECT_EQ(read_written_date("2026/13/1")->fault(), DateFault::no_such_month);
  EXPECT_EQ(read_written_date("2026/2/29")->fault(), DateFault::no_such_day);
  EXPECT_EQ(read_written_date("2026/0/99")->fault(), DateFault::no_such_month);
}

}  // namespace
}  // namespace tebiki::model
