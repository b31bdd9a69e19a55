#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tebiki::model {

/// A day of the proleptic Gregorian calendar, in Asia/Tokyo.
struct Date {
  int year = 1970;
  int month = 1;
  int day = 1;

  friend auto operator<=>(Date const&, Date const&) = default;
};

/// Reads `YYYY-MM-DD`; nothing for any other form and for days that do not exist.
std::optional<Date> parse_date(std::string_view text);
Date day_after(Date date);
std::string iso(Date date);
/// 令和8年4月1日; 元年 for a first year.
std::string japanese(Date date);
/// 令和8年4月.
std::string japanese_month(Date date);

}  // namespace tebiki::model
