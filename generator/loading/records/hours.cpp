#include "loading/records/hours.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

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

}  // namespace

std::optional<FormatMistake> hours_mistake(std::string_view text) {
  FormatMistake impossible{{"存在しない時刻を含んでいます。", "holds a time that does not exist."},
                           {"「9:00-17:00」のように、0:00 から 24:00 までの時刻で書いてください。",
                            "Write times from 0:00 to 24:00, like 9:00-17:00."}};
  auto folded = base::nfkc(text);
  bool fraction =
      !folded.empty() && std::all_of(folded.begin(), folded.end(), [](char c) { return is_digit(c) || c == '.'; });
  if (fraction) return fraction_mistake(folded);
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

}  // namespace tebiki::loading
