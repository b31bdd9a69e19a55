#include "loading/records/field_kinds.hpp"

#include <gmock/gmock.h>

#include <string>

namespace tebiki::loading {
namespace {

using testing::HasSubstr;

std::string iso_of(std::string_view text) {
  auto const read = read_date({}, text, Form::cell);
  auto const* day = std::get_if<model::Date>(&read.data);
  return day ? model::iso(*day) : "none";
}

/// What is wrong with a day that cannot be, in Japanese.
std::string fault_of(std::string_view text) {
  auto const read = read_date({}, text, Form::cell);
  return read.mistake ? read.mistake->is.ja + read.mistake->hint.ja : "";
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
  EXPECT_THAT(fault_of("平成31年5月1日"), HasSubstr("平成は平成31年4月30日までです。"));
  EXPECT_EQ(iso_of("昭和64年1月7日"), "1989-01-07");
  EXPECT_THAT(fault_of("昭和64年2月1日"), HasSubstr("昭和は昭和64年1月7日までです。"));
  EXPECT_THAT(fault_of("令和元年4月30日"), HasSubstr("令和は令和元年5月1日からです。"));
  EXPECT_THAT(fault_of("大正元年7月29日"), HasSubstr("大正は大正元年7月30日からです。"));
  EXPECT_EQ(iso_of("大正元年7月30日"), "1912-07-30");
  EXPECT_EQ(iso_of("令和80年4月1日"), "2098-04-01");
}

TEST(WrittenDate, IsNothingWhereNoDayIsWritten) {
  for (auto text : {"", "令和", "令和8年", "令和0年4月1日", "26/4/1", "2026/4", "2026-4/1", "2026元4.1", "12026/4/1",
                    "2026/4/1〜4/3", "R8.4.1.1", "0.375"})
    EXPECT_EQ(iso_of(text), "none") << text;
  EXPECT_THAT(fault_of("2026/13/1"), HasSubstr("月は 1 から 12 までです。"));
  EXPECT_THAT(fault_of("2026/2/29"), HasSubstr("2026年2月は 28 日までです。"));
  EXPECT_THAT(fault_of("2026/0/99"), HasSubstr("月は 1 から 12 までです。"));
}

}  // namespace
}  // namespace tebiki::loading
