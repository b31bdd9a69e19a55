#include "exporting/exporting.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "base/diagnostics.hpp"
#include "japanese_words.hpp"
#include "loading/load.hpp"

namespace tebiki::exporting {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A site whose list `events` holds these records.
model::Site site(std::string const& records, std::string const& base_url = "https://example.jp/guide/") {
  base::Sources sources;
  base::Diagnostics diagnostics;
  base::MemoryTree content({{"site.json", R"({"name": "見本", "base_url": ")" + base_url + R"("})"},
                            {"lists/events/schema.json", R"({"title": "催し", "properties": {
                               "title": {"type": "string"}, "summary": {"type": "string"},
                               "day": {"format": "date", "x-role": "begins", "x-label": "開催日"},
                               "last": {"format": "date", "x-role": "ends", "x-label": "終了日"},
                               "time": {"format": "hours", "x-label": "時間"},
                               "limit": {"format": "date", "x-role": "deadline", "x-label": "申込期限"},
                               "place": {"type": "string", "x-label": "会場"},
                               "tel": {"format": "tel", "x-label": "電話"},
                               "checked": {"format": "date", "x-role": "confirmed", "x-label": "確認日"}}})"},
                            {"lists/events/events.json", "[" + records + "]"}});
  auto site = loading::load(content, {2026, 10, 15}, 1, sources, diagnostics);
  EXPECT_EQ(base::text_report(diagnostics.sorted(sources), sources, base::Language::en), "");
  site.words = japanese_words();
  return site;
}

std::string file(std::vector<model::OutputFile> const& files, std::string_view path) {
  for (auto const& one : files) {
    if (one.path == path) return one.bytes;
  }
  return {};
}

/// The one event's file, with folded lines joined.
std::string calendar_of(std::string const& record) {
  auto text = file(calendars(site(record)), "events/a/a.ics");
  for (auto at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

TEST(Calendars, AreOneForEachEventAndOneForAll) {
  auto const files = calendars(site(R"({"id": "a", "title": "一", "day": "2026-11-02"},
                                       {"id": "b", "title": "二", "day": "2026-11-01"}, {"id": "c", "title": "三"})"));
  ASSERT_EQ(files.size(), 3u) << "what has no day is in no calendar";
  auto const all = file(files, "events/events.ics");
  EXPECT_THAT(all, HasSubstr("X-WR-CALNAME:催し\r\n"));
  EXPECT_LT(all.find("SUMMARY:二"), all.find("SUMMARY:一")) << "in the order of their days";
  EXPECT_THAT(file(files, "events/b/b.ics"), Not(HasSubstr("一")));
}

TEST(Calendars, SayTimesInJapanAndWholeDaysWhereNoTimeIsKnown) {
  EXPECT_THAT(calendar_of(R"({"id": "a", "title": "x", "day": "2026-11-02", "time": "18:30〜20:30"})"),
              HasSubstr("DTSTART;TZID=Asia/Tokyo:20261102T183000\r\nDTEND;TZID=Asia/Tokyo:20261102T203000\r\n"));
  auto const open_end = calendar_of(R"({"id": "a", "title": "x", "day": "2026-11-02", "time": "18:30〜"})");
  EXPECT_THAT(open_end, HasSubstr("DTSTART;TZID=Asia/Tokyo:20261102T183000\r\n"));
  EXPECT_THAT(open_end, Not(HasSubstr("DTEND"))) << "nobody said when it ends";
  EXPECT_THAT(calendar_of(R"({"id": "a", "title": "x", "day": "2026-12-31", "last": "2026-12-31"})"),
              HasSubstr("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
}

TEST(Calendars, HaveAnEntryForEachOfSeveralDaysAndOneForDaysOnEnd) {
  auto const two = calendar_of(R"({"id": "a", "title": "x", "day": ["2026-11-09", "2026-11-02"]})");
  EXPECT_THAT(two, HasSubstr("UID:events-a@example.jp\r\n"));
  EXPECT_THAT(two, HasSubstr("UID:events-a-2@example.jp\r\n"));
  EXPECT_LT(two.find("20261102"), two.find("20261109"));
  EXPECT_THAT(calendar_of(R"({"id": "a", "title": "x", "day": "2026-11-02", "last": "2026-11-04"})"),
              HasSubstr("DTSTART;VALUE=DATE:20261102\r\nDTEND;VALUE=DATE:20261105\r\n"));
}

TEST(Calendars, AreStampedWithTheDayOfConfirmationOrElseThatOfTheSite) {
  EXPECT_THAT(calendar_of(R"({"id": "a", "title": "x", "day": "2026-11-02"})"),
              HasSubstr("DTSTAMP:20261015T000000Z\r\n"));
  EXPECT_THAT(calendar_of(R"({"id": "a", "title": "x", "day": "2026-11-02", "checked": "2026-09-01"})"),
              HasSubstr("DTSTAMP:20260901T000000Z\r\n"));
}

TEST(Calendars, TellWhatOneHasToKnowToCome) {
  auto const text = calendar_of(R"({"id": "a", "title": "x", "day": "2026-11-02", "summary": "聞く; 話す, 書く\\",
                                    "limit": "2026-10-30", "place": "公民館", "tel": "0463-00-0001"})");
  EXPECT_THAT(text, HasSubstr(R"(DESCRIPTION:聞く\; 話す\, 書く\\\n申込期限：令和8年10月30日)"));
  EXPECT_THAT(text, HasSubstr("LOCATION:公民館\r\n"));
  EXPECT_THAT(text, HasSubstr("CONTACT:0463-00-0001\r\n"));
  EXPECT_THAT(text, HasSubstr("URL:https://example.jp/guide/events/a/\r\n"));
}

TEST(Calendars, FoldLinesAfter75OctetsAndNeverWithinACharacter) {
  EXPECT_EQ(folded("short"), "short\r\n");
  EXPECT_EQ(folded(std::string(75, 'a')), std::string(75, 'a') + "\r\n");
  EXPECT_EQ(folded(std::string(76, 'a')), std::string(75, 'a') + "\r\n a\r\n");
  std::string long_line = "SUMMARY:";
  for (int i = 0; i < 60; ++i) long_line += "催";
  auto const text = folded(long_line);
  for (std::size_t from = 0; from < text.size();) {
    auto const end = text.find("\r\n", from);
    EXPECT_LE(end - from, 75u);
    EXPECT_NE(static_cast<unsigned char>(text[from + (from > 0)]) & 0xC0, 0x80)
        << "a line begins with a whole character";
    from = end + 2;
  }
}

TEST(Calendars, LeaveControlCharactersOut) { EXPECT_EQ(escaped("a\r\nb\tc\x01;"), "a\\nbc\\;"); }

TEST(Calendars, AreMadeOfNoListWithoutDays) {
  auto site = exporting::site(R"({"id": "a", "title": "x", "day": "2026-11-02"})");
  for (auto& field : site.lists.front().schema.fields) field.role = model::Role::none;
  EXPECT_TRUE(calendars(site).empty());
}

}  // namespace
}  // namespace tebiki::exporting
