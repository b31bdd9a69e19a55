#include "loading/records/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/unicode.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;
using model::JsonType;
using model::Value;

constexpr std::array root_keys = {Key{"$schema"},
                                  Key{"$id"},
                                  Key{"$comment"},
                                  Key{"title", Shape::text, Need::required},
                                  Key{"description", Shape::text},
                                  Key{"type"},
                                  Key{"properties", Shape::object, Need::required},
                                  Key{"required", Shape::texts},
                                  Key{"additionalProperties"},
                                  Key{"dependencies", Shape::object},
                                  Key{"allOf", Shape::list},
                                  Key{"anyOf", Shape::list},
                                  Key{"oneOf", Shape::list},
                                  Key{"not", Shape::object},
                                  Key{"if", Shape::object},
                                  Key{"then", Shape::object},
                                  Key{"else", Shape::object},
                                  Key{"x-id", Shape::text},
                                  Key{"x-schema-org", Shape::text},
                                  Key{"x-ignore-columns", Shape::texts}};

constexpr std::array property_keys = {Key{"type"},
                                      Key{"format", Shape::text},
                                      Key{"title", Shape::text},
                                      Key{"description", Shape::text},
                                      Key{"$comment"},
                                      Key{"default"},
                                      Key{"examples", Shape::list},
                                      Key{"enum", Shape::list},
                                      Key{"const"},
                                      Key{"pattern", Shape::text},
                                      Key{"minLength", Shape::number},
                                      Key{"maxLength", Shape::number},
                                      Key{"minimum", Shape::number},
                                      Key{"maximum", Shape::number},
                                      Key{"exclusiveMinimum", Shape::number},
                                      Key{"exclusiveMaximum", Shape::number},
                                      Key{"multipleOf", Shape::number},
                                      Key{"minItems", Shape::number},
                                      Key{"maxItems", Shape::number},
                                      Key{"uniqueItems", Shape::boolean},
                                      Key{"items", Shape::object},
                                      Key{"properties", Shape::object},
                                      Key{"required", Shape::texts},
                                      Key{"additionalProperties"},
                                      Key{"x-label", Shape::text},
                                      Key{"x-role", Shape::text},
                                      Key{"x-list", Shape::text},
                                      Key{"x-group", Shape::text},
                                      Key{"x-subgroup", Shape::text},
                                      Key{"x-quick", Shape::text},
                                      Key{"x-filter", Shape::boolean},
                                      Key{"x-column", Shape::boolean},
                                      Key{"x-confirm", Shape::boolean},
                                      Key{"x-export", Shape::object},
                                      Key{"x-schema-org", Shape::object}};

/// What JSON Schema calls each `JsonType`, in their order from the second.
constexpr std::array<std::string_view, 7> type_names{"string", "number", "integer", "boolean",
                                                     "array",  "object", "null"};
static_assert(type_names.size() == std::size_t(JsonType::null));

JsonType type_named(std::string_view word) {
  auto const found = std::find(type_names.begin(), type_names.end(), word);
  return found == type_names.end() ? JsonType::unstated : JsonType(found - type_names.begin() + 1);
}

JsonType type_of(Value const& property) {
  auto* type = property.find("type");
  if (!type) return JsonType::unstated;
  if (type->text()) return type_named(*type->text());
  for (auto const& word : texts_of(property, "type")) {
    if (word != "null") return type_named(word);
  }
  return JsonType::unstated;
}

/// Reports a `type` that JSON Schema does not know.
void check_type(Value const& property, base::Diagnostics& diagnostics) {
  auto* type = property.find("type");
  if (!type) return;
  auto check = [&](Value const& word) {
    auto text = word.text() ? *word.text() : std::string();
    if (type_named(text) != JsonType::unstated) return;
    diagnostics.error(
        word.at, "unknown-type",
        {fmt::format("「{}」という型（type）はありません。", text), fmt::format("There is no type “{}”.", text)},
        did_you_mean(text, {type_names.begin(), type_names.end()}));
  };
  if (type->list()) {
    for (auto const& word : *type->list()) check(word);
  } else {
    check(*type);
  }
}

