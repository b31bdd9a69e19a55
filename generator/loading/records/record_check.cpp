
#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {

namespace {

using model::Field;
using model::FieldKind;
using model::FieldValue;
using model::Value;

/// Nobody can have confirmed something tomorrow or published it, unless it is shown from then on; what lies a
/// generation ahead is 令和80年 for 令和8年.
void check_day(Field const& field, FieldValue const& value, model::Date today, model::Date shown_from,
               RecordMistakes& mistakes) {
  constexpr int far = 30;
  auto const* day = value.as<model::Date>();
  if (!day) return;
  auto const ahead = model::Date{today.year + far, today.month, today.day};
  bool const published = field.role == model::Role::published;
  bool const too_early =
      (field.role == model::Role::confirmed && *day > today) || (published && *day > std::max(today, shown_from));
  if (!too_early && *day <= ahead) return;
  mistakes.warning(
      value.at, "future-date",
      {fmt::format("{}が、まだ来ていない日（{}、{}）です。", field.label, model::written_text(*day), model::iso(*day)),
       fmt::format("{} is a day to come ({}).", field.label, model::iso(*day))},
      published
          ? base::Message{"年を確かめてください。その日から載せるなら、publish_from にも同じ日を書きます。",
                          "Look at the year again; to show it from that day on, write the day into publish_from, too."}
          : base::Message{"年を確かめて、書き直してください。", "Look at the year again."});
}

/// Where the value is to be written, in the words of the file at hand.
base::Message missing_advice(Field const& field, RecordFile const& file, bool empty) {
  auto heading = file.headings.find(field.key);
  if (heading != file.headings.end())
    return {fmt::format("この行の「{}」の列に書き入れてください。", heading->second),
            fmt::format("Fill in the column “{}” of this row.", heading->second)};
  if (empty)
    return {fmt::format("「{}」の値を書いてください。", field.key), fmt::format("Give “{}” a value.", field.key)};
  return {fmt::format("「{}」を書き足してください。", field.key), fmt::format("Add “{}”.", field.key)};
}

Instance::Type type_of(FieldValue const& value, Field const* field) {
  using enum Instance::Type;
  if (value.is_absent()) return null;
  if (value.as<bool>()) return boolean;
  if (value.as<model::Decimal>()) return number;
  if (value.several()) return list;
  bool const rows = field && field->kind == model::FieldKind::rows;
  if (value.as<model::FieldRows>()) return rows ? list : object;
  return value.as<model::Coordinates>() && field && field->type == model::JsonType::array ? list : text;
}

Instance instance_of(FieldValue const& value, Field const* field, std::string_view label) {
  return {type_of(value, field), &value, nullptr, field ? &field->fields : nullptr, field, label, value.at};
}

/// The field that a key names in a record or row: a declared one, one of their halves, or an understood one.
Field const* field_of(std::string_view key, std::vector<Field> const& fields) {
  for (auto const& field : fields) {
    for (auto const& part : field.parts) {
      if (part.key == key) return &part;
    }
    if (field.key == key) return &field;
  }
  return model::understood_field(key);
}

}  // namespace

RecordCheck::RecordCheck(model::Schema const& schema, model::Value const& source, model::Date today,
                         base::MatchSteps steps, base::Sources const& sources, base::Diagnostics& diagnostics)
    : schema_(schema),
      id_slot_(schema.field_for(model::Role::id).slot),
      today_(today),
      sources_(sources),
      diagnostics_(diagnostics),
      rules_(source, diagnostics),
      steps_(steps) {
  take_rules(source, "");
}

void RecordCheck::take_rules(model::Value const& owner, std::string const& prefix) {
  auto* properties = owner.find("properties");
  if (!properties || !properties->object()) return;
  for (auto const& member : *properties->object()) {
    auto path = prefix + member.key;
    auto* items = member.value.find("items");
    for (auto const* rule : {&member.value, items}) {
      auto* text = rule ? rule->find("pattern") : nullptr;
      auto pattern = text && text->text() ? base::Pattern::compile(*text->text()) : std::nullopt;
      if (pattern) patterns_.emplace(path, FieldPattern{std::move(*pattern), *text->text(), text->at});
      if (auto* choices = rule ? rule->find("enum") : nullptr) choices_.emplace(path, choices->at);
    }
    if (items) take_rules(*items, path + "/");
  }
}

