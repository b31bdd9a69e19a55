// What the page of a record says first: whom to call, when and where, and what one most often comes for.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/events_and_films.hpp"
#include "model/open_data.hpp"
#include "views/compose_context.hpp"
#include "views/events.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;
using model::Record;
using model::Role;

Field const* first_of(SortedList const& list, FieldKind kind) {
  auto const found =
      std::find_if(list.fields.begin(), list.fields.end(), [&](Field const& field) { return field.kind == kind; });
  return found == list.fields.end() ? nullptr : &*found;
}

/// What schema.org calls a list of questions with their answers.
constexpr std::string_view questions_and_answers = "FAQPage";

/// One value in one field; a list of them is told below.
std::string single_text(model::FieldValue const& value) { return value.text() ? *value.text() : std::string(); }

/// The map of the Geospatial Information Authority: no advertisement, no following of readers.
std::string map_address(model::FieldValue const& value) {
  auto const* place = value.as<model::Coordinates>();
  if (!place) return {};
  return fmt::format("https://maps.gsi.go.jp/#17/{}/{}/", model::text_of(place->latitude),
                     model::text_of(place->longitude));
}

model::Telephone single_telephone(model::FieldValue const& value) {
  auto const* telephone = value.as<model::Telephone>();
  return telephone ? *telephone : model::Telephone(single_text(value), {});
}

std::string video(model::FieldValue const& value) { return model::film_address(single_text(value)); }

/// On which days an office is open, of several values on all of theirs; nothing where one of them is not known.
std::optional<model::Weekdays> week_of(model::FieldValue const& value) {
  if (auto const* opening = value.as<model::OpeningDays>()) return opening->days;
  auto const* several = value.several();
  if (!several || several->empty()) return std::nullopt;
  model::Weekdays week{};
  for (auto const& item : *several) {
    auto const* opening = item.as<model::OpeningDays>();
    if (!opening) return std::nullopt;
    for (std::size_t day = 0; day < week.size(); ++day) week[day] = week[day] || opening->days[day];
  }
  return week;
}

/// Where an office is and when it is open, as far as its list asks.
void add_place_and_time(HeadFacts& facts, SortedList const& list, Record const& record, SortedLists const& lists) {
  auto const take = [&](std::string& fact, Field const* field) {
    auto const* value = field ? record.find(*field) : nullptr;
    auto words = value ? model::plain_text(field_text(lists, *field, value)) : std::string();
    if (words.empty()) return;
    fact.append(fact.empty() ? "" : " ").append(words);
    facts.fields.push_back(field);
  };
  auto const* days = list.with_role(model::Role::days);
  take(facts.head.days, days);
  if (auto const* value = days ? record.find(*days) : nullptr) facts.head.week = week_of(*value);
  take(facts.head.hours, list.with_role(model::Role::hours));
  if (!facts.head.days.empty() || !facts.head.hours.empty())
    take(facts.head.opening_note, list.with_role(model::Role::opening_note));
  if (!list.with_role(model::Role::address)) return;
  take(facts.head.address, first_of(list, FieldKind::postal_code));
  take(facts.head.address, list.with_role(model::Role::address));
}

/// Of an office: what it has and stands under no title of its own, and what it says of itself. Who wonders whether
/// somebody can be called at night reads it beside the hours.
void add_facts(HeadFacts& facts, SortedList const& list, Record const& record) {
  for (auto const& field : list.fields) {
    auto const* value = field.kind == FieldKind::boolean && field.group.empty() ? record.find(field) : nullptr;
    auto const* has = value ? value->as<bool>() : nullptr;
    if (!has || !*has) continue;
    facts.head.facts.push_back(field.label);
    facts.fields.push_back(&field);
  }
  auto const* remark = list.with_role(model::Role::remark);
  auto const* value = remark && remark->kind == FieldKind::text ? record.find(*remark) : nullptr;
  if (value) facts.head.remark = single_text(*value);
  if (!facts.head.remark.empty()) facts.fields.push_back(remark);
}

