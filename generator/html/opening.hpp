#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/templates.hpp"
#include "model/site.hpp"

/// When somebody is there, as far as words such as 月〜金 say so for certain.
namespace tebiki::html {

/// Sunday first.
using Weekdays = std::array<bool, 7>;

/// Days and times that repeat each week, in minutes after midnight.
struct WeeklyOpening {
  Weekdays days{};
  int from = 0;
  int until = 0;
};

/// 月〜土, 月・水・金, 土日, 平日, 毎日; nothing for words that say anything more.
std::optional<Weekdays> weekdays_of(std::string_view words);
/// 月〜金 8:30〜17:15; what follows in brackets may only say that holidays are excepted. Nothing for any other words.
std::optional<WeeklyOpening> opening_of(std::string_view words);

/// The days by number, 0 is Sunday: 12345.
std::string numbers_of(Weekdays const& days);
/// The holidays of the year to come, blanks between.
std::string coming_holidays(model::Site const& site);

/// The days of the week from Monday: `number`, `label`, `is_open`. Empty where the words do not tell for certain.
std::vector<TemplateData> week_data(std::string_view days, model::Words const& words);

}  // namespace tebiki::html
