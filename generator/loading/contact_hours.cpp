// When the centre is open: `hours` and `after_hours` of a contact, `holidays`; and whether the hours that a translation
// says are still those of the site.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <set>
#include <vector>

#include "base/unicode.hpp"
#include "loading/load.hpp"
#include "loading/records/field_kinds.hpp"

namespace tebiki::loading {
namespace {

using Holidays = std::map<model::Date, std::string>;
using model::Value;

base::Message example_of_holiday() {
  return {"「\"2026-11-03\": \"文化の日\"」のように書いてください。", "Write them like \"2026-11-03\": \"文化の日\"."};
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

/// Where the first words stand that say so, of the site's contact or of records.
std::optional<base::SourceLocation> who_rests_on_holidays(model::Site const& site) {
  auto const rests = [](std::string_view words) { return words.find("祝") != words.npos; };
  if (rests(site.contact.hours)) return site.contact.at;
  for (auto const& list : site.lists) {
    for (auto role : {model::Role::days, model::Role::hours, model::Role::opening_note}) {
      auto const* field = list.schema.with_role(role);
      for (auto const& record : list.records) {
        auto const* value = field ? record.find(*field) : nullptr;
        if (value && rests(model::exported_text(*value))) return value->at;
      }
    }
  }
  return std::nullopt;
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

void tell_of_missing_holidays(model::Site const& site, model::Date today, base::Diagnostics& diagnostics) {
  auto const last = site.holidays.empty() ? std::nullopt : std::optional(site.holidays.rbegin()->first);
  auto soon = today;
  for (int i = 0; i < 30; ++i) soon = model::day_after(soon);
  if (last && (*last >= soon || last->year < today.year)) return;  // that the year has none was told
  auto const at = who_rests_on_holidays(site);
  if (!at) return;
  auto const known =
      last ? "は" + model::written_text(*last) + "までしかありません。その後の祝日には、開いていると出ます。"
           : "がありません。いま開いているかどうかを、出せません。";
  auto const en = last ? "end on " + model::iso(*last) : "are missing";
  diagnostics.warning(*at, "holidays-missing",
                      {"祝日は休みと書いてありますが、site.json に祝日（holidays）" + known,
                       "It rests on holidays, but “holidays” of site.json " + en + "."},
                      {"内閣府の「国民の祝日」を見て、" + example_of_holiday().ja, example_of_holiday().en});
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

// The hours of translations.

namespace {

using model::Value;
using model::Weekdays;

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

/// Takes times out of other words, in minutes: 8:30, 8時半, 午後5時15分, 5 pm. Digits are ASCII, letters small.
class TimeScanner {
 public:
  explicit TimeScanner(std::string_view words) : words_(words), rest_(words) {}

  std::set<int> read() {
    std::set<int> times;
    while (!rest_.empty()) {
      if (!base::is_digit(rest_.front())) {
        rest_.remove_prefix(1);
      } else if (auto const time = this->time()) {
        times.insert(*time);
      }
    }
    return times;
  }

 private:
  bool skip(std::string_view word) {
    bool const found = rest_.starts_with(word);
    if (found) rest_.remove_prefix(word.size());
    return found;
  }

  std::optional<int> number() {
    int number = 0;
    auto const [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    rest_.remove_prefix(std::size_t(end - rest_.data()));
    return error == std::errc() ? std::optional(number) : std::nullopt;
  }

  /// Takes the number at hand, also where it is no time.
  std::optional<int> time() {
    bool const afternoon = base::trimmed(words_.substr(0, words_.size() - rest_.size())).ends_with("午後");
    auto const hour = number();
    bool const colon = skip(":"), sign = !colon && skip("時");
    auto const minute = colon ? number() : sign ? minutes_behind_sign() : std::optional(0);
    auto const behind = base::trimmed(rest_);
    bool const pm = afternoon || begins_with_any(behind, {"pm", "p.m"});
    bool const am = begins_with_any(behind, {"am", "a.m"});
    if (!hour || !minute || !(colon || sign || pm || am)) return std::nullopt;
    return (pm ? *hour % 12 + 12 : *hour) * 60 + *minute;
  }

  /// Nothing for 24時間.
  std::optional<int> minutes_behind_sign() {
    if (skip("半")) return 30;
    if (rest_.starts_with("間")) return std::nullopt;
    auto const before = rest_;
    auto const minutes = rest_.empty() || !base::is_digit(rest_.front()) ? std::nullopt : number();
    if (minutes && skip("分")) return minutes;
    rest_ = before;
    return 0;
  }

  std::string_view words_, rest_;
};

/// The day that begins with these small letters: mon, monday, mondays; 0 is Sunday.
std::optional<std::size_t> english_day(std::string_view word) {
  constexpr std::array<std::string_view, 7> days = {"sundays",   "mondays", "tuesdays", "wednesdays",
                                                    "thursdays", "fridays", "saturdays"};
  auto const day = std::find_if(days.begin(), days.end(), [&](auto name) { return name.starts_with(word); });
  return word.size() < 3 || day == days.end() ? std::nullopt : std::optional(std::size_t(day - days.begin()));
}

/// Mon–Fri, Monday to Friday, Mondays and Thursdays, weekdays.
Weekdays english_days(std::string_view words) {
  Weekdays days{};
  std::optional<std::size_t> last;
  std::size_t behind_last = 0;
  for (std::size_t at = 0; at < words.size();) {
    auto const end = std::find_if_not(words.begin() + std::ptrdiff_t(at), words.end(), base::is_letter);
    auto const length = std::size_t(end - words.begin()) - at;
    auto const word = words.substr(at, length);
    if (word == "weekdays") days = {false, true, true, true, true, true, false};
    if (word == "daily") days.fill(true);
    if (auto const day = english_day(word)) {
      auto const between = base::trimmed(words.substr(behind_last, at - behind_last));
      bool const range = last && (between == "-" || between == "–" || between == "—" || between == "to" ||
                                  between == "through" || between == "〜" || between == "~");
      for (auto i = range ? *last : *day; i != *day; i = (i + 1) % days.size()) days.at(i) = true;
      days.at(*day) = true;
      last = day;
      behind_last = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return days;
}

/// The days that the words name, in Japanese at their beginning; none where they are not understood. What stands in
/// brackets or behind “closed” takes days away.
Weekdays days_in(std::string words) {
  for (std::string_view end : {"(", "closed", "except", "休"}) words.resize(std::min(words.find(end), words.size()));
  Weekdays days{};
  for (auto const& weekly : read_weekly_hours(words).hours) {
    for (std::size_t day = 0; day < days.size(); ++day) days.at(day) = days.at(day) || weekly.days.at(day);
  }
  if (days != Weekdays{}) return days;
  days = english_days(words);
  if (days != Weekdays{}) return days;
  std::erase(words, ' ');
  std::string_view rest = words;
  return model::take_weekdays(rest).value_or(Weekdays{});
}

void tell(Value const& said, std::string const& own, base::Message const& what, base::Diagnostics& diagnostics) {
  diagnostics.warning(
      said.at, "hours-not-of-the-site",
      {fmt::format("受付の時間の訳「{}」は、site.json の「{}」と{}が違います。", *said.text(), own, what.ja),
       fmt::format("The hours “{}” have other {} than “{}” in site.json.", *said.text(), what.en, own)},
      {"site.json の受付の時間（hours）を見て、どちらかを直してください。",
       "Look at the hours in site.json, and correct one of the two."});
}

}  // namespace

void tell_of_other_hours(Value const& translated, Value const& site_file, base::Diagnostics& diagnostics) {
  auto const* contact = translated.find("contact");
  auto const* said = contact ? contact->find("hours") : nullptr;
  auto const* of_site = site_file.find("contact");
  auto const own = of_site ? text_of(*of_site, "hours") : std::string();
  if (!said || !said->text() || own.empty()) return;
  auto const words = base::lower_case(base::nfkc(*said->text())), own_words = base::lower_case(base::nfkc(own));
  auto const times = TimeScanner(words).read(), own_times = TimeScanner(own_words).read();
  if (!times.empty() && !own_times.empty() && times != own_times)
    return tell(*said, own, {"時刻", "times"}, diagnostics);
  auto const days = days_in(words), own_days = days_in(own_words);
  if (days != Weekdays{} && own_days != Weekdays{} && days != own_days)
    tell(*said, own, {"曜日", "weekdays"}, diagnostics);
}

}  // namespace tebiki::loading
