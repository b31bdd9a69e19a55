#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <utility>

#include "base/unicode.hpp"
#include "loading/records/field_kinds.hpp"

namespace tebiki::loading {
namespace {

using model::Date;

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> weekdays = {{{"日", "Sunday"},
                                                                                    {"月", "Monday"},
                                                                                    {"火", "Tuesday"},
                                                                                    {"水", "Wednesday"},
                                                                                    {"木", "Thursday"},
                                                                                    {"金", "Friday"},
                                                                                    {"土", "Saturday"}}};

/// 明治 began in it: what a content folder tells of lies later.
constexpr int first_year = 1868;

enum class DateFault {
  none,
  too_early,  ///< 0206-10-01
  no_such_month,
  no_such_day,
  era_over,       ///< 平成40年: the era had ended by then
  era_not_begun,  ///< 令和元年4月1日: it was still the era before
  wrong_weekday,  ///< 2026-04-02(火): it is a Thursday
};

/// Year, month and day as they were written; there may be no such day.
struct WrittenDate {
  Date date;                               ///< in the Gregorian calendar
  base::JapaneseEra const* era = nullptr;  ///< nullptr when the year was written in the Gregorian calendar
  int year_of_era = 0;
  std::optional<int> weekday;  ///< 0 is Sunday

  DateFault fault() const;
};

/// Takes a date apart from left to right.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : rest_(text) {}

  std::optional<WrittenDate> read() {
    WrittenDate written;
    written.era = era();
    auto year = written.era && skip("元") ? 1 : written.era ? number(2) : gregorian_year();
    auto separator = year ? this->separator() : std::string_view();
    auto month = separator.empty() ? std::nullopt : number(2);
    bool kanji = separator == "年";
    bool parted = month && skip(kanji ? "月" : separator);
    auto day = parted ? number(2) : std::nullopt;
    if (!day || (kanji && !skip("日"))) return std::nullopt;
    written.weekday = take_weekday(rest_);
    if (!rest_.empty()) return std::nullopt;
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
        static_cast<std::size_t>(std::find_if_not(rest_.begin(), rest_.end(), base::is_digit) - rest_.begin());
    if (length == 0 || length > most_digits) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return value;
  }

  /// Of four digits: 8-4-1 may be of any era.
  std::optional<int> gregorian_year() { return rest_.find_first_not_of("0123456789") == 4 ? number(4) : std::nullopt; }

