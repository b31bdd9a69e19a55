#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "base/unicode.hpp"
#include "loading/records/field_kinds.hpp"

namespace tebiki::loading {
namespace {

using model::Hours;
using model::TimeRange;

constexpr std::string_view all_day = "24時間";

bool is_backwards(TimeRange range) {
  return range.from != TimeRange::unsaid && range.until != TimeRange::unsaid && range.until < range.from;
}

/// The range that ends before it begins, as 9:00〜5:00 does.
std::optional<FormatMistake> order_mistake(Hours const& hours) {
  auto const end = hours.ranges.begin() + hours.count;
  auto const found = std::find_if(hours.ranges.begin(), end, is_backwards);
  if (found == end) return std::nullopt;
  Hours evening, morning;
  evening.count = morning.count = 1;
  evening.ranges[0] = morning.ranges[0] = *found;
  evening.ranges[0].until = std::int16_t(found->until + noon);
  morning.ranges[0].until = std::int16_t(found->until + model::minutes_of_day);
  return FormatMistake{{"終わりの時刻が、始まりの時刻より前です。", "ends before it begins."},
                       {fmt::format("午後までなら「{}」、次の日までなら「{}」のように書いてください。",
                                    model::written_text(evening), model::written_text(morning)),
                        fmt::format("Write {} for the afternoon, or {} for the next day.", model::written_text(evening),
                                    model::written_text(morning))}};
}

/// The numbers in a text, in order; at most nine digits each.
std::vector<int> numbers(std::string_view text) {
  std::vector<int> result;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && base::is_digit(text[end])) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    int number = 0;
    for (char c : text.substr(at, std::min<std::size_t>(end - at, 9))) number = number * 10 + (c - '0');
    result.push_back(number);
    at = end;
  }
  return result;
}

/// What Excel makes of a time: the part of the day that has gone by then.
FormatMistake fraction_mistake(std::string const& text) {
  double day = 0;
  std::from_chars(text.data(), text.data() + text.size(), day);
  auto minutes = day < 1 ? static_cast<int>(day * 24 * 60 + 0.5) : 0;
  base::Message is{"時間帯として読めません。", "is no range of times."};
  if (minutes > 0)
    is = {fmt::format("時刻 {}:{:02} が、Excel で小数に変わったものです。", minutes / 60, minutes % 60),
          fmt::format("is what Excel makes of the time {}:{:02}.", minutes / 60, minutes % 60)};
  return {is,
          {"「9:00-17:00」のように書いてください。Excel では、セルの書式を「文字列」にしてから打ち直します。",
           "Write it like 9:00-17:00; in Excel, format the cell as text first."}};
}

/// The times of the fractions that Excel made of several (0.375-0.708), in minutes; empty where there are other words.
std::vector<std::string> clocks_of_fractions(std::string_view text) {
  std::vector<std::string> clocks;
  for (std::size_t at = 0; at < text.size();) {
    auto const rest = text.substr(at);
    if (rest.starts_with("0.")) {
      double day = 0;
      auto const end = std::from_chars(rest.data(), rest.data() + rest.size(), day, std::chars_format::fixed).ptr;
      auto const minutes = std::lround(day * model::minutes_of_day);
      clocks.push_back(fmt::format("{}:{:02}", minutes / 60, minutes % 60));
      at += std::size_t(end - rest.data());
      continue;
    }
    auto const character = base::next_character(text, at);
    if (std::u32string_view(U" -~〜、,;/").find(character) == std::u32string_view::npos) return {};
  }
  return clocks;
}

FormatMistake fractions_mistake(std::vector<std::string> const& clocks) {
  return {{fmt::format("時刻（{}）が、Excel で小数に変わったものです。", fmt::join(clocks, "、")),
           fmt::format("is what Excel makes of the times {}.", fmt::join(clocks, ", "))},
          {"「9:00-17:00」のように書いてください。Excel では、セルの書式を「文字列」にしてから打ち直します。",
           "Write it like 9:00-17:00; in Excel, format the cell as text first."}};
}

/// The most that an hour may be behind these words: 午後 begins anew at noon.
int last_hour_behind(std::string_view words) {
  words = base::trimmed(words);
  return words.ends_with("午前") || words.ends_with("午後") ? 12 : 24;
}

