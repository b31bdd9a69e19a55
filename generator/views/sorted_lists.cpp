#include "views/compose_context.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_set>

#include "base/unicode.hpp"
#include "model/visit.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::Record;
using model::Role;

/// What the schema declares, and what may be shown of every record all the same.
std::vector<Field> all_fields(model::Schema const& schema) {
  auto fields = schema.fields;
  for (auto role : {Role::name, Role::reading, Role::area, Role::scene, Role::source}) {
    auto& field = model::understood_field(role);
    if (!schema.with_role(role) && !schema.find(field.key)) fields.push_back(field);
  }
  return fields;
}

std::vector<std::uint32_t> order_by_reading(std::vector<model::Record> const& records) {
  std::vector<std::string> keys;
  keys.reserve(records.size());
  for (auto& record : records) keys.push_back(base::collation_key(reading_of(record)));
  std::vector<std::uint32_t> order(records.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (keys[a] != keys[b]) return keys[a] < keys[b];
    return std::tuple(records[a].name(), std::string_view(records[a].id), a) <
           std::tuple(records[b].name(), std::string_view(records[b].id), b);
  });
  return order;
}

bool is_hiragana(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (!base::is_kana(base::next_character(word, at))) return false;
  }
  return !word.empty() && base::hiragana(word) == word;
}

/// そでがはま for 袖ケ浜, where they stand in one group of synonyms.
std::unordered_map<std::string, std::string> readings_from(std::vector<std::vector<std::string>> const& synonyms) {
  std::unordered_map<std::string, std::string> readings;
  for (auto& group : synonyms) {
    auto reading = std::find_if(group.begin(), group.end(), is_hiragana);
    if (reading == group.end()) continue;
    for (auto& word : group) readings.emplace(base::search_key(word), *reading);
  }
  return readings;
}

/// What appears from time to time and is called by no reading: news.
void newest_first(std::vector<std::uint32_t>& order, std::vector<model::Record> const& records,
                  Field const& published) {
  auto const day_of = [&](std::uint32_t record) {
    auto const* value = records[record].find(published);
    auto const* day = value ? value->as<model::Date>() : nullptr;
    return day ? *day : model::Date{};
  };
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return day_of(b) < day_of(a); });
}

SortedList sorted_list(model::List const& list) {
  SortedList sorted{&list, all_fields(list.schema), order_by_reading(list.records), {}};
  if (auto const* published = sorted.with_role(Role::published); published && !list.schema.with_role(Role::reading))
    newest_first(sorted.order, list.records, *published);
  sorted.numbers.resize(list.records.size());
  for (std::size_t i = 0; i < sorted.order.size(); ++i) sorted.numbers[sorted.order[i]] = int(i) + 1;
  return sorted;
}

}  // namespace

Field const* SortedList::find(std::string_view key_or_label) const {
  for (auto part : {&Field::key, &Field::label, &Field::written_label}) {
    auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& f) { return f.*part == key_or_label; });
    if (found != fields.end()) return &*found;
  }
  return nullptr;
}

Field const* SortedList::with_role(Role role) const {
  auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.role == role; });
  return found == fields.end() ? nullptr : &*found;
}

Field const& SortedList::name_field() const {
  auto* field = with_role(Role::name);
  return field ? *field : *find(model::understood_field(Role::name).key);
}

std::string reference_name(SortedList const& list, model::Record const& record) {
  return list.source->slug + "/" + record.id;
}

std::string_view reading_of(model::Record const& record) {
  return record.kana().empty() ? record.name() : record.kana();
}

SortedLists::SortedLists(model::Site const& site) : site_(site), readings_(readings_from(site.synonyms)) {
  lists_.reserve(site.lists.size());
  for (auto& list : site.lists) {
    by_slug_.emplace(list.slug, lists_.size());
    lists_.push_back(sorted_list(list));
  }
}

std::string SortedLists::reading_of(std::string_view word) const {
  auto found = readings_.find(base::search_key(word));
  return found == readings_.end() ? std::string(word) : found->second;
}

SortedList const* SortedLists::find(std::string_view slug) const {
  auto found = by_slug_.find(slug);
  return found == by_slug_.end() ? nullptr : &lists_[found->second];
}

RecordRef SortedLists::record(std::string_view name) const {
  auto const* thing = site_.index.find(name);
  if (!thing || thing->kind != model::NamedThing::Kind::record) return {};
  return {&lists_[thing->owner], &site_.lists[thing->owner].records[thing->item]};
}