std::optional<FieldKind> kind_by_format(Value const& property, base::Diagnostics& diagnostics) {
  auto* format = property.find("format");
  if (!format || !format->text()) return std::nullopt;
  std::vector<std::string> names;
  for (auto const& entry : model::kind_entries()) {
    if (entry.format.empty()) continue;
    if (*format->text() == entry.format) return entry.kind;
    names.emplace_back(entry.format);
  }
  diagnostics.error(format->at, "unknown-format",
                    {fmt::format("「{}」という形式（format）はありません。", *format->text()),
                     fmt::format("There is no format “{}”.", *format->text())},
                    did_you_mean(*format->text(), names));
  return std::nullopt;
}

FieldKind kind_by_type(Value const& property) {
  auto type = type_of(property);
  auto* items = property.find("items");
  if (type == JsonType::number || type == JsonType::integer) return FieldKind::number;
  if (type == JsonType::boolean) return FieldKind::boolean;
  if (type == JsonType::array)
    return items && type_of(*items) == JsonType::object ? FieldKind::rows : FieldKind::choices;
  return property.find("enum") ? FieldKind::choice : FieldKind::text;
}

/// What a property holds: by its `format` (an unknown one is an error), otherwise by its type.
FieldKind kind_of(Value const& property, base::Diagnostics& diagnostics) {
  auto kind = kind_by_format(property, diagnostics).value_or(kind_by_type(property));
  return kind == FieldKind::choice && type_of(property) == JsonType::array ? FieldKind::choices : kind;
}

std::vector<std::string> choices_of(Value const& property) {
  auto* items = property.find("items");
  auto own = texts_of(property, "enum");
  return own.empty() && items ? texts_of(*items, "enum") : own;
}

std::vector<Field> read_fields(Value const& owner, base::Diagnostics& diagnostics);

void check_pattern(Value const& property, base::Diagnostics& diagnostics) {
  auto* pattern = property.find("pattern");
  if (!pattern || !pattern->text() || base::Pattern::compile(*pattern->text())) return;
  diagnostics.error(pattern->at, "malformed-pattern",
                    {fmt::format("「{}」は正規表現として読めません。", *pattern->text()),
                     fmt::format("“{}” is no regular expression.", *pattern->text())},
                    {"かっこや「\\」の対応を確かめてください。", "See whether brackets and backslashes are right."});
}

void check_reference_list(Field const& field, Value const& property, base::Diagnostics& diagnostics) {
  if (field.kind != FieldKind::reference || !field.reference_list.empty()) return;
  diagnostics.error(property.find("format")->at, "missing-key",
                    {fmt::format("「{}」がどの一覧を指すのか書かれていません。", field.label),
                     fmt::format("It is not said which list “{}” points to.", field.label)},
                    {"「\"x-list\": \"一覧名\"」を書き足してください。", "Add \"x-list\": \"<list>\"."});
}

Field read_field(model::Member const& member, base::Diagnostics& diagnostics) {
  auto const& property = member.value;
  Field field;
  field.key = member.key;
  field.at = member.key_at;
  if (!check_object(property, property_keys, member.key, diagnostics)) return field;
  check_type(property, diagnostics);
  check_pattern(property, diagnostics);
  field.label = text_of(property, "x-label");
  field.kind = kind_of(property, diagnostics);
  field.type = type_of(property);
  field.choices = choices_of(property);
  field.reference_list = text_of(property, "x-list");
  field.group = text_of(property, "x-group");
  field.subgroup = text_of(property, "x-subgroup");
  field.quick = text_of(property, "x-quick");
  field.description = text_of(property, "description");
  field.filter = flag_of(property, "x-filter");
  field.column = flag_of(property, "x-column");
  field.confirm = flag_of(property, "x-confirm");
  field.role = role_of(property, field.kind, diagnostics);
  if (field.label.empty()) field.label = field.key;
  check_reference_list(field, property, diagnostics);
  read_exports(property, field, diagnostics);
  if (auto* items = property.find("items"); items && items->object()) {
    check_object(*items, property_keys, member.key + ".items", diagnostics);
    check_type(*items, diagnostics);
    if (field.kind == FieldKind::rows) {
      field.fields = read_fields(*items, diagnostics);
      model::give_roles(field.fields);
    }
  }
  return field;
}

