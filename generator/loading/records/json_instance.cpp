#include "loading/records/record_check.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldValue;
using model::Value;

Instance::Type type_of(FieldValue const& value, Field const* field) {
  using enum Instance::Type;
  if (value.is_absent()) return null;
  if (value.as<bool>()) return boolean;
  if (value.as<model::Decimal>()) return number;
  if (value.several()) return list;
  bool const rows = field && field->kind == model::FieldKind::rows;
  if (value.as<model::FieldRows>()) return rows ? list : object;
  return value.as<model::Coordinates>() && field && field->type == "array" ? list : text;
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
