#include <gtest/gtest.h>

#include "model/colour.hpp"
#include "model/coordinates.hpp"
#include "model/date.hpp"
#include "model/list.hpp"
#include "model/site.hpp"

namespace {

using namespace tebiki::model;

TEST(Date, ReadsOnlyDaysThatExist) {
  EXPECT_EQ(parse_date("2028-02-29"), (Date{2028, 2, 29}));
  for (auto text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026/01/01", "", "2026-01-0a"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, IsWrittenInJapaneseEras) {
  EXPECT_EQ(japanese({2026, 4, 1}), "令和8年4月1日");
  EXPECT_EQ(japanese({2019, 5, 1}), "令和元年5月1日");
  EXPECT_EQ(japanese({2019, 4, 30}), "平成31年4月30日");
  EXPECT_EQ(japanese({1947, 4, 1}), "昭和22年4月1日");
  EXPECT_EQ(iso({812, 3, 4}), "0812-03-04");
}

TEST(Coordinates, KnowThePlacesThatMayLieInJapan) {
  EXPECT_TRUE(in_japan(35.3354, 139.3496));
  EXPECT_TRUE(in_japan(20.4253, 136.0814)) << "沖ノ鳥島";
  EXPECT_FALSE(in_japan(139.3496, 35.3354));
  EXPECT_FALSE(in_japan(0, 0));
}

TEST(Colour, IsReadAndWrittenAlike) {
  EXPECT_EQ(css(*parse_colour("#00596B")), "#00596b");
  EXPECT_FALSE(parse_colour("00596b"));
  EXPECT_FALSE(parse_colour("#00596g"));
}

TEST(Value, IsWrittenAsJsonWithPlainListsOnOneLine) {
  Value value{
      Object{{"id", {}, {"a\"b", {}}}, {"services", {}, {Values{{"訪問看護", {}}, {18.0, {}}}, {}}}, {"none", {}, {}}},
      {}};
  EXPECT_EQ(to_json(value, 2), "{\n  \"id\": \"a\\\"b\",\n  \"services\": [\"訪問看護\", 18],\n  \"none\": null\n}");
  EXPECT_EQ(to_json(value), "{\"id\": \"a\\\"b\", \"services\": [\"訪問看護\", 18], \"none\": null}");
}

TEST(Decimal, IsExactAndWrittenAsPeopleDo) {
  for (auto [written, shown] : {std::pair{"12.50", "12.5"},
                                {"-3", "-3"},
                                {".5", "0.5"},
                                {"007", "7"},
                                {"-0.0", "0"},
                                {"123456789012345678", "123456789012345678"},
                                {"0.1", "0.1"},
                                {"-0.05", "-0.05"}}) {
    auto const number = parse_decimal(written);
    ASSERT_TRUE(number) << written;
    EXPECT_EQ(text_of(*number), shown);
  }
  for (auto text : {"", "-", ".", "1e3", "1,000", "二", "1.2.3", "1234567890123456789"})
    EXPECT_FALSE(parse_decimal(text)) << text;
}

TEST(FieldValue, IsSmallAndHoldsNumbersDaysAndAnswersWithoutTheHeap) { EXPECT_LE(sizeof(FieldValue), 64u); }

TEST(FieldValue, IsSortedByNumbersUnlessItIsWords) {
  EXPECT_LT(sort_numbers({Date{2026, 9, 30}}), sort_numbers({Date{2026, 10, 1}}));
  EXPECT_LT(sort_numbers({Availability::yes}), sort_numbers({Availability::no}));
  EXPECT_FALSE(sort_numbers({std::string("応相談")}));
  EXPECT_FALSE(sort_numbers({std::monostate()}));
}

TEST(Url, HasOneOfTheSchemesThatLinksMayHave) {
  EXPECT_TRUE(is_web_address("http://example.jp") && has_url_scheme("https://example.jp"));
  EXPECT_TRUE(has_url_scheme("tel:119") && has_url_scheme("mailto:a@example.jp") && !is_web_address("tel:119"));
  EXPECT_FALSE(has_url_scheme("javascript:alert(1)") || has_url_scheme("https://") || has_url_scheme("/a"));
}

TEST(PlainText, ReadsAsPeopleWriteIt) {
  Field yen{.key = "fare", .kind = FieldKind::yen}, date{.key = "day", .kind = FieldKind::date};
  FieldValue fare{Decimal{1234567, 0}, {}, 0}, day{Date{2026, 10, 1}, {}, 0};
  EXPECT_EQ(plain_text(yen, &fare), "1,234,567円");
  EXPECT_EQ(plain_text(date, &day), "令和8年10月1日");
  EXPECT_EQ(plain_text(date, nullptr), "");
}

TEST(Availability, IsUnansweredUnlessSaid) {
  EXPECT_EQ(availability_of(nullptr), Availability::unanswered);
  FieldValue no{Availability::no, {}, 0}, odd{"maybe", {}, 0};
  EXPECT_EQ(availability_of(&no), Availability::no);
  EXPECT_EQ(availability_of(&odd), Availability::unanswered);
}

TEST(Site, KnowsWhereEachNameLeads) {
  Site site;
  site.name = "手引き";
  List taxis;
  taxis.slug = "taxis";
  taxis.schema.title = "介護タクシー";
  taxis.records.push_back({"umi", {{"見本 うみ", {}, 0}}, {}, {}});
  taxis.records.back().name_slot = 0;
  site.lists.push_back(taxis);
  site.pages.push_back({"scenes/daily", "ふだんの療養", "", {}, {}});
  Publication guide;
  guide.slug = "care-guide";
  guide.title = "ガイド";
  guide.parts.push_back({"consult", "相談", "", {}, {}});
  site.publications.push_back(guide);

  site.index.take_names(site);
  EXPECT_EQ(site.path_of("index"), "");
  EXPECT_EQ(site.path_of("taxis"), "taxis/");
  EXPECT_EQ(site.path_of("taxis/umi"), "taxis/umi/");
  EXPECT_EQ(site.path_of("scenes/daily"), "scenes/daily/");
  EXPECT_EQ(site.path_of("care-guide/consult"), "care-guide/consult/");
  EXPECT_EQ(site.path_of("care-guide.pdf"), "pdf/care-guide.pdf");
  EXPECT_EQ(site.path_of("taxis/yama"), std::nullopt);
  EXPECT_EQ(site.title_of("taxis/umi"), "見本 うみ");
}

}  // namespace
