#include "views/selection.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/unicode.hpp"
#include "model/roles.hpp"
#include "views/conditions.hpp"
#include "views/field_text.hpp"
#include "views/rank.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;
using model::FieldValue;

std::vector<std::uint32_t> matching(View const& view) {
  if (view.where.empty()) return view.list->order;
  std::vector<std::uint32_t> out;
  for (auto index : view.list->order) {
    auto& record = view.list->source->records[index];
    bool fits = std::all_of(view.where.begin(), view.where.end(),
                            [&](Condition const& condition) { return satisfies(record, condition); });
    if (fits) out.push_back(index);
  }
  return out;
}

/// Equal ones keep the order of their readings; those without a value stay last in both directions.
void sort_by_field(std::vector<std::uint32_t>& records, View const& view, SiteIndex const& site_index) {
  struct Keyed {
    Rank rank;
    std::uint32_t record;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(records.size());
  for (auto index : records) {
    auto* value = view.list->source->records[index].find(*view.sort.field);
    keyed.push_back({rank_of(site_index, *view.sort.field, value), index});
  }
  bool descending = view.sort.direction == Direction::descending;
  std::stable_sort(keyed.begin(), keyed.end(), [&](Keyed const& a, Keyed const& b) {
    if (!descending || a.rank.presence != b.rank.presence) return before(a.rank, b.rank);
    return before(b.rank, a.rank);
  });
  for (std::size_t i = 0; i < keyed.size(); ++i) records[i] = keyed[i].record;
}

void sort(std::vector<std::uint32_t>& records, View const& view, SiteIndex const& site_index) {
  if (view.sort.field) return sort_by_field(records, view, site_index);
  if (view.sort.direction == Direction::descending) std::reverse(records.begin(), records.end());
}

/// A value's group: what heads it and where it stands among the groups.
struct Heading {
  std::string title;
  Rank rank;
};

Heading other_heading(SiteIndex const& site_index) { return {std::string(site_index.site().words["group.other"]), {}}; }

std::string labelled(SiteIndex const& site_index, Field const& field, std::string_view what) {
  return site_index.site().words.filled("join.label", {{"label", field.label}}).append(what);
}

Heading kana_heading(SiteIndex const& site_index, model::Record const& record) {
  static constexpr std::string_view rows = "あかさたなはまやらわ";
  auto row = base::kana_row(record.kana().empty() ? record.name() : record.kana());
  auto place = rows.find(row);
  if (place == std::string_view::npos) return other_heading(site_index);
  return {site_index.site().words.filled("group.kana-row", {{"row", row}}), {Rank::Presence::given, double(place), {}}};
}

Heading heading_of(SiteIndex const& site_index, Field const& field, FieldValue const& value) {
  auto rank = rank_of(site_index, field, &value);
  if (field.kind == FieldKind::availability)
    return {labelled(site_index, field, site_index.site().words[model::availability_of(&value)]), rank};
  auto words = field_words(site_index, field, &value);
  if (words.empty()) return other_heading(site_index);
  bool bare = field.kind == FieldKind::boolean || field.kind == FieldKind::number;
  return {bare ? labelled(site_index, field, words.front()) : words.front(), rank};
}

/// Where a view asks for some values of the field it is grouped by, the others head no groups:
/// they would hold only the few records that have both.
bool is_asked_for(View const& view, FieldValue const& value) {
  return std::all_of(view.where.begin(), view.where.end(), [&](Condition const& condition) {
    if (condition.field != view.group) return true;
    auto word = comparable(*view.group, value);
    return !word || std::find(condition.wanted.begin(), condition.wanted.end(), *word) != condition.wanted.end();
  });
}

std::vector<Heading> headings_of(SiteIndex const& site_index, View const& view, model::Record const& record) {
  auto& field = *view.group;
  if (model::has_role(field, model::Role::reading)) return {kana_heading(site_index, record)};
  std::vector<Heading> out;
  auto* value = record.find(field);
  if (auto* values = value ? value->several() : nullptr) {
    for (auto& item : *values) {
      if (is_asked_for(view, item)) out.push_back(heading_of(site_index, field, item));
    }
  } else if (value) {
    out.push_back(heading_of(site_index, field, *value));
  }
  if (out.empty()) {
    bool const answered = field.kind == FieldKind::availability;
    auto const unanswered = site_index.site().words[model::Availability::unanswered];
    out.push_back(answered ? Heading{labelled(site_index, field, unanswered), {}} : other_heading(site_index));
  }
  return out;
}

Selection in_groups(std::vector<std::uint32_t> const& records, View const& view, SiteIndex const& site_index) {
  struct Ranked {
    SelectedGroup group;
    Rank rank;
  };
  std::vector<Ranked> groups;
  std::unordered_map<std::string, std::size_t> by_title;
  for (auto index : records) {
    for (auto& heading : headings_of(site_index, view, view.list->source->records[index])) {
      auto [found, fresh] = by_title.emplace(heading.title, groups.size());
      if (fresh) groups.push_back({{heading.title, {}}, heading.rank});
      auto& group = groups[found->second];
      if (before(heading.rank, group.rank)) group.rank = heading.rank;
      if (group.group.records.empty() || group.group.records.back() != index) group.group.records.push_back(index);
    }
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](Ranked const& a, Ranked const& b) { return before(a.rank, b.rank); });
  Selection out;
  for (auto& group : groups) out.push_back(std::move(group.group));
  return out;
}

}  // namespace

Selection select(View const& view, SiteIndex const& site_index) {
  auto records = matching(view);
  sort(records, view, site_index);
  if (view.limit && records.size() > *view.limit) records.resize(*view.limit);
  if (view.group) return in_groups(records, view, site_index);
  Selection out;
  if (!records.empty()) out.push_back({{}, std::move(records)});
  return out;
}

}  // namespace tebiki::views
