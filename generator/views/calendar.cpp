#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "views/event_words.hpp"

namespace tebiki::views {
namespace {

using model::CalendarItem;
using model::Date;

/// What stands in each day.
using Days = std::map<Date, std::vector<CalendarItem>>;

Date month_of(Date day) { return {day.year, day.month, 1}; }

Days days_of(SortedList const& list, std::vector<EventRecord> const& events) {
  Days days;
  for (auto const& [record, event] : events) {
    if (!event) continue;
    CalendarItem item{CalendarItem::Kind::event, std::string(record->name()), {reference_name(list, *record), {}}};
    for (auto const& stretch : event->stretches) {
      for (auto day = stretch.first; day <= stretch.last; day = model::day_after(day)) days[day].push_back(item);
    }
    item.kind = CalendarItem::Kind::deadline;
    if (event->deadline) days[*event->deadline].push_back(item);
  }
  return days;
}

/// Without a number of months, those in which there is something; never none.
std::vector<Date> shown_months(View const& view, Days const& days, Date today) {
  std::vector<Date> months;
  auto const first = view.from.value_or(month_of(today));
  if (view.months) {
    for (auto month = first; months.size() < std::size_t(*view.months); month = model::next_month(month))
      months.push_back(month);
    return months;
  }
  for (auto day = days.lower_bound(first); day != days.end(); ++day) {
    auto const month = month_of(day->first);
    if (months.empty() || months.back() != month) months.push_back(month);
  }
  if (months.empty()) months.push_back(first);
  return months;
}

model::Calendar month_grid(Date month, Days const& days, model::Site const& site) {
  constexpr std::size_t week = 7;
  model::Calendar grid;
  grid.title = model::month_text(month, site.words);
  // 2023-01-01 was a Sunday.
  for (Date day{2023, 1, 1}; grid.weekdays.size() < week; day = model::day_after(day))
    grid.weekdays.push_back(weekday_text(day, site.words));
  grid.days.resize(std::size_t(model::day_of_week(month)));
  for (auto day = month; day.month == month.month; day = model::day_after(day)) {
    model::CalendarDay made{model::iso(day), day_text(day, site.words), day.day, {}, {}};
    if (auto const holiday = site.holidays.find(day); holiday != site.holidays.end()) made.holiday = holiday->second;
    if (auto const items = days.find(day); items != days.end()) made.items = items->second;
    grid.days.push_back(std::move(made));
  }
  grid.days.resize((grid.days.size() + week - 1) / week * week);
  return grid;
}

/// A list of holidays that ends before the calendar does: nobody would notice.
void tell_of_years_without_holidays(View const& view, std::vector<Date> const& months, model::Site const& site,
                                    base::Diagnostics& diagnostics) {
  if (site.holidays.empty()) return;
  std::set<int> years;
  for (auto month : months) {
    auto const next = site.holidays.lower_bound({month.year, 1, 1});
    if (next == site.holidays.end() || next->first.year != month.year) years.insert(month.year);
  }
  for (auto year : years) {
    diagnostics.warning(
        view.at, "no-holidays",
        {fmt::format("暦に{}年の月を出しますが、site.json の holidays に{}年の祝日がありません。", year, year),
         fmt::format("The calendar shows months of {}, for which site.json has no holidays.", year)},
        {"内閣府の「国民の祝日」を見て、holidays に書き足してください。",
         "Add that year's holidays to “holidays” of site.json."});
  }
}

}  // namespace

model::Blocks calendar(View const& view, Selection const& selection, ViewPlace const& place) {
  if (!require_events(view, place.context.diagnostics)) return {};
  auto const& site = place.context.lists.site();
  auto const days = days_of(*view.list, selected_events(*view.list, selection));
  auto const months = shown_months(view, days, site.today);
  tell_of_years_without_holidays(view, months, site, place.context.diagnostics);
  model::Blocks out;
  for (auto month : months) out.push_back({month_grid(month, days, site), view.at});
  return out;
}

}  // namespace tebiki::views