Field const* RecordCheck::field_of(std::uint16_t slot) const {
  for (auto const* fields : {&schema_.fields, &model::understood_fields()}) {
    for (auto const& field : *fields) {
      for (auto const& part : field.parts) {
        if (part.slot == slot) return &part;
      }
      if (field.slot == slot) return &field;
    }
  }
  return nullptr;
}

void RecordCheck::check_values(model::Record const& record, RecordMistakes& mistakes) {
  auto const* from = record.find(model::understood_field(model::Role::publish_from));
  auto const* first = from ? from->as<model::Date>() : nullptr;
  auto const shown_from = first ? *first : today_;
  for (auto const& value : record.values) {
    if (auto const* field = field_of(value.slot)) check_value(*field, value, shown_from, field->key, mistakes);
  }
  rules_.check(record, schema_, mistakes);
}

void RecordCheck::check_value(Field const& field, FieldValue const& value, model::Date shown_from,
                              std::string const& path, RecordMistakes& mistakes) {
  if (value.is_absent()) return;
  if (auto const* several = value.several()) {
    for (auto const& item : *several) check_value(field, item, shown_from, path, mistakes);
    return;
  }
  if (auto const* rows = value.as<model::FieldRows>()) {
    for (auto const& row : rows->rows) {
      for (auto const& inner : row.values) {
        auto const* column = find_field(field.fields, inner.slot);
        if (column) check_value(*column, inner, shown_from, path + "/" + column->key, mistakes);
      }
    }
    return;
  }
  if (mistakes.were_told(value.at)) return;
  check_day(field, value, today_, shown_from, mistakes);
  check_choice(field, value, path, mistakes);
  check_pattern(field, value, path, mistakes);
}

void RecordCheck::check_choice(Field const& field, FieldValue const& value, std::string const& path,
                               RecordMistakes& mistakes) const {
  bool const chosen = field.kind == FieldKind::choice || field.kind == FieldKind::choices;
  auto const* url = value.as<model::Url>();
  auto const* days = value.as<model::OpeningDays>();
  auto const* text = url ? &url->address : days ? &days->written : value.text();
  if (!chosen || field.choices.empty() || !text) return;
  if (std::find(field.choices.begin(), field.choices.end(), *text) != field.choices.end()) return;
  auto hint = did_you_mean(*text, field.choices);
  if (auto const choices = choices_.find(path); choices != choices_.end()) {
    auto const& schema = sources_.path(choices->second.file);
    auto const line = sources_.place(choices->second).line;
    auto const word = base::json_string(*text);
    hint.ja +=
        fmt::format("新しく増やすなら、{} の{}行目からの enum に「{}」を書き足してください。", schema, line, word);
    hint.en += fmt::format(" To allow it, add {} to the enum in line {} of {}.", word, line, schema);
  }
  mistakes.error(value.at, "unknown-choice",
                 {fmt::format("{}「{}」は選べる値の中にありません。", field.label, *text),
                  fmt::format("{} “{}” is none of the choices.", field.label, *text)},
                 std::move(hint));
}

void RecordCheck::check_pattern(Field const& field, FieldValue const& value, std::string const& path,
                                RecordMistakes& mistakes) {
  auto found = patterns_.find(path);
  bool const words = !value.as<model::Decimal>() && !value.as<bool>();
  if (found == patterns_.end() || found->second.given_up || !words) return;
  auto& pattern = found->second;
  auto const text = model::exported_text(value);
  auto const match = pattern.pattern.match_part_of(text, steps_);
  if (match == base::Match::took_too_long) {
    pattern.given_up = true;
    diagnostics_.error(
        pattern.at, "slow-pattern",
        {fmt::format("「{}」の pattern は、値を調べるのに時間がかかりすぎるので、途中でやめました。", field.label),
         fmt::format("The pattern of “{}” takes too long and was given up.", field.label)},
        {"「(a+)+」のような、くり返しの中のくり返しをなくして、短い式に書き直してください。",
         "Write a simpler one, without repetition inside of repetition, like (a+)+."});
    return;
  }
  if (match == base::Match::found) return;
  auto hint = field.description.empty()
                  ? base::Message{fmt::format("schema.json の「{}」に合わせてください。", pattern.expression),
                                  fmt::format("Follow “{}” of schema.json.", pattern.expression)}
                  : base::Message{field.description, field.description};
  mistakes.error(value.at, "pattern-mismatch",
                 {fmt::format("{}「{}」は決められた書き方と合いません。", field.label, text),
                  fmt::format("{} “{}” does not have the form that is asked for.", field.label, text)},
                 hint);
}

