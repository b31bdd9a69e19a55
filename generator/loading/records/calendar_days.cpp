// Days, as people and spreadsheets write them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "loading/records/time_formats.hpp"
#include "model/date.hpp"
#include "support/unicode.hpp"

namespace tebiki::loading {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Year, month and day as they were written, in the Christian era; there may be no such day.
struct WrittenDay {
  int year = 0;
  int month = 0;
  int day = 0;

  std::string iso() const { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }
};

/// Takes a date apart from left to right.
class DayReader {
 public:
  explicit DayReader(std::string_view text) : rest_(text) {}

  /// `2026/4/1`, `2026.04.01`, `2026年4月1日(水)`, `令和8年4月1日`, `R8.4.1`, `2026/4/1 0:00`.
  std::optional<WrittenDay> read() {
    auto before_era = era();
    auto year = number(before_era ? 2 : 4);
    auto separator = year ? this->separator({"-", "/", ".", "年"}) : std::string_view();
    auto month = separator.empty() ? std::nullopt : number(2);
    bool kanji = separator == "年";
    auto second = month ? this->separator({kanji ? "月" : separator}) : std::string_view();
    auto day = second.empty() ? std::nullopt : number(2);
    if (!day || (kanji && !skip("日"))) return std::nullopt;
    bool four_digits = before_era || *year >= 1000;
    if (!four_digits || !only_harmless_rest()) return std::nullopt;
    return WrittenDay{*year + before_era.value_or(0), *month, *day};
  }

 private:
  bool skip(std::string_view word) {
    bool found = rest_.starts_with(word);
    if (found) rest_.remove_prefix(word.size());
    return found;
  }

  /// The year before the first one of the era.
  std::optional<int> era() {
    constexpr std::array eras = {std::pair{"令和", 2018}, std::pair{"平成", 1988}, std::pair{"昭和", 1925},
                                 std::pair{"R", 2018},    std::pair{"H", 1988},    std::pair{"S", 1925}};
    for (auto [name, before] : eras) {
      if (skip(name)) return before;
    }
    return std::nullopt;
  }

  std::optional<int> number(std::size_t most_digits) {
    if (skip("元")) return 1;
    std::size_t length = 0;
    while (length < rest_.size() && length < most_digits && is_digit(rest_[length])) ++length;
    if (length == 0 || (length < rest_.size() && is_digit(rest_[length]))) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }

  std::string_view separator(std::initializer_list<std::string_view> words) {
    for (auto word : words) {
      if (skip(word)) return word;
    }
    return {};
  }

  /// The day of the week.
  bool only_harmless_rest() {
    for (std::string_view day : {"(日)", "(月)", "(火)", "(水)", "(木)", "(金)", "(土)"}) {
      if (skip(day)) break;
    }
    return rest_.empty();
  }

  std::string_view rest_;
};

std::optional<WrittenDay> written_day(std::string_view text) {
  auto folded = support::nfkc(text);
  // The midnight that Excel adds.
  if (auto time = folded.find(" 0:00"); time != folded.npos && folded.find_first_not_of(" 0:", time) == folded.npos)
    folded.resize(time);
  std::erase_if(folded, [](char c) { return c == ' ' || c == '\t'; });
  return DayReader(folded).read();
}

FormatMistake no_such_day(WrittenDay const& written) {
  auto month = written.month;
  support::Words hint{"月は 1 から 12 までです。", "Months go from 1 to 12."};
  if (month >= 1 && month <= 12) {
    namespace chr = std::chrono;
    auto last = unsigned(
        chr::year_month_day_last(chr::year(written.year), chr::month_day_last(chr::month(unsigned(month)))).day());
    hint = {fmt::format("{}年{}月は {} 日までです。", written.year, month, last),
            fmt::format("The last day of that month is {}-{:02}-{:02}.", written.year, month, last)};
  }
  return {{"存在しない日付です。", "is a day that does not exist."}, hint};
}

/// The day that Excel means by a number of five digits: days since the 30th of December 1899.
std::optional<model::Date> excel_day(std::string_view text) {
  auto folded = support::nfkc(text);
  if (folded.size() != 5 || !std::all_of(folded.begin(), folded.end(), is_digit)) return std::nullopt;
  int serial = 0;
  std::from_chars(folded.data(), folded.data() + folded.size(), serial);
  if (serial < 10000) return std::nullopt;
  using namespace std::chrono;
  year_month_day day(sys_days(year(1899) / 12 / 30) + days(serial));
  return model::Date{int(day.year()), int(unsigned(day.month())), int(unsigned(day.day()))};
}

}  // namespace

std::optional<std::string> iso_date(std::string_view text) {
  auto written = written_day(support::trimmed(text));
  return written && model::parse_date(written->iso()) ? std::optional(written->iso()) : std::nullopt;
}

std::optional<FormatMistake> date_mistake(std::string_view text) {
  if (model::parse_date(text)) return std::nullopt;
  auto trimmed = support::trimmed(text);
  auto written = written_day(trimmed);
  if (written && !model::parse_date(written->iso())) return no_such_day(*written);
  if (auto day = excel_day(trimmed)) {
    auto iso = fmt::format("{:04}-{:02}-{:02}", day->year, day->month, day->day);
    return FormatMistake{
        {fmt::format("日付（{}）が、Excel で通し番号に変わったものです。", iso),
         fmt::format("is what Excel makes of the day {}.", iso)},
        {fmt::format("「{}」と書くか、Excel でその列の「セルの書式設定」を「日付」にして、CSV で保存し直してください。",
                     iso),
         fmt::format("Write {}, or format the column as a date in Excel and save the CSV again.", iso)}};
  }
  auto meant = written ? written->iso() : "2026-04-01";
  return FormatMistake{{"日付の形ではありません。", "is no date."},
                       {fmt::format("「{}」のように、年-月-日で書いてください。", meant),
                        fmt::format("Write year-month-day, like {}.", meant)}};
}

}  // namespace tebiki::loading
