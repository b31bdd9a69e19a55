#include "model/typed_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "base/unicode.hpp"
#include "model/words.hpp"

namespace tebiki::model {
namespace {

int days_in(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[std::size_t(month - 1)];
}

bool read_digits(std::string_view text, int& number) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= 0;
}

constexpr std::string_view holiday_words[] = {"祝祭日", "祝日", "祭日"};

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

/// Behind 曜 a 日 belongs to 曜日 and is no Sunday, but for that of 土曜日曜.
void skip_day_of_weekday(std::string_view words, std::size_t& at) {
  constexpr std::string_view day = "日", weekday = "曜";
  auto const rest = words.substr(std::min(at, words.size()));
  if (rest.starts_with(day) && !rest.substr(day.size()).starts_with(weekday)) at += day.size();
}

/// Days by their names, until the first other character; `words` are cut behind them.
std::optional<Weekdays> take_named_days(std::string_view& words) {
  constexpr std::u32string_view names = U"日月火水木金土";
  Weekdays days{};
  auto last = names.size();
  bool range = false;
  std::size_t at = 0;
  while (at < words.size()) {
    auto next = at;
    auto const c = base::next_character(words, next);
    auto const day = names.find(c);
    if (day != names.npos) {
      // 月〜金 goes round the end of the week: 金〜月.
      for (auto d = last; range && d != day; d = (d + 1) % names.size()) days[d] = true;
      days[day] = true;
      last = day;
      range = false;
    } else if (is_one_of(U"〜～~ー–-", c) && last < names.size() && !range) {
      range = true;
    } else if (c == U'曜') {
      skip_day_of_weekday(words, next);
    } else if (!is_one_of(U"・、,と", c)) {
      break;
    }
    at = next;
  }
  words.remove_prefix(at);
  return range || last == names.size() ? std::nullopt : std::optional(days);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Date date;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  bool digits = read_digits(text.substr(0, 4), date.year) && read_digits(text.substr(5, 2), date.month) &&
                read_digits(text.substr(8, 2), date.day);
  if (!digits || date.month < 1 || date.month > 12 || date.day < 1 || date.day > days_in(date.year, date.month)) {
    return std::nullopt;
  }
  return date;
}

Date day_after(Date date) {
  if (date.day < days_in(date.year, date.month)) return {date.year, date.month, date.day + 1};
  return date.month < 12 ? Date{date.year, date.month + 1, 1} : Date{date.year + 1, 1, 1};
}

Date next_month(Date date) { return date.month < 12 ? Date{date.year, date.month + 1, 1} : Date{date.year + 1, 1, 1}; }

int day_of_week(Date date) {
  using namespace std::chrono;
  return int(weekday(sys_days(year(date.year) / date.month / date.day)).c_encoding());
}

std::string iso(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

int fiscal_year_of(Date date) { return date.month < 4 ? date.year - 1 : date.year; }

std::optional<Weekdays> take_weekdays(std::string_view& words) {
  constexpr Weekdays every_day{true, true, true, true, true, true, true};
  constexpr Weekdays working_days{false, true, true, true, true, true, false};
  constexpr Weekdays weekend{true, false, false, false, false, false, true};
  for (auto const& [word, days] : {std::pair{std::string_view("毎日"), every_day},
                                   {std::string_view("年中無休"), every_day},
                                   {std::string_view("無休"), every_day},
                                   {std::string_view("365日"), every_day},
                                   {std::string_view("平日"), working_days},
                                   {std::string_view("週末"), weekend}}) {
    if (!words.starts_with(word)) continue;
    words.remove_prefix(word.size());
    return days;
  }
  return take_named_days(words);
}

std::optional<Weekdays> parse_weekdays(std::string_view words) {
  std::optional<Weekdays> all;
  for (words = base::trimmed(words); !words.empty();) {
    // Whether it is open on holidays, too, is no question of weekdays.
    auto const holiday = std::find_if(std::begin(holiday_words), std::end(holiday_words),
                                      [&](std::string_view word) { return words.starts_with(word); });
    if (holiday != std::end(holiday_words)) {
      words.remove_prefix(holiday->size());
    } else {
      auto const some = take_weekdays(words);
      if (!some) return std::nullopt;
      if (!all) all.emplace();
      for (std::size_t day = 0; day < all->size(); ++day) (*all)[day] = (*all)[day] || (*some)[day];
    }
    while (!words.empty()) {
      std::size_t next = 0;
      if (!is_one_of(U"・、,，/ \u3000と", base::next_character(words, next))) break;
      words.remove_prefix(next);
    }
  }
  return all;
}

EraYear era_year(Date day) {
  using namespace std::chrono;
  auto const* era = base::japanese_era_on(year(day.year) / day.month / day.day);
  return era ? EraYear{era->name, era->letter, day.year - era->gregorian(1) + 1} : EraYear{"", "", day.year};
}

EraYear fiscal_era_year(int year) { return era_year({year, 12, 31}); }

std::optional<Date> PublishingPeriod::next_change(Date day) const {
  if (from && until && *until < *from) return std::nullopt;
  if (from && day < *from) return from;
  if (until && day <= *until) return day_after(*until);
  return std::nullopt;
}

std::optional<Date> first_day_without(PublishingPeriod const& target, PublishingPeriod const& holder, Date today) {
  auto first = std::max(today, holder.from.value_or(today));
  if (target.includes(first)) {
    if (!target.until) return std::nullopt;
    first = day_after(*target.until);
  }
  return holder.includes(first) ? std::optional(first) : std::nullopt;
}

// As readers see them: declared in words.hpp.
namespace {

/// The number of a year as it is written behind its era.
std::string number_of(EraYear const& year, Words const& words) {
  bool const first = !year.era.empty() && year.number == 1;
  return first ? std::string(words["date.first-year"]) : std::to_string(year.number);
}

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> parts;
  while (!(words = base::trimmed(words)).empty()) {
    auto const end = std::min(words.find(' '), words.size());
    parts.push_back(words.substr(0, end));
    words.remove_prefix(end);
  }
  return parts;
}

/// `date.eras` holds each era that is called otherwise, and behind it how: 令和 Reiwa.
std::string_view era_name(std::string const& era, Words const& words) {
  auto const names = split(words["date.eras"]);
  for (std::size_t i = 0; i + 1 < names.size(); i += 2) {
    if (names[i] == era) return names[i + 1];
  }
  return era;
}

/// A day as words take it in.
struct DayTexts {
  std::string_view era, month_name;
  std::string year, western, month, day;
};

DayTexts texts_of(Date date, EraYear const& year, Words const& words) {
  return {era_name(year.era, words), month_name(date.month, words), number_of(year, words),
          std::to_string(date.year), std::to_string(date.month),    std::to_string(date.day)};
}

}  // namespace

std::string_view month_name(int month, Words const& words) {
  auto const names = split(words["date.months"]);
  bool const known = month >= 1 && std::size_t(month) <= names.size();
  return known ? names[std::size_t(month - 1)] : std::string_view();
}

std::string_view weekday_name(std::size_t day, Words const& words) {
  std::array const names{words["weekday.sunday"],    words["weekday.monday"],   words["weekday.tuesday"],
                         words["weekday.wednesday"], words["weekday.thursday"], words["weekday.friday"],
                         words["weekday.saturday"]};
  return names[day];
}

std::string weekdays_text(Weekdays const& days, Words const& words) {
  constexpr std::size_t week = 7;
  if (std::all_of(days.begin(), days.end(), [](bool open) { return open; })) return std::string(words["days.every"]);
  std::string out;
  for (std::size_t place = 0; place < week; ++place) {
    auto const open = [&](std::size_t one) { return one < week && days[(one + 1) % week]; };
    auto const name = [&](std::size_t one) { return weekday_name((one + 1) % week, words); };
    if (!open(place)) continue;
    auto last = place;
    while (open(last + 1)) ++last;
    auto const some = last > place ? words.filled("days.range", {{"from", name(place)}, {"until", name(last)}})
                                   : std::string(name(place));
    out.append(out.empty() ? "" : words["join.comma"]).append(some);
    place = last;
  }
  return out;
}

std::string date_text(Date date, Words const& words) {
  auto const year = era_year(date);
  auto const day = texts_of(date, year, words);
  return words.filled("date.day", {{"era", day.era},
                                   {"year", day.year},
                                   {"month", day.month},
                                   {"day", day.day},
                                   {"western", day.western},
                                   {"month-name", day.month_name}});
}

std::string month_text(Date date, Words const& words) {
  auto const year = era_year(date);
  auto const day = texts_of(date, year, words);
  return words.filled("date.month", {{"era", day.era},
                                     {"year", day.year},
                                     {"month", day.month},
                                     {"western", day.western},
                                     {"month-name", day.month_name}});
}

std::string year_text(Date date, Words const& words) {
  auto const year = era_year(date);
  auto const day = texts_of(date, year, words);
  return words.filled("date.year", {{"era", day.era}, {"year", day.year}, {"western", day.western}});
}

std::string fiscal_year_text(int begin, Words const& words) {
  auto const year = fiscal_era_year(begin);
  auto const day = texts_of({begin, 4, 1}, year, words);
  return words.filled("date.fiscal-year", {{"era", day.era}, {"year", day.year}, {"western", day.western}});
}

std::string short_fiscal_year_text(int begin, Words const& words) {
  auto const year = fiscal_era_year(begin);
  auto const day = texts_of({begin, 4, 1}, year, words);
  return words.filled("date.short-fiscal-year", {{"era", day.era}, {"year", day.year}, {"western", day.western}});
}

std::string_view kind_word(Words const& words, YearFigure::Kind kind) {
  switch (kind) {
    case YearFigure::Kind::actual:
      return words["chart.actual"];
    case YearFigure::Kind::plan:
      return words["chart.plan"];
    case YearFigure::Kind::expected:
      return words["chart.expected"];
    case YearFigure::Kind::cancelled:
      return words["chart.cancelled"];
    case YearFigure::Kind::uncounted:
      return words["chart.uncounted"];
  }
  return {};
}

}  // namespace tebiki::model
