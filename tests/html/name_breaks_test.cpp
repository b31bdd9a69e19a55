// Where names of offices go on in a new line.
#include <gmock/gmock.h>

#include "html/page_data.hpp"

namespace tebiki::html {
namespace {

std::string parted(std::string_view name) {
  std::string out;
  std::size_t begin = 0;
  for (auto const at : name_breaks(name)) {
    out.append(name.substr(begin, at - begin)).append("|");
    begin = at;
  }
  return out.append(name.substr(begin));
}

TEST(NameBreaks, StandBeforeTheNameProper) {
  EXPECT_EQ(parted("見本 地域包括支援センターはなみず"), "見本 地域包括支援センター|はなみず");
  EXPECT_EQ(parted("見本 ヘルパーステーションなかはら"), "見本 ヘルパーステーション|なかはら");
  EXPECT_EQ(parted("デイサービス花水台"), "デイサービス|花水台");
  EXPECT_EQ(parted("介護老人保健施設四之宮"), "介護老人保健施設|四之宮");
}

TEST(NameBreaks, StandBehindTheNameProper) {
  EXPECT_EQ(parted("見本 あさひ居宅介護支援事業所"), "見本 あさひ|居宅介護支援事業所");
  EXPECT_EQ(parted("袖ケ浜訪問看護ステーション"), "袖ケ浜|訪問看護ステーション");
  EXPECT_EQ(parted("花水台在宅クリニック"), "花水台|在宅クリニック");
  EXPECT_EQ(parted("髙橋歯科医院"), "髙橋|歯科医院");
}

TEST(NameBreaks, NeverPartAWordInKanaNorWhatParticlesJoin) {
  EXPECT_EQ(parted("地域包括支援センターしのみや"), "地域包括支援センター|しのみや");
  EXPECT_EQ(parted("グループホームまつかぜ"), "グループホーム|まつかぜ");
  EXPECT_EQ(parted("高村こころの病院"), "高村|こころの病院");
  EXPECT_EQ(parted("湯ったり訪問入浴"), "湯ったり|訪問入浴");
  EXPECT_EQ(parted("特別養護老人ホーム大神の里"), "特別養護老人ホーム|大神の里");
  EXPECT_EQ(parted("真田リハビリテーション病院"), "真田|リハビリテーション病院");
}

TEST(NameBreaks, LeaveShortNamesAndOtherScriptsAlone) {
  EXPECT_EQ(parted(""), "");
  EXPECT_EQ(parted("旭内科"), "旭内科");
  EXPECT_EQ(parted("みなと薬局"), "みなと薬局");
  EXPECT_EQ(parted("Care & Co. 24"), "Care & Co. 24");
  EXPECT_EQ(parted("葛\U000E0100西デイサービス"), "葛\U000E0100西デイサービス");
}

}  // namespace
}  // namespace tebiki::html
