#include "loading/records/field_kinds.hpp"

#include <gtest/gtest.h>

namespace tebiki::loading {
namespace {

/// How times in a cell are shown; `none` where they stay text, `told` where they are refused.
std::string form_of(std::string_view text) {
  auto const read = read_hours({}, text, Form::cell);
  auto const* hours = std::get_if<model::Hours>(&read.data);
  return read.mistake ? "told" : hours ? model::written_text(*hours) : "none";
}

std::string joined_hours(std::string opening, std::string closing) {
  model::FieldValue const from{opening, {}, 0}, to{closing, {}, 0};
  auto const read = join_hours(opening.empty() ? nullptr : &from, closing.empty() ? nullptr : &to);
  return read.mistake ? "told" : model::exported_text({read.data, {}, 0});
}

TEST(WrittenHours, HaveOneFormHoweverTheyAreWritten) {
  EXPECT_EQ(form_of("9時半"), "9:30");
  EXPECT_EQ(form_of("9時"), "9:00");
  EXPECT_EQ(form_of("9時05分"), "9:05");
  EXPECT_EQ(form_of("午後1時"), "13:00");
  EXPECT_EQ(form_of("午後1時30分"), "13:30");
  EXPECT_EQ(form_of("午前 9時"), "9:00");
  EXPECT_EQ(form_of("1:30 PM"), "13:30");
  EXPECT_EQ(form_of("正午"), "12:00");
  EXPECT_EQ(form_of("09:00:00"), "9:00");
  EXPECT_EQ(form_of("９：００"), "9:00");
  EXPECT_EQ(form_of("午後0時30分"), "12:30");
}

TEST(WrittenHours, AreReadFromTheFractionsOfExcel) {
  EXPECT_EQ(form_of("0.375"), "9:00");
  EXPECT_EQ(form_of("0.729166666666667"), "17:30");
  EXPECT_EQ(form_of("0.7291667"), "17:30");
  EXPECT_EQ(form_of("0.3333"), "told");
  EXPECT_EQ(form_of("1.375"), "told");
  EXPECT_EQ(form_of("0.375-0.708333333"), "9:00〜17:00");
  EXPECT_EQ(form_of("0.375-0.708"), "told");
}

TEST(WrittenHours, MayBeRangesAndSeveral) {
  EXPECT_EQ(form_of("9:00-17:00"), "9:00〜17:00");
  EXPECT_EQ(form_of("9時〜17時"), "9:00〜17:00");
  EXPECT_EQ(form_of("９：００～２１：３０"), "9:00〜21:30");
  EXPECT_EQ(form_of("9:00～12:00、13:00～17:00"), "9:00〜12:00、13:00〜17:00");
  EXPECT_EQ(form_of("9:00〜12:00 13時から17時まで"), "9:00〜12:00、13:00〜17:00");
  EXPECT_EQ(form_of("午後1時〜5時"), "13:00〜17:00");
  EXPECT_EQ(form_of("午前9時〜午後5時半"), "9:00〜17:30");
  EXPECT_EQ(form_of("9:00〜"), "9:00〜");
  EXPECT_EQ(form_of("17:00まで"), "〜17:00");
  EXPECT_EQ(form_of("0:00-24:00"), "24時間");
}

TEST(WrittenHours, RoundedByExcelAreToldWithTheTimesThatWereMeant) {
  auto const mistake = read_hours({}, "0.375〜0.708", Form::cell).mistake;
  ASSERT_TRUE(mistake);
  EXPECT_EQ(mistake->is.ja, "時刻（9:00、17:00）が、Excel で小数に変わったものです。");
}

TEST(WrittenHours, OfAWholeDayAreHours) {
  EXPECT_EQ(form_of("24時間"), "24時間");
  EXPECT_EQ(form_of("２４時間"), "24時間");
}

TEST(WrittenHours, StayAsTheyAreBesideOtherWords) {
  for (auto text :
       {"", "月〜金 8:30〜17:15", "予約制", "9:00、", "午前9時〜5時", "午前12時", "9-17", "-", "0.5日前まで"})
    EXPECT_EQ(form_of(text), "none") << text;
  for (auto text : {"9:60", "25:00", "24:30", "9:5", "9", "午後13時", "25時"}) EXPECT_EQ(form_of(text), "told") << text;
}

TEST(WrittenHours, PastMidnightAreUnderstoodWhereTheyBeginAfterNoon) {
  EXPECT_EQ(form_of("17:00〜9:00"), "17:00〜翌9:00");
  EXPECT_EQ(form_of("午後9時〜午前6時"), "21:00〜翌6:00");
  EXPECT_EQ(form_of("9:00〜翌6:00"), "9:00〜翌6:00");
  EXPECT_EQ(form_of("21:00〜翌日の6時"), "21:00〜翌6:00");
  EXPECT_EQ(form_of("午後9時〜24時"), "21:00〜24:00");
  EXPECT_EQ(form_of("午前8時〜12時"), "8:00〜12:00");
  for (auto text : {"午後9時〜6時", "午後10時〜2時", "午後9時〜9時", "9:00 PM〜6:00"})
    EXPECT_EQ(form_of(text), "none") << text;
}

TEST(WrittenHours, ThatEndBeforeTheyBeginAreToldWithBothThatMayBeMeant) {
  auto const mistake = read_hours({}, "9:00〜5:00", Form::file).mistake;
  ASSERT_TRUE(mistake);
  EXPECT_EQ(
      mistake->is.ja + mistake->hint.ja,
      "終わりの時刻が、始まりの時刻より前です。午後までなら「9:00〜17:00」、次の日までなら「9:00〜翌5:00」のように"
      "書いてください。");
  EXPECT_EQ(joined_hours("9:00", "5:00"), "told");
}

TEST(WrittenHours, OfTwoColumnsBecomeOneRange) {
  EXPECT_EQ(joined_hours("9:00", "17:00"), "9:00〜17:00");
  EXPECT_EQ(joined_hours("0.375", "0.729166667"), "9:00〜17:30");
  EXPECT_EQ(joined_hours("9時半", "午後5時"), "9:30〜17:00");
  EXPECT_EQ(joined_hours("9:00、13:00", "12:00、17:00"), "9:00〜12:00、13:00〜17:00");
  EXPECT_EQ(joined_hours("9:00", ""), "9:00〜");
  EXPECT_EQ(joined_hours("", "17:00"), "〜17:00");
  EXPECT_EQ(joined_hours("9:00～12:00、13:00～17:00", ""), "9:00〜12:00、13:00〜17:00");
  EXPECT_EQ(joined_hours("日の出", "日没"), "日の出〜日没");
}

}  // namespace
}  // namespace tebiki::loading
