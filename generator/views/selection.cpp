#include "views/view.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "base/unicode.hpp"
#include "model/events_and_films.hpp"
#include "model/list.hpp"
#include "views/compose_context.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;
using model::FieldValue;

/// Where a value stands among others of its field. Worked out once for each record.
struct Rank {
  /// Words that stand where others have a number, an hour or a day come after these; missing ones come last.
  enum class Presence { number, words, missing } presence = Presence::missing;
  std::array<double, 2> numbers{};
  std::string bytes;
};

/// Scenes come in the order of life, as the site lists them, choices as the schema lists them.
std::optional<double> listed_place(SortedLists const& lists, Field const& field, std::string const& text) {
  if (field.role == model::Role::scene) {
    auto& scenes = lists.site().scenes;
    auto* scene = scene_of(lists, text);
    return scene ? double(scene - scenes.data()) : double(scenes.size());
  }
  auto const found = std::find(field.choices.begin(), field.choices.end(), text);
  return field.choices.empty() ? std::nullopt : std::optional(double(found - field.choices.begin()));
}

/// What has numbers by them, scenes and choices in their order, all else by `ja` collation of how it is read.
/// Of several values the first counts.
Rank rank_of(SortedLists const& lists, Field const& field, model::FieldValue const* value) {
  using enum Rank::Presence;
  if (value && value->several()) value = value->several()->empty() ? nullptr : &value->several()->front();
  if (!value || value->is_absent()) return {};
  if (auto const numbers = model::sort_numbers(*value)) return {number, *numbers, {}};
  auto const text = model::exported_text(*value);
  if (auto const place = listed_place(lists, field, text)) return {number, {*place, 0}, {}};
  auto const shown = field_words(lists, field, value);
  return {words, {}, shown.empty() ? std::string() : base::collation_key(lists.reading_of(shown.front()))};
}

bool before(Rank const& a, Rank const& b) {
  return std::tie(a.presence, a.numbers, a.bytes) < std::tie(b.presence, b.numbers, b.bytes);
}

bool is_shown(View const& view, model::Record const& record, model::Date today) {
  if (view.only == ShownEvents::all) return true;
  auto const event = model::event_of(view.list->source->schema, record);
  bool const past = event && model::state_of(*event, today) == model::EventState::over;
  return event && past == (view.only == ShownEvents::past);
}

std::vector<std::uint32_t> matching(View const& view, model::Date today) {
  if (view.where.empty() && view.only == ShownEvents::all) return view.list->order;
  std::vector<std::uint32_t> out;
  for (auto index : view.list->order) {
    auto const& record = view.list->source->records[index];
    if (satisfies(record, view.where) && is_shown(view, record, today)) out.push_back(index);
  }
  return out;
}

/// Equal ones keep the order of their readings; those without a value stay last in both directions.
void sort_by_field(std::vector<std::uint32_t>& records, View const& view, SortedLists const& lists) {
  struct Keyed {
    Rank rank;
    std::uint32_t record;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(records.size());
  for (auto index : records) {
    auto* value = view.list->source->records[index].find(*view.sort.field);
    keyed.push_back({rank_of(lists, *view.sort.field, value), index});
  }
  bool descending = view.sort.direction == Direction::descending;
  std::stable_sort(keyed.begin(), keyed.end(), [&](Keyed const& a, Keyed const& b) {
    if (!descending || a.rank.presence != b.rank.presence) return before(a.rank, b.rank);
    return before(b.rank, a.rank);
  });
  for (std::size_t i = 0; i < keyed.size(); ++i) records[i] = keyed[i].record;
}

void sort(std::vector<std::uint32_t>& records, View const& view, SortedLists const& lists) {
  if (view.sort.field) return sort_by_field(records, view, lists);
  if (view.sort.direction == Direction::descending) std::reverse(records.begin(), records.end());
}

/// A value's group: what heads it and where it stands among the groups.
struct Heading {
  std::string title;
  Rank rank;
  base::SourceLocation at = {};
};

Heading other_heading(SortedLists const& lists) { return {std::string(lists.site().words["group.other"]), {}}; }

std::string labelled(SortedLists const& lists, Field const& field, std::string_view what) {
  return lists.site().words.filled("join.label", {{"label", field.label}}).append(what);
}

Heading kana_heading(SortedLists const& lists, model::Record const& record) {
  auto reading = reading_of(record);
  auto place = kana_row_place(reading);
  if (place == kana_row_count) return other_heading(lists);
  auto row = base::kana_row(reading);
  return {lists.site().words.filled("group.kana-row", {{"row", row}}),
          {Rank::Presence::number, {double(place), 0}, {}},
          record.name_at()};
}

Heading heading_of(SortedLists const& lists, Field const& field, FieldValue const& value) {
  auto rank = rank_of(lists, field, &value);
  if (field.kind == FieldKind::availability)
    return {labelled(lists, field, lists.site().words[model::availability_of(&value)]), rank, value.at};
  auto words = field_words(lists, field, &value);
  if (words.empty()) return other_heading(lists);
  bool const bare = model::kind_entry(field.kind).heading == model::KindEntry::Heading::bare;
  return {bare ? words.front() : labelled(lists, field, words.front()), rank, value.at};
}

/// Where a view asks for some values of the field it is grouped by, the others head no groups:
/// they would hold only the few records that have both.
bool is_asked_for(View const& view, FieldValue const& value) {
  return std::all_of(view.where.begin(), view.where.end(), [&](Condition const& condition) {
    if (condition.field != view.group) return true;
    auto word = comparable(value);
    return !word || condition.wants(*word);
  });
}

std::vector<Heading> headings_of(SortedLists const& lists, View const& view, model::Record const& record) {
  auto& field = *view.group;
  if (model::has_role(field, model::Role::reading)) return {kana_heading(lists, record)};
  std::vector<Heading> out;
  auto* value = record.find(field);
  if (auto* values = value ? value->several() : nullptr) {
    for (auto& item : *values) {
      if (is_asked_for(view, item)) out.push_back(heading_of(lists, field, item));
    }
  } else if (value) {
    out.push_back(heading_of(lists, field, *value));
  }
  if (out.empty()) {
    bool const answered = field.kind == FieldKind::availability;
    auto const unanswered = lists.site().words[model::Availability::unanswered];
    out.push_back(answered ? Heading{labelled(lists, field, unanswered), {}} : other_heading(lists));
  }
  return out;
}

Selection in_groups(std::vector<std::uint32_t> const& records, View const& view, SortedLists const& lists) {
  struct Ranked {
    SelectedGroup group;
    Rank rank;
  };
  std::vector<Ranked> groups;
  std::unordered_map<std::string, std::size_t> by_title;
  for (auto index : records) {
    for (auto& heading : headings_of(lists, view, view.list->source->records[index])) {
      auto [found, fresh] = by_title.emplace(heading.title, groups.size());
      if (fresh) groups.push_back({{heading.title, {}, heading.at}, heading.rank});
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

Selection select(View const& view, SortedLists const& lists) {
  auto records = matching(view, lists.site().today);
  sort(records, view, lists);
  if (view.limit && records.size() > *view.limit) records.resize(*view.limit);
  if (view.group) return in_groups(records, view, lists);
  Selection out;
  if (!records.empty()) out.push_back({{}, std::move(records)});
  return out;
}

}  // namespace tebiki::views