void RecordCheck::check_presence(model::Record const& record, RecordFile const& file, RecordMistakes& mistakes) {
  check_required(schema_.fields, record.values, record.at, file, mistakes);
  for (auto const& field : schema_.fields) {
    auto const* value = field.kind == FieldKind::rows ? record.find(field) : nullptr;
    auto const* rows = value ? value->as<model::FieldRows>() : nullptr;
    if (!rows) continue;
    for (auto const& row : rows->rows) check_required(field.fields, row.values, row.at, file, mistakes);
  }
}

void RecordCheck::check_required(Fields const& fields, Values const& values, base::SourceLocation at,
                                 RecordFile const& file, RecordMistakes& mistakes) const {
  for (auto const& field : fields) {
    if (!field.required || field.slot == id_slot_) continue;
    auto const found =
        std::find_if(values.begin(), values.end(), [&](FieldValue const& value) { return value.slot == field.slot; });
    auto const* value = found == values.end() ? nullptr : &*found;
    if (value && !value->is_absent()) continue;
    if (mistakes.meant.contains(field.key) || file.missing.contains(field.key)) continue;
    bool empty = value || file.headings.contains(field.key);
    mistakes.error(value ? value->at : at, "missing-value",
                   {fmt::format("必ず要る「{}」が{}。", field.label, empty ? "空です" : "ありません"),
                    fmt::format("“{}” is required but {}.", field.label, empty ? "empty" : "missing")},
                   missing_advice(field, file, empty));
  }
}

std::vector<Instance> items_of(Instance const& instance) {
  std::vector<Instance> items;
  if (!instance.value) return items;
  if (auto* several = instance.value->several()) {
    for (auto const& item : *several) items.push_back(instance_of(item, instance.field, instance.label));
  }
  if (auto* rows = instance.value->as<model::FieldRows>()) {
    for (auto const& row : rows->rows)
      items.push_back({Instance::Type::object, nullptr, &row.values, instance.fields, nullptr, instance.label, row.at});
  }
  return items;
}

std::optional<Instance> member_of(Instance const& owner, std::string_view key) {
  auto const* field = owner.members && owner.fields ? field_of(key, *owner.fields) : nullptr;
  if (!field) return std::nullopt;
  auto found = std::find_if(owner.members->begin(), owner.members->end(),
                            [&](FieldValue const& value) { return value.slot == field->slot; });
  return found == owner.members->end() || found->is_absent() ? std::nullopt
                                                             : std::optional(instance_of(*found, field, field->label));
}

double number_of(Instance const& instance) { return instance.value->as<model::Decimal>()->approximate(); }

double measure(Instance const& instance) {
  if (instance.type == Instance::Type::number) return number_of(instance);
  if (instance.type == Instance::Type::text)
    return double(base::character_count(model::exported_text(*instance.value)));
  return instance.value->as<model::Coordinates>() ? 2.0 : double(items_of(instance).size());
}

bool is_equal(Value const& wanted, Instance const& instance) {
  using enum Instance::Type;
  if (auto* text = wanted.text())
    return instance.type == Instance::Type::text && model::exported_text(*instance.value) == *text;
  if (auto* number = wanted.number()) return instance.type == Instance::Type::number && number_of(instance) == *number;
  if (auto* flag = wanted.boolean()) return instance.type == boolean && *instance.value->as<bool>() == *flag;
  if (auto* values = wanted.list()) {
    auto const items = items_of(instance);
    return instance.type == list && std::equal(values->begin(), values->end(), items.begin(), items.end(), is_equal);
  }
  return wanted.is_null() && instance.type == null;
}

bool has_type(Instance const& instance, std::string_view type) {
  using enum Instance::Type;
  switch (instance.type) {
    case null:
      return type == "null";
    case boolean:
      return type == "boolean";
    case number:
      return type == "number" || (type == "integer" && instance.value->as<model::Decimal>()->scale == 0);
    case text:
      return type == "string";
    case list:
      return type == "array";
    case object:
      return type == "object";
  }
  return false;
}

}  // namespace tebiki::loading
