#pragma once
#include <map>
#include <string>
#include <vector>

#include "views/compose_context.hpp"

/// Publications that make a flyer or an application form for each event.
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

  std::map<std::string, std::vector<PlannedFlyer>> flyers_;  ///< by slug of the publication
  std::map<model::Record const*, std::vector<PlannedFlyer>> by_event_;
};

/// What the flyer of an event says, by the roles of its record's fields, still without a design. The QR code leads to
/// the form where one applies, or else to the event's page, as far as the site's address is known.
model::Flyer flyer_of(SortedList const& list, model::Record const& record, ComposeContext const& context);

/// The booklets of a publication's flyers.
std::vector<model::Booklet> flyer_booklets(model::Publication const& publication, FlyerPlan const& plan,
                                           ComposeContext const& context);
/// What the publication's page says of its flyers: links to them with their days.
model::Blocks flyer_links(model::Publication const& publication, FlyerPlan const& plan, ComposeContext const& context);

}  // namespace tebiki::views
