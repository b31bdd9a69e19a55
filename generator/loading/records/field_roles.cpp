#include "loading/records/field_roles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;
using model::Role;

auto with_role(std::vector<Field>& fields, Role role) {
  return std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.role == role; });
}

/// A kind of field that may be given in two halves.
struct Whole {
  FieldKind kind;
  std::array<Role, 2> halves;
};
constexpr std::array wholes = {Whole{FieldKind::hours, {Role::opening, Role::closing}},
                               Whole{FieldKind::coordinates, {Role::latitude, Role::longitude}}};

/// 診療開始時間 → 診療時間, 緯度 and 経度 → 緯度・経度.
std::string label_of_both(Field const& first, Field const& second) {
  constexpr std::string_view beginning = "開始";
  auto label = first.label;
  auto at = label.find(beginning);
  if (at == label.npos || label == beginning) return label + "・" + second.label;
  return label.erase(at, beginning.size());
}

/// The first half becomes the whole, in its place; the second is no field any more.
void combine(std::vector<Field>& fields, FieldKind kind, std::vector<Field>::iterator first,
             std::vector<Field>::iterator second) {
  auto whole = *first;
  whole.kind = kind;
  whole.role = Role::none;
  whole.label = label_of_both(*first, *second);
  whole.required = first->required || second->required;
  whole.column = first->column || second->column;
  whole.parts = {*first, *second};
  *first = std::move(whole);
  fields.erase(second);
}

Field undeclared_part(Role role) {
  auto const& entry = model::role_entry(role);
  Field part;
  part.key = entry.word;
  part.label = entry.names.back();
  part.kind = entry.kinds.front();
  part.role = role;
  return part;
}

}  // namespace

Role role_of(model::Value const& property, FieldKind kind, base::Diagnostics& diagnostics) {
  auto* given = property.find("x-role");
  if (!given || !given->text()) return Role::none;
  std::vector<std::string> words;
  for (auto const& entry : model::role_entries()) {
    bool meant = entry.word == *given->text();
    if (meant && model::may_have(entry, kind)) return entry.role;
    if (model::may_have(entry, kind)) words.emplace_back(entry.word);
  }
  diagnostics.error(given->at, "unknown-role",
                    {fmt::format("この項目は「{}」という役割（x-role）になれません。", *given->text()),
                     fmt::format("This field cannot have the role “{}”.", *given->text())},
                    did_you_mean(*given->text(), words));
  return Role::none;
}

void combine_parts(std::vector<Field>& fields) {
  for (auto const& [kind, halves] : wholes) {
    auto first = with_role(fields, halves[0]), second = with_role(fields, halves[1]);
    if (first != fields.end() && second != fields.end()) {
      combine(fields, kind, first, second);
      continue;
    }
    auto whole = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.kind == kind; });
    if (first == fields.end() && second == fields.end() && whole != fields.end())
      whole->parts = {undeclared_part(halves[0]), undeclared_part(halves[1])};
  }
}

}  // namespace tebiki::loading
