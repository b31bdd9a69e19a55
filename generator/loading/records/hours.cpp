#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "base/unicode.hpp"
#include "loading/records/field_reading.hpp"

namespace tebiki::loading {
namespace {

using model::Hours;
using model::TimeRange;

constexpr int minutes_of_day = 24 * 60;
constexpr int noon = minutes_of_day / 2;

enum class Half { unsaid, morning, afternoon };

struct Time {
  int hour = 0;
  int minute = 0;
  Half half = Half::unsaid;
  bool next_day = false;

  /// Minutes since midnight; nothing for 午前12時 (which some mean as noon), 午後13時 and times that do not exist.
  std::optional<int> minutes() const {
    auto most = half == Half::unsaid ? 24 : half == Half::morning ? 11 : 12;
    if (hour > most || minute > 59) return std::nullopt;
    auto result = (half == Half::afternoon ? hour % 12 + 12 : hour) * 60 + minute;
    if (result > minutes_of_day) return std::nullopt;
    return next_day ? result + minutes_of_day : result;
  }
};

struct Range {
  std::optional<Time> from;
  std::optional<Time> to;
  bool open = false;  ///< a mark stands behind or before the one time

  /// 午後1時〜5時: the half of the day is said once for both. False where the second time is not later then, as in
  /// 午後9時〜6時 and 午前9時〜5時: which half it means is for whoever wrote it to say.
  bool share_half() {
    if (!from || !to || to->next_day || to->half != Half::unsaid || from->half == Half::unsaid) return true;
    if (from->half == Half::morning) return to->minutes() > from->minutes();
    if (to->hour <= 12) to->half = Half::afternoon;
    return to->minutes() > from->minutes();
  }
};

/// Takes a text of times apart from left to right.
class HoursReader {
 public:
  explicit HoursReader(std::string_view text) : rest_(text) {}

  std::optional<std::vector<Range>> read() {
    std::vector<Range> ranges;
    while (!rest_.empty()) {
      auto next = range();
      if (!next) return std::nullopt;
      ranges.push_back(*next);
      bool parted = skip_any({"、", ",", ";", "/", "・", "\n", "と"});
      skip_blanks();
      if (parted && rest_.empty()) return std::nullopt;
    }
    return ranges;
  }

 private:
  bool skip(std::string_view word) {
    bool found = rest_.starts_with(word);
    if (found) rest_.remove_prefix(word.size());
    return found;
  }
  bool skip_any(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return skip(word); });
  }
  void skip_blanks() {
    while (skip_any({" ", "\t", "\r"})) continue;
  }

  std::optional<Range> range() {
    Range result;
    result.from = time();
    skip_blanks();
    result.open = skip_any({"〜", "~", "-", "‐", "–", "—", "―", "−", "ー", "から", "より"});
    skip_blanks();
    if (result.open) result.to = closing_time();
    skip_blanks();
    bool until = skip("まで");
    skip_blanks();
    if (until && result.from && !result.open) {
      result.to = std::exchange(result.from, std::nullopt);
      result.open = true;
    }
    if (!result.from && !result.to) return std::nullopt;
    return result.share_half() ? std::optional(result) : std::nullopt;
  }

  /// 翌6:00: on the next day.
  std::optional<Time> closing_time() {
    bool const next_day = skip_any({"翌日の", "翌日", "翌朝", "翌"});
    auto result = time();
    if (result) result->next_day = next_day;
    return result;
  }

  std::optional<Time> time() {
    auto const before = rest_;
    if (skip("正午")) return Time{12, 0, Half::unsaid};
    Time result;
    result.half = half();
    auto read = result.half == Half::unsaid ? fraction() : std::nullopt;
    if (read) return read;
    auto hour = digits(2);
    bool fine = hour && (clock(result) || kanji(result));
    if (!fine) {
      rest_ = before;
      return std::nullopt;
    }
    result.hour = *hour;
    skip_blanks();
    if (result.half == Half::unsaid) result.half = half();
    return result;
  }

  Half half() {
    auto found = skip_any({"午前", "AM", "am"})   ? Half::morning
                 : skip_any({"午後", "PM", "pm"}) ? Half::afternoon
                                                  : Half::unsaid;
    skip_blanks();
    return found;
  }

  /// Excel's part of the day that has gone by: 0.375.
  std::optional<Time> fraction() {
    if (!rest_.starts_with("0.")) return std::nullopt;
    double day = 0;
    auto const end = std::from_chars(rest_.data(), rest_.data() + rest_.size(), day, std::chars_format::fixed).ptr;
    auto const minutes = std::lround(day * minutes_of_day);
    if (std::abs(day * minutes_of_day - double(minutes)) > 0.01) return std::nullopt;
    rest_.remove_prefix(std::size_t(end - rest_.data()));
    return Time{int(minutes / 60), int(minutes % 60), Half::unsaid};
  }

  /// :30 or :30:00 behind the hour.
  bool clock(Time& time) {
    if (!skip(":")) return false;
    auto const before = rest_.size();
    auto const minute = digits(2);
    if (!minute || before - rest_.size() != 2) return false;
    time.minute = *minute;
    skip(":00");
    return true;
  }

  /// 時, 時半, 時30分 behind the hour.
  bool kanji(Time& time) {
    if (!skip("時") || rest_.starts_with("間")) return false;
    if (skip("半")) time.minute = 30;
    if (time.minute == 30) return true;
    if (auto minute = digits(2)) {
      time.minute = *minute;
      return skip("分");
    }
    return true;
  }

