#include "model/event.hpp"

#include <algorithm>

#include "model/site.hpp"

namespace tebiki::model {
namespace {

FieldValue const* value_of(Schema const& schema, Record const& record, Role role) {
  auto const* field = schema.with_role(role);
  return field ? record.find(*field) : nullptr;
}

std::optional<Date> day_of(FieldValue const* value) {
  auto const* day = value ? value->as<Date>() : nullptr;
  return day ? std::optional(*day) : std::nullopt;
}

/// The days that a field names, ascending.
std::vector<Date> days_of(FieldValue const* value) {
  std::vector<Date> days;
  if (auto day = day_of(value)) days.push_back(*day);
  if (auto const* several = value ? value->several() : nullptr) {
    for (auto const& item : *several) {
      if (auto day = day_of(&item)) days.push_back(*day);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// Puts a value into the field of that role, where the list has one and there is something to say.
void fill_in(Schema const& schema, Record& record, Role role, FieldValue::Data value, base::SourceLocation at) {
  auto const* field = schema.with_role(role);
  if (!field || record.find(*field)) return;
  auto const* text = std::get_if<std::string>(&value);
  auto const* telephone = std::get_if<Telephone>(&value);
  bool const of_words = field->kind == FieldKind::text || field->kind == FieldKind::email;
  if (text ? !of_words || text->empty() : !telephone || telephone->empty()) return;
  record.values.push_back({std::move(value), at, field->slot});
}

}  // namespace

void name_contacts(List& list, Contact const& site, Date today) {
  if (!holds_events(list.schema)) return;
  for (auto& record : list.records) {
    auto const says = [&](Role role) { return value_of(list.schema, record, role) != nullptr; };
    auto const event = event_of(list.schema, record);
    if (!event || state_of(*event, today) == EventState::over) continue;
    if (says(Role::telephone) || says(Role::fax) || says(Role::email) || says(Role::contact)) continue;
    fill_in(list.schema, record, Role::telephone, site.tel, site.at);
    fill_in(list.schema, record, Role::fax, site.fax, site.at);
    fill_in(list.schema, record, Role::email, site.email, site.at);
    fill_in(list.schema, record, Role::contact, site.name, site.at);
    fill_in(list.schema, record, Role::telephone_note, site.hours, site.at);
    fill_in(list.schema, record, Role::host, site.name, site.at);
  }
}

EventState state_of(Event const& event, Date today) {
  if (event.last() < today) return EventState::over;
  return event.deadline && *event.deadline < today ? EventState::closed : EventState::open;
}

bool holds_events(Schema const& schema) { return schema.with_role(Role::begins) != nullptr; }

std::optional<Event> event_of(Schema const& schema, Record const& record) {
  auto const days = days_of(value_of(schema, record, Role::begins));
  if (days.empty()) return std::nullopt;
  Event event;
  for (auto day : days) event.stretches.push_back({day, day});
  // With an end, what was named is where it begins.
  if (auto const end = day_of(value_of(schema, record, Role::ends)); end && *end > days.back())
    event.stretches.back().last = *end;
  event.deadline = day_of(value_of(schema, record, Role::deadline));
  auto const* hours = value_of(schema, record, Role::hours);
  if (auto const* read = hours ? hours->as<Hours>() : nullptr; read && read->count > 0) event.hours = *read;
  return event;
}

}  // namespace tebiki::model
