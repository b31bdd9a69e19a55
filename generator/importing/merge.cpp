#include "importing/merge.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "importing/names.hpp"
#include "importing/read_cell.hpp"

namespace tebiki::importing {
namespace {

using model::Object;
using model::Value;
using model::Values;

constexpr std::string_view note =
    "tebiki import が、前回の元のデータの値を覚えておくファイルです。直したり消したりしないでください。";

Value value_of(LastSaid const& said) {
  if (said.listing == LastSaid::Listing::removed) return {Object{{"removed", {}, {true, {}}}}, {}};
  Object object{{"fields", {}, {said.fields, {}}}, {"services", {}, {services_value(said.services), {}}}};
  model::Values conflicts;
  for (auto const& [column, taken, other] : said.conflicts) {
    conflicts.push_back({model::Values{{column, {}}, {taken, {}}, {other, {}}}, {}});
  }
  add_member(object, "conflicts", std::move(conflicts));
  return {std::move(object), {}};
}

/// None where an earlier program kept none; nothing when they are something else.
std::optional<Conflicts> conflicts_in(Value const* value) {
  if (!value) return Conflicts{};
  if (!value->list()) return std::nullopt;
  Conflicts conflicts;
  for (Value const& item : *value->list()) {
    auto const* parts = item.list();
    bool const sound = parts && parts->size() == 3 && (*parts)[0].text() && (*parts)[1].text() && (*parts)[2].text();
    if (!sound) return std::nullopt;
    conflicts.insert({*(*parts)[0].text(), *(*parts)[1].text(), *(*parts)[2].text()});
  }
  return conflicts;
}

bool is_service(Value const& value) { return value.object() != nullptr; }

std::optional<LastSaid> said_in(Value const& value) {
  if (value.find("removed")) return LastSaid{{}, {}, LastSaid::Listing::removed};
  Value const* fields = value.find("fields");
  Value const* services = value.find("services");
  if (!fields || !fields->object() || !services || !services->list()) return std::nullopt;
  if (!std::all_of(services->list()->begin(), services->list()->end(), is_service)) return std::nullopt;
  auto conflicts = conflicts_in(value.find("conflicts"));
  if (!conflicts) return std::nullopt;
  return LastSaid{*fields->object(), services_in(*services), LastSaid::Listing::listed, std::move(*conflicts)};
}

Value const* find(Object const* object, std::string_view key) {
  if (!object) return nullptr;
  auto const found = std::find_if(object->begin(), object->end(), [&](model::Member const& m) { return m.key == key; });
  return found == object->end() ? nullptr : &found->value;
}

Value copy(Value const* value) { return value ? *value : Value{}; }

bool equal(Value const* one, Value const* other) {
  if (!one || !other) return one == other;
  return model::to_json(*one) == model::to_json(*other);
}

/// The keys of the source, then those that only the last time has.
std::vector<std::string> keys_of(Object const& source, Object const* last) {
  std::vector<std::string> keys;
  for (model::Member const& member : source) keys.push_back(member.key);
  for (model::Member const& member : last ? *last : Object{}) {
    if (!find(&source, member.key)) keys.push_back(member.key);
  }
  return keys;
}

void set(Object& object, std::string const& key, Value value) {
  auto const found = std::find_if(object.begin(), object.end(), [&](model::Member const& m) { return m.key == key; });
  if (found == object.end()) {
    object.push_back({key, {}, std::move(value)});
  } else {
    found->value.data = std::move(value.data);
  }
}

void remove(Object& object, std::string_view key) {
  std::erase_if(object, [&](model::Member const& m) { return m.key == key; });
}

/// Whether two values only differ in how they are written.
bool same_in_other_words(std::string_view key, Value const* one, Value const* other) {
  if (!one || !other || !one->text() || !other->text()) return false;
  std::string const& a = *one->text();
  std::string const& b = *other->text();
  if (key == "address" || key == "building") return address_key(a) == address_key(b);
  if (key == "tel" || key == "fax") return base::digits_of(a) == base::digits_of(b);
  if (key == "url") return web_address_key(a) == web_address_key(b);
  return base::search_key(a) == base::search_key(b);
}

/// What stands in a list, by the words that name it.
Value const* item_named(Value const* list, std::string_view name) {
  if (!list || !list->list()) return nullptr;
  for (Value const& item : *list->list()) {
    if (item.text() ? *item.text() == name : item.text_of("service") == name) return &item;
  }
  return nullptr;
}

std::string_view name_of(Value const& item) { return item.text() ? *item.text() : item.text_of("service"); }

/// Kinds that are not of the care insurance (病院) come first, as they are what the place is.
std::size_t rank_of(Value const& item) {
  auto const kind = service_kind(name_of(item));
  return kind ? kind->order + 1 : 0;
}

void insert_by_rank(Values& items, Value item) {
  auto const after =
      std::find_if(items.begin(), items.end(), [&](Value const& other) { return rank_of(other) > rank_of(item); });
  items.insert(after, std::move(item));
}

class Merge {
 public:
  Merge(Value const& record, Object const* last, Object const& source)
      : record_(record), last_(last), source_(source), fields_(record.object() ? *record.object() : Object{}) {}

