#include "loading/records/records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using Array = model::KindEntry::Array;
using model::FieldValue;
using model::Value;

bool is_empty(Value const& value) { return value.is_null() || (value.text() && base::trimmed(*value.text()).empty()); }

/// With the digits that the file has: a `double` keeps fifteen.
FieldValue::Data exact_number(Value const& value, base::Sources const& sources) {
  auto const digits = model::to_json(value, 0, sources);
  auto number = model::parse_decimal(digits);
  if (!number) number = model::parse_decimal(model::plain_number(*value.number()));
  return number ? FieldValue::Data(*number) : FieldValue::Data(digits);
}

/// Latitude and longitude; an empty text where they are not two numbers.
FieldValue::Data pair_of(model::Values const& items, base::Sources const& sources) {
  if (items.size() != 2 || !items[0].number() || !items[1].number()) return std::string();
  auto const latitude = exact_number(items[0], sources), longitude = exact_number(items[1], sources);
  auto *north = std::get_if<model::Decimal>(&latitude), *east = std::get_if<model::Decimal>(&longitude);
  return north && east ? FieldValue::Data(model::Coordinates{*north, *east}) : std::string();
}

void refuse_unknown_key(model::Member const& member, std::vector<std::string> const& known,
                        std::optional<std::string> const& near, RecordMistakes& mistakes) {
  mistakes.error(member.key_at, "unknown-key",
                 {fmt::format("「{}」という項目は schema.json にありません。", member.key),
                  fmt::format("schema.json has no field “{}”.", member.key)},
                 near ? base::meant(*near) : base::possible_names(known));
}

/// A key that is unknown may be the label of a field.
void refuse_label(model::Member const& member, Field const& field, RecordMistakes& mistakes) {
  mistakes.error(member.key_at, "unknown-key",
                 {fmt::format("ここには、「{}」という名前ではなく項目名を書きます。", member.key),
                  fmt::format("“{}” is the label of a field; its key is wanted here.", member.key)},
                 {fmt::format("「{}」と書いてください。", field.key), fmt::format("Write {}.", field.key)});
}

Field const* labelled(std::vector<Field> const& fields, std::string const& label) {
  auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.label == label; });
  return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string> keys_of(std::vector<Field> const& fields) {
  std::vector<std::string> keys;
  for (auto const& field : fields) keys.push_back(field.key);
  return keys;
}

/// `services: 病院`, where several are asked for, which stand in brackets even when there is but one.
void refuse_single_text(Value const& value, Field const& field, RecordMistakes& mistakes) {
  auto const list =
      base::in_its_syntax(fmt::format("{}: [{}]", base::json_string(field.key), base::json_string(*value.text())));
  mistakes.error(value.at, "wrong-type",
                 {fmt::format("「{}」には、一つだけでも [ ] で囲んだ並びを書きます。", field.label),
                  fmt::format("“{}” takes a list in brackets, even of one.", field.label)},
                 {fmt::format("「{}」と書いてください。", list), fmt::format("Write {}.", list)});
}

bool is_numeric(Field const& field) {
  return field.type == model::JsonType::number || field.type == model::JsonType::integer;
}

bool all_are_objects(model::Values const& values) {
  return std::all_of(values.begin(), values.end(), [](Value const& value) { return value.object() != nullptr; });
}

}  // namespace

RecordReader::RecordReader(model::Schema const& schema, std::vector<SceneNames> const& scenes,
                           base::Sources const& sources)
    : schema_(schema),
      scenes_(scenes),
      sources_(sources),
      id_slot_(schema.field_for(model::Role::id).slot),
      known_keys_(known_keys(schema)) {}

Field const* RecordReader::field_of(std::string_view key) const {
  if (auto* part = schema_.part(key)) return part;
  auto* field = schema_.find(key);
  return field ? field : model::understood_field(key);
}

model::Record RecordReader::read(Value const& object, RecordMistakes& mistakes) const {
  model::Record record;
  record.at = object.at;
  auto const& members = *object.object();
  record.values.reserve(members.size());
  for (auto const& member : members) read_member(member, object, record, mistakes);
  return record;
}

void RecordReader::read_member(model::Member const& member, Value const& object, model::Record& record,
                               RecordMistakes& mistakes) const {
  auto* field = field_of(member.key);
  bool const is_id = field && field->slot == id_slot_;
  if (is_empty(member.value) && !is_id) {
    if (field && field->required) record.values.push_back({{}, member.value.at, field->slot});
    return;
  }
  if (!field) return read_misnamed(member, object, schema_.fields, record.values, mistakes);
  bool const understood = field == model::understood_field(member.key);
  if (understood && !is_id) return read_understood(member, *field, record, mistakes);
  record.values.push_back(read_value(member.value, *field, mistakes));
}

void RecordReader::read_misnamed(model::Member const& member, Value const& object, Fields const& fields,
                                 std::vector<FieldValue>& values, RecordMistakes& mistakes) const {
  if (base::first_hidden_character(member.key)) return;  // which was told
  auto const* meant = labelled(fields, member.key);
  if (meant) {
    refuse_label(member, *meant, mistakes);
  } else {
    auto const known = &fields == &schema_.fields ? known_keys_ : keys_of(fields);
    auto const near = base::nearest(member.key, known);
    refuse_unknown_key(member, known, near, mistakes);
    if (near) mistakes.meant.insert(*near);
    meant = near ? find_field(fields, *near) : nullptr;
  }
  if (!meant || object.find(meant->key)) return;
  mistakes.meant.insert(meant->key);
  base::Diagnostics untold;
  RecordMistakes of_value(untold);
  auto value = read_value(member.value, *meant, of_value);
  if (untold.size() > 0) return;
  mistakes.say_no_more_of(value.at);
  values.push_back(std::move(value));
}

