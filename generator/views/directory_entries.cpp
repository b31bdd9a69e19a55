#include "views/compose_context.hpp"

#include <algorithm>
#include <array>

#include "base/parallel.hpp"
#include "model/events_and_films.hpp"
#include "model/list.hpp"
#include "views/events.hpp"

namespace tebiki::views {
namespace {

using model::Availability;
using model::Entry;
using model::Field;
using model::FieldKind;
using model::Inlines;
using model::Record;
using model::Role;
using Place = model::KindEntry::Place;

/// Places of their own in an entry, or no words at all.
bool stands_elsewhere(Field const& field) {
  constexpr std::array roles{Role::name,   Role::reading,   Role::confirmed, Role::scene,
                             Role::source, Role::telephone, Role::fax};
  if (std::any_of(roles.begin(), roles.end(), [&](Role role) { return field.role == role; })) return true;
  switch (model::kind_entry(field.kind).place) {
    case Place::marks:
    case Place::below:
    case Place::map:
    case Place::page:
      return true;
    case Place::words:
    case Place::tags:
    case Place::numbers:
    case Place::reading:
      return false;
  }
  return false;
}

std::vector<Field const*> tag_fields(SortedList const& list) {
  std::vector<Field const*> out;
  for (auto hint : {&Field::filter, &Field::column}) {
    for (auto& field : list.fields) {
      bool place = field.role == Role::area || field.role == Role::scene;
      if (model::kind_entry(field.kind).place == Place::tags && field.*hint && !place) out.push_back(&field);
    }
    if (!out.empty()) break;
  }
  return out;
}

/// The field that says something about the office in words.
Field const* remarks_field(SortedList const& list) {
  for (auto role : {Role::remark, Role::summary}) {
    if (auto* field = list.with_role(role)) return field;
  }
  return nullptr;
}

std::vector<Field const*> detail_fields(SortedList const& list, std::vector<Field const*> const& tags) {
  std::vector<Field const*> out;
  auto add = [&](Field const* field) {
    bool taken = std::find(out.begin(), out.end(), field) != out.end() ||
                 std::find(tags.begin(), tags.end(), field) != tags.end();
    if (field && !taken) out.push_back(field);
  };
  // Of what takes place one wants to know first when.
  for (auto role : {Role::begins, Role::ends}) add(list.with_role(role));
  if (list.with_role(Role::begins)) add(list.with_role(Role::hours));
  auto* address = list.with_role(Role::address);
  add(address ? address : list.with_role(Role::area));
  add(list.with_role(Role::days));
  add(list.with_role(Role::hours));
  for (auto& field : list.fields) {
    if (field.column && !stands_elsewhere(field)) add(&field);
  }
  add(remarks_field(list));
  return out;
}

/// With `x-column` on some answers only these are shown in lists.
std::vector<Field const*> ability_fields(SortedList const& list) {
  std::vector<Field const*> all, chosen;
  for (auto& field : list.fields) {
    if (field.kind != FieldKind::availability) continue;
    all.push_back(&field);
    if (field.column) chosen.push_back(&field);
  }
  return chosen.empty() ? all : chosen;
}

std::vector<Field const*> facet_fields(SortedList const& list) {
  std::vector<Field const*> out;
  auto add = [&](auto const& fits) {
    for (auto& field : list.fields) {
      bool known = std::find(out.begin(), out.end(), &field) != out.end();
      if (!known && fits(field)) out.push_back(&field);
    }
  };
  add([](Field const& field) { return field.filter && field.kind != FieldKind::availability; });
  add([](Field const& field) { return field.kind == FieldKind::availability; });
  add([](Field const& field) { return field.role == Role::visited_area; });
  add([](Field const& field) { return field.role == Role::area; });
  add([](Field const& field) { return field.role == Role::scene; });
  return out;
}

DirectoryFields directory_fields(SortedList const& list) {
  DirectoryFields fields;
  fields.tags = tag_fields(list);
  fields.details = detail_fields(list, fields.tags);
  fields.abilities = ability_fields(list);
  fields.facets = facet_fields(list);
  return fields;
}

/// Days and hours stand side by side among the details.
void note_opening(Entry& entry, Field const& field) {
  constexpr std::array roles{Role::begins, Role::ends, Role::days, Role::hours};
  if (std::find(roles.begin(), roles.end(), field.role) == roles.end()) return;
  auto& opening = entry.opening;
  if (opening.first == opening.end) opening.first = entry.details.size();
  opening.end = entry.details.size() + 1;
}

/// What says nothing but the name, or what a detail before it said, is not said again.
void add_details(Entry& entry, Record const& record, std::vector<Field const*> const& fields,
                 SortedLists const& lists) {
  auto& out = entry.details;
  auto const& words = lists.site().words;
  std::vector<std::string> said{entry.name};
  for (auto* field : fields) {
    auto text = field_text(lists, *field, record.find(*field));
    if (text.empty()) continue;
    auto plain = model::plain_text(text);
    bool const again = std::find(said.begin(), said.end(), plain) != said.end();
    if (again && (field->kind == FieldKind::text || plain == entry.name)) continue;
    said.push_back(std::move(plain));
    note_opening(entry, *field);
    if (needs_no_label(*field) || field->role == Role::begins) {
      out.push_back(std::move(text));
      continue;
    }
    Inlines labelled;
    labelled.reserve(text.size() + 1);
    labelled.push_back(model::words(words.filled("join.label", {{"label", field->label}}), record.at));
    std::move(text.begin(), text.end(), std::back_inserter(labelled));
    out.push_back(std::move(labelled));
  }
}

/// Where the schema chose columns, all their answers are shown, so that rows compare; otherwise those given.
/// An office that answered nothing shows nothing.
std::vector<Entry::Ability> abilities_of(Record const& record, std::vector<Field const*> const& fields) {
  std::vector<Entry::Ability> out;
  bool answered = false;
  for (auto* field : fields) {
    auto answer = model::availability_of(record.find(*field));
    if (answer != Availability::unanswered) answered = true;
    if (answer != Availability::unanswered || field->column) out.push_back({field->label, answer});
  }
  if (!answered) out.clear();
  return out;
}

/// What is wished most and offered here, in the words of the wishes.
std::vector<Entry::Ability> quick_of(SortedList const& list, Record const& record) {
  std::vector<Entry::Ability> out;
  for (auto& field : list.fields) {
    if (field.quick.empty()) continue;
    auto* value = record.find(field);
    auto* flag = value ? value->as<bool>() : nullptr;
    auto const answer = flag && *flag ? Availability::yes : flag ? Availability::no : model::availability_of(value);
    if (is_offered(answer)) out.push_back({field.quick, answer});
  }
  return out;
}

std::vector<std::string> facet_values(Record const& record, Field const& field, SortedLists const& lists) {
  auto* value = record.find(field);
  // Nobody looks for an office without a lift: only what there is can be chosen.
  auto* flag = value ? value->as<bool>() : nullptr;
  if (flag && !*flag) return {};
  if (field.kind != FieldKind::availability) return field_words(lists, field, value);
  auto answer = model::availability_of(value);
  return is_offered(answer) ? std::vector{std::string(model::key_of(answer))} : std::vector<std::string>();
}

/// Of several numbers all are shown, and the first is dialled.
model::Telephone telephone_of(Field const& field, Record const& record, model::Words const& words) {
  auto* value = record.find(field);
  auto* several = value ? value->several() : nullptr;
  auto* first = several && !several->empty() ? &several->front() : value;
  auto* number = first ? first->as<model::Telephone>() : nullptr;
  return {model::plain_text(field, value, words), number ? number->address() : std::string_view()};
}

std::string confirmed(SortedList const& list, Record const& record, model::Words const& words) {
  auto* field = list.with_role(Role::confirmed);
  auto* value = field ? record.find(*field) : nullptr;
  auto* date = value ? value->as<model::Date>() : nullptr;
  return date ? words.filled("entry.confirmed", {{"month", model::month_text(*date, words)}}) : std::string();
}

}  // namespace

bool needs_no_label(Field const& field) {
  constexpr std::array roles{Role::days, Role::remark, Role::summary};
  if (field.kind != FieldKind::text) return model::kind_entry(field.kind).label == model::KindEntry::Label::unneeded;
  return std::any_of(roles.begin(), roles.end(), [&](Role role) { return model::has_role(field, role); });
}

bool is_offered(Availability answer) { return answer == Availability::yes || answer == Availability::ask; }

Entry entry_of(SortedList const& list, std::size_t index, Record const& record, DirectoryFields const& fields,
               SortedLists const& lists) {
  Entry entry;
  entry.number = list.numbers[index];
  entry.anchor = reference_name(list, record);
  entry.name = record.name();
  entry.kana = record.kana();
  entry.page.name = entry.anchor;
  entry.at = record.at;
  for (auto* field : fields.tags) {
    for (auto& word : field_words(lists, *field, record.find(*field))) entry.tags.push_back(std::move(word));
  }
  entry.film = film_card(list, record, entry.tags);
  add_details(entry, record, fields.details, lists);
  auto const event = model::event_of(list.source->schema, record);
  if (event) entry.event = event_notice(*event, lists.site());
  bool const over = entry.event && entry.event->state == model::EventState::over;
  if (auto* field = list.with_role(Role::telephone); field && !over)
    entry.tel = telephone_of(*field, record, lists.site().words);
  if (auto* field = list.with_role(Role::fax)) entry.fax = telephone_of(*field, record, lists.site().words);
  entry.abilities = abilities_of(record, fields.abilities);
  entry.quick = quick_of(list, record);
  entry.confirmed = confirmed(list, record, lists.site().words);
  for (auto* field : fields.facets) {
    auto values = facet_values(record, *field, lists);
    if (!values.empty()) entry.facets.push_back({field->key, std::move(values)});
  }
  return entry;
}

DirectoryEntries::DirectoryEntries(SortedLists const& lists, unsigned jobs) {
  for (auto& list : lists.all()) {
    auto& fields = fields_[&list] = directory_fields(list);
    entries_[&list] = base::parallel_map(list.source->records.size(), jobs, [&](std::size_t i) {
      return entry_of(list, i, list.source->records[i], fields, lists);
    });
  }
}

}  // namespace tebiki::views
