// Staff's record, what the source said last time and what it says now become one record.

#include <algorithm>

#include "base/unicode.hpp"
#include "importing/import.hpp"
#include "importing/office.hpp"
#include "importing/office_rows.hpp"

namespace tebiki::importing {
namespace {

using model::Object;
using model::Value;
using model::Values;

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
bool same_in_other_words(std::optional<ImportField> field, Value const* one, Value const* other) {
  using enum ImportField;
  if (!one || !other || !one->text() || !other->text()) return false;
  std::string const& a = *one->text();
  std::string const& b = *other->text();
  if (field == address || field == building) return address_key(a) == address_key(b);
  if (field == telephone || field == fax) return base::digits_of(a) == base::digits_of(b);
  if (field == web_address) return web_address_key(a) == web_address_key(b);
  return base::search_key(a) == base::search_key(b);
}

/// What names an item of a list: the service of a row, otherwise its words.
std::string_view name_of(Value const& item, ListFields const& list) {
  return item.text() ? *item.text() : item.text_of(list.service_row[ImportField::services]);
}

Value const* item_named(Value const* items, std::string_view name, ListFields const& list) {
  if (!items || !items->list()) return nullptr;
  for (Value const& item : *items->list()) {
    if (name_of(item, list) == name) return &item;
  }
  return nullptr;
}

/// Kinds that are not of the care insurance (病院) come first, as they are what the place is.
std::size_t rank_of(std::string_view name) {
  auto const kind = service_kind(name);
  return kind ? kind->order + 1 : 0;
}

void insert_by_rank(Values& items, Value item, ListFields const& list) {
  auto const rank = rank_of(name_of(item, list));
  auto const after = std::find_if(items.begin(), items.end(),
                                  [&](Value const& other) { return rank_of(name_of(other, list)) > rank; });
  items.insert(after, std::move(item));
}

class Merge {
 public:
  /// `keys` are those of `list` for what is merged, a record or a row.
  Merge(Value const& record, Object const* last, Object const& source, ListFields const& list, FieldKeys const& keys)
      : list_(list),
        keys_(keys),
        record_(record),
        last_(last),
        source_(source),
        fields_(record.object() ? *record.object() : Object{}) {}

  Merged run() {
    for (std::string const& key : keys_of(source_, last_)) merge_field(key);
    result_.record = {std::move(fields_), record_.at};
    return std::move(result_);
  }

 private:
  void merge_field(std::string const& key) {
    auto const field = keys_.field(key);
    bool const items = field == ImportField::services || field == ImportField::service_details;
    if (items && &keys_ == &list_.record) return merge_items(key);
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
    auto const field = keys_.field(key);
    if (field == ImportField::area || same_in_other_words(field, list, source)) return;
    disagree(key, nullptr, list, source);
  }

  /// A single capacity that became several stands in the rows of the services now.
  bool is_said_by_service(std::string_view key) const {
    if (keys_.field(key) != ImportField::capacity) return false;
    Value const* details = find(&source_, keys_[ImportField::service_details]);
    if (!details || !details->list()) return false;
    return std::any_of(details->list()->begin(), details->list()->end(),
                       [&](Value const& row) { return row.find(list_.service_row[ImportField::capacity]) != nullptr; });
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
        std::string const name(name_of(item, list_));
        if (side == last && item_named(source, name, list_)) continue;
        merge_item(key, name, items);
      }
    }
    Value after{std::move(items), {}};
    Value const* const present = after.list()->empty() ? nullptr : &after;
    if (!equal(present, list)) change(key, list, present);
  }

  void merge_item(std::string const& key, std::string const& name, Values& items) {
    Value const* source = item_named(find(&source_, key), name, list_);
    Value const* last = item_named(find(last_, key), name, list_);
    Value const* list = item_named(record_.find(key), name, list_);
    Value const shorter_list = without_repetitions(list, last, source);
    Value const shorter_last = without_repetitions(last, last, source);
    if (!equal(list, list ? &shorter_list : nullptr)) put(items, name, &shorter_list);
    if (list) list = &shorter_list;
    if (last) last = &shorter_last;
    if (equal(source, last) || equal(source, list)) return;
    if (last_ ? equal(list, last) : !list) return put(items, name, source);
    if (!source) return;
    if (last && list && source->object()) {
      auto const part = Merge(*list, last->object(), *source->object(), list_, list_.service_row).run();
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
      auto const field = list_.service_row.field(cell.key);
      Value const* of_office = field ? find(&office, list_.record[*field]) : nullptr;
      bool const repeats = equal(&cell.value, of_office) || same_in_other_words(field, &cell.value, of_office);
      bool const written = last_ && !equal(&cell.value, last->find(cell.key));
      return repeats && !written && !source->find(cell.key);
    });
    return result;
  }

  void put(Values& items, std::string const& name, Value const* item) const {
    auto const place =
        std::find_if(items.begin(), items.end(), [&](Value const& v) { return name_of(v, list_) == name; });
    if (place == items.end()) {
      if (item) insert_by_rank(items, *item, list_);
    } else if (item) {
      place->data = item->data;
    } else {
      items.erase(place);
    }
  }

  ListFields const& list_;
  FieldKeys const& keys_;
  Value const& record_;
  Object const* last_;
  Object const& source_;
  Object fields_;
  Merged result_;
};

}  // namespace

Merged merge(Value const& record, Object const* last, Object const& source, ListFields const& list) {
  return Merge(record, last, source, list, list.record).run();
}

}  // namespace tebiki::importing
