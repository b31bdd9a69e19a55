#include <gmock/gmock.h>

#include "exported.hpp"

namespace tebiki::exporting {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What the page of the record `a` says of itself.
std::string said(std::string const& properties, std::string const& record, std::string const& type,
                 std::string const& base_url = "https://example.jp/") {
  auto files = offices(properties, record, type.empty() ? "" : R"("x-schema-org": ")" + type + "\", ");
  files["site.json"] = R"({"name": "見本", "publisher": "見本市", "base_url": ")" + base_url + "\"}";
  auto const site = loaded_site(files);
  model::Document page;
  page.kind = model::DocumentKind::entry;
  page.path = "offices/a/";
  page.subject = "offices";
  page.record = "a";
  page.title = site.lists.front().records.front().name();
  return structured_data(site, page);
}

constexpr auto office = R"("name": {"type": "string"}, "kind": {"type": "string", "enum": ["病院", "薬局", "ほか"],
    "x-schema-org": {"病院": "Hospital", "薬局": "Pharmacy"}}, "tel": {"format": "tel"}, "fax": {"format": "fax"},
    "address": {"format": "address"}, "at": {"format": "coordinates"}, "towns": {"type": "string", "x-role": "visited-area"})";

TEST(StructuredData, SaysHowToReachAnOfficeAndWhereItIs) {
  auto const json =
      said(office, R"({"id": "a", "name": "見本病院", "kind": "病院", "tel": "0463-00-0001", "fax": "0463-00-0002",
                                     "address": "見本町1番", "at": "35.3354,139.3496"})",
           "");
  EXPECT_THAT(json,
              HasSubstr("{\"@type\": \"Hospital\", \"url\": \"https://example.jp/offices/a/\", \"name\": \"見本病院\", "
                        "\"telephone\": \"0463-00-0001\", \"faxNumber\": \"0463-00-0002\""));
  EXPECT_THAT(json, HasSubstr("\"streetAddress\": \"見本町1番\""));
  EXPECT_THAT(json, HasSubstr("{\"@type\": \"GeoCoordinates\", \"latitude\": 35.3354, \"longitude\": 139.3496}"));
}

TEST(StructuredData, TakesTheTypeOfAChoiceBeforeThatOfTheList) {
  EXPECT_THAT(said(office, R"({"id": "a", "name": "一", "kind": "薬局"})", "LocalBusiness"), HasSubstr("\"Pharmacy\""));
  EXPECT_THAT(said(office, R"({"id": "a", "name": "一", "kind": "ほか"})", "LocalBusiness"),
              HasSubstr("\"LocalBusiness\""));
  EXPECT_THAT(said(office, R"({"id": "a", "name": "一", "kind": "ほか"})", ""),
              Not(HasSubstr("\"name\": \"一\", \"tele")));
}

TEST(StructuredData, GivesATaxiItsNumberAsThatOfTheProvider) {
  EXPECT_THAT(said(office, R"({"id": "a", "name": "一", "tel": "0463-00-0001", "towns": "平塚市内"})", "TaxiService"),
              HasSubstr("\"areaServed\": \"平塚市内\", \"provider\": {\"@type\": \"LocalBusiness\", \"name\": \"一\", "
                        "\"telephone\": \"0463-00-0001\"}"));
}

TEST(StructuredData, SaysWhenAnEventBeginsAndEndsInJapan) {
  constexpr auto event = R"("title": {"type": "string"}, "day": {"format": "date", "x-role": "begins"},
      "time": {"format": "hours"}, "place": {"type": "string", "x-role": "place"})";
  auto const json = said(
      event, R"({"id": "a", "title": "講座", "day": "2026-11-02", "time": "18:30〜20:30", "place": "会館"})", "Event");
  EXPECT_THAT(json,
              HasSubstr("\"startDate\": \"2026-11-02T18:30:00+09:00\", \"endDate\": \"2026-11-02T20:30:00+09:00\""));
  EXPECT_THAT(json, HasSubstr("\"location\": {\"@type\": \"Place\", \"name\": \"会館\""));
  EXPECT_THAT(said(event, R"({"id": "a", "title": "講座"})", "Event"), Not(HasSubstr("\"Event\"")))
      << "schema.org wants a day";
}

