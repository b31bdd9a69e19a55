#include "base/unicode.hpp"

#include <gtest/gtest.h>

namespace tebiki::base {
namespace {

using namespace std::chrono;

TEST(JapaneseEra, KnowsTheErasSinceMeijiAndTheirDays) {
  auto const& eras = japanese_eras();
  ASSERT_GE(eras.size(), 5u);
  EXPECT_EQ(eras[0].name + eras[0].letter, "明治M");
  EXPECT_EQ(eras[1].name + eras[1].letter, "大正T");
  EXPECT_EQ(eras[2].name + eras[2].letter, "昭和S");
  EXPECT_EQ(eras[3].name + eras[3].letter, "平成H");
  EXPECT_EQ(eras[4].name + eras[4].letter, "令和R");
  EXPECT_EQ(eras[1].first, sys_days(1912y / 7 / 30));
  EXPECT_EQ(eras[2].first, sys_days(1926y / 12 / 25));
  EXPECT_EQ(eras[2].last, sys_days(1989y / 1 / 7));
  EXPECT_EQ(eras[3].first, sys_days(1989y / 1 / 8));
  EXPECT_EQ(eras[4].first, sys_days(2019y / 5 / 1));
  EXPECT_EQ(eras[3].gregorian(31), 2019);
}

TEST(JapaneseEra, FindsTheEraOfADay) {
  EXPECT_EQ(japanese_era_on(1867y / 12 / 31), nullptr);
  EXPECT_EQ(japanese_era_on(1907y / 6 / 30)->name, "明治");
  EXPECT_EQ(japanese_era_on(2019y / 4 / 30)->name, "平成");
  EXPECT_EQ(japanese_era_on(2019y / 5 / 1)->name, "令和");
}

}  // namespace
}  // namespace tebiki::base
