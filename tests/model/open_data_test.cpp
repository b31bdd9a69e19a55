#include "model/open_data.hpp"

#include <gmock/gmock.h>

namespace tebiki::model {
namespace {

using testing::Contains;
using testing::Eq;
using testing::Not;
using testing::Optional;

TEST(OpenDataCodes, OfAMunicipalityHaveSixDigitsOfWhichTheLastChecksTheOthers) {
  EXPECT_THAT(parse_municipality_code("142034"), Optional(Eq("142034")));
  EXPECT_THAT(parse_municipality_code(" １４２０３ "), Optional(Eq("142034"))) << "the check digit may be missing";
  for (auto wrong : {"142035", "14203x", "1420", "140007", "992034", ""})
    EXPECT_EQ(parse_municipality_code(wrong), std::nullopt) << wrong;
  EXPECT_EQ(prefecture_of("142034"), "神奈川県");
  EXPECT_EQ(prefecture_of("011002"), "北海道");
  EXPECT_EQ(prefecture_of("472018"), "沖縄県");
}

TEST(OpenDataColumns, AreThoseOfTheStandardsInTheirOrder) {
  auto const& medical = open_data_columns(OpenDataSet::medical, OpenDataStandard::recommended);
  ASSERT_EQ(medical.size(), 26u);
  EXPECT_EQ(medical[4].heading, "名称");
  EXPECT_EQ(medical.back().heading, "備考");
  auto const& events = open_data_columns(OpenDataSet::events, OpenDataStandard::municipal);
  EXPECT_EQ(events.size(), 80u);
  EXPECT_EQ(events[0].heading, "全国地方公共団体コード");
  EXPECT_EQ(events[39].heading, "集合（受付）場所");
}

TEST(OpenDataColumns, ThatTheStandardsCallOtherwiseAreOneForAField) {
  EXPECT_EQ(heading_in(OpenDataStandard::municipal, "住所"), "所在地_連結表記");
  EXPECT_EQ(heading_in(OpenDataStandard::recommended, "所在地_連結表記"), "住所");
  EXPECT_EQ(heading_in(OpenDataStandard::municipal, "名称"), "名称");
  auto const headings = export_headings(OpenDataSet::medical);
  EXPECT_THAT(headings, Contains("診療科目"));
  EXPECT_THAT(headings, Not(Contains("NO"))) << "the site itself numbers the rows";
}

}  // namespace
}  // namespace tebiki::model
