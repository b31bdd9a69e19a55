#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace tebiki::base {

/// A span of years of the Japanese calendar. Its first year is the calendar year in which it begins.
struct JapaneseEra {
  std::string name;    ///< 令和
  std::string letter;  ///< R
  std::chrono::sys_days first;
  std::optional<std::chrono::sys_days> last;  ///< absent while the era goes on

  /// The Gregorian year of a year of this era.
  int gregorian(int year_of_era) const;
};

/// The eras since 明治, in their order, as ICU's Japanese calendar knows them: a new one comes with the system's ICU.
std::vector<JapaneseEra> const& japanese_eras();
/// The era of a day; nullptr before 明治.
JapaneseEra const* japanese_era_on(std::chrono::sys_days day);

}  // namespace tebiki::base
