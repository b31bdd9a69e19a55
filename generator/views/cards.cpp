#include <algorithm>

#include "views/kinds.hpp"

namespace tebiki::views {
namespace {

using model::Entry;
using model::FieldKind;

/// With `columns`, these are what is told of each record beside its name and numbers.
DirectoryFields chosen_fields(View const& view, DirectoryFields fields) {
  fields.details.clear();
  fields.abilities.clear();
  fields.tags.clear();
  for (auto* field : view.columns) {
    bool elsewhere = field == &view.list->name_field() || field->kind == FieldKind::kana ||
                     field->kind == FieldKind::tel || field->kind == FieldKind::fax;
    if (elsewhere) continue;
    bool choice = field->kind == FieldKind::choice || field->kind == FieldKind::choices;
    auto& place = field->kind == FieldKind::availability ? fields.abilities
                  : choice && field->role != model::Role::area      ? fields.tags
                                                         : fields.details;
    place.push_back(field);
  }
  return fields;
}

std::vector<model::Directory::Filter> filters(Selection const& selection, std::vector<Entry> const& entries,
                                              DirectoryFields const& fields, SiteIndex const& site_index) {
  std::vector<Entry const*> shown;
  std::vector<bool> counted(entries.size());
  for (auto& group : selection) {
    for (auto index : group.records) {
      if (!counted[index]) shown.push_back(&entries[index]);
      counted[index] = true;
    }
  }
  return filters_of(shown, fields, site_index);
}

}  // namespace

model::Blocks cards(View const& view, Selection const& selection, SiteIndex const& site_index, Entries const& entries) {
  auto& list = *view.list;
  auto& made = entries.of(list);
  model::Directory directory;
  directory.list = list.source->slug;
  if (!view.caption.empty()) directory.caption.push_back(model::words(view.caption, view.at));
  auto fields = view.columns.empty() ? entries.fields(list) : chosen_fields(view, entries.fields(list));
  for (auto& selected : selection) {
    model::EntryGroup group{selected.title, {}};
    group.entries.reserve(selected.records.size());
    for (auto index : selected.records) {
      group.entries.push_back(view.columns.empty() ? made[index] : entry_of(list, index, fields, site_index));
      std::erase(group.entries.back().tags, selected.title);  // the heading says it
    }
    directory.groups.push_back(std::move(group));
  }
  directory.filters = filters(selection, made, fields, site_index);
  model::Blocks out;
  out.push_back({std::move(directory), view.at});
  return out;
}

}  // namespace tebiki::views
