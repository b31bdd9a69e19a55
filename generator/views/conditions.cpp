#include "views/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/unicode.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;
using model::Value;

std::string plain(Value const& value) {
  if (auto* text = value.text()) return std::string(base::trimmed(*text));
  if (auto* number = value.number()) return model::plain_number(*number);
  if (auto* flag = value.boolean()) return *flag ? "true" : "false";
  return {};
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::string scene_id(SortedLists const& lists, std::string const& text) {
  for (auto& scene : lists.site().scenes) {
    if (one_of(text, {scene.id, scene.label, scene.official})) return scene.id;
  }
  return text;
}

/// What `where` asks for, as `comparable` gives what records have: loading has read it by the kind of the field.
std::string wanted_word(SortedLists const& lists, Field const& field, Value const& value) {
  auto text = plain(value);
  return field.role == model::Role::scene ? scene_id(lists, text) : text;
}

/// The values that a field can have; empty when it can have any.
std::vector<std::string> possible_values(SortedLists const& lists, Field const& field) {
  if (field.kind == FieldKind::availability) return {"yes", "ask", "no", "unanswered"};
  if (field.kind == FieldKind::boolean) return {"true", "false"};
  if (!field.choices.empty()) return field.choices;
  std::vector<std::string> ids;
  if (field.role == model::Role::scene) {
    for (auto& scene : lists.site().scenes) ids.push_back(scene.id);
  }
  if (field.kind == FieldKind::reference) {
    if (auto* list = lists.find(field.reference_list)) {
      for (auto& record : list->source->records) ids.push_back(reference_name(*list, record));
      for (auto& record : list->source->withheld) ids.push_back(reference_name(*list, record));
    }
  }
  return ids;
}

std::vector<std::string> ids_of(model::List const& list) {
  std::vector<std::string> ids;
  ids.reserve(list.records.size());
  for (auto& record : list.records) ids.push_back(record.id);
  return ids;
}

std::string const& id_key() { return model::understood_field(model::Role::id).key; }

bool is_whole(model::List const& list) { return list.completeness == model::Completeness::whole; }

/// Whether `possible_values` misses none because of a file that could not be read.
bool values_are_known(SortedLists const& lists, Field const& field) {
  if (field.role == model::Role::scene) return lists.site().completeness == model::Completeness::whole;
  auto* list = field.kind == FieldKind::reference ? lists.find(field.reference_list) : nullptr;
  return !list || is_whole(*list->source);
}

/// The wanted values, one or several as written; what is neither is an error.
std::vector<Value const*> written_values(Value const& value, std::string_view key, base::Diagnostics& diagnostics) {
  std::vector<Value const*> out;
  auto add = [&](Value const& item) {
    if (!item.is_null() && !item.list() && !item.object()) return out.push_back(&item);
    diagnostics.error(item.at, "where-value",
                      {fmt::format("「{}」の条件の値が読み取れません。", key),
                       fmt::format("The value asked for in “{}” cannot be understood.", key)},
                      {fmt::format("「{0}: 値」か「{0}: [値, 値]」の形で書いてください。", key),
                       fmt::format("Write “{0}: value” or “{0}: [value, value]”.", key)});
  };
  if (auto* values = value.list())
    for (auto& item : *values) add(item);
  else
    add(value);
  return out;
}

void read_ids(Condition& condition, std::vector<Value const*> const& values, SortedList const& list,
              ComposeContext const& context) {
  std::optional<base::NearNames> ids;
  for (auto* value : values) {
    auto id = plain(*value);
    bool const known = context.lists.site().index.find(list.source->slug + "/" + id);
    if (!known && is_whole(*list.source)) {
      if (!ids) ids.emplace(ids_of(*list.source));
      report_unknown(context.diagnostics, value->at,
                     {"unknown-record",
                      {fmt::format(" id は一覧「{}」に", list.source->slug),
                       fmt::format("the id of a record of “{}”", list.source->slug)},
                      id},
                     *ids);
    }
    condition.wanted.insert(std::move(id));
  }
}

void read_field_values(Condition& condition, std::vector<Value const*> const& values, ComposeContext const& context) {
  auto& field = *condition.field;
  base::NearNames possible(possible_values(context.lists, field));
  std::unordered_set<std::string_view> const all(possible.all().begin(), possible.all().end());
  bool const listed = !all.empty() && values_are_known(context.lists, field);
  for (auto* value : values) {
    auto word = wanted_word(context.lists, field, *value);
    if (listed && !all.contains(word)) {
      report_unknown(context.diagnostics, value->at,
                     {"unknown-value",
                      {fmt::format("値は「{}」に", field.label), fmt::format("a value of “{}”", field.key)},
                      plain(*value)},
                     possible);
    }
    condition.wanted.insert(std::move(word));
  }
}

bool satisfies(model::Record const& record, Condition const& condition) {
  if (!condition.field) return condition.wants(record.id);
  auto& field = *condition.field;
  auto* value = record.find(field);
  if (!value)
    return field.kind == FieldKind::availability && condition.wants(model::key_of(model::Availability::unanswered));
  auto fits = [&](model::FieldValue const& item) {
    auto word = comparable(item);
    return word && condition.wants(*word);
  };
  auto* values = value->several();
  return values ? std::any_of(values->begin(), values->end(), fits) : fits(*value);
}

}  // namespace

std::optional<std::string> comparable(model::FieldValue const& value) {
  if (value.is_absent() || value.several() || value.as<model::FieldRows>()) return std::nullopt;
  return model::exported_text(value);
}

bool Condition::wants(std::string_view word) const { return wanted.contains(word); }

std::vector<Condition> read_conditions(Value const& where, SortedList const& list, ComposeContext const& context) {
  std::vector<Condition> out;
  auto* members = where.object();
  if (!members) {
    context.diagnostics.error(where.at, "where-shape",
                              {"where は「項目: 値」の形で書きます。", "“where” takes the form “field: value”."},
                              {"where: {areas: 中原} のように書いてください。", "Write it like where: {key: value}."});
    return out;
  }
  for (auto& member : *members) {
    auto values = [&] { return written_values(member.value, member.key, context.diagnostics); };
    Condition condition;
    if (member.key == id_key()) {
      read_ids(condition, values(), list, context);
    } else if ((condition.field = list.find(member.key))) {
      read_field_values(condition, values(), context);
    } else {
      context.unknown_fields.add(list, member.key, member.key_at, id_key());
      continue;
    }
    out.push_back(std::move(condition));
  }
  return out;
}

bool are_judged(std::vector<Condition> const& conditions, SortedList const& list, SortedLists const& lists) {
  return is_whole(*list.source) && std::all_of(conditions.begin(), conditions.end(), [&](Condition const& condition) {
           return !condition.field || values_are_known(lists, *condition.field);
         });
}

bool satisfies(model::Record const& record, std::vector<Condition> const& conditions) {
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](Condition const& condition) { return satisfies(record, condition); });
}

}  // namespace tebiki::views