/// 25時, 午後13時, 9時75分; 48時間 is none.
bool has_impossible_hour(std::string_view folded) {
  constexpr std::string_view sign = "時", lasting = "時間";
  for (auto at = folded.find(sign); at != folded.npos; at = folded.find(sign, at + 1)) {
    auto start = at;
    while (start > 0 && base::is_digit(folded[start - 1])) --start;
    if (start == at || folded.substr(at).starts_with(lasting)) continue;
    auto const hour = numbers(folded.substr(start, at - start))[0];
    auto const behind = folded.substr(at + sign.size());
    auto const digits = std::min(behind.find_first_not_of("0123456789"), behind.size());
    bool const minutes = digits > 0 && behind.substr(digits).starts_with("分");
    if (hour > last_hour_behind(folded.substr(0, start))) return true;
    if (minutes && numbers(behind.substr(0, digits))[0] > 59) return true;
  }
  return false;
}

/// Tolerant of words beside times (月〜金 8:30〜17:15（祝日を除く）, 24時間); refuses times that do not exist.
std::optional<FormatMistake> hours_mistake(std::string_view text) {
  FormatMistake impossible{{"存在しない時刻を含んでいます。", "holds a time that does not exist."},
                           {"「9:00-17:00」のように、0:00 から 24:00 までの時刻で書いてください。",
                            "Write times from 0:00 to 24:00, like 9:00-17:00."}};
  auto folded = base::nfkc(text);
  bool fraction = !folded.empty() &&
                  std::all_of(folded.begin(), folded.end(), [](char c) { return base::is_digit(c) || c == '.'; });
  if (fraction) return fraction_mistake(folded);
  if (auto const clocks = clocks_of_fractions(folded); !clocks.empty()) return fractions_mistake(clocks);
  for (auto colon = folded.find(':'); colon != folded.npos; colon = folded.find(':', colon + 1)) {
    auto start = colon;
    while (start > 0 && base::is_digit(folded[start - 1])) --start;
    auto end = colon + 1;
    while (end < folded.size() && base::is_digit(folded[end])) ++end;
    if (start == colon) continue;
    auto hour = numbers(std::string_view(folded).substr(start, colon - start));
    auto minute = numbers(std::string_view(folded).substr(colon + 1, end - colon - 1));
    auto const last = last_hour_behind(std::string_view(folded).substr(0, start));
    bool exists = end - colon == 3 && hour[0] <= last && minute[0] <= 59 && (hour[0] < 24 || minute[0] == 0);
    if (!exists) return impossible;
  }
  if (has_impossible_hour(folded)) return impossible;
  return std::nullopt;
}

/// The times of an opening or closing field, which may be one of words.
std::optional<Hours> times_of(model::FieldValue const* half) {
  if (!half) return std::nullopt;
  auto const* hours = half->as<Hours>();
  return hours ? std::optional(*hours) : hours_in(model::exported_text(*half));
}

std::string text_of_half(model::FieldValue const* half) { return half ? model::exported_text(*half) : std::string(); }

/// One range of each opening and closing time that stand alone; nothing where they do not go together.
std::optional<Hours> joined(Hours hours, Hours const& closing) {
  for (std::size_t i = 0; i < hours.count; ++i) {
    auto& range = hours.ranges[i];
    if (range.is_range) continue;
    range.is_range = true;
    if (closing.count == 0) continue;
    range.until = until_after(range.from, closing.ranges[i].from);
  }
  return closing.count == 0 || closing.count == hours.count ? std::optional(hours) : std::nullopt;
}

/// Without （祝日を除く）: a remark that only takes days away which are looked up anyhow.
std::string_view without_holidays(std::string_view words) {
  words = base::trimmed(words);
  auto const remark = words.find('(');
  if (remark == words.npos) return words;
  auto const inside = words.substr(remark);
  bool const excepted = inside.find("祝") != inside.npos && inside.ends_with("除く)");
  return excepted ? base::trimmed(words.substr(0, remark)) : words;
}

/// Times with a beginning and an end each.
bool are_whole(Hours const& hours) {
  return std::all_of(hours.ranges.begin(), hours.ranges.begin() + hours.count, [](TimeRange range) {
    return range.is_range && range.from != TimeRange::unsaid && range.until != TimeRange::unsaid;
  });
}

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

/// Where the next words begin that name days, as in 月〜金 9:00〜18:00、土 9:00〜12:00; the end of the text where there
/// are none.
std::size_t end_of_days(std::string_view text) {
  auto rest = text;
  model::take_weekdays(rest);
  for (std::size_t at = text.size() - rest.size(); at < text.size();) {
    if (!is_one_of(base::next_character(text, at), U"、,;/・ \n)")) continue;
    auto words = base::trimmed(text.substr(at));
    if (model::take_weekdays(words)) return at;
  }
  return text.size();
}

