#pragma once
#include <optional>
#include <string_view>

#include "base/japanese_era.hpp"
#include "model/date.hpp"

namespace tebiki::model {

enum class DateFault {
  none,
  no_such_month,
  no_such_day,
  era_over,       ///< 平成40年: the era had ended by then
  era_not_begun,  ///< 令和元年4月1日: it was still the era before
};

/// Year, month and day as they were written; there may be no such day.
struct WrittenDate {
  Date date;                               ///< in the Gregorian calendar
  base::JapaneseEra const* era = nullptr;  ///< nullptr when the year was written in the Gregorian calendar
  int year_of_era = 0;

  DateFault fault() const;
};

/// Takes a date apart that people or spreadsheets wrote: 2026/4/1, 2026年4月1日(水), 令和 8年 4月 1日, 平2.10.17,
/// 平元.4.1, S22.4.1, R8/4/1, 2026/4/1 0:00; digits may be full-width. Nothing for any other form.
std::optional<WrittenDate> read_written_date(std::string_view text);

/// The same as the day it stands for; nothing also when there is no such day.
std::optional<Date> date_as_written(std::string_view text);

}  // namespace tebiki::model
