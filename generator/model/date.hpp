#pragma once
#include <array>
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
/// The first day of the month after that of `date`.
Date next_month(Date date);
/// 0 is Sunday.
int day_of_week(Date date);
std::string iso(Date date);
/// The year in which the fiscal year of that day began: it goes from April to March.
int fiscal_year_of(Date date);

/// Days of the week, Sunday first.
using Weekdays = std::array<bool, 7>;
/// 月〜土, 月・水・金, 月曜日〜金曜日, 土日, 平日, 毎日, 無休; nothing for words that say anything more. The words for whole
/// weeks are those by which the search box is asked (`search.understand-…` of templates/words/ja.json).
std::optional<Weekdays> parse_weekdays(std::string_view words);
/// The same of the days with which the words begin, which are cut off.
std::optional<Weekdays> take_weekdays(std::string_view& words);

/// A year of the Japanese calendar. Before 明治 there is no era, and the number is Gregorian.
struct EraYear {
  std::string era;     ///< 令和
  std::string letter;  ///< R
  int number = 0;
};
EraYear era_year(Date day);
/// By the era in which the fiscal year that begins in `year` ends: the one from April 2019 is the first of 令和.
EraYear fiscal_era_year(int year);

/// The days on which something is shown: from `from` to `until`, both included, and without an end where one is absent.
struct PublishingPeriod {
  std::optional<Date> from;
  std::optional<Date> until;

  bool includes(Date day) const { return !(from && day < *from) && !(until && *until < day); }
  bool is_limited() const { return from || until; }
  /// The first day after `day` on which this is shown and was not the day before, or the other way round.
  std::optional<Date> next_change(Date day) const;
};

/// The first day from `today` on on which `holder` is shown and `target` is not; nothing when there is none.
std::optional<Date> first_day_without(PublishingPeriod const& target, PublishingPeriod const& holder, Date today);

}  // namespace tebiki::model
