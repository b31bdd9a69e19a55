#pragma once
#include <string_view>
#include <vector>

#include "model/list.hpp"

namespace tebiki::model {

/// A role with its word in `x-role`, the kinds of field that may have it, and the keys, labels and headings by which a
/// field takes it without saying so: those of the sample and of the open-data standards.
struct RoleEntry {
  Role role = Role::none;
  std::string_view word;
  std::vector<FieldKind> kinds;
  std::vector<std::string_view> names;
};

/// All roles, in the order in which they are looked for.
std::vector<RoleEntry> const& role_entries();
RoleEntry const& role_entry(Role role);
/// Whether a field of that name (a key, label or heading in NFKC) takes the role without saying so.
bool has_name_of(Role role, std::string_view name);
/// Whether the field has the role, or no other one and a key that stands for it.
bool has_role(Field const& field, Role role);

}  // namespace tebiki::model