std::string_view SortedLists::name_of_record(std::string_view name) const {
  if (auto found = record(name)) return found.record->name();
  auto const* thing = site_.index.find(name);
  if (!thing || thing->kind != model::NamedThing::Kind::withheld_record) return {};
  return site_.lists[thing->owner].withheld[thing->item].name();
}

// The index by the first kana of readings.
namespace {

constexpr std::array<std::string_view, kana_row_count> kana_rows{"あ", "か", "さ", "た", "な",
                                                                 "は", "ま", "や", "ら", "わ"};

struct Line {
  std::size_t head;
  std::string key;
  std::string_view anchor;
  Record const* record;
};

std::vector<Line> sorted_lines(std::unordered_set<std::string_view> const& anchors, SortedLists const& lists) {
  std::vector<Line> lines;
  for (auto anchor : anchors) {
    auto found = lists.record(anchor);
    if (!found) continue;
    auto reading = reading_of(*found.record);
    lines.push_back({kana_row_place(reading), base::collation_key(reading), anchor, found.record});
  }
  std::sort(lines.begin(), lines.end(), [](Line const& a, Line const& b) {
    if (a.head != b.head) return a.head < b.head;
    if (a.key != b.key) return a.key < b.key;
    return std::pair(a.record->name(), a.anchor) < std::pair(b.record->name(), b.anchor);
  });
  return lines;
}

bool holds_kanji(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (base::is_han(base::next_character(text, at))) return true;
  }
  return false;
}

void report_unread(model::Schema const& schema, std::vector<Record const*> const& records,
                   base::Diagnostics& diagnostics) {
  constexpr std::size_t told = 3;
  std::vector<std::string> names;
  for (auto const* record : records) {
    if (names.size() < told) names.emplace_back(record->name());
  }
  auto const first = quoted(names);
  diagnostics.warning(
      records.front()->at, "missing-reading",
      {fmt::format("一覧「{}」の{}件に、よみがありません（{}{}）。索引では正しい場所に並びません。", schema.title,
                   records.size(), first.ja, records.size() > told ? "など" : ""),
       fmt::format("{} records of the list “{}” have no reading ({}{}); the index cannot put them in their places.",
                   records.size(), schema.title, first.en, records.size() > told ? ", …" : "")},
      {"よみがな（kana）の項目に、ひらがなで書いてください。", "Write the reading into the field kana, in hiragana."});
}

}  // namespace

model::Index kana_index(std::span<model::Blocks* const> parts, SortedLists const& lists) {
  std::unordered_set<std::string_view> anchors;
  for (auto* blocks : parts) {
    model::for_each_block(*blocks, [&](model::Block const& block) {
      model::for_each_record_anchor(block, [&](std::string const& anchor) { anchors.insert(anchor); });
    });
  }
  model::Index index;
  for (auto& line : sorted_lines(anchors, lists)) {
    auto head = line.head < kana_rows.size() ? kana_rows[line.head] : lists.site().words["index.other"];
    if (index.groups.empty() || index.groups.back().head != head) index.groups.push_back({std::string(head), {}});
    auto& record = *line.record;
    index.groups.back().entries.push_back(
        {std::string(record.name()), std::string(record.kana()), std::string(line.anchor), record.at});
  }
  return index;
}

void report_missing_readings(model::Index const& index, SortedLists const& lists, base::Diagnostics& diagnostics) {
  std::set<SortedList const*> shown;
  for (auto const& group : index.groups) {
    for (auto const& entry : group.entries) shown.insert(lists.record(entry.anchor).list);
  }
  shown.erase(nullptr);
  for (auto const* list : shown) {
    std::vector<Record const*> unread;
    for (auto const& record : list->source->records) {
      if (record.kana().empty() && holds_kanji(record.name())) unread.push_back(&record);
    }
    if (!unread.empty()) report_unread(list->source->schema, unread, diagnostics);
  }
}

std::size_t kana_row_place(std::string_view reading) {
  return std::size_t(std::find(kana_rows.begin(), kana_rows.end(), base::kana_row(reading)) - kana_rows.begin());
}

bool holds_index(model::Blocks const& blocks) {
  bool found = false;
  model::for_each_block(blocks, [&](model::Block const& block) {
    if (std::holds_alternative<model::Index>(block.node)) found = true;
  });
  return found;
}

void fill_index(model::Blocks& blocks, model::Index const& index) {
  model::for_each_block(blocks, [&](model::Block& block) {
    if (auto* place = std::get_if<model::Index>(&block.node)) *place = index;
  });
}

}  // namespace tebiki::views
