// When the centre is open: `hours` and `after_hours` of a contact, `holidays`.
#include <fmt/format.h>

#include <vector>

#include "base/unicode.hpp"
#include "loading/load.hpp"
#include "loading/records/field_kinds.hpp"

namespace tebiki::loading {
namespace {

using Holidays = std::map<model::Date, std::string>;
using model::Value;

base::Message example_of_holiday() {
  return {"「\"2026-11-03\": \"文化の日\"」のように書いてください。", "Write it like \"2026-11-03\": \"文化の日\"."};
}

void read_holiday(model::Member const& member, Holidays& holidays, base::Diagnostics& diagnostics) {
  auto const& [key, key_at, name] = member;
  auto const day = day_in(key);
  bool const named = name.text() && !base::trimmed(*name.text()).empty();
  if (day && named) {
    if (holidays.emplace(*day, base::trimmed(*name.text())).second) return;
    diagnostics.error(key_at, "duplicate-key",
                      {fmt::format("祝日（{}）が2回書かれています。", model::written_text(*day)),
                       fmt::format("The holiday {} is given twice.", model::iso(*day))},
                      {"どちらか一方を消してください。", "Remove one of the two."});
    return;
  }
  diagnostics.error(day ? name.at : key_at, "malformed-value",
                    day ? base::Message{"祝日の名前がありません。", "This holiday has no name."}
                        : base::Message{fmt::format("祝日「{}」は日付として読めません。", key),
                                        fmt::format("The holiday “{}” is no date.", key)},
                    example_of_holiday());
}

/// The years without any, from that of the first one to that of the last one or of today.
std::vector<int> missing_years(Holidays const& holidays, model::Date today) {
  std::vector<int> years;
  auto year = holidays.begin()->first.year;
  auto const tell = [&](int end) {
    constexpr std::size_t enough = 3;
    for (++year; year < end && years.size() < enough; ++year) years.push_back(year);
    year = end;
  };
  for (auto const& [day, name] : holidays) {
    if (day.year > year) tell(day.year);
  }
  tell(today.year + 1);
  return years;
}

/// 24 hours on every day.
bool is_always(std::vector<model::WeeklyHours> const& opening) {
  if (opening.size() != 1) return false;
  auto const& [days, hours] = opening.front();
  auto const& range = hours.ranges[0];
  bool const whole_day = hours.count == 1 && range.from == 0 && range.until == model::minutes_of_day;
  return whole_day && days == model::Weekdays{true, true, true, true, true, true, true};
}

}  // namespace

std::map<model::Date, std::string> read_holidays(Value const& site_file, model::Date today,
                                                 base::Diagnostics& diagnostics) {
  Holidays holidays;
  auto const* value = site_file.find("holidays");
  auto const* days = value ? value->object() : nullptr;
  if (!days) return holidays;
  for (auto const& member : *days) read_holiday(member, holidays, diagnostics);
  if (holidays.empty()) return holidays;
  for (auto const year : missing_years(holidays, today)) {
    diagnostics.warning(
        value->at, "holidays-missing",
        {fmt::format("{}年の祝日が1日も書かれていません。", year), fmt::format("There are no holidays of {}.", year)},
        {"内閣府の「国民の祝日」を見て、書き足してください。ないと、祝日にも「いま受付中」と出ます。",
         "Add them; without them the site says on holidays that somebody is there."});
  }
  return holidays;
}

std::vector<model::WeeklyHours> read_opening(Value const& contact, base::Diagnostics& diagnostics) {
  auto const* hours = contact.find("hours");
  auto const* after_hours = contact.find("after_hours");
  auto const* text = hours ? hours->text() : nullptr;
  auto read = text ? read_weekly_hours(*text) : ReadWeeklyHours();
  if (read.mistake) {
    diagnostics.error(hours->at, "malformed-value",
                      {fmt::format("受付の時間「{}」は、{}", *text, read.mistake->is.ja),
                       fmt::format("hours “{}” {}", *text, read.mistake->is.en)},
                      read.mistake->hint);
    return {};
  }
  bool const other_number = after_hours && after_hours->text() && !base::trimmed(*after_hours->text()).empty();
  bool const always = is_always(read.hours);
  if (other_number && always) {
    diagnostics.warning(
        after_hours->at, "unused-after-hours",
        {"いつも開いているので、時間外の番号（after_hours）は出ません。",
         "Somebody is always there, so that after_hours is never shown."},
        {"時間外の番号を消すか、受付の時間（hours）を直してください。", "Remove it, or correct the hours."});
  } else if (other_number && read.hours.empty()) {
    diagnostics.warning(
        text ? hours->at : after_hours->at, "unused-after-hours",
        {"受付の時間（hours）を曜日と時刻として読めないので、「いま受付中」も時間外の番号（after_hours）も出ません。",
         "The hours cannot be read as days and times, so that neither “open now” nor after_hours is shown."},
        {"「月〜金 8:30〜17:15」「月〜金 9:00〜18:00、土 9:00〜12:00」のように、曜日と時刻だけで書いてください。",
         "Write days and times alone: 月〜金 8:30〜17:15, or 月〜金 9:00〜18:00、土 9:00〜12:00."});
  }
  // Where somebody is always there, nothing changes by the clock.
  return always ? std::vector<model::WeeklyHours>() : std::move(read.hours);
}

}  // namespace tebiki::loading
