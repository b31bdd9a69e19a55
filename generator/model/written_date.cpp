#include "model/written_date.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/unicode.hpp"

namespace tebiki::model {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes a date apart from left to right.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_(text) {}

  std::optional<WrittenDate> read() {
    WrittenDate written;
    written.era = era();
    auto year = written.era && skip("元") ? 1 : number(written.era ? 2 : 4);
    auto separator = year ? this->separator() : std::string_view();
    auto month = separator.empty() ? std::nullopt : number(2);
    bool kanji = separator == "年";
    bool parted = month && skip(kanji ? "月" : separator);
    auto day = parted ? number(2) : std::nullopt;
    if (!day || (kanji && !skip("日"))) return std::nullopt;
    skip_day_of_week();
    bool whole = rest_.empty() && (written.era ? *year >= 1 : *year >= 1000);
    if (!whole) return std::nullopt;
    written.year_of_era = written.era ? *year : 0;
    written.date = {written.era ? written.era->gregorian(*year) : *year, *month, *day};
    return written;
  }

 private:
  bool skip(std::string_view word) {
    bool found = rest_.starts_with(word);
    if (found) rest_.remove_prefix(word.size());
    return found;
  }

  /// 令和, 令, R or r.
  base::JapaneseEra const* era() {
    for (auto const& era : base::japanese_eras()) {
      auto const first_character = std::string_view(era.name).substr(0, 3);
      auto const small = std::string(1, static_cast<char>(era.letter[0] | 0x20));
      if (!skip(era.name) && !skip(first_character) && !skip(era.letter) && !skip(small)) continue;
      skip(".");
      return &era;
    }
    return nullptr;
  }

  std::optional<int> number(std::size_t most_digits) {
    auto const length =
        static_cast<std::size_t>(std::find_if_not(rest_.begin(), rest_.end(), is_digit) - rest_.begin());
    if (length == 0 || length > most_digits) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }

  std::string_view separator() {
    for (std::string_view word : {"年", "-", "/", ".", "・"}) {
      if (skip(word)) return word;
    }
    return {};
  }

  /// (水), (水曜日) or 水曜日.
  void skip_day_of_week() {
    for (std::string_view day : {"日", "月", "火", "水", "木", "金", "土"}) {
      auto const word = std::string(day) + "曜日";
      if (skip("(" + std::string(day) + ")") || skip("(" + word + ")") || skip(word)) return;
    }
  }

  std::string_view rest_;
};

/// NFKC without blanks and without the midnight that Excel adds.
std::string folded(std::string_view text) {
  auto result = base::nfkc(base::trimmed(text));
  auto const blank = result.rfind(' ');
  auto const time = blank == result.npos ? std::string() : result.substr(blank + 1);
  if (time.find(':') != time.npos && time.find_first_not_of("0:") == time.npos) result.resize(blank);
  std::erase_if(result, [](char c) { return c == ' ' || c == '\t'; });
  return result;
}

std::chrono::sys_days day_of(Date date) { return std::chrono::year(date.year) / date.month / date.day; }

}  // namespace

DateFault WrittenDate::fault() const {
  if (date.month < 1 || date.month > 12) return DateFault::no_such_month;
  if (!parse_date(iso(date))) return DateFault::no_such_day;
  if (era && era->last && day_of(date) > *era->last) return DateFault::era_over;
  bool first_known = era == &base::japanese_eras().front();
  if (era && !first_known && day_of(date) < era->first) return DateFault::era_not_begun;
  return DateFault::none;
}

std::optional<WrittenDate> read_written_date(std::string_view text) { return DateReader(folded(text)).read(); }

std::optional<Date> date_as_written(std::string_view text) {
  auto written = read_written_date(text);
  return written && written->fault() == DateFault::none ? std::optional(written->date) : std::nullopt;
}

}  // namespace tebiki::model
