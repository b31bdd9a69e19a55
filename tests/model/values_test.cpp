#include <gtest/gtest.h>

#include "model/drawing.hpp"
#include "model/list.hpp"
#include "model/site.hpp"
#include "model/typed_values.hpp"

namespace {

using namespace tebiki::model;

TEST(Date, ReadsOnlyDaysThatExist) {
  EXPECT_EQ(parse_date("2028-02-29"), (Date{2028, 2, 29}));
  for (auto text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026/01/01", "", "2026-01-0a"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, IsWrittenInJapaneseEras) {
  EXPECT_EQ(written_text(Date{2026, 4, 1}), "令和8年4月1日");
  EXPECT_EQ(written_text(Date{2019, 5, 1}), "令和元年5月1日");
  EXPECT_EQ(written_text(Date{2019, 4, 30}), "平成31年4月30日");
  EXPECT_EQ(written_text(Date{1947, 4, 1}), "昭和22年4月1日");
  EXPECT_EQ(written_text(Date{1860, 4, 1}), "1860年4月1日");
  EXPECT_EQ(written_fiscal_year(2019), "令和元年度");
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

/// Words of a language that is not Japanese.
Words english_words() {
  Words words;
  for (auto const& [key, text] : {std::pair{"boolean.true", "yes"},
                                  {"boolean.false", "no"},
                                  {"yen.amount", "{amount} yen"},
                                  {"date.day", "{day}/{month} of {era} {year}"},
                                  {"date.month", "{month} of {era} {year}"},
                                  {"date.fiscal-year", "FY {era} {year}"},
                                  {"date.first-year", "one"},
                                  {"hours.range", "{from} to {until}"},
                                  {"hours.next-day", "{time} (next day)"},
                                  {"series.actual", "{year}: {number}"},
                                  {"series.planned", "{year}: {number} ({kind})"},
                                  {"series.uncounted", "{year}: {kind}"},
                                  {"series.note", " [{note}]"},
                                  {"chart.plan", "planned"},
                                  {"chart.cancelled", "cancelled"},
                                  {"join.comma", ", "},
                                  {"join.gap", " "},
                                  {"join.bullet", "* "}})
    words.add(key, {text, {}});
  return words;
}

/// What readers see of a value; the kind is that of its field.
std::string shown(FieldValue::Data data, FieldKind kind = FieldKind::text) {
  Field const field{.key = "field", .kind = kind};
  FieldValue const value{std::move(data), {}, 0};
  return plain_text(field, &value, english_words());
}

TEST(PlainText, IsInTheWordsOfTheSite) {
  EXPECT_EQ(shown(Decimal{1234567, 0}, FieldKind::yen), "1,234,567 yen");
  EXPECT_EQ(shown(Decimal{1234567, 0}), "1234567");
  EXPECT_EQ(shown(true) + shown(false), "yesno");
  EXPECT_EQ(shown(Date{2026, 10, 1}), "1/10 of 令和 8");
  EXPECT_EQ(shown(Date{2019, 5, 1}), "1/5 of 令和 one");
  EXPECT_EQ(shown(Availability::ask), "△");
  EXPECT_EQ(plain_text({}, nullptr, english_words()), "");
}

TEST(PlainText, TellsHoursThatEndOnTheNextDay) {
  Hours hours;
  hours.ranges[0] = {9 * 60, 12 * 60, true};
  hours.ranges[1] = {17 * 60, 33 * 60, true};
  hours.count = 2;
  EXPECT_EQ(shown(hours), "9:00 to 12:00, 17:00 to 9:00 (next day)");
  EXPECT_EQ(exported_text({hours, {}, 0}), "9:00〜12:00、17:00〜翌9:00") << "what a file holds stays Japanese";
}

TEST(PlainText, TellsFiguresOfYears) {
  using enum YearFigure::Kind;
  Series const series{
      {{2023, actual, {6, 0}, "9月末現在", true}, {2024, plan, {18, 0}, "", false}, {2025, cancelled, {}, "", false}}};
  EXPECT_EQ(shown(series), "FY 令和 5: 6 [9月末現在], FY 令和 6: 18 (planned), FY 令和 7: cancelled");
  EXPECT_EQ(exported_text({series, {}, 0}), "令和5年度 6（9月末現在）、令和6年度 計画 18、令和7年度 中止");
}

TEST(PlainText, OfSeveralValuesAndOfRowsIsJoined) {
  EXPECT_EQ(shown(FieldValues{{{std::string("a"), {}, 0}, {std::string("b"), {}, 0}}}), "a, b");
  Field const field{
      .key = "rows", .kind = FieldKind::rows, .fields = {{.key = "x", .slot = 1}, {.key = "y", .slot = 2}}};
  FieldRows const rows{
      {{{{std::string("1"), {}, 1}, {std::string("2"), {}, 2}}, {}}, {{{std::string("3"), {}, 2}}, {}}}};
  FieldValue const value{rows, {}, 0};
  EXPECT_EQ(plain_text(field, &value, english_words()), "1 2\n3");
}

TEST(Telephone, AndUrlAreShownAndExportedAsTheyAreWritten) {
  EXPECT_EQ(shown(parse_telephone("0463-00-0011（内線12）"), FieldKind::tel), "0463-00-0011（内線12）");
  EXPECT_EQ(exported_text({parse_telephone("0463-00-0011"), {}, 0}), "0463-00-0011");
  EXPECT_EQ(exported_text({Url{"https://example.jp/"}, {}, 0}), "https://example.jp/");
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
  site.words.add("pdf.title", {"{title} (PDF)", {}});
  EXPECT_EQ(site.title_of("care-guide.pdf"), "ガイド (PDF)");
}

TEST(FieldKinds, StandInTheOrderInWhichTheyAreNamed) {
  for (std::size_t i = 0; i < kind_entries().size(); ++i) EXPECT_EQ(std::size_t(kind_entries()[i].kind), i);
  EXPECT_EQ(kind_entries().size(), std::size_t(FieldKind::series) + 1);
}

}  // namespace
