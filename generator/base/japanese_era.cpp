#include "base/japanese_era.hpp"

#include <unicode/calendar.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <memory>

#include "base/diagnostics.hpp"

namespace tebiki::base {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

/// Asks ICU's Japanese calendar about days.
class IcuCalendar {
 public:
  IcuCalendar() : locale_("ja_JP@calendar=japanese") {
    UErrorCode status = U_ZERO_ERROR;
    auto utc = icu::TimeZone::createTimeZone("UTC");
    calendar_.reset(icu::Calendar::createInstance(utc, locale_, status));
    if (U_FAILURE(status)) throw Failure({"ICU の和暦を使えません。", "ICU's Japanese calendar is not available."});
  }

  int era_number(sys_days day) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_->setTime(milliseconds(day), status);
    return calendar_->get(UCAL_ERA, status);
  }

  /// The day's era in a pattern of CLDR: GGGG 令和, GGGGG R.
  std::string era_name(sys_days day, char const* pattern) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::SimpleDateFormat format(pattern, locale_, status);
    format.setTimeZone(calendar_->getTimeZone());
    icu::UnicodeString name;
    std::string utf8;
    format.format(milliseconds(day), name);
    return name.toUTF8String(utf8);
  }

 private:
  static UDate milliseconds(sys_days day) { return UDate(day.time_since_epoch().count()) * 24 * 60 * 60 * 1000; }

  icu::Locale locale_;
  std::unique_ptr<icu::Calendar> calendar_;
};

constexpr sys_days before_meiji = year(1868) / 1 / 1;
constexpr sys_days far_ahead = year(2200) / 1 / 1;

/// Eras are numbered in their order, so the first day of one is found by halving.
sys_days first_day_of(int number, IcuCalendar& calendar) {
  auto before = before_meiji, in_it = far_ahead;
  while (in_it - before > days(1)) {
    auto const middle = before + (in_it - before) / 2;
    (calendar.era_number(middle) < number ? before : in_it) = middle;
  }
  return in_it;
}

std::vector<JapaneseEra> read_eras() {
  IcuCalendar calendar;
  std::vector<JapaneseEra> eras;
  auto const newest = calendar.era_number(far_ahead);
  for (auto number = calendar.era_number(before_meiji) + 1; number <= newest; ++number) {
    auto const first = first_day_of(number, calendar);
    if (!eras.empty()) eras.back().last = first - days(1);
    eras.push_back({calendar.era_name(first, "GGGG"), calendar.era_name(first, "GGGGG"), first, std::nullopt});
  }
  return eras;
}

}  // namespace

int JapaneseEra::gregorian(int year_of_era) const {
  return int(std::chrono::year_month_day(first).year()) + year_of_era - 1;
}

std::vector<JapaneseEra> const& japanese_eras() {
  static std::vector<JapaneseEra> const eras = read_eras();
  return eras;
}

JapaneseEra const* japanese_era_on(sys_days day) {
  auto const& eras = japanese_eras();
  auto after = std::upper_bound(eras.begin(), eras.end(), day,
                                [](sys_days wanted, JapaneseEra const& era) { return wanted < era.first; });
  return after == eras.begin() ? nullptr : &*std::prev(after);
}

}  // namespace tebiki::base