  std::optional<int> digits(std::size_t most) {
    auto const end = std::find_if(rest_.begin(), rest_.end(), [](char c) { return c < '0' || c > '9'; });
    auto const length = std::size_t(end - rest_.begin());
    if (length == 0 || length > most) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }

  std::string_view rest_;
};

/// The range in minutes; nothing where one of its times does not exist. One that begins after noon and ends earlier than
/// it begins ends on the next day: 17:00〜9:00.
std::optional<TimeRange> minutes_of(Range const& range) {
  TimeRange result;
  result.is_range = range.open;
  for (auto [time, minutes] : {std::pair{&range.from, &result.from}, std::pair{&range.to, &result.until}}) {
    if (!*time) continue;
    auto const read = (*time)->minutes();
    if (!read) return std::nullopt;
    *minutes = std::int16_t(*read);
  }
  bool const both = range.from && range.to;
  if (both && result.until < result.from && result.from >= noon) result.until += minutes_of_day;
  return result;
}

bool is_backwards(TimeRange range) {
  return range.from != TimeRange::unsaid && range.until != TimeRange::unsaid && range.until < range.from;
}

/// Times that stand alone in a text, such as 9時半, 午後1時〜5時 or Excel's 0.375; nothing when it holds other words.
std::optional<Hours> hours_in(std::string_view text) {
  auto const folded = base::nfkc(base::trimmed(text));
  auto const ranges = HoursReader(folded).read();
  if (!ranges || ranges->empty() || ranges->size() > Hours::most) return std::nullopt;
  Hours hours;
  for (auto const& range : *ranges) {
    auto const read = minutes_of(range);
    if (!read) return std::nullopt;
    hours.ranges[hours.count++] = *read;
  }
  return hours;
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
  morning.ranges[0].until = std::int16_t(found->until + minutes_of_day);
  return FormatMistake{
      {"終わりの時刻が、始まりの時刻より前です。", "ends before it begins."},
      {fmt::format("午後までなら「{}」、次の日までなら「{}」のように書いてください。", model::text_of(evening),
                   model::text_of(morning)),
       fmt::format("Write {} for the afternoon, or {} for the next day.", model::text_of(evening),
                   model::text_of(morning))}};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The numbers in a text, in order; at most nine digits each.
std::vector<int> numbers(std::string_view text) {
  std::vector<int> result;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
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
      auto const minutes = std::lround(day * minutes_of_day);
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

/// Tolerant of words beside times (月〜金 8:30〜17:15（祝日を除く）, 24時間); refuses times that do not exist.
std::optional<FormatMistake> hours_mistake(std::string_view text) {
  FormatMistake impossible{{"存在しない時刻を含んでいます。", "holds a time that does not exist."},
                           {"「9:00-17:00」のように、0:00 から 24:00 までの時刻で書いてください。",
                            "Write times from 0:00 to 24:00, like 9:00-17:00."}};
  auto folded = base::nfkc(text);
  bool fraction =
      !folded.empty() && std::all_of(folded.begin(), folded.end(), [](char c) { return is_digit(c) || c == '.'; });
  if (fraction) return fraction_mistake(folded);
  if (auto const clocks = clocks_of_fractions(folded); !clocks.empty()) return fractions_mistake(clocks);
  for (auto colon = folded.find(':'); colon != folded.npos; colon = folded.find(':', colon + 1)) {
    auto start = colon;
    while (start > 0 && is_digit(folded[start - 1])) --start;
    auto end = colon + 1;
    while (end < folded.size() && is_digit(folded[end])) ++end;
    if (start == colon) continue;
    auto hour = numbers(std::string_view(folded).substr(start, colon - start));
    auto minute = numbers(std::string_view(folded).substr(colon + 1, end - colon - 1));
    bool exists = end - colon == 3 && hour[0] <= 24 && minute[0] <= 59 && (hour[0] < 24 || minute[0] == 0);
    if (!exists) return impossible;
  }
  return std::nullopt;
}

std::string text_of_half(model::FieldValue const* half) { return half ? model::exported_text(*half) : std::string(); }

/// One range of each opening and closing time that stand alone; nothing where they do not go together.
std::optional<Hours> joined(Hours hours, Hours const& closing) {
  for (std::size_t i = 0; i < hours.count; ++i) {
    auto& range = hours.ranges[i];
    if (range.is_range) continue;
    range.is_range = true;
    if (closing.count == 0) continue;
    range.until = closing.ranges[i].from;
    if (range.until < range.from && range.from >= noon) range.until += minutes_of_day;
  }
  return closing.count == 0 || closing.count == hours.count ? std::optional(hours) : std::nullopt;
}

}  // namespace

ReadValue read_hours(model::Field const&, std::string_view text, Form form) {
  auto const mistake = hours_mistake(text);
  // What Excel made of a time is understood where Excel writes, in cells.
  if (mistake && form == Form::file) return {std::string(text), mistake};
  auto const hours = hours_in(text);
  if (hours) return {*hours, order_mistake(*hours)};
  return {std::string(text), mistake};
}

ReadValue join_hours(model::FieldValue const* opening, model::FieldValue const* closing) {
  auto const from = hours_in(text_of_half(opening)), to = hours_in(text_of_half(closing));
  Hours const none;
  if (from && (to || !closing) && (!to || to->count == from->count)) {
    auto const hours = joined(*from, to.value_or(none));
    if (hours) return {*hours, order_mistake(*hours)};
  }
  auto const first = from ? model::text_of(*from) : text_of_half(opening);
  auto const second = to ? model::text_of(*to) : text_of_half(closing);
  return read_hours({}, first + "〜" + second, Form::file);
}

}  // namespace tebiki::loading
