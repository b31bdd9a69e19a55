#include <algorithm>
#include <array>

#include "model/roles.hpp"
#include "views/entries.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldKind;
using model::Role;

bool is_choice(Field const& field) { return field.kind == FieldKind::choice || field.kind == FieldKind::choices; }

/// Places of their own in an entry, or no words at all.
bool stands_elsewhere(Field const& field) {
  constexpr std::array roles{Role::name,   Role::reading,   Role::confirmed, Role::scene,
                             Role::source, Role::telephone, Role::fax};
  if (std::any_of(roles.begin(), roles.end(), [&](Role role) { return field.role == role; })) return true;
  switch (field.kind) {
    case FieldKind::availability:
    case FieldKind::image:
    case FieldKind::coordinates:
    case FieldKind::postal_code:
    case FieldKind::rows:
      return true;
    default:
      return false;
  }
}

std::vector<Field const*> tag_fields(ListIndex const& list) {
  std::vector<Field const*> out;
  for (auto hint : {&Field::filter, &Field::column}) {
    for (auto& field : list.fields) {
      bool place = field.role == Role::area || field.role == Role::scene;
      if (is_choice(field) && field.*hint && !place) out.push_back(&field);
    }
    if (!out.empty()) break;
  }
  return out;
}

/// The field that says something about the office in words.
Field const* remarks_field(ListIndex const& list) {
  for (auto role : {Role::remark, Role::summary}) {
    if (auto* field = list.with_role(role)) return field;
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
  auto* address = list.with_role(Role::address);
  add(address ? address : list.with_role(Role::area));
  add(list.with_role(Role::days));
  add(list.with_role(Role::hours));
  for (auto& field : list.fields) {
    if (field.column && !stands_elsewhere(field)) add(&field);
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
  add([](Field const& field) { return field.role == Role::area; });
  add([](Field const& field) { return field.role == Role::scene; });
  return out;
}

}  // namespace

bool needs_no_label(Field const& field) {
  constexpr std::array roles{Role::days, Role::remark, Role::summary};
  if (field.kind != FieldKind::text) return model::kind_entry(field.kind).label == model::KindEntry::Label::unneeded;
  return std::any_of(roles.begin(), roles.end(), [&](Role role) { return model::has_role(field, role); });
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
