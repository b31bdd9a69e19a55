#include <algorithm>

#include "views/kinds.hpp"
#include "views/record_blocks.hpp"

namespace tebiki::views {
namespace {

constexpr int deepest_level = 6;

model::Block heading(int level, std::string text, std::string anchor, base::SourceLocation at) {
  model::Heading heading{std::min(level, deepest_level), {}, std::move(anchor)};
  heading.text.push_back(model::words(std::move(text), at));
  return {std::move(heading), at};
}

/// An anchor that is valid where slashes are not.
std::string anchor_of(ListIndex const& list, model::Record const& record) {
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

model::Blocks definition(View const& view, Selection const& selection, SiteIndex const& site_index, int level) {
  auto& list = *view.list;
  model::Blocks out;
  if (!view.caption.empty()) {
    out.push_back(heading(level, view.caption, {}, view.at));
    ++level;
  }
  bool single = selection.size() == 1 && selection.front().records.size() == 1;
  auto fields = shown_fields(view, single);
  for (auto& group : selection) {
    if (!group.title.empty()) out.push_back(heading(level, group.title, {}, view.at));
    int const record_level = group.title.empty() ? level : level + 1;
    for (auto index : group.records) {
      auto& record = list.source->records[index];
      if (!single) {
        out.push_back(heading(record_level, std::string(record.name()), anchor_of(list, record), record.at));
      }
      out.push_back({record_definitions(fields, list, record, site_index), record.at});
    }
  }
  return out;
}

}  // namespace tebiki::views
