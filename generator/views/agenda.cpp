#include <algorithm>

#include "views/event_words.hpp"
#include "views/field_text.hpp"

namespace tebiki::views {
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
