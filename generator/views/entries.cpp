#include "views/entries.hpp"

#include <algorithm>

#include "model/roles.hpp"
#include "views/field_text.hpp"

namespace tebiki::views {
namespace {

using model::Availability;
using model::Entry;
using model::Field;
using model::FieldKind;
using model::Inlines;
using model::Record;
using model::Role;

std::vector<Inlines> details_of(Record const& record, std::vector<Field const*> const& fields,
                                SiteIndex const& site_index) {
  std::vector<Inlines> out;
  auto const& words = site_index.site().words;
  for (auto* field : fields) {
    auto text = field_text(site_index, *field, record.find(*field));
    if (text.empty()) continue;
    if (needs_no_label(*field)) {
      out.push_back(std::move(text));
      continue;
    }
    Inlines labelled;
    labelled.reserve(text.size() + 1);
    labelled.push_back(model::words(words.filled("join.label", {{"label", field->label}}), record.at));
    std::move(text.begin(), text.end(), std::back_inserter(labelled));
    out.push_back(std::move(labelled));
  }
  return out;
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

std::vector<std::string> facet_values(Record const& record, Field const& field, SiteIndex const& site_index) {
  auto* value = record.find(field);
  // Nobody looks for an office without a lift: only what there is can be chosen.
  auto* flag = value ? value->as<bool>() : nullptr;
  if (flag && !*flag) return {};
  if (field.kind != FieldKind::availability) return field_words(site_index, field, value);
  auto answer = model::availability_of(value);
  if (answer == Availability::yes || answer == Availability::ask) return {std::string(model::key_of(answer))};
  return {};
}

std::string confirmed(ListIndex const& list, Record const& record, model::Words const& words) {
  auto* field = list.with_role(Role::confirmed);
  auto* value = field ? record.find(*field) : nullptr;
  auto* date = value ? value->as<model::Date>() : nullptr;
  return date ? words.filled("entry.confirmed", {{"month", model::japanese_month(*date)}}) : std::string();
}

}  // namespace

Entry entry_of(ListIndex const& list, std::size_t index, DirectoryFields const& fields, SiteIndex const& site_index) {
  auto& record = list.source->records[index];
  Entry entry;
  entry.number = list.numbers[index];
  entry.anchor = reference_name(list, record);
  entry.name = record.name();
  entry.kana = record.kana();
  entry.page.name = entry.anchor;
  entry.at = record.at;
  for (auto* field : fields.tags) {
    for (auto& word : field_words(site_index, *field, record.find(*field))) entry.tags.push_back(std::move(word));
  }
  entry.details = details_of(record, fields.details, site_index);
  if (auto* field = list.with_role(Role::telephone)) entry.tel = model::plain_text(*field, record.find(*field));
  if (auto* field = list.with_role(Role::fax)) entry.fax = model::plain_text(*field, record.find(*field));
  entry.abilities = abilities_of(record, fields.abilities);
  entry.confirmed = confirmed(list, record, site_index.site().words);
  for (auto* field : fields.facets) {
    auto values = facet_values(record, *field, site_index);
    if (!values.empty()) entry.facets.push_back({field->key, std::move(values)});
  }
  return entry;
}

Entries::Entries(SiteIndex const& site_index) {
  for (auto& list : site_index.lists()) {
    auto& fields = fields_[&list] = directory_fields(list);
    auto& entries = entries_[&list];
    entries.reserve(list.source->records.size());
    for (std::size_t i = 0; i < list.source->records.size(); ++i) {
      entries.push_back(entry_of(list, i, fields, site_index));
    }
  }
}

}  // namespace tebiki::views
