// Whether the hours of a contact are still those of the site in its translations.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <set>

#include "base/unicode.hpp"
#include "loading/load.hpp"
#include "loading/records/field_kinds.hpp"

namespace tebiki::loading {
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