  Merged run() {
    for (std::string const& key : keys_of(source_, last_)) merge_field(key);
    result_.record = {std::move(fields_), record_.at};
    return std::move(result_);
  }

 private:
  void merge_field(std::string const& key) {
    if (key == "services" || key == "service_details") return merge_items(key);
    Value const* source = find(&source_, key);
    Value const* last = find(last_, key);
    Value const* list = record_.find(key);
    if (!last_) return merge_unknown(key, list, source);
    if (equal(source, last) || equal(source, list)) return;
    if (!source && !is_said_by_service(key)) return withdraw(key, list, last);
    if (equal(list, last)) return change(key, list, source);
    // Taken away by staff and by the source in another way: nothing is left to decide.
    if (source) disagree(key, last, list, source);
  }

  /// Nothing is known of a last time: what stands there may be staff's.
  void merge_unknown(std::string const& key, Value const* list, Value const* source) {
    if (!source || equal(list, source)) return;
    if (!list) return change(key, list, source);
    // Areas are a matter of the list: 旭地区 for 高村.
    if (key == "areas" || same_in_other_words(key, list, source)) return;
    disagree(key, nullptr, list, source);
  }

  /// A single capacity that became several stands in the rows of the services now.
  bool is_said_by_service(std::string_view key) const {
    Value const* details = find(&source_, "service_details");
    if (key != "capacity" || !details || !details->list()) return false;
    return std::any_of(details->list()->begin(), details->list()->end(),
                       [](Value const& row) { return row.find("capacity") != nullptr; });
  }

  void withdraw(std::string const& key, Value const* list, Value const* last) {
    if (list && equal(list, last)) result_.withdrawn.push_back(key);
  }

  void change(std::string const& key, Value const* list, Value const* source) {
    result_.changes.push_back({key, copy(list), copy(source)});
    if (source) {
      set(fields_, key, *source);
    } else {
      remove(fields_, key);
    }
  }

  void disagree(std::string const& key, Value const* last, Value const* list, Value const* source) {
    result_.disagreements.push_back({key, copy(last), copy(list), copy(source)});
  }

  void merge_items(std::string const& key) {
    Value const* source = find(&source_, key);
    Value const* last = find(last_, key);
    Value const* list = record_.find(key);
    if (list && !list->list()) return source ? disagree(key, last, list, source) : void();
    Values items = list ? *list->list() : Values{};
    for (Value const* side : {source, last}) {
      for (Value const& item : side && side->list() ? *side->list() : Values{}) {
        std::string const name(name_of(item));
        if (side == last && item_named(source, name)) continue;
        merge_item(key, name, items);
      }
    }
    Value after{std::move(items), {}};
    Value const* const present = after.list()->empty() ? nullptr : &after;
    if (!equal(present, list)) change(key, list, present);
  }

