#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "views/compose_context.hpp"
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

/// What can be chosen of places where offices go is also where they are.
bool says_where(model::Field const& field, DirectoryFields const& fields) {
  return std::any_of(fields.facets.begin(), fields.facets.end(), [&](model::Field const* other) {
    return other->role == model::Role::visited_area && !field.choices.empty() && other->choices == field.choices;
  });
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
    using Kind = model::Directory::Filter::Kind;
    auto const kind = field->kind == model::FieldKind::availability ? Kind::ability
                      : says_where(*field, fields)                  ? Kind::area
                                                                    : Kind::choice;
    if (tells_apart(choices, entries.size()))
      out.push_back({field->key, field->label, std::move(choices), kind, field->quick});
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

/// Puts a value of a row, or nothing, in the place of the record's own.
void replace(model::Record& record, Field const& field, model::FieldValue const* value) {
  std::erase_if(record.values, [&](model::FieldValue const& one) { return one.slot == field.slot; });
  if (!value) return;
  record.values.push_back(*value);
  record.values.back().slot = field.slot;
}

/// Where the view asks for a service of which the record's rows say something else than of the whole house – they name
/// it in their first column, the others have the keys of the record's own fields – the record as that service has it.
std::optional<model::Record> of_asked_service(View const& view, std::string_view heading, model::Record const& record) {
  auto const is_asked = [&](std::string const& service) {
    return service == heading || std::any_of(view.where.begin(), view.where.end(), [&](Condition const& condition) {
             return condition.field && condition.field->kind == model::FieldKind::choices && condition.wants(service);
           });
  };
  auto const& own = view.list->source->schema.fields;
  for (auto const& field : own) {
    auto const* value = field.kind == model::FieldKind::rows ? record.find(field) : nullptr;
    auto const* rows = value ? value->as<model::FieldRows>() : nullptr;
    if (!rows) continue;
    auto const row = std::find_if(rows->rows.begin(), rows->rows.end(), [&](model::FieldRow const& one) {
      auto const* named = one.find(field.fields.front().slot);
      return named && named->text() && is_asked(*named->text());
    });
    if (row == rows->rows.end()) continue;
    auto told = record;
    for (auto const& part : field.fields) {
      auto const same = std::find_if(own.begin(), own.end(), [&](Field const& one) { return one.key == part.key; });
      auto const* said = row->find(part.slot);
      // How many places a house has is not how many one of its services has.
      if (same != own.end() && (said || part.kind == model::FieldKind::number)) replace(told, *same, said);
    }
    return told;
  }
  return std::nullopt;
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
    auto shown = base::parallel_map(selected.records.size(), place.context.jobs, [&](std::size_t i) {
      auto const index = selected.records[i];
      auto const& record = list.source->records[index];
      auto const service = of_asked_service(view, selected.title, record);
      auto entry = view.columns.empty() && !service
                       ? made[index]
                       : entry_of(list, index, service ? *service : record, fields, place.context.lists);
      std::erase(entry.tags, selected.title);  // the heading says it
      return entry;
    });
    directory.groups.push_back({selected.title, std::move(shown)});
  }
  directory.filters = filters(selection, made, fields, place.context.lists);
  model::Blocks out;
  out.push_back({std::move(directory), view.at});
  return out;
}

namespace {

/// What the columns say of the record, small and in one paragraph: 書いた人：医師（見本）
model::Blocks told_below(View const& view, model::Record const& record, SortedLists const& lists) {
  model::DefinitionList const said = record_definitions(view.columns, *view.list, record, lists);
  auto const& words = lists.site().words;
  model::Paragraph paragraph;
  for (auto const& definition : said.definitions) {
    if (!paragraph.text.empty()) paragraph.text.push_back(model::words(std::string(words["join.gap"])));
    paragraph.text.push_back(model::words(words.filled("join.label", {{"label", definition.term}})));
    paragraph.text.insert(paragraph.text.end(), definition.text.begin(), definition.text.end());
  }
  if (paragraph.text.empty()) return {};
  model::Paragraph small{{{model::Small{std::move(paragraph.text)}, record.at}}};
  return {{std::move(small), record.at, model::Block::Origin::view}};
}

/// Headings of a body stand below the record's.
void lower_headings(model::Blocks& blocks, int level) {
  for (auto& block : blocks) {
    if (auto* heading = std::get_if<model::Heading>(&block.node))
      heading->level = std::min(6, heading->level + level - 1);
  }
}

}  // namespace

model::Blocks articles(View const& view, Selection const& selection, ViewPlace const& place) {
  int level = place.level;
  model::Blocks out;
  if (!view.caption.empty()) out.push_back(heading(level++, view.caption, view.at));
  for (auto const& group : selection) {
    if (!group.title.empty()) out.push_back(heading(level, group.title, view.at));
    int const own_level = group.title.empty() ? level : level + 1;
    for (auto const index : group.records) {
      auto const& record = view.list->source->records[index];
      out.push_back(heading(own_level, record.name(), record.at, view.list->source->slug + "-" + record.id));
      auto body = record.body;
      lower_headings(body, own_level);
      out.insert(out.end(), std::make_move_iterator(body.begin()), std::make_move_iterator(body.end()));
      auto below = told_below(view, record, place.context.lists);
      out.insert(out.end(), std::make_move_iterator(below.begin()), std::make_move_iterator(below.end()));
    }
  }
  return out;
}

namespace {

/// An anchor that is valid where slashes are not.
std::string anchor_of(SortedList const& list, model::Record const& record) {
  return list.source->slug + "-" + record.id;
}

std::vector<model::Field const*> shown_fields(View const& view, bool single) {
  auto* name = &view.list->name_field();
  auto fields = view.columns;
  if (fields.empty()) {
    fields = telling_fields(*view.list);
    fields.insert(fields.begin(), name);
  }
  // Where a heading names the record its name would stand twice.
  if (!single) std::erase(fields, name);
  return fields;
}

}  // namespace

model::Blocks definition(View const& view, Selection const& selection, ViewPlace const& place) {
  int level = place.level;
  auto& list = *view.list;
  model::Blocks out;
  if (!view.caption.empty()) {
    out.push_back(heading(level, view.caption, view.at));
    ++level;
  }
  bool single = selection.size() == 1 && selection.front().records.size() == 1;
  auto fields = shown_fields(view, single);
  for (auto& group : selection) {
    if (!group.title.empty()) out.push_back(heading(level, group.title, view.at));
    int const record_level = group.title.empty() ? level : level + 1;
    for (auto index : group.records) {
      auto& record = list.source->records[index];
      if (!single) {
        out.push_back(heading(record_level, record.name(), record.at, anchor_of(list, record)));
      }
      auto definitions = record_definitions(fields, list, record, place.context.lists);
      definitions.anchor = reference_name(list, record);
      out.push_back({std::move(definitions), record.at});
    }
  }
  return out;
}

}  // namespace tebiki::views