  std::string_view separator() {
    for (std::string_view word : {"年", "-", "/", ".", "・"}) {
      if (skip(word)) return word;
    }
    return {};
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

DateFault WrittenDate::fault() const {
  if (!era && date.year < first_year) return DateFault::too_early;
  if (date.month < 1 || date.month > 12) return DateFault::no_such_month;
  if (!model::parse_date(model::iso(date))) return DateFault::no_such_day;
  if (era && era->last && day_of(date) > *era->last) return DateFault::era_over;
  bool first_known = era == &base::japanese_eras().front();
  if (era && !first_known && day_of(date) < era->first) return DateFault::era_not_begun;
  if (weekday && *weekday != model::day_of_week(date)) return DateFault::wrong_weekday;
  return DateFault::none;
}

/// Takes a date apart that people or spreadsheets wrote: 2026/4/1, 2026年4月1日(水), 令和 8年 4月 1日, 平2.10.17,
/// 平元.4.1, S22.4.1, R8/4/1, 2026/4/1 0:00; digits may be full-width. Nothing for any other form.
std::optional<WrittenDate> read_written_date(std::string_view text) { return DateReader(folded(text)).read(); }

Date date_of(std::chrono::sys_days day) {
  std::chrono::year_month_day const parts(day);
  return {int(parts.year()), int(unsigned(parts.month())), int(unsigned(parts.day()))};
}

FormatMistake too_early() {
  return {{"明治より前の日付です。", "is a day before 1868."}, {"年を確かめてください。", "Look at the year again."}};
}

FormatMistake no_such_month() {
  return {{"存在しない日付です。", "is a day that does not exist."},
          {"月は 1 から 12 までです。", "Months go from 1 to 12."}};
}

FormatMistake no_such_day(Date date) {
  namespace chr = std::chrono;
  auto last = unsigned((chr::year(date.year) / chr::month(unsigned(date.month)) / chr::last).day());
  return {{"存在しない日付です。", "is a day that does not exist."},
          {fmt::format("{}年{}月は {} 日までです。", date.year, date.month, last),
           fmt::format("The last day of that month is {}-{:02}-{:02}.", date.year, date.month, last)}};
}

base::Message write_instead(Date date) {
  return {fmt::format("この日でよければ「{}」（{}）と書いてください。違えば、年を確かめてください。",
                      model::written_text(date), model::iso(date)),
          fmt::format("If {} is meant, write that; otherwise look at the year again.", model::iso(date))};
}

FormatMistake era_over(WrittenDate const& written) {
  auto last = date_of(*written.era->last);
  return {{fmt::format("存在しない日付です。{}は{}までです。", written.era->name, model::written_text(last)),
           fmt::format("is a day that does not exist: {} ended on {}.", written.era->name, model::iso(last))},
          write_instead(written.date)};
}

FormatMistake era_not_begun(WrittenDate const& written) {
  auto first = date_of(written.era->first);
  return {{fmt::format("存在しない日付です。{}は{}からです。", written.era->name, model::written_text(first)),
           fmt::format("is a day that does not exist: {} began on {}.", written.era->name, model::iso(first))},
          write_instead(written.date)};
}

FormatMistake wrong_weekday(Date date) {
  auto const right = weekday_named(model::day_of_week(date));
  return {{fmt::format("曜日が日付と合いません。{}は{}曜日です。", model::written_text(date), right.ja),
           fmt::format("has a weekday that is not that of the day: {} is a {}.", model::iso(date), right.en)},
          {fmt::format("日付が正しければ「{}」とだけ書いてください。違えば、日付を直してください。", model::iso(date)),
           fmt::format("If the day is right, write {} alone; otherwise correct it.", model::iso(date))}};
}

/// The day that Excel means by a number of five digits: days since the 30th of December 1899.
std::optional<Date> excel_day(std::string_view text) {
  auto folded = base::nfkc(text);
  bool digits = std::all_of(folded.begin(), folded.end(), base::is_digit);
  if (folded.size() != 5 || !digits || folded[0] == '0') return std::nullopt;
  int serial = 0;
  std::from_chars(folded.data(), folded.data() + folded.size(), serial);
  using namespace std::chrono;
  return date_of(sys_days(year(1899) / 12 / 30) + days(serial));
}

FormatMistake serial_number(Date day) {
  auto iso = model::iso(day);
  return {{fmt::format("日付（{}）が、Excel で通し番号に変わったものです。", iso),
           fmt::format("is what Excel makes of the day {}.", iso)},
          {fmt::format(
               "「{}」と書くか、Excel でその列の「セルの書式設定」を「日付」にして、CSV で保存し直してください。", iso),
           fmt::format("Write {}, or format the column as a date in Excel and save the CSV again.", iso)}};
}

FormatMistake no_iso_date(Date meant) {
  return {{"日付の形ではありません。", "is no date."},
          {fmt::format("「{}」のように、年-月-日で書いてください。", model::iso(meant)),
           fmt::format("Write year-month-day, like {}.", model::iso(meant))}};
}

/// Why a text is no day in ISO form; one that people write in another form (平2.10.17) is told with its ISO form, an
/// impossible one as what it is.
FormatMistake date_mistake(std::string_view text, std::optional<WrittenDate> const& written) {
  switch (written ? written->fault() : DateFault::none) {
    case DateFault::too_early:
      return too_early();
    case DateFault::no_such_month:
      return no_such_month();
    case DateFault::no_such_day:
      return no_such_day(written->date);
    case DateFault::era_over:
      return era_over(*written);
    case DateFault::era_not_begun:
      return era_not_begun(*written);
    case DateFault::wrong_weekday:
      return wrong_weekday(written->date);
    case DateFault::none:
      break;
  }
  auto serial = excel_day(base::trimmed(text));
  return serial ? serial_number(*serial) : no_iso_date(written ? written->date : Date{2026, 4, 1});
}

}  // namespace

std::optional<Date> day_in(std::string_view text) {
  auto const iso = model::parse_date(text);
  if (iso) return iso->year < first_year ? std::nullopt : iso;
  auto const written = read_written_date(text);
  return written && written->fault() == DateFault::none ? std::optional(written->date) : std::nullopt;
}

ReadValue read_date(model::Field const&, std::string_view text, Form) {
  if (auto day = day_in(text)) return {*day};
  return {std::string(text), date_mistake(text, read_written_date(text))};
}

base::Message weekday_named(int day) {
  auto const& [ja, en] = weekdays.at(std::size_t(day));
  return {std::string(ja), std::string(en)};
}

std::optional<int> take_weekday(std::string_view& words) {
  auto rest = words;
  auto const skip = [&rest](std::string_view word) {
    bool const found = rest.starts_with(word);
    if (found) rest.remove_prefix(word.size());
    return found;
  };
  auto const skip_any = [&](std::initializer_list<std::string_view> all) {
    return std::any_of(all.begin(), all.end(), skip);
  };
  while (skip(" ")) {
  }
  bool const open = skip("(");
  auto const day = std::find_if(weekdays.begin(), weekdays.end(), [&](auto const& one) { return skip(one.first); });
  if (day == weekdays.end()) return std::nullopt;
  bool const said = skip_any({"曜日", "曜"});
  bool const holiday = open && skip_any({"・祝日", "・祝", "・休", "、祝", "祝"});
  bool const closed = open && skip(")");
  if (!said && !holiday && !closed) return std::nullopt;
  words = rest;
  return int(day - weekdays.begin());
}

}  // namespace tebiki::loading
