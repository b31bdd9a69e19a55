#pragma once
#include <map>
#include <string>
#include <vector>

#include "model/events_and_films.hpp"
#include "model/words.hpp"
#include "views/compose_context.hpp"
#include "views/view.hpp"

/// How events are told, and the flyers and application forms that publications make of them.
namespace tebiki::views {

/// A flyer that is to be made.
struct PlannedFlyer {
  RecordRef event;
  model::FlyerRequest const* request = nullptr;
  std::string slug;  ///< `flyer-aoba`, `application-aoba`
  RecordRef form;    ///< the record whose fields are those of an application form; none: a flyer
};

/// The flyers that publications ask for, each event's once: the first request that fits it. By publication, in the
/// order of days. A design that holds a form makes application forms: for the events whose field with the role
/// `application` names a record with the rows of a form, while one can apply. Errors: lists, fields and designs that
/// there are not, lists without events, application forms without fields.
class FlyerPlan {
 public:
  explicit FlyerPlan(ComposeContext const& context);
  std::vector<PlannedFlyer> const& of(model::Publication const& publication) const;
  /// Adds to the page of an event what is made of it: links to its flyer and its application form, and that form.
  void add_to_page(model::Document& page, model::Record const& event, ComposeContext const& context) const;

 private:
  void take(model::Publication const& publication, model::FlyerRequest const& request, ComposeContext const& context);
  /// Whether the flyer's name is free; an error where something else has it.
  bool claim(PlannedFlyer const& flyer, ComposeContext const& context);

  std::map<std::string, std::vector<PlannedFlyer>> flyers_;  ///< by slug of the publication
  std::map<model::Record const*, std::vector<PlannedFlyer>> by_event_;
  /// Who has which name of a PDF: the record, or nothing for a publication, and what it is called in messages.
  std::map<std::string, std::pair<model::Record const*, std::string>> names_;
};

/// What the flyer of an event says, by the roles of its record's fields, still without a design. The QR code leads to
/// the form where one applies, or else to the event's page, as far as the site's address is known.
model::Flyer flyer_of(SortedList const& list, model::Record const& record, ComposeContext const& context);

/// The booklets of a publication's flyers.
std::vector<model::Booklet> flyer_booklets(model::Publication const& publication, FlyerPlan const& plan,
                                           ComposeContext const& context);
/// What the publication's page says of its flyers: links to them with their days.
model::Blocks flyer_links(model::Publication const& publication, FlyerPlan const& plan, ComposeContext const& context);

// ---- how events are told: days with their weekday, whether one can still apply ----

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

/// All records of a list of events: those to come by day, those that are over, the last of them first, those without a
/// day.
Selection whole_by_day(SortedList const& list, SortedLists const& lists);

/// What the page of an event says first, and with which fields.
std::optional<model::EventHead> event_head(SortedList const& list, model::Record const& record,
                                           model::Site const& site);
/// The roles that it says.
bool is_said_by_event_head(model::Role role);

}  // namespace tebiki::views
