#include "views/catalogue.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "model/roles.hpp"
#include "model/understood_fields.hpp"
#include "support/unicode.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;

/// What the schema declares, and what may be shown of every record all the same.
std::vector<Field> all_fields(model::Schema const& schema) {
  auto fields = schema.fields;
  for (auto key : {"name", "kana", "areas", "scenes", "sources"}) {
    bool named_otherwise =
        key == std::string_view("name") ? schema.find("title") || schema.with_role(model::Role::name)
                                        : key == std::string_view("kana") && schema.with_role(model::Role::reading);
    if (!schema.find(key) && !named_otherwise) fields.push_back(*model::understood_field(key));
  }
  return fields;
}

std::vector<std::uint32_t> order_by_reading(std::vector<model::Record> const& records) {
  std::vector<std::string> keys;
  keys.reserve(records.size());
  for (auto& record : records) {
    keys.push_back(support::collation_key(record.kana().empty() ? record.name() : record.kana()));
  }
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
    if (!support::is_kana(support::next_character(word, at))) return false;
  }
  return !word.empty() && support::hiragana(word) == word;
}

/// そでがはま for 袖ケ浜, where they stand in one group of synonyms.
std::unordered_map<std::string, std::string> readings_from(std::vector<std::vector<std::string>> const& synonyms) {
  std::unordered_map<std::string, std::string> readings;
  for (auto& group : synonyms) {
    auto reading = std::find_if(group.begin(), group.end(), is_hiragana);
    if (reading == group.end()) continue;
    for (auto& word : group) readings.emplace(support::search_key(word), *reading);
  }
  return readings;
}

Shelf shelve(model::List const& list) {
  Shelf shelf{&list, all_fields(list.schema), order_by_reading(list.records), {}, {}, {}};
  shelf.numbers.resize(list.records.size());
  for (std::size_t i = 0; i < shelf.order.size(); ++i) shelf.numbers[shelf.order[i]] = int(i) + 1;
  shelf.by_id.reserve(list.records.size());
  for (std::size_t i = 0; i < list.records.size(); ++i) shelf.by_id.emplace(list.records[i].id, std::uint32_t(i));
  for (auto& record : list.withheld) shelf.withheld.emplace(record.id, &record);
  return shelf;
}

}  // namespace

Field const* Shelf::find(std::string_view key_or_label) const {
  for (auto part : {&Field::key, &Field::label}) {
    auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& f) { return f.*part == key_or_label; });
    if (found != fields.end()) return &*found;
  }
  return nullptr;
}

Field const& Shelf::name_field() const {
  auto by_role = std::find_if(fields.begin(), fields.end(), [](Field const& f) { return f.role == model::Role::name; });
  if (by_role != fields.end()) return *by_role;
  auto* name = find("name");
  return name && name->key == "name" ? *name : *find("title");
}

Field const* Shelf::reading_field() const {
  auto found = std::find_if(fields.begin(), fields.end(),
                            [](Field const& f) { return model::has_role(f, model::Role::reading); });
  return found == fields.end() ? nullptr : &*found;
}

std::string reference_name(Shelf const& shelf, model::Record const& record) {
  return shelf.list->slug + "/" + record.id;
}

Catalogue::Catalogue(model::Site const& site) : site_(site), readings_(readings_from(site.synonyms)) {
  shelves_.reserve(site.lists.size());
  for (auto& list : site.lists) shelves_.push_back(shelve(list));
}

std::string Catalogue::reading_of(std::string_view word) const {
  auto found = readings_.find(support::search_key(word));
  return found == readings_.end() ? std::string(word) : found->second;
}

Shelf const* Catalogue::shelf(std::string_view list) const {
  auto found = std::find_if(shelves_.begin(), shelves_.end(), [&](Shelf const& s) { return s.list->slug == list; });
  return found == shelves_.end() ? nullptr : &*found;
}

Shelved Catalogue::record(std::string_view name) const {
  auto slash = name.find('/');
  if (slash == std::string_view::npos) return {};
  return record(name.substr(0, slash), name.substr(slash + 1));
}

std::string_view Catalogue::name_of_record(std::string_view name) const {
  if (auto found = record(name)) return found.record->name();
  auto slash = name.find('/');
  auto* shelf = slash == std::string_view::npos ? nullptr : this->shelf(name.substr(0, slash));
  if (!shelf) return {};
  auto found = shelf->withheld.find(name.substr(slash + 1));
  return found == shelf->withheld.end() ? std::string_view() : found->second->name();
}

Shelved Catalogue::record(std::string_view list, std::string_view id) const {
  auto* shelf = this->shelf(list);
  if (!shelf) return {};
  auto found = shelf->by_id.find(id);
  if (found == shelf->by_id.end()) return {};
  return {shelf, &shelf->list->records[found->second]};
}

}  // namespace tebiki::views
