#include "views/event_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace tebiki::views {

using model::Date;
using model::Role;

std::string weekday_text(Date day, model::Words const& words) {
  std::array const names{words["weekday.sunday"],    words["weekday.monday"],   words["weekday.tuesday"],
                         words["weekday.wednesday"], words["weekday.thursday"], words["weekday.friday"],
                         words["weekday.saturday"]};
  return std::string(names[std::size_t(model::day_of_week(day))]);
}

std::string day_text(Date day, model::Words const& words) {
  auto const month = std::to_string(day.month), number = std::to_string(day.day), weekday = weekday_text(day, words);
  return words.filled("event.day", {{"month", month}, {"day", number}, {"weekday", weekday}});
}

std::string full_day_text(Date day, model::Words const& words) {
  return words.filled("event.full-day",
                      {{"date", model::date_text(day, words)}, {"weekday", weekday_text(day, words)}});
}

std::vector<std::string> days_text(model::Event const& event, model::Words const& words) {
  std::vector<std::string> texts;
  int year = 0;
  auto const text = [&](Date day) {
    bool const told = year == day.year;
    year = day.year;
    return told ? day_text(day, words) : full_day_text(day, words);
  };
  for (auto const& [first, last] : event.stretches) {
    auto const from = text(first);
    texts.push_back(first == last ? from : words.filled("event.from-until", {{"first", from}, {"last", text(last)}}));
  }
  return texts;
}

model::EventNotice event_notice(model::Event const& event, model::Site const& site) {
  auto const& words = site.words;
  model::EventNotice notice;
  notice.state = model::state_of(event, site.today);
  notice.last_day = model::iso(event.last());
  notice.over = words.filled("event.over", {{"day", full_day_text(event.last(), words)}});
  if (!event.deadline) return notice;
  auto const deadline = day_text(*event.deadline, words);
  notice.deadline = model::iso(*event.deadline);
  notice.open = words.filled("event.open", {{"day", deadline}});
  notice.closed = words.filled("event.closed", {{"day", deadline}});
  return notice;
}

std::vector<EventRecord> selected_events(SortedList const& list, Selection const& selection) {
  std::vector<EventRecord> events;
  std::set<std::uint32_t> seen;
  for (auto const& group : selection) {
    for (auto index : group.records) {
      if (!seen.insert(index).second) continue;
      auto const& record = list.source->records[index];
      events.push_back({&record, model::event_of(list.source->schema, record)});
    }
  }
  return events;
}

bool require_events(View const& view, base::Diagnostics& diagnostics) {
  auto const& schema = view.list->source->schema;
  if (model::holds_events(schema)) return true;
  auto const& slug = view.list->source->slug;
  // Where the schema has mistakes, the field of the day may be one of them.
  if (schema.completeness == model::Completeness::whole)
    diagnostics.error(view.kind_at, "view-without-days",
                      {fmt::format("一覧「{}」には開催日の項目がないので、日付の順に並べられません。", slug),
                       fmt::format("The list “{}” has no field that says when something begins.", slug)},
                      {"schema.json の日付の項目に「\"x-role\": \"begins\"」と書いてください。",
                       "Write \"x-role\": \"begins\" into its field of the day in schema.json."});
  return false;
}

bool is_said_by_event_head(Role role) {
  constexpr std::array roles{Role::begins, Role::ends,     Role::hours,       Role::reception,
                             Role::place,  Role::deadline, Role::form_address};
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::optional<model::EventHead> event_head(SortedList const& list, model::Record const& record,
                                           model::Site const& site) {
  auto const& schema = list.source->schema;
  auto const event = model::event_of(schema, record);
  if (!event) return std::nullopt;
  auto const text = [&](Role role) { return model::text_of(schema, record, role, site.words); };
  model::EventHead head;
  head.days = days_text(*event, site.words);
  head.time = text(Role::hours);
  if (auto const from = text(Role::reception); !from.empty())
    head.reception = site.words.filled("event.reception", {{"time", from}});
  head.place = text(Role::place);
  head.notice = event_notice(*event, site);
  if (head.notice.state == model::EventState::open) head.form_address = text(Role::form_address);
  return head;
}

}  // namespace tebiki::views