  void merge_item(std::string const& key, std::string const& name, Values& items) {
    Value const* source = item_named(find(&source_, key), name);
    Value const* last = item_named(find(last_, key), name);
    Value const* list = item_named(record_.find(key), name);
    Value const shorter_list = without_repetitions(list, last, source);
    Value const shorter_last = without_repetitions(last, last, source);
    if (!equal(list, list ? &shorter_list : nullptr)) put(items, name, &shorter_list);
    if (list) list = &shorter_list;
    if (last) last = &shorter_last;
    if (equal(source, last) || equal(source, list)) return;
    if (last_ ? equal(list, last) : !list) return put(items, name, source);
    if (!source) return;
    if (last && list && source->object()) {
      auto const part = Merge(*list, last->object(), *source->object()).run();
      put(items, name, &part.record);
      if (part.disagreements.empty()) return;
    }
    disagree(key, last, list, source);
  }

  /// A row without what it only repeated of the office itself, where the row of the source no longer does. What staff
  /// wrote in it stays.
  Value without_repetitions(Value const* row, Value const* last, Value const* source) const {
    Value result = copy(row);
    auto* cells = std::get_if<Object>(&result.data);
    if (!cells || !source || (last_ && !last)) return result;
    Object const& office = last_ ? *last_ : source_;
    std::erase_if(*cells, [&](model::Member const& cell) {
      Value const* of_office = find(&office, cell.key);
      bool const repeats = equal(&cell.value, of_office) || same_in_other_words(cell.key, &cell.value, of_office);
      bool const written = last_ && !equal(&cell.value, last->find(cell.key));
      return repeats && !written && !source->find(cell.key);
    });
    return result;
  }

  static void put(Values& items, std::string const& name, Value const* item) {
    auto const place = std::find_if(items.begin(), items.end(), [&](Value const& v) { return name_of(v) == name; });
    if (place == items.end()) {
      if (item) insert_by_rank(items, *item);
    } else if (item) {
      place->data = item->data;
    } else {
      items.erase(place);
    }
  }

  Value const& record_;
  Object const* last_;
  Object const& source_;
  Object fields_;
  Merged result_;
};

}  // namespace

void report_damaged_baseline(base::SourceLocation at, base::Diagnostics& diagnostics) {
  diagnostics.error(
      at, "import-baseline",
      {"前回の取り込みの控えが壊れているため、何も取り込みませんでした。",
       "The record of the last import is damaged, so nothing was imported."},
      {"控えのあるファイルを、バックアップから戻してください。なければ、このファイルを消して、もう一度取り"
       "込んでください。一覧にある値は、すべて残ります。",
       "Restore this file from a backup. If there is none, remove it and import again: everything that "
       "stands in the list stays."});
}

std::optional<Baseline> read_baseline(Value const& value, base::Diagnostics& diagnostics) {
  Value const* offices = value.find("offices");
  Baseline baseline;
  bool sound = offices && offices->object();
  for (model::Member const& office : sound ? *offices->object() : Object{}) {
    auto said = said_in(office.value);
    sound = sound && said;
    if (said) baseline.emplace(office.key, std::move(*said));
  }
  if (sound) return baseline;
  report_damaged_baseline(value.at, diagnostics);
  return std::nullopt;
}

std::string baseline_json(Baseline const& baseline) {
  // An office a line: short, and a comparison of two of these files shows the offices that differ.
  std::string text = "{\n\"note\": " + model::to_json({std::string(note), {}}) + ",\n\"offices\": {";
  for (auto const& [number, said] : baseline) {
    text += text.ends_with('{') ? "\n" : ",\n";
    text += model::to_json({number, {}}) + ": " + model::to_json(value_of(said));
  }
  return text + "\n}\n}\n";
}

Merged merge(Value const& record, Object const* last, Object const& source) {
  return Merge(record, last, source).run();
}

}  // namespace tebiki::importing
