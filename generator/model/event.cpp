#include "model/event.hpp"

#include <algorithm>

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

}  // namespace

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
