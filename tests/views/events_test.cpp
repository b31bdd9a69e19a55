// Calendars, agendas and the heads of events' pages: from content to blocks.
#include <gmock/gmock.h>

#include "views/block_text.hpp"
#include "views/made_events.hpp"

namespace {

using namespace made::events;
using namespace tebiki;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// `== title` and `days | name | details | state`.
std::string agenda_text(model::Blocks const& blocks) {
  std::string out;
  for (auto& group : made::only<model::Agenda>(blocks).groups) {
    out += "== " + group.title + "\n";
    for (auto& line : group.lines) {
      out += line.days + " | " + line.name + " | ";
      for (auto& detail : line.details) out += detail + " ";
      out += "| " + line.notice.now() + "\n";
    }
  }
  return out;
}

TEST(Agenda, TellsWhatIsToComeFirstThenWhatIsOverThenWhatHasNoDay) {
  auto const made = made_with("list: events\nas: agenda");
  EXPECT_THAT(made.mistakes, IsEmpty());
  EXPECT_EQ(agenda_text(made.page()),
            "== これからの日程\n"
            "令和8年10月24日（土） | 次の会 | 14:00〜16:00 公民館 | 申込は10月16日（金）まで\n"
            "令和8年11月2日（月）〜11月4日（水） | 続く会 | | \n"
            "令和8年12月3日（木） | 後の会 | | 申込の受付は10月10日（土）で終わりました\n"
            "== 終わった日程\n"
            "令和8年9月18日（金） | 前の会 | 42人が参加 | 終わりました\n"
            "令和7年11月2日（日） | 昔の会 | | 終わりました\n"
            "== 日付の分からないもの\n"
            "2月（日の記載なし） | いつかの会 | | \n");
}

TEST(Agenda, IsCutInTheOrderOfDays) {
  EXPECT_EQ(agenda_text(made_with("list: events\nas: agenda\nlimit: 2\nwhere: {for: 市民}").page()),
            "== これからの日程\n"
            "令和8年10月24日（土） | 次の会 | 14:00〜16:00 公民館 | 申込は10月16日（金）まで\n"
            "令和8年11月2日（月）〜11月4日（水） | 続く会 | | \n");
}

TEST(Agenda, OfWhatIsToComeLeavesOutWhatIsOverAndWhatHasNoDay) {
  std::string const coming =
      "== これからの日程\n"
      "令和8年10月24日（土） | 次の会 | 14:00〜16:00 公民館 | 申込は10月16日（金）まで\n"
      "令和8年11月2日（月）〜11月4日（水） | 続く会 | | \n"
      "令和8年12月3日（木） | 後の会 | | 申込の受付は10月10日（土）で終わりました\n";
  EXPECT_EQ(agenda_text(made_with("list: events\nas: agenda\nonly: coming").page()), coming);
  EXPECT_EQ(agenda_text(made_with("list: events\nas: agenda\nonly: coming\nlimit: 9").page()), coming);
  EXPECT_EQ(agenda_text(made_with("list: events\nas: agenda\nonly: past\nlimit: 1").page()),
            "== 終わった日程\n"
            "令和8年9月18日（金） | 前の会 | 42人が参加 | 終わりました\n");
}

TEST(Agenda, OfWhatIsToComeSaysThatThereIsNothing) {
  auto const made = made_with("list: events\nas: agenda\nonly: coming\nwhere: {title: 前の会}");
  EXPECT_THAT(made.mistakes, IsEmpty()) << "tomorrow there may be something";
  EXPECT_EQ(made::outline(made.page()), "paragraph 該当するものはありません。\n");
}

TEST(Agenda, SaysBelowTheFirstDayUntilWhenAnEventGoesOn) {
  auto const further = [](std::string const& first, std::string const& last) {
    auto const made = made_with("list: events\nas: agenda", "", "",
                                R"([{"id": "a", "title": "会", "day": ")" + first + R"(", "last": ")" + last + "\"}]");
    return made::only<model::Agenda>(made.page()).groups.at(0).lines.at(0).notice.further;
  };
  EXPECT_EQ(further("2026-11-02", "2026-11-02"), "");
  EXPECT_EQ(further("2026-11-02", "2026-11-04"), "〜4日");
  EXPECT_EQ(further("2026-11-30", "2026-12-01"), "〜12月1日");
}

TEST(Events, ToComeCanBeAskedForByOtherViewsOfThem) {
  auto const made = made_with("list: events\nas: table\ncolumns: [title]\nonly: coming\nlimit: 3\nsort: day");
  EXPECT_THAT(made.mistakes, IsEmpty());
  auto const table = made::rows_text(made::only<model::Table>(made.page()));
  EXPECT_THAT(table, HasSubstr("続く会"));
  EXPECT_THAT(table, Not(HasSubstr("いつかの会")));
  EXPECT_THAT(made_with("list: events\nas: agenda\nonly: soon").mistakes,
              ElementsAre(HasSubstr("unknown-value 「soon」")));
  EXPECT_THAT(made_with("list: plain\nas: table\nonly: coming").mistakes,
              ElementsAre(HasSubstr("view-without-days 一覧「plain」には開催日の項目がないので、")));
}

std::vector<model::Calendar> months_of(model::Blocks const& blocks) {
  std::vector<model::Calendar> months;
  for (auto& block : blocks) {
    if (auto* month = std::get_if<model::Calendar>(&block.node)) months.push_back(*month);
  }
  return months;
}

