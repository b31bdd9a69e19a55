#include "views/view_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/roles.hpp"
#include "views/conditions.hpp"
#include "views/mistakes.hpp"
#include "views/option_reader.hpp"

namespace tebiki::views {
namespace {

using base::Diagnostics;
using model::Field;

constexpr std::array<std::pair<std::string_view, ViewKind>, 4> kinds{{{"table", ViewKind::table},
                                                                      {"cards", ViewKind::cards},
                                                                      {"matrix", ViewKind::matrix},
                                                                      {"definition", ViewKind::definition}}};
constexpr std::array<std::string_view, 5> later_kinds{"map", "gantt", "chart", "calendar", "survey"};

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (auto& [name, kind] : kinds) names.emplace_back(name);
  return names;
}

std::optional<ViewKind> read_kind(std::string const& name, base::SourceLocation at, Diagnostics& diagnostics) {
  for (auto& [known, kind] : kinds) {
    if (known == name) return kind;
  }
  if (std::find(later_kinds.begin(), later_kinds.end(), name) != later_kinds.end()) {
    auto names = quoted(kind_names());
    diagnostics.error(
        at, "view-not-available",
        {fmt::format("表示の種類「{}」はまだ使えません。", name),
         fmt::format("The kind of view '{}' is not available yet.", name)},
        {fmt::format("いま使えるのは{}です。", names.ja), fmt::format("For now there are {}.", names.en)});
    return std::nullopt;
  }
  report_unknown(diagnostics, at, {"unknown-view", {"表示の種類", "a kind of view"}, name, kind_names()});
  return std::nullopt;
}

ListIndex const* read_list(OptionReader& options, base::SourceLocation at, SiteIndex const& site_index,
                           Diagnostics& diagnostics) {
  auto* member = options.member("list");
  if (!member) {
    diagnostics.error(at, "view-without-list", {"view に「list」がありません。", "This view has no 'list'."},
                      {"どの一覧を見せるかを、list: facilities のように書いてください。",
                       "Say which list it shows, like list: facilities."});
    return nullptr;
  }
  auto name = options.text("list");
  if (!name) return nullptr;
  // Of a list that could not be read nothing is said: its own mistakes were reported.
  if (auto* list = site_index.list(*name))
    return list->source->schema.completeness == model::Completeness::none ? nullptr : list;
  if (site_index.site().index.is_unread(*name)) return nullptr;
  std::vector<std::string> names;
  for (auto& list : site_index.lists()) names.push_back(list.source->slug);
  report_unknown(diagnostics, member->value.at, {"unknown-list", {"一覧", "a list"}, *name, names});
  return nullptr;
}

/// Labels and the titles of groups are understood, too; keys alone are listed.
std::vector<std::string> labels_and_groups(ListIndex const& list) {
  std::vector<std::string> names;
  for (auto& field : list.fields) {
    for (auto& name : {field.label, field.group}) {
      if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

void report_unknown_field(ListIndex const& list, std::string const& word, base::SourceLocation at,
                          Diagnostics& diagnostics) {
  std::vector<std::string> keys;
  for (auto& field : list.fields) keys.push_back(field.key);
  report_unknown(diagnostics, at,
                 {"unknown-field",
                  {fmt::format("項目は一覧「{}」に", list.source->slug),
                   fmt::format("a field of the list '{}'", list.source->slug)},
                  word,
                  std::move(keys),
                  labels_and_groups(list)});
}

std::vector<Field const*> read_columns(model::Value const& value, ListIndex const& list, Diagnostics& diagnostics) {
  std::vector<Field const*> out;
  auto add = [&](Field const& field) {
    if (std::find(out.begin(), out.end(), &field) == out.end()) out.push_back(&field);
  };
  for (auto* item : texts(value, "columns", diagnostics)) {
    auto& name = *item->text();
    if (auto* field = list.find(name)) {
      add(*field);
      continue;
    }
    bool found = false;
    for (auto& field : list.fields) {
      if (!name.empty() && field.group == name) add(field), found = true;
    }
    if (!found) report_unknown_field(list, name, item->at, diagnostics);
  }
  return out;
}

Field const* read_field(std::string const& name, base::SourceLocation at, ListIndex const& list,
                        Diagnostics& diagnostics) {
  auto* field = list.find(name);
  if (!field) report_unknown_field(list, name, at, diagnostics);
  return field;
}

Sorting read_sorting(std::string name, base::SourceLocation at, ListIndex const& list, Diagnostics& diagnostics) {
  Sorting sorting;
  if (name.starts_with('-')) sorting.direction = Direction::descending, name.erase(0, 1);
  auto* field = read_field(name, at, list, diagnostics);
  sorting.field = field && model::has_role(*field, model::Role::reading) ? nullptr : field;
  return sorting;
}

void read_names(View& view, OptionReader& options, SiteIndex const& site_index, Diagnostics& diagnostics) {
  auto& list = *view.list;
  if (auto* member = options.member("columns")) view.columns = read_columns(member->value, list, diagnostics);
  if (auto* member = options.member("where")) {
    auto const mistakes = diagnostics.size();
    view.where = read_conditions(member->value, list, site_index, diagnostics);
    if (diagnostics.size() == mistakes && are_judged(view.where, list, site_index)) view.where_at = member->key_at;
  }
  if (auto name = options.text("group")) {
    view.group = read_field(*name, options.member("group")->value.at, list, diagnostics);
  }
  if (auto name = options.text("sort")) {
    view.sort = read_sorting(*name, options.member("sort")->value.at, list, diagnostics);
  }
}

}  // namespace

std::optional<View> read_view(model::Directive const& directive, base::SourceLocation at, SiteIndex const& site_index,
                              Diagnostics& diagnostics) {
  OptionReader options(directive, at, diagnostics);
  options.expect_only({"list", "as", "columns", "where", "group", "sort", "caption", "limit"});
  View view;
  view.at = view.kind_at = at;
  std::optional<ViewKind> kind = ViewKind::table;
  if (auto name = options.text("as")) {
    view.kind_at = options.member("as")->value.at;
    kind = read_kind(*name, view.kind_at, diagnostics);
  }
  view.caption = options.text("caption").value_or("");
  if (auto limit = options.whole_number("limit", 1, 1000000)) view.limit = std::size_t(*limit);
  view.list = read_list(options, at, site_index, diagnostics);
  if (view.list) read_names(view, options, site_index, diagnostics);
  if (!view.list || !kind) return std::nullopt;
  view.kind = *kind;
  return view;
}

}  // namespace tebiki::views
