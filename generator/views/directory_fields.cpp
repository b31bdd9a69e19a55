#include <algorithm>
#include <array>

#include "model/roles.hpp"
#include "views/entries.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;

bool is_choice(Field const& field) { return field.kind == FieldKind::choice || field.kind == FieldKind::choices; }

/// Places of their own in an entry, or no words at all.
bool stands_elsewhere(Field const& field, ListIndex const& list) {
  for (auto role : {model::Role::name, model::Role::reading, model::Role::confirmed}) {
    if (model::has_role(field, role)) return true;
  }
  if (field.key == "scenes" || field.key == "sources") return true;
  switch (field.kind) {
    case FieldKind::availability:
    case FieldKind::image:
    case FieldKind::coordinates:
    case FieldKind::postal_code:
    case FieldKind::rows:
      return true;
    case FieldKind::tel:
    case FieldKind::fax:
      return list.first(field.kind)->key == field.key;
    default:
      return false;
  }
}

std::vector<Field const*> tag_fields(ListIndex const& list) {
  std::vector<Field const*> out;
  for (auto hint : {&Field::filter, &Field::column}) {
    for (auto& field : list.fields) {
      bool place = field.key == "areas" || field.key == "scenes";
      if (is_choice(field) && field.*hint && !place) out.push_back(&field);
    }
    if (!out.empty()) break;
  }
  return out;
}

constexpr std::array<std::string_view, 6> remarks_keys{"remarks", "remark", "notes", "note", "summary", "description"};

/// The first field that says something about the office in words.
Field const* remarks_field(ListIndex const& list) {
  for (auto key : remarks_keys) {
    auto* field = list.source->schema.find(key);
    bool words = field && (field->kind == FieldKind::text || field->kind == FieldKind::markdown);
    if (words) return list.find(key);
  }
  return nullptr;
}

std::vector<Field const*> detail_fields(ListIndex const& list, std::vector<Field const*> const& tags) {
  std::vector<Field const*> out;
  auto add = [&](Field const* field) {
    bool taken = std::find(out.begin(), out.end(), field) != out.end() ||
                 std::find(tags.begin(), tags.end(), field) != tags.end();
    if (field && !taken) out.push_back(field);
  };
  auto* address = list.first(FieldKind::address);
  add(address ? list.find(address->key) : list.find("areas"));
  if (list.source->schema.find("days")) add(list.find("days"));
  if (auto* hours = list.first(FieldKind::hours)) add(list.find(hours->key));
  for (auto& field : list.fields) {
    if (field.column && !stands_elsewhere(field, list)) add(&field);
  }
  add(remarks_field(list));
  return out;
}

/// With `x-column` on some answers only these are shown in lists.
std::vector<Field const*> ability_fields(ListIndex const& list) {
  std::vector<Field const*> all, chosen;
  for (auto& field : list.fields) {
    if (field.kind != FieldKind::availability) continue;
    all.push_back(&field);
    if (field.column) chosen.push_back(&field);
  }
  return chosen.empty() ? all : chosen;
}

std::vector<Field const*> facet_fields(ListIndex const& list) {
  std::vector<Field const*> out;
  auto add = [&](auto const& fits) {
    for (auto& field : list.fields) {
      bool known = std::find(out.begin(), out.end(), &field) != out.end();
      if (!known && fits(field)) out.push_back(&field);
    }
  };
  add([](Field const& field) { return field.filter && field.kind != FieldKind::availability; });
  add([](Field const& field) { return field.kind == FieldKind::availability; });
  add([](Field const& field) { return field.key == "areas"; });
  add([](Field const& field) { return field.key == "scenes"; });
  return out;
}

}  // namespace

bool speaks_for_itself(Field const& field) {
  switch (field.kind) {
    case FieldKind::number:
    case FieldKind::yen:
    case FieldKind::boolean:
    case FieldKind::date:
    case FieldKind::tel:
    case FieldKind::fax:
      return false;
    case FieldKind::text:
      return field.key == "days" ||
             std::find(remarks_keys.begin(), remarks_keys.end(), field.key) != remarks_keys.end();
    default:
      return true;
  }
}

DirectoryFields directory_fields(ListIndex const& list) {
  DirectoryFields fields;
  fields.tags = tag_fields(list);
  fields.details = detail_fields(list, fields.tags);
  fields.abilities = ability_fields(list);
  fields.facets = facet_fields(list);
  return fields;
}

}  // namespace tebiki::views
