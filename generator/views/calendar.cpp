#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>

#include "views/compose_context.hpp"
#include "views/events.hpp"

namespace tebiki::views {
namespace {

using model::CalendarItem;
using model::Date;

/// What stands in each day.
using Days = std::map<Date, std::vector<CalendarItem>>;

Date month_of(Date day) { return {day.year, day.month, 1}; }

/// The months that a calendar may show: of an event without an end (9999-12-31) not every day is looked at.
struct Months {
  Date first, behind;  ///< the first days of the first month and of the month behind the last

  bool has(Date day) const { return first <= day && day < behind; }
};

Months months_of(View const& view, Date today) {
  constexpr int most = 24;
  Months months{view.from.value_or(month_of(today)), {}};
  months.behind = months.first;
  for (int i = 0; i < view.months.value_or(most); ++i) months.behind = model::next_month(months.behind);
  return months;
}

Days days_of(SortedList const& list, std::vector<EventRecord> const& events, Months const& shown) {
  Days days;
  for (auto const& [record, event] : events) {
    if (!event) continue;
    CalendarItem item{CalendarItem::Kind::event, std::string(record->name()), {reference_name(list, *record), {}}};
    for (auto const& stretch : event->stretches) {
      for (auto day = std::max(stretch.first, shown.first); day <= stretch.last && shown.has(day);
           day = model::day_after(day))
        days[day].push_back(item);
    }
    item.kind = CalendarItem::Kind::deadline;
    if (event->deadline && shown.has(*event->deadline)) days[*event->deadline].push_back(item);
  }
  return days;
}

/// Without a number of months, those in which there is something; never none.
std::vector<Date> shown_months(View const& view, Days const& days, Months const& shown) {
  std::vector<Date> months;
  for (auto month = shown.first; month < shown.behind; month = model::next_month(month)) {
    auto const found = days.lower_bound(month);
    if (view.months || (found != days.end() && month_of(found->first) == month)) months.push_back(month);
  }
  if (months.empty()) months.push_back(shown.first);
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

/// A list of holidays that ends before the calendar does: nobody would notice. Loading tells of gaps in it, and where
/// it does not reach today.
void tell_of_years_without_holidays(View const& view, std::vector<Date> const& months, model::Site const& site,
                                    base::Diagnostics& diagnostics) {
  if (site.holidays.empty()) return;
  auto const first = site.holidays.begin()->first.year;
  auto const last = std::max(site.holidays.rbegin()->first.year, site.today.year);
  std::set<int> years;
  for (auto month : months) {
    if (month.year < first || month.year > last) years.insert(month.year);
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
  auto const shown = months_of(view, site.today);
  auto const days = days_of(*view.list, selected_events(*view.list, selection), shown);
  auto const months = shown_months(view, days, shown);
  tell_of_years_without_holidays(view, months, site, place.context.diagnostics);
  model::Blocks out;
  for (auto month : months) out.push_back({month_grid(month, days, site), view.at});
  return out;
}

namespace {

using model::AgendaGroup;
using model::AgendaLine;
using model::EventState;
using model::Role;

/// Writes the records of one list as lines.
class LineWriter {
 public:
  LineWriter(SortedList const& list, SortedLists const& lists)
      : list_(list), schema_(list.source->schema), lists_(lists), site_(lists.site()) {}

  AgendaLine operator()(EventRecord const& of) const {
    auto const& [record, event] = of;
    AgendaLine line;
    line.name = record->name();
    line.page.name = reference_name(list_, *record);
    if (auto const* kind = schema_.with_role(Role::audience_kind))
      line.tags = field_words(lists_, *kind, record->find(*kind));
    if (event) {
      add_days(line, *event);
    } else {
      line.days = text(*record, Role::day_words);
    }
    bool const over = event && line.notice.state == EventState::over;
    for (auto detail : {text(*record, Role::hours), text(*record, Role::place), over ? attended(*record) : ""})
      if (!detail.empty()) line.details.push_back(std::move(detail));
    return line;
  }

 private:
  std::string text(model::Record const& record, Role role) const {
    return model::text_of(schema_, record, role, site_.words);
  }

  void add_days(AgendaLine& line, model::Event const& event) const {
    auto const first = event.first();
    line.year = model::year_text(first, site_.words);
    line.month = std::to_string(first.month);
    line.day = std::to_string(first.day);
    line.weekday = weekday_text(first, site_.words);
    for (auto const& days : days_text(event, site_.words))
      line.days.append(line.days.empty() ? "" : site_.words["join.comma"]).append(days);
    line.notice = event_notice(event, site_);
  }

  std::string attended(model::Record const& record) const {
    auto const count = text(record, Role::attendance);
    return count.empty() ? count : site_.words.filled("event.attended", {{"count", count}});
  }

  SortedList const& list_;
  model::Schema const& schema_;
  SortedLists const& lists_;
  model::Site const& site_;
};

/// Those to come by their first day, those that are over by their last, then those without a day.
void sort_by_day(std::vector<EventRecord>& events, model::Date today) {
  auto const rank = [&](EventRecord const& one) {
    return !one.event ? 2 : model::state_of(*one.event, today) == EventState::over ? 1 : 0;
  };
  std::stable_sort(events.begin(), events.end(), [&](EventRecord const& one, EventRecord const& other) {
    auto const place = rank(one);
    if (place != rank(other)) return place < rank(other);
    if (place == 0) return one.event->first() < other.event->first();
    return place == 1 && other.event->last() < one.event->last();
  });
}

AgendaGroup::Kind kind_of(AgendaLine const& line) {
  if (line.year.empty()) return AgendaGroup::Kind::undated;
  return line.notice.state == EventState::over ? AgendaGroup::Kind::past : AgendaGroup::Kind::upcoming;
}

std::string_view title_of(AgendaGroup::Kind kind, model::Words const& words) {
  switch (kind) {
    case AgendaGroup::Kind::upcoming:
      return words["agenda.upcoming"];
    case AgendaGroup::Kind::past:
      return words["agenda.past"];
    case AgendaGroup::Kind::undated:
      return words["agenda.undated"];
  }
  return {};
}

/// All that fit, whatever the limit: it is to cut in the order of days.
std::vector<EventRecord> events_of(View const& view, Selection const& selection, SortedLists const& lists) {
  if (!view.limit) return selected_events(*view.list, selection);
  auto whole = view;
  whole.limit.reset();
  return selected_events(*view.list, select(whole, lists));
}

}  // namespace

Selection whole_by_day(SortedList const& list, SortedLists const& lists) {
  auto const& records = list.source->records;
  auto const& site = lists.site();
  std::vector<EventRecord> events;
  for (auto const& record : records) events.push_back({&record, model::event_of(list.source->schema, record)});
  sort_by_day(events, site.today);
  Selection groups;
  for (auto const& [record, event] : events) {
    auto const kind = !event                                                    ? AgendaGroup::Kind::undated
                      : model::state_of(*event, site.today) == EventState::over ? AgendaGroup::Kind::past
                                                                                : AgendaGroup::Kind::upcoming;
    auto const title = title_of(kind, site.words);
    if (groups.empty() || groups.back().title != title) groups.push_back({std::string(title), {}});
    groups.back().records.push_back(std::size_t(record - records.data()));
  }
  return groups;
}

model::Blocks agenda(View const& view, Selection const& selection, ViewPlace const& place) {
  if (!require_events(view, place.context.diagnostics)) return {};
  auto const& lists = place.context.lists;
  auto events = events_of(view, selection, lists);
  sort_by_day(events, lists.site().today);
  if (view.limit && events.size() > *view.limit) events.resize(*view.limit);
  model::Agenda agenda;
  agenda.list = view.list->source->slug;
  agenda.level = place.level;
  if (!view.caption.empty()) agenda.caption.push_back(model::words(view.caption, view.at));
  LineWriter const written(*view.list, lists);
  for (auto const& event : events) {
    auto line = written(event);
    auto const kind = kind_of(line);
    if (agenda.groups.empty() || agenda.groups.back().kind != kind)
      agenda.groups.push_back({kind, std::string(title_of(kind, lists.site().words)), {}});
    agenda.groups.back().lines.push_back(std::move(line));
  }
  model::Blocks out;
  out.push_back({std::move(agenda), view.at});
  return out;
}

}  // namespace tebiki::views