void check_required(Value const& owner, std::vector<Field>& fields, base::Diagnostics& diagnostics) {
  auto* required = owner.find("required");
  if (!required || !required->list()) return;
  std::vector<std::string> keys;
  keys.reserve(fields.size());
  for (auto const& field : fields) keys.push_back(field.key);
  for (auto const& word : *required->list()) {
    if (!word.text()) continue;
    auto named = [&](Field const& field) { return field.key == *word.text(); };
    auto field = std::find_if(fields.begin(), fields.end(), named);
    if (field != fields.end()) {
      field->required = true;
    } else if (!model::understood_field(*word.text())) {
      diagnostics.error(word.at, "unknown-key",
                        {fmt::format("必須（required）の「{}」は properties にありません。", *word.text()),
                         fmt::format("“{}” is required but is no property.", *word.text())},
                        did_you_mean(*word.text(), keys));
    }
  }
}

void give_slots(std::vector<Field>& fields) {
  std::uint16_t slot = 0;
  for (auto& field : fields) {
    field.slot = slot++;
    for (auto& part : field.parts) part.slot = slot++;
  }
}

std::vector<Field> read_fields(Value const& owner, base::Diagnostics& diagnostics) {
  std::vector<Field> fields;
  auto* properties = owner.find("properties");
  if (!properties || !properties->object()) return fields;
  for (auto const& member : *properties->object()) fields.push_back(read_field(member, diagnostics));
  give_slots(fields);
  check_required(owner, fields, diagnostics);
  return fields;
}

}  // namespace

model::Schema read_schema(Value const& source, base::Diagnostics& diagnostics) {
  model::Schema schema;
  schema.at = source.at;
  if (!check_object(source, root_keys, "schema.json", diagnostics)) return schema;
  schema.title = text_of(source, "title");
  schema.description = text_of(source, "description");
  schema.fields = read_fields(source, diagnostics);
  model::give_roles(schema.fields);
  combine_parts(schema.fields);
  model::give_roles_by_kind(schema.fields);
  give_slots(schema.fields);
  schema.id_rule = read_id_rule(source, diagnostics);
  schema.schema_org = read_schema_org(source, diagnostics);
  for (auto const& word : texts_of(source, "x-ignore-columns"))
    schema.ignored_columns.push_back(base::nfkc(base::trimmed(word)));
  return schema;
}

void check_reference_lists(Value const& source, std::vector<std::string> const& lists, base::Diagnostics& diagnostics) {
  auto* properties = source.find("properties");
  if (!properties || !properties->object()) return;
  for (auto const& property : *properties->object()) {
    if (auto* items = property.value.find("items")) check_reference_lists(*items, lists, diagnostics);
    auto* target = property.value.find("x-list");
    if (!target || !target->text() || std::find(lists.begin(), lists.end(), *target->text()) != lists.end()) continue;
    diagnostics.error(target->at, "unknown-list",
                      {fmt::format("「{}」という一覧はありません。", *target->text()),
                       fmt::format("There is no list “{}”.", *target->text())},
                      did_you_mean(*target->text(), lists));
  }
}

Field const* find_field(std::vector<Field> const& fields, std::string_view key) {
  auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

Field const* find_field(std::vector<Field> const& fields, std::uint16_t slot) {
  auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.slot == slot; });
  return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string> known_keys(model::Schema const& schema) {
  std::vector<std::string> keys;
  for (auto const& field : schema.fields) keys.push_back(field.key);
  for (auto const& field : model::understood_fields()) {
    if (!schema.find(field.key)) keys.push_back(field.key);
  }
  return keys;
}

}  // namespace tebiki::loading
