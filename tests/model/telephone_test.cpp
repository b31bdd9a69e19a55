#include "model/typed_values.hpp"

#include <gtest/gtest.h>

#include "model/document.hpp"

namespace {

using namespace tebiki;

std::string address_of(std::string_view number) {
  return std::string(model::parse_telephone(number).address());
}

TEST(Telephone, IsCalledByItsDigitsHoweverItIsWritten) {
  for (auto* number :
       {"0463-00-0011", "0463(00)0011", "０４６３－００－００１１", "0463 00 0011", "TEL 0463ー00ー0011"}) {
    EXPECT_EQ(address_of(number), "tel:0463000011") << number;
  }
  EXPECT_EQ(address_of("+81-463-00-0011"), "tel:+81463000011");
  EXPECT_EQ(address_of("119"), "tel:119");
}

TEST(Telephone, KeepsTheSignsThatAreDialledAndEscapesTheHash) {
  EXPECT_EQ(address_of("#7119"), "tel:%237119");
  EXPECT_EQ(address_of("＃８０００"), "tel:%238000");
  EXPECT_EQ(address_of("*67 0463-00-0011"), "tel:*670463000011");
}

TEST(Telephone, DialsAnExtensionAfterTheNumberAndNotWithinIt) {
  for (auto* number :
       {"0463-00-0011 内線12", "0463-00-0011（内線：12）", "0463-00-0011 ext. 12", "0463000011;ext=12"}) {
    EXPECT_EQ(address_of(number), "tel:0463000011;ext=12") << number;
  }
  EXPECT_EQ(address_of("0463-00-0011（代表）"), "tel:0463000011");
}

TEST(Telephone, IsWholeByTheNumberingPlanOfJapan) {
  for (auto* whole :
       {"0463000011", "09000000011", "08000000011", "+81463000011", "+819000000011", "119", "188", "#7119"})
    EXPECT_TRUE(model::is_whole_telephone(whole)) << whole;
  for (auto* part : {"", "046300001", "04630000111", "0900000001", "+8190000000", "463000011", "184", "#711"})
    EXPECT_FALSE(model::is_whole_telephone(part)) << part;
}

TEST(Telephone, CallsTheFirstOfSeveralNumbers) {
  for (auto* numbers : {"0463-00-0011、0463-00-0012", "0463-00-0011 0463-00-0012", "0463-00-0011(0463-00-0012)",
                        "0463-00-0011、0463-00-0012 内線5", "0463-00-0011\n090-0000-0012"}) {
    EXPECT_EQ(address_of(numbers), "tel:0463000011") << numbers;
  }
  EXPECT_EQ(address_of("119 または #7119"), "tel:119");
}

TEST(Telephone, LeavesOutDigitsThatFollowACompleteNumber) {
  for (auto* number : {"0463-00-0011（24時間）", "0463-00-0011（8:30〜17:15）", "0463-00-0011 24時間"}) {
    EXPECT_EQ(address_of(number), "tel:0463000011") << number;
  }
  EXPECT_EQ(address_of("090-0000-0011（24時間）"), "tel:09000000011");
  EXPECT_EQ(address_of("0800-000-0011（24時間）"), "tel:08000000011");
  EXPECT_EQ(address_of("+81 90-0000-0011 (24h)"), "tel:+819000000011");
  EXPECT_EQ(address_of("#7119（24時間）"), "tel:%237119");
  EXPECT_EQ(address_of("119 (24時間)"), "tel:119");
}

TEST(Telephone, TakesAnExtensionThatStandsFirstForOne) {
  EXPECT_EQ(address_of("内線12 0463-00-0011"), "tel:0463000011;ext=12");
  EXPECT_EQ(address_of("内線12"), "");
}

TEST(Telephone, KeepsAllDigitsBehindOnesThatOnlyShowOrHideTheCaller) {
  EXPECT_EQ(address_of("186-0463-00-0011"), "tel:1860463000011");
}

TEST(Telephone, WithoutDigitsIsNoAddressAndNoLink) {
  EXPECT_EQ(address_of("なし"), "");
  EXPECT_EQ(address_of("#"), "");
  EXPECT_TRUE(std::holds_alternative<model::Text>(model::telephone(model::parse_telephone("なし")).node));
}

}  // namespace
