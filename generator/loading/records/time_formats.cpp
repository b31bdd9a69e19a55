#include "loading/records/time_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "model/date.hpp"
#include "support/unicode.hpp"

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

/// The year before the first one of the era that the text begins with; 0 for the Christian era.
int era_start(std::string_view text) {
  constexpr std::array eras = {std::pair{"令和", 2018}, std::pair{"平成", 1988}, std::pair{"昭和", 1925},
                               std::pair{"R", 2018},    std::pair{"H", 1988},    std::pair{"S", 1925}};
  for (auto [name, start] : eras) {
    if (text.starts_with(name)) return start;
  }
  return 0;
}

}  // namespace

std::optional<std::string> iso_date(std::string_view text) {
  auto folded = support::nfkc(support::trimmed(text));
  auto first_year = folded.find("元年");
  if (first_year != folded.npos) folded.replace(first_year, std::string_view("元").size(), "1");
  auto parts = numbers(folded);
  auto era = era_start(folded);
  if (parts.size() != 3 || (era == 0 && parts[0] < 1000) || parts[0] > 9999) return std::nullopt;
  auto iso = fmt::format("{:04}-{:02}-{:02}", parts[0] + era, parts[1], parts[2]);
  return model::parse_date(iso) ? std::optional(iso) : std::nullopt;
}

std::optional<FormatMistake> date_mistake(std::string_view text) {
  if (model::parse_date(text)) return std::nullopt;
  bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' && numbers(text).size() == 3;
  if (shaped)
    return FormatMistake{{"存在しない日付です。", "is a day that does not exist."},
                         {"月と日を確かめてください。", "See whether month and day are right."}};
  auto meant = iso_date(text).value_or("2026-04-01");
  return FormatMistake{{"日付の形ではありません。", "is no date."},
                       {fmt::format("「{}」のように、年-月-日で書いてください。", meant),
                        fmt::format("Write year-month-day, like {}.", meant)}};
}

std::optional<FormatMistake> hours_mistake(std::string_view text) {
  FormatMistake impossible{{"存在しない時刻を含んでいます。", "holds a time that does not exist."},
                           {"「9:00-17:00」のように、0:00 から 24:00 までの時刻で書いてください。",
                            "Write times from 0:00 to 24:00, like 9:00-17:00."}};
  auto folded = support::nfkc(text);
  bool fraction =
      !folded.empty() && std::all_of(folded.begin(), folded.end(), [](char c) { return is_digit(c) || c == '.'; });
  if (fraction)
    return FormatMistake{{"時間帯として読めません。", "is no range of times."},
                         {"「9:00-17:00」のように書いてください。Excel では、セルの書式を文字列にしてから入力します。",
                          "Write it like 9:00-17:00; in Excel, format the cell as text first."}};
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
