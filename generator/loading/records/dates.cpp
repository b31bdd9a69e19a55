#include "loading/records/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/unicode.hpp"
#include "model/written_date.hpp"

namespace tebiki::loading {
namespace {

using model::Date;
using model::DateFault;
using model::WrittenDate;

Date date_of(std::chrono::sys_days day) {
  std::chrono::year_month_day const parts(day);
  return {int(parts.year()), int(unsigned(parts.month())), int(unsigned(parts.day()))};
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
                      model::japanese(date), model::iso(date)),
          fmt::format("If {} is meant, write that; otherwise look at the year again.", model::iso(date))};
}

FormatMistake era_over(WrittenDate const& written) {
  auto last = date_of(*written.era->last);
  return {{fmt::format("存在しない日付です。{}は{}までです。", written.era->name, model::japanese(last)),
           fmt::format("is a day that does not exist: {} ended on {}.", written.era->name, model::iso(last))},
          write_instead(written.date)};
}

FormatMistake era_not_begun(WrittenDate const& written) {
  auto first = date_of(written.era->first);
  return {{fmt::format("存在しない日付です。{}は{}からです。", written.era->name, model::japanese(first)),
           fmt::format("is a day that does not exist: {} began on {}.", written.era->name, model::iso(first))},
          write_instead(written.date)};
}

/// The day that Excel means by a number of five digits: days since the 30th of December 1899.
std::optional<Date> excel_day(std::string_view text) {
  auto folded = base::nfkc(text);
  bool digits = std::all_of(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; });
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

}  // namespace

std::optional<FormatMistake> date_mistake(std::string_view text) {
  if (model::parse_date(text)) return std::nullopt;
  auto written = model::read_written_date(text);
  switch (written ? written->fault() : DateFault::none) {
    case DateFault::no_such_month:
      return no_such_month();
    case DateFault::no_such_day:
      return no_such_day(written->date);
    case DateFault::era_over:
      return era_over(*written);
    case DateFault::era_not_begun:
      return era_not_begun(*written);
    case DateFault::none:
      break;
  }
  auto serial = excel_day(base::trimmed(text));
  return serial ? serial_number(*serial) : no_iso_date(written ? written->date : Date{2026, 4, 1});
}

}  // namespace tebiki::loading
