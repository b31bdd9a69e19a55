#include "importing/office_fields.hpp"

#include <algorithm>

namespace tebiki::importing {

model::Value const* OfficeFields::last(std::string_view key) const {
  if (!before.last) return nullptr;
  auto const found =
      std::find_if(before.last->begin(), before.last->end(), [&](model::Member const& m) { return m.key == key; });
  return found == before.last->end() ? nullptr : &found->value;
}

model::Value const* OfficeFields::listed(std::string_view key) const {
  return before.record ? before.record->find(key) : nullptr;
}

Present OfficeFields::present(std::string_view key, std::string (*same)(std::string_view)) const {
  model::Value const* value = before.last ? last(key) : listed(key);
  std::string_view const text = value && value->text() ? std::string_view(*value->text()) : std::string_view();
  return {text, same(text)};
}

/// Whether the list has a value that is not the source's, or staff took it away.
bool OfficeFields::is_settled(std::string_view key) const {
  model::Value const* mine = listed(key);
  model::Value const* theirs = last(key);
  if (!before.last || (!mine && !theirs)) return false;
  return !mine || !theirs || model::to_json(*mine) != model::to_json(*theirs);
}

std::string OfficeFields::agreed_on(std::string_view key, std::vector<Claim> const& claims, Present const& present,
                                    Compatible compatible, ConflictReport& told) const {
  base::Diagnostics untold;
  ConflictReport settled{{}, untold};
  return agreed(claims, present, compatible, is_settled(key) ? settled : told);
}

void OfficeFields::add_text(std::string_view key, std::string text) { add_member(result.fields, key, std::move(text)); }

void OfficeFields::note_mend(std::string_view key, Column column, std::string from, std::string to,
                             Mend::Extent extent) {
  result.mends.push_back({std::string(key), column, std::move(from), std::move(to), extent});
}

void OfficeFields::report(Doubt const& doubt, SourceRow const& row, Column column) const {
  diagnostics.warning(row.at(column), doubt.code, doubt.message, doubt.hint);
}

}  // namespace tebiki::importing