TEST(StructuredData, OfVideosQuestionsAndNewsSaysWhatTheirFieldsSay) {
  constexpr auto fields =
      R"("title": {"type": "string"}, "summary": {"type": "string"}, "youtube": {"format": "youtube"},
      "published": {"format": "date"}, "duration": {"type": "string"})";
  constexpr auto record = R"({"id": "a", "title": "題", "summary": "中身", "youtube": "dQw4w9WgXcQ",
                              "published": "2026-04-10", "duration": "6分20秒"})";
  EXPECT_THAT(
      said(fields, record, "VideoObject"),
      HasSubstr("\"name\": \"題\", \"uploadDate\": \"2026-04-10\", \"duration\": \"PT6M20S\", "
                "\"embedUrl\": \"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ\", \"description\": \"中身\""));
  for (auto const* address : {"https://youtu.be/dQw4w9WgXcQ?t=3", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3"}) {
    std::string by_address = record;
    by_address.replace(by_address.find("dQw4w9WgXcQ"), 11, address);
    EXPECT_THAT(said(fields, by_address.c_str(), "VideoObject"), HasSubstr("/embed/dQw4w9WgXcQ\"")) << address;
  }
  EXPECT_THAT(said(fields, record, "FAQPage"),
              HasSubstr("\"mainEntity\": [{\"@type\": \"Question\", \"name\": \"題\", \"acceptedAnswer\": "
                        "{\"@type\": \"Answer\", \"text\": \"中身\"}}]"));
  EXPECT_THAT(said(fields, record, "NewsArticle"),
              HasSubstr("\"headline\": \"題\", \"datePublished\": \"2026-04-10\""));
}

TEST(StructuredData, TellsTheChaptersOfAFilmWithTheSecondsOfEach) {
  constexpr auto fields =
      R"("title": {"type": "string"}, "youtube": {"format": "youtube"}, "duration": {"type": "string"},
      "parts": {"type": "array", "x-role": "chapters", "items": {"type": "object", "properties": {
        "at": {"type": "string", "x-role": "chapter-time"}, "what": {"type": "string"}}}})";
  std::string const chapters = R"("parts": [{"at": "0:00", "what": "はじめに"}, {"at": "1分30秒", "what": "朝"}])";
  auto const clip = [](std::string const& name, std::string const& from, std::string const& until) {
    return R"({"@type": "Clip", "name": ")" + name + R"(", "startOffset": )" + from + R"(, "endOffset": )" + until +
           R"(, "url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=)" + from + R"(s"})";
  };
  EXPECT_THAT(
      said(fields, R"({"id": "a", "title": "題", "youtube": "dQw4w9WgXcQ", "duration": "6分20秒", )" + chapters + "}",
           "VideoObject"),
      HasSubstr("\"hasPart\": [" + clip("はじめに", "0", "90") + ", " + clip("朝", "90", "380") + "]"));
  EXPECT_THAT(said(fields, R"({"id": "a", "title": "題", )" + chapters + "}", "VideoObject"), Not(HasSubstr("Clip")))
      << "nobody can see it";
}

TEST(StructuredData, LeadsBackToTheListAndHome) {
  auto const json = said(office, R"({"id": "a", "name": "一"})", "");
  EXPECT_THAT(
      json,
      HasSubstr("{\"@type\": \"BreadcrumbList\", \"itemListElement\": [{\"@type\": \"ListItem\", \"position\": 1, "
                "\"name\": \"見本\", \"item\": \"https://example.jp/\"}, {\"@type\": \"ListItem\", \"position\": 2, "
                "\"name\": \"事業所\", \"item\": \"https://example.jp/offices/\"}"));
  EXPECT_EQ(said(office, R"({"id": "a", "name": "一"})", "", ""), "") << "addresses there are absolute";
}

TEST(StructuredData, CannotEndTheScriptThatHoldsIt) {
  auto const json = said(office, "{\"id\": \"a\", \"name\": \"</script><!-- \u2028\u2029\"}", "LocalBusiness");
  EXPECT_THAT(json, Not(HasSubstr("<")));
  EXPECT_THAT(json, HasSubstr("\\u003c/script>\\u003c!-- \\u2028\\u2029"));
}

}  // namespace
}  // namespace tebiki::exporting
