#pragma once
#include <span>
#include <string_view>
#include <vector>

namespace tebiki::model {

enum class FieldKind;
struct Field;

/// What a field means, whatever its key: `x-role`. Nobody asks for a field by its key.
enum class Role {
  none, name, reading, confirmed, days, opening, closing, latitude, longitude, remark, summary, area, visited_area,
  scene, source, telephone, fax, address, hours, picture,
  mark,  ///< of an answer's point: ①
  // Of activities over a year.
  first_month, last_month, months, earlier_months, kind, certainty,
  parent,  ///< the record above this one in a tree
  // Of events.
  begins, ends, deadline, reception, place, subtitle, series, audience, audience_kind, quota, quota_note, fee, day_words, attendance,
  programme, speaker, topic, host, cohost, apply, form_address, application, contact, telephone_note, email, postal_code,
  form,  ///< rows that say what the fields of a `form` block say
  // These no field can be given: every list understands them.
  id, aliases, publish_from, publish_until,
};

/// A role with its word in `x-role`, the kinds of field that may have it, and how a field takes it without saying so: by
/// keys, labels and headings (those of the sample and of the open-data standards), or as the first of its kind.
struct RoleEntry {
  Role role = Role::none;
  std::string_view word;
  std::vector<FieldKind> kinds;
  std::vector<std::string_view> names;
  enum class Default { by_name, first_of_kind } by_default = Default::by_name;
};

/// All roles that a field can be given, in the order in which they are looked for.
std::vector<RoleEntry> const& role_entries();
RoleEntry const& role_entry(Role role);
/// Whether a field of that name (a key, label or heading in NFKC) takes the role without saying so.
bool has_name_of(Role role, std::string_view name);
/// Whether a field of that kind may have the role.
bool may_have(RoleEntry const& entry, FieldKind kind);
/// Gives each role that no field has to the first field that has its name by key or label.
void give_roles(std::vector<Field>& fields);
/// Gives each role that goes with a kind, and that no field has, to the first field of that kind.
void give_roles_by_kind(std::vector<Field>& fields);
/// Whether the field has the role, or no other one and a key that stands for it.
bool has_role(Field const& field, Role role);

}  // namespace tebiki::model