/// What every list understands is text, or several texts, of which one may stand alone.
void RecordReader::read_understood(model::Member const& member, Field const& field, model::Record& record,
                                   RecordMistakes& mistakes) const {
  bool const several = model::kind_entry(field.kind).array == Array::several;
  if (!member.value.text() && !(several && member.value.list())) {
    mistakes.error(member.value.at, "wrong-type",
                   {fmt::format("「{}」は文字でなければなりません。", field.label),
                    fmt::format("“{}” must be text.", field.label)},
                   {"「\"」で囲んで書いてください。", "Put it between quotation marks."});
    return;
  }
  auto value = read_value(member.value, field, mistakes);
  if (several && member.value.text()) value = {model::FieldValues{{value}}, value.at, value.slot};
  name_scenes_by_id(value, field, mistakes);
  record.values.push_back(std::move(value));
}

FieldValue RecordReader::read_value(Value const& value, Field const& field, RecordMistakes& mistakes) const {
  auto const array = model::kind_entry(field.kind).array;
  if (value.text() && field.type == model::JsonType::array && array != Array::pair && array != Array::rows)
    refuse_single_text(value, field, mistakes);
  return {value.list() ? read_list(value, field, mistakes) : read_scalar(value, field, mistakes), value.at, field.slot};
}

FieldValue::Data RecordReader::read_scalar(Value const& value, Field const& field, RecordMistakes& mistakes) const {
  if (value.is_null()) return {};
  ReadValue read;
  if (auto* text = value.text()) {
    read = read_text(field, *text, Form::file);
  } else if (value.number()) {
    auto number = exact_number(value, sources_);
    auto* decimal = std::get_if<model::Decimal>(&number);
    auto const* digits = std::get_if<std::string>(&number);
    auto mistake = digits && is_numeric(field) ? too_many_digits(*digits) : std::nullopt;
    read = decimal ? read_other(field, *decimal) : ReadValue{std::move(number), std::move(mistake)};
  } else {
    // An object where none is wanted: its type is what the schema's rules speak of.
    read = read_other(field, value.boolean() ? FieldValue::Data(*value.boolean()) : model::FieldRows{});
  }
  if (read.mistake)
    mistakes.refuse(*read.mistake, field, value.text() ? *value.text() : model::to_json(value, 0, sources_), value.at);
  return std::move(read.data);
}

FieldValue::Data RecordReader::read_list(Value const& value, Field const& field, RecordMistakes& mistakes) const {
  auto const& items = *value.list();
  auto const array = model::kind_entry(field.kind).array;
  if (array == Array::pair) {
    auto read = read_other(field, pair_of(items, sources_));
    if (read.mistake) mistakes.refuse(*read.mistake, field, model::to_json(value), value.at);
    return std::move(read.data);
  }
  if (array == Array::rows && all_are_objects(items)) {
    model::FieldRows rows;
    for (auto const& item : items) rows.rows.push_back(read_row(item, field.fields, mistakes));
    return rows;
  }
  model::FieldValues several;
  several.items.reserve(items.size());
  for (auto const& item : items) several.items.push_back({read_scalar(item, field, mistakes), item.at, field.slot});
  return several;
}

model::FieldRow RecordReader::read_row(Value const& object, Fields const& fields, RecordMistakes& mistakes) const {
  model::FieldRow row{{}, object.at};
  if (fields.empty()) return row;
  for (auto const& member : *object.object()) {
    auto* field = find_field(fields, member.key);
    if (is_empty(member.value)) {
      if (field && field->required) row.values.push_back({{}, member.value.at, field->slot});
    } else if (field) {
      row.values.push_back(read_value(member.value, *field, mistakes));
    } else {
      read_misnamed(member, object, fields, row.values, mistakes);
    }
  }
  return row;
}

void RecordReader::name_scenes_by_id(FieldValue& value, Field const& field, RecordMistakes& mistakes) const {
  // Without scenes site.json could not be read, which was reported.
  auto* several = std::get_if<model::FieldValues>(&value.data);
  if (field.role != model::Role::scene || scenes_.empty() || !several) return;
  for (auto& item : several->items) {
    auto* text = std::get_if<std::string>(&item.data);
    if (!text) continue;
    auto const scene = std::find_if(scenes_.begin(), scenes_.end(), [&](SceneNames const& scene) {
      return *text == scene.id || std::find(scene.names.begin(), scene.names.end(), *text) != scene.names.end();
    });
    bool const declared = schema_.with_role(model::Role::scene) != nullptr;
    if (scene != scenes_.end()) {
      *text = scene->id;
    } else if (!declared) {
      std::vector<std::string> ids;
      for (auto const& known : scenes_) ids.push_back(known.id);
      mistakes.error(
          item.at, "unknown-scene",
          {fmt::format("「{}」という場面はありません。", *text), fmt::format("There is no scene “{}”.", *text)},
          did_you_mean(*text, ids));
    }
  }
}

void read_markdown_values(std::vector<model::FieldValue>& values, std::vector<model::Field> const& fields,
                          LoadContext const& around) {
  for (auto& value : values) {
    auto const* field = find_field(fields, value.slot);
    if (!field) continue;
    if (auto* rows = std::get_if<model::FieldRows>(&value.data)) {
      for (auto& row : rows->rows) read_markdown_values(row.values, field->fields, around);
    }
    auto const* text = field->kind == model::FieldKind::markdown ? value.text() : nullptr;
    if (!text) continue;
    auto blocks = read_markdown_text(*text, value.at, around.site_file, around.sources, around.diagnostics);
    tell_of_days(blocks, around.diagnostics);
    value.data = std::move(blocks);
  }
}

}  // namespace tebiki::loading
