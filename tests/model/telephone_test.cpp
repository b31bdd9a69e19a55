#include "model/telephone.hpp"

#include <gtest/gtest.h>

#include "model/document.hpp"

namespace {

using namespace tebiki;
using model::telephone_address;

TEST(Telephone, IsCalledByItsDigitsHoweverItIsWritten) {
  for (auto* number : {"0463-00-0011", "0463(00)0011", "０４６３－００－００１１", "0463 00 0011", "TEL 0463ー00ー0011"}) {
    EXPECT_EQ(telephone_address(number), "tel:0463000011") << number;
  }
  EXPECT_EQ(telephone_address("+81-463-00-0011"), "tel:+81463000011");
  EXPECT_EQ(telephone_address("119"), "tel:119");
}

TEST(Telephone, KeepsTheSignsThatAreDialledAndEscapesTheHash) {
  EXPECT_EQ(telephone_address("#7119"), "tel:%237119");
  EXPECT_EQ(telephone_address("＃８０００"), "tel:%238000");
  EXPECT_EQ(telephone_address("*67 0463-00-0011"), "tel:*670463000011");
}

TEST(Telephone, DialsAnExtensionAfterTheNumberAndNotWithinIt) {
  for (auto* number : {"0463-00-0011 内線12", "0463-00-0011（内線：12）", "0463-00-0011 ext. 12", "0463000011;ext=12"}) {
    EXPECT_EQ(telephone_address(number), "tel:0463000011;ext=12") << number;
  }
  EXPECT_EQ(telephone_address("0463-00-0011（代表）"), "tel:0463000011");
}

TEST(Telephone, CallsTheFirstOfSeveralNumbers) {
  EXPECT_EQ(telephone_address("0463-00-0011、0463-00-0012"), "tel:0463000011");
}

TEST(Telephone, WithoutDigitsIsNoAddressAndNoLink) {
  EXPECT_EQ(telephone_address("なし"), "");
  EXPECT_EQ(telephone_address("#"), "");
  EXPECT_TRUE(std::holds_alternative<model::Text>(model::telephone("なし").node));
}

}  // namespace
