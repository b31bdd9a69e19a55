#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "model/list.hpp"

/// What records of events have in common, read by the roles of their fields.
namespace tebiki::model {

/// Days on end, both included.
struct Stretch {
  Date first, last;

  bool includes(Date day) const { return first <= day && day <= last; }
};

/// When something takes place.
struct Event {
  std::vector<Stretch> stretches;  ///< ascending, at least one; single days that were named are each one
  std::optional<Hours> hours;      ///< of each day, where they were understood
  std::optional<Date> deadline;    ///< the last day on which one can apply

  Date first() const { return stretches.front().first; }
  Date last() const { return stretches.back().last; }
};

/// On that day: open until the deadline, or without one until the last day.
EventState state_of(Event const& event, Date today);

/// Whether the list's records are events: a declared field says when they begin.
bool holds_events(Schema const& schema);
/// Nothing where the record does not say its day.
std::optional<Event> event_of(Schema const& schema, Record const& record);

}  // namespace tebiki::model
