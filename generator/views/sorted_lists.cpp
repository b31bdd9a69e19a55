#include "views/sorted_lists.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/unicode.hpp"
#include "model/list.hpp"

namespace tebiki::views {
namespace {

using model::Field;
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

SortedList sorted_list(model::List const& list) {
  SortedList sorted{&list, all_fields(list.schema), order_by_reading(list.records), {}};
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

}  // namespace tebiki::views
