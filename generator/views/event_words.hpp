#pragma once
#include <string>
#include <vector>

#include "model/event.hpp"
#include "model/words.hpp"
#include "views/view.hpp"

/// How events are told: days with their weekday, whether one can still apply.
namespace tebiki::views {

/// 土
std::string weekday_text(model::Date day, model::Words const& words);
/// 10月24日（土）
std::string day_text(model::Date day, model::Words const& words);
/// 令和8年10月24日（土）
std::string full_day_text(model::Date day, model::Words const& words);
/// Each stretch in words; of the later ones and of ends the year is left out where it is the same.
std::vector<std::string> days_text(model::Event const& event, model::Words const& words);
/// What is said of applying on the day for which the site is made, and later.
model::EventNotice event_notice(model::Event const& event, model::Site const& site);

/// A record and its days, which are not always known.
struct EventRecord {
  model::Record const* record = nullptr;
  std::optional<model::Event> event;
};
/// The selected records, each once.
std::vector<EventRecord> selected_events(SortedList const& list, Selection const& selection);
/// Whether the view's list has events; an error at its kind where it has none.
bool require_events(View const& view, base::Diagnostics& diagnostics);

/// What the page of an event says first, and with which fields.
std::optional<model::EventHead> event_head(SortedList const& list, model::Record const& record,
                                           model::Site const& site);
/// The roles that it says.
bool is_said_by_event_head(model::Role role);

}  // namespace tebiki::views