/// `24 次の会、` for every day with something in it.
std::string filled_days(model::Calendar const& month) {
  std::string out;
  for (auto& day : month.days) {
    if (day.items.empty() && day.holiday.empty()) continue;
    out += std::to_string(day.number) + " " + day.holiday;
    for (auto& item : day.items)
      out += (item.kind == model::CalendarItem::Kind::deadline ? "締切 " : "") + item.name + "、";
    out += "\n";
  }
  return out;
}

TEST(Calendar, ShowsTheMonthsThatHoldSomethingFromThisOneOn) {
  auto const made = made_with("list: events\nas: calendar", "", R"(, "holidays": {"2026-11-03": "文化の日"})");
  EXPECT_THAT(made.mistakes, IsEmpty());
  auto const months = months_of(made.page());
  ASSERT_EQ(months.size(), 3u);
  EXPECT_EQ(months[0].title, "令和8年10月");
  EXPECT_THAT(months[0].weekdays, ElementsAre("日", "月", "火", "水", "木", "金", "土"));
  EXPECT_EQ(filled_days(months[0]), "10 締切 後の会、\n16 締切 次の会、\n24 次の会、\n");
  EXPECT_EQ(filled_days(months[1]), "2 続く会、\n3 文化の日続く会、\n4 続く会、\n");
  EXPECT_EQ(months[2].title, "令和8年12月");
}

TEST(Calendar, BeginsItsWeeksOnSundayAndFillsThem) {
  auto const month = months_of(made_with("list: events\nas: calendar\nmonths: 1").page()).at(0);
  ASSERT_EQ(month.days.size(), 35u) << "1 October 2026 is a Thursday";
  EXPECT_EQ(month.days[3].date, "");
  EXPECT_EQ(month.days[4].date, "2026-10-01");
  EXPECT_EQ(month.days[4].title, "10月1日（木）");
  EXPECT_EQ(month.days[34].date, "2026-10-31");
}

TEST(Calendar, ShowsAsManyMonthsAsAreAskedForFromTheOneThatIsNamed) {
  auto const months = months_of(made_with("list: events\nas: calendar\nmonths: 3\nfrom: 2025-11").page());
  ASSERT_EQ(months.size(), 3u);
  EXPECT_EQ(filled_days(months[0]), "2 昔の会、\n");
  EXPECT_EQ(months[2].title, "令和8年1月");
}

TEST(Calendar, OfAnEventWithoutAnEndShowsTwoYears) {
  auto const made =
      made_with("list: events\nas: calendar", "", "",
                R"([{"id": "open", "title": "終わらない会", "day": "2026-11-02", "last": "9999-12-31"}])");
  auto const months = months_of(made.page());
  ASSERT_EQ(months.size(), 23u) << "of the 24 from October on, which is empty";
  EXPECT_EQ(months.front().title, "令和8年11月");
  EXPECT_EQ(months.back().title, "令和10年9月");
}

TEST(Calendar, WarnsOfAYearWithoutHolidays) {
  auto const made =
      made_with("list: events\nas: calendar\nmonths: 4", "", R"(, "holidays": {"2026-11-03": "文化の日"})");
  EXPECT_THAT(
      made.mistakes,
      ElementsAre("no-holidays 暦に2027年の月を出しますが、site.json の holidays に2027年の祝日がありません。"));
}

TEST(Calendar, OfAListWithoutDaysIsAnError) {
  for (auto kind : {"calendar", "agenda"}) {
    EXPECT_THAT(
        made_with("list: plain\nas: " + std::string(kind)).mistakes,
        ElementsAre(
            "view-without-days 一覧「plain」には開催日の項目がないので、日付で並べることも選ぶこともできません。"));
  }
  EXPECT_THAT(made_with("list: events\nas: calendar\nfrom: 10月").mistakes,
              ElementsAre("malformed-value 「10月」は月として読めません。"));
}

TEST(EventPages, TellWhenAndWhereFirstAndUntilWhenOneCanApply) {
  auto const made = made_with("list: events\nas: agenda");
  auto const& soon = head(made, "soon");
  ASSERT_TRUE(soon.event);
  EXPECT_THAT(soon.event->days, ElementsAre("令和8年10月24日（土）"));
  EXPECT_EQ(soon.event->time, "14:00〜16:00");
  EXPECT_EQ(soon.event->reception, "受付は13:30から");
  EXPECT_EQ(soon.event->notice.now(), "申込は10月16日（金）まで");
  EXPECT_EQ(soon.event->form_address, "https://form.example/x");
  EXPECT_EQ(soon.tel.written(), "0463-00-0002");
}

TEST(EventPages, OfWhatIsOverAskNobodyToCallOrToApply) {
  auto const made = made_with("list: events\nas: agenda");
  EXPECT_EQ(head(made, "done").tel.written(), "");
  EXPECT_EQ(head(made, "done").event->form_address, "");
  auto const& rows = made::only<model::Directory>(made::document(made.documents, "events/").blocks);
  for (auto& entry : rows.groups.at(0).entries)
    EXPECT_EQ(entry.tel.empty(), entry.anchor != "events/late" && entry.anchor != "events/soon");
  EXPECT_FALSE(head(made, "unknown").event);
}

TEST(EventPages, TellTheYearOfADeadlineThatIsNotTheYearOfTheEvent) {
  auto const made = made_with(
      "list: events\nas: agenda", "", "",
      R"([{"id": "new-year", "title": "初春の会", "day": "2027-01-16", "limit": "2026-12-20", "for": "市民"}])");
  EXPECT_EQ(head(made, "new-year").event->notice.now(), "申込は令和8年12月20日（日）まで");
}

}  // namespace