/// Questions that stand under one title, of which some were answered, are told answer by answer.
void add_abilities(HeadFacts& facts, SortedList const& list, Record const& record, model::Words const& words) {
  using Abilities = model::RecordHead::Abilities;
  auto& all = facts.head.abilities;
  for (auto const& field : list.fields) {
    if (field.kind != FieldKind::availability) continue;
    auto const title = group_title(field, words);
    auto group = std::find_if(all.begin(), all.end(), [&](Abilities const& one) { return one.title == title; });
    if (group == all.end()) group = all.insert(all.end(), Abilities{title, {}});
    group->answers.push_back({field.label, model::availability_of(record.find(field))});
  }
  std::erase_if(all, [](Abilities const& group) {
    return std::all_of(group.answers.begin(), group.answers.end(),
                       [](auto const& one) { return one.availability == model::Availability::unanswered; });
  });
  for (auto const& field : list.fields) {
    bool const told = field.kind == FieldKind::availability &&
                      std::any_of(all.begin(), all.end(),
                                  [&](Abilities const& group) { return group.title == group_title(field, words); });
    if (told) facts.fields.push_back(&field);
  }
}

}  // namespace

std::optional<model::FilmCard> film_card(SortedList const& list, Record const& record,
                                         std::vector<std::string> const& tags) {
  if (list.source->schema.schema_org != model::film_type) return std::nullopt;
  auto const said = [&](Role role) {
    auto const* field = list.with_role(role);
    auto const* value = field ? record.find(*field) : nullptr;
    return value ? single_text(*value) : std::string();
  };
  return model::FilmCard{tags.empty() ? std::string() : tags.front(), said(model::Role::duration),
                         said(model::Role::picture)};
}

HeadFacts head_facts(SortedList const& list, model::Record const& record, model::Entry const& row,
                     ComposeContext const& context) {
  auto const& site = context.lists.site();
  HeadFacts facts;
  facts.head.tags = row.tags;
  facts.head.is_answered_question = list.source->schema.schema_org == questions_and_answers;
  facts.fields = context.entries.fields(list).tags;
  auto const place = [&](auto& fact, Field const* field, auto const& read) {
    auto const* value = field ? record.find(*field) : nullptr;
    if (value) fact = read(*value);
    if (!fact.empty()) facts.fields.push_back(field);
  };
  auto const day = [&](model::FieldValue const& value) {
    auto const* date = value.as<model::Date>();
    return date ? model::date_text(*date, site.words) : std::string();
  };
  place(facts.head.kana, list.with_role(model::Role::reading), single_text);
  facts.head.event = event_head(list, record, site);
  bool const over = facts.head.event && facts.head.event->notice.state == model::EventState::over;
  for (auto& field : list.fields) {
    bool const told = facts.head.event && is_said_by_event_head(field.role);
    // Of what is over it is only said that it is; how one could apply is told among the rest.
    bool const applying = field.role == model::Role::deadline || field.role == model::Role::form_address;
    if (told && !(over && applying)) facts.fields.push_back(&field);
  }
  // Nobody is to call for what is over; its number is told among the rest.
  if (!over) place(facts.head.tel, list.with_role(model::Role::telephone), single_telephone);
  place(facts.head.fax, list.with_role(model::Role::fax), single_telephone);
  if (!facts.head.event) add_place_and_time(facts, list, record, context.lists);
  place(facts.head.map_address, first_of(list, FieldKind::coordinates), map_address);
  place(facts.head.video_address, first_of(list, FieldKind::youtube), video);
  facts.head.film = film_card(list, record, row.tags);
  if (facts.head.film && !facts.head.film->still.empty()) facts.fields.push_back(list.with_role(model::Role::picture));
  if (!facts.head.tel.empty() && !facts.head.event) add_facts(facts, list, record);
  add_abilities(facts, list, record, site.words);
  place(facts.head.confirmed, list.with_role(model::Role::confirmed), day);
  return facts;
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
