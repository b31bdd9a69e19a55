#include "views/record_page.hpp"
#include "views/view.hpp"

namespace tebiki::views {
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
      out.push_back({record_definitions(fields, list, record, place.context.lists), record.at});
    }
  }
  return out;
}

}  // namespace tebiki::views