/// The mark before the next days is no part of the times.
std::string_view without_separator(std::string_view words) {
  words = base::trimmed(words);
  for (std::string_view mark : {"、", ",", ";", "/", "・"}) {
    if (words.ends_with(mark)) words.remove_suffix(mark.size());
  }
  return base::trimmed(words);
}

/// 月〜金 8:30〜17:15（祝日を除く）.
ReadWeeklyHours read_days_and_hours(std::string_view text) {
  constexpr model::Weekdays every_day{true, true, true, true, true, true, true};
  auto const whole = without_separator(text);
  auto rest = whole;
  auto days = model::take_weekdays(rest);
  rest = without_holidays(rest);
  auto hours = hours_in(rest);
  if (!days && (whole == all_day || whole == "24時間365日" || whole == "24時間年中無休")) days = every_day;
  if ((rest == all_day || rest == "24時間対応") && days) hours = Hours{{TimeRange{0, model::minutes_of_day}}, 1};
  if (!hours) return {};
  if (auto mistake = order_mistake(*hours)) return {{}, std::move(mistake)};
  if (ends_when_it_begins(*hours))
    return {{},
            FormatMistake{{"始まりと終わりが同じ時刻です。", "ends when it begins."},
                          {"終わりの時刻を直してください。1日中なら「24時間」と書きます。",
                           "Correct the end; for a whole day write 24時間."}}};
  if (!days || !are_whole(*hours)) return {};
  return {{model::WeeklyHours{*days, *hours}}};
}

}  // namespace

bool ends_when_it_begins(Hours const& hours) {
  return std::any_of(hours.ranges.begin(), hours.ranges.begin() + hours.count, [](TimeRange range) {
    return range.is_range && range.from != TimeRange::unsaid && range.from == range.until;
  });
}

bool overlap(Hours const& hours) {
  for (std::size_t i = 0; i < hours.count; ++i) {
    for (std::size_t j = 0; j < hours.count; ++j) {
      auto const &one = hours.ranges[i], &other = hours.ranges[j];
      bool const told = i != j && one.is_range && one.until != TimeRange::unsaid && other.from != TimeRange::unsaid;
      if (told && one.from <= other.from && other.from < one.until && one.from != TimeRange::unsaid) return true;
    }
  }
  return false;
}

ReadWeeklyHours read_weekly_hours(std::string_view text) {
  auto const folded = base::nfkc(base::trimmed(text));
  if (auto mistake = hours_mistake(folded)) return {{}, std::move(mistake)};
  ReadWeeklyHours all;
  model::Weekdays told{};
  for (std::string_view rest = folded; !rest.empty();) {
    rest = base::trimmed(rest);
    auto const end = end_of_days(rest);
    auto read = read_days_and_hours(rest.substr(0, end));
    rest.remove_prefix(end);
    if (read.mistake || read.hours.empty()) return read;
    auto const& days = read.hours.front().days;
    // Which of two would hold on that day?
    for (std::size_t day = 0; day < days.size(); ++day) {
      if (days[day] && std::exchange(told[day], true)) return {};
    }
    all.hours.push_back(read.hours.front());
  }
  return all;
}

ReadValue read_hours(model::Field const&, std::string_view text, Form form) {
  auto const mistake = hours_mistake(text);
  // What Excel made of a time is understood where Excel writes, in cells.
  if (mistake && form == Form::file) return {std::string(text), mistake};
  auto const hours = hours_in(text);
  if (hours) return {*hours, order_mistake(*hours)};
  if (base::nfkc(base::trimmed(text)) == all_day) return {Hours{{TimeRange{0, model::minutes_of_day}}, 1}};
  return {std::string(text), mistake};
}

ReadValue join_hours(model::FieldValue const* opening, model::FieldValue const* closing) {
  auto const from = times_of(opening), to = times_of(closing);
  Hours const none;
  if (from && (to || !closing) && (!to || to->count == from->count)) {
    auto const hours = joined(*from, to.value_or(none));
    if (hours) return {*hours, order_mistake(*hours)};
  }
  auto const first = from ? model::written_text(*from) : text_of_half(opening);
  auto const second = to ? model::written_text(*to) : text_of_half(closing);
  return read_hours({}, first + "〜" + second, Form::file);
}

}  // namespace tebiki::loading
