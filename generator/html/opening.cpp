#include "html/page_data.hpp"

#include "base/unicode.hpp"
#include "model/date.hpp"

namespace tebiki::html {
namespace {

constexpr std::u32string_view names = U"日月火水木金土";
constexpr std::u32string_view from_to = U"〜～~ー–-";
constexpr std::size_t days_of_week = 7;

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

/// Days by their names, until the first other character; `at` stands behind what was read.
std::optional<Weekdays> read_days(std::string_view words, std::size_t& at) {
  Weekdays days{};
  std::size_t last = days_of_week;
  bool range = false;
  while (at < words.size()) {
    auto next = at;
    auto const c = base::next_character(words, next);
    auto const day = names.find(c);
    if (day != names.npos) {
      // 月〜金 goes round the end of the week: 金〜月.
      for (auto d = last; range && d != day; d = (d + 1) % days_of_week) days[d] = true;
      days[day] = true;
      last = day;
      range = false;
    } else if (is_one_of(from_to, c) && last < days_of_week && !range) {
      range = true;
    } else if (!is_one_of(U"・、,曜", c)) {
      break;
    }
    at = next;
  }
  if (range || last == days_of_week) return std::nullopt;
  return days;
}

/// 毎日, 平日 or the days' names at the beginning of the words.
std::optional<Weekdays> read_weekdays(std::string_view words, std::size_t& at) {
  constexpr std::string_view every_day = "毎日", working_days = "平日";
  if (words.starts_with(every_day)) {
    at = every_day.size();
    return Weekdays{true, true, true, true, true, true, true};
  }
  if (words.starts_with(working_days)) {
    at = working_days.size();
    return Weekdays{false, true, true, true, true, true, false};
  }
  return read_days(words, at);
}

/// 8:30 in minutes; `words` are cut behind it.
std::optional<int> read_time(std::string_view& words) {
  std::size_t at = 0;
  auto const number = [&] {
    int value = 0;
    auto const begin = at;
    for (; at < words.size() && at < begin + 2 && base::is_digit(words[at]); ++at) value = value * 10 + words[at] - '0';
    return at == begin ? -1 : value;
  };
  int const hours = number();
  if (hours < 0 || at == words.size() || words[at++] != ':') return std::nullopt;
  auto const minutes_begin = at;
  int const minutes = number();
  if (hours > 24 || minutes > 59 || at != minutes_begin + 2) return std::nullopt;
  words.remove_prefix(at);
  return hours * 60 + minutes;
}

/// （祝日を除く）: a remark that only takes days away which are looked up anyhow.
bool excepts_holidays(std::string_view words) {
  words = base::trimmed(words);
  return words.empty() || (words.starts_with("（") && words.find("祝") != words.npos && words.ends_with("除く）"));
}

}  // namespace

std::optional<Weekdays> weekdays_of(std::string_view words) {
  words = base::trimmed(words);
  std::size_t at = 0;
  auto days = read_weekdays(words, at);
  return at == words.size() ? days : std::nullopt;
}

std::optional<WeeklyOpening> opening_of(std::string_view words) {
  words = base::trimmed(words);
  std::size_t at = 0;
  auto const days = read_weekdays(words, at);
  if (!days) return std::nullopt;
  auto times = base::trimmed(words.substr(at));
  auto const from = read_time(times);
  std::size_t behind = 0;
  if (!from || times.empty() || !is_one_of(from_to, base::next_character(times, behind))) return std::nullopt;
  times.remove_prefix(behind);
  auto const until = read_time(times);
  if (!until || *until <= *from || !excepts_holidays(times)) return std::nullopt;
  return WeeklyOpening{*days, *from, *until};
}

std::string numbers_of(Weekdays const& days) {
  std::string numbers;
  for (std::size_t day = 0; day < days.size(); ++day) {
    if (days[day]) numbers += std::to_string(day);
  }
  return numbers;
}

std::string coming_holidays(model::Site const& site) {
  auto end = site.today;
  ++end.year;
  std::string days;
  for (auto const& [date, name] : site.holidays) {
    if (date < site.today || end < date) continue;
    days.append(days.empty() ? "" : " ").append(model::iso(date));
  }
  return days;
}

std::vector<TemplateData> week_data(std::string_view days, model::Words const& words) {
  constexpr std::array keys{"weekday.sunday",   "weekday.monday", "weekday.tuesday", "weekday.wednesday",
                            "weekday.thursday", "weekday.friday", "weekday.saturday"};
  std::vector<TemplateData> week;
  auto const open = weekdays_of(days);
  for (std::size_t i = 1; open && i <= days_of_week; ++i) {
    auto const day = i % days_of_week;
    week.push_back(TemplateData()
                       .text("number", std::to_string(day))
                       .text("label", std::string(words[keys[day]]))
                       .flag("is_open", (*open)[day]));
  }
  return week;
}

}  // namespace tebiki::html
