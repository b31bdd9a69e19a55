#include "model/written_hours.hpp"

#include <gtest/gtest.h>

namespace tebiki::model {
namespace {

std::string form_of(std::string_view text) { return hours_as_written(text).value_or("none"); }

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
  EXPECT_EQ(form_of("0.3333"), "none");
  EXPECT_EQ(form_of("1.375"), "none");
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
  EXPECT_EQ(form_of("0:00-24:00"), "0:00〜24:00");
}

TEST(WrittenHours, StayAsTheyAreBesideOtherWords) {
  for (auto text : {"", "24時間", "月〜金 8:30〜17:15", "予約制", "9:00〜翌6:00", "9:00、", "午前9時〜5時", "午前12時",
                    "午後13時", "9:60", "25:00", "24:30", "9:5", "9", "9-17", "-"})
    EXPECT_EQ(form_of(text), "none") << text;
}

TEST(WrittenHours, PastMidnightAreNotGuessed) {
  for (auto text : {"午後9時〜6時", "午後10時〜2時", "午後9時〜9時", "9:00 PM〜6:00"})
    EXPECT_EQ(form_of(text), "none") << text;
  EXPECT_EQ(form_of("午後9時〜午前6時"), "21:00〜6:00");
  EXPECT_EQ(form_of("午後9時〜24時"), "21:00〜24:00");
  EXPECT_EQ(form_of("午前8時〜12時"), "8:00〜12:00");
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
}  // namespace tebiki::model
