#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "base/unicode.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Entry;
using model::Field;
using Place = model::KindEntry::Place;
using Choices = std::vector<std::pair<std::string, int>>;

/// With `columns`, these are what is told of each record beside its name and numbers.
DirectoryFields chosen_fields(View const& view, DirectoryFields fields) {
  fields.details.clear();
  fields.abilities.clear();
  fields.tags.clear();
  for (auto* field : view.columns) {
    auto const place = model::kind_entry(field->kind).place;
    bool const elsewhere = field == &view.list->name_field() || place == Place::reading || place == Place::numbers;
    if (elsewhere) continue;
    bool const tag = place == Place::tags && field->role != model::Role::area;
    auto& shown = place == Place::marks ? fields.abilities : tag ? fields.tags : fields.details;
    shown.push_back(field);
  }
  return fields;
}

/// Key of the field → value → number of entries.
using Tally = std::unordered_map<std::string_view, std::unordered_map<std::string_view, int>>;

Tally count(std::vector<Entry const*> const& entries) {
  Tally tally;
  for (auto* entry : entries) {
    for (auto& facet : entry->facets) {
      auto& values = tally[facet.key];
      for (auto& value : facet.values) ++values[value];
    }
  }
  return tally;
}

/// As the schema lists them, then by reading; yes before ask.
Choices in_order(std::unordered_map<std::string_view, int> const& counted, Field const& field,
                 SortedLists const& lists) {
  struct Choice {
    std::ptrdiff_t place;
    std::string bytes;
    std::string value;
    int count;
  };
  std::vector<Choice> choices;
  for (auto& [value, number] : counted) {
    std::ptrdiff_t place = field.kind == model::FieldKind::availability
                               ? (value == "yes" ? 0 : 1)
                               : std::find(field.choices.begin(), field.choices.end(), value) - field.choices.begin();
    choices.push_back({place, base::collation_key(lists.reading_of(value)), std::string(value), number});
  }
  std::sort(choices.begin(), choices.end(), [](Choice const& a, Choice const& b) {
    return std::tie(a.place, a.bytes, a.value) < std::tie(b.place, b.bytes, b.value);
  });
  Choices out;
  for (auto& choice : choices) out.emplace_back(std::move(choice.value), choice.count);
  return out;
}

/// A single choice that every entry has narrows nothing down.
bool tells_apart(Choices const& choices, std::size_t entries) {
  return choices.size() > 1 || (choices.size() == 1 && std::size_t(choices.front().second) < entries);
}

/// The filters of a directory that holds these entries: only what occurs and tells them apart, with counts.
/// Linear in the facets of the entries.
std::vector<model::Directory::Filter> filters_of(std::vector<Entry const*> const& entries,
                                                 DirectoryFields const& fields, SortedLists const& lists) {
  std::vector<model::Directory::Filter> out;
  auto tally = count(entries);
  for (auto* field : fields.facets) {
    auto counted = tally.find(field->key);
    if (counted == tally.end()) continue;
    auto choices = in_order(counted->second, *field, lists);
    if (tells_apart(choices, entries.size())) out.push_back({field->key, field->label, std::move(choices)});
  }
  return out;
}

std::vector<model::Directory::Filter> filters(Selection const& selection, std::vector<Entry> const& entries,
                                              DirectoryFields const& fields, SortedLists const& lists) {
  std::vector<Entry const*> shown;
  std::vector<bool> counted(entries.size());
  for (auto& group : selection) {
    for (auto index : group.records) {
      if (!counted[index]) shown.push_back(&entries[index]);
      counted[index] = true;
    }
  }
  return filters_of(shown, fields, lists);
}

/// What the schema calls the ○ △ questions together.
std::string abilities_title(SortedList const& list, model::Words const& words) {
  auto const* field = list.source->schema.first(model::FieldKind::availability);
  return field && !field->group.empty() ? field->group : std::string(words["group.abilities"]);
}

}  // namespace

model::Blocks cards(View const& view, Selection const& selection, ViewPlace const& place) {
  auto& list = *view.list;
  auto& entries = place.context.entries;
  auto& made = entries.of(list);
  model::Directory directory;
  directory.list = list.source->slug;
  directory.abilities = abilities_title(list, place.context.lists.site().words);
  if (!view.caption.empty()) directory.caption.push_back(model::words(view.caption, view.at));
  auto fields = view.columns.empty() ? entries.fields(list) : chosen_fields(view, entries.fields(list));
  for (auto& selected : selection) {
    model::EntryGroup group{selected.title, {}};
    group.entries.reserve(selected.records.size());
    for (auto index : selected.records) {
      group.entries.push_back(view.columns.empty() ? made[index] : entry_of(list, index, fields, place.context.lists));
      std::erase(group.entries.back().tags, selected.title);  // the heading says it
    }
    directory.groups.push_back(std::move(group));
  }
  directory.filters = filters(selection, made, fields, place.context.lists);
  model::Blocks out;
  out.push_back({std::move(directory), view.at});
  return out;
}

}  // namespace tebiki::views
