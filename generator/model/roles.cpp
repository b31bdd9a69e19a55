// The one place with the keys of fields.
#include "model/roles.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "model/list.hpp"

namespace tebiki::model {
namespace {

Field understood(Role role, std::string key, std::string label, FieldKind kind) {
  static constexpr std::uint16_t first_slot = 0x8000;
  Field field;
  field.key = std::move(key);
  field.label = std::move(label);
  field.kind = kind;
  field.role = role;
  field.slot = std::uint16_t(first_slot + unsigned(role));
  return field;
}

auto with_role(std::vector<Field>& fields, Role role) {
  return std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.role == role; });
}

}  // namespace

std::vector<RoleEntry> const& role_entries() {
  using enum FieldKind;
  using enum RoleEntry::Default;
  static std::vector<RoleEntry> const entries = {
      {Role::name,
       "name",
       {text},
       {"name", "title", "名称", "名前", "題名", "施設名", "事業所名", "医療機関名", "介護サービス事業所名称",
        "イベント名"}},
      {Role::reading,
       "reading",
       {kana, text},
       {"kana", "よみ", "よみがな", "ふりがな", "フリガナ", "名称_カナ", "名称カナ", "事業所名カナ",
        "介護サービス事業所名称_カナ", "イベント名_カナ"}},
      {Role::confirmed, "confirmed", {date}, {"confirmed", "確認日"}},
      {Role::opening,
       "opening",
       {FieldKind::hours, text},
       {"opening", "診療開始時間", "開始時間", "開始時刻", "利用開始時間", "営業開始時間", "受付開始時間"}},
      {Role::closing,
       "closing",
       {FieldKind::hours, text},
       {"closing", "診療終了時間", "終了時間", "終了時刻", "利用終了時間", "営業終了時間", "受付終了時間"}},
      {Role::latitude, "latitude", {number, text}, {"latitude", "lat", "緯度"}},
      {Role::longitude, "longitude", {number, text}, {"longitude", "lng", "lon", "経度"}},
      {Role::days, "days", {text, choice, choices}, {"days", "利用可能曜日", "診療曜日"}},
      {Role::remark, "remark", {text, markdown}, {"remarks", "remark", "notes", "note", "備考"}},
      {Role::summary, "summary", {text, markdown}, {"summary", "description"}},
      {Role::area, "area", {text, choice, choices}, {"areas"}},
      {Role::visited_area, "visited-area", {text, choice, choices}, {}},
      {Role::scene, "scene", {text, choice, choices}, {"scenes"}},
      {Role::source, "source", {text, uri, choices}, {"sources"}},
      {Role::telephone, "telephone", {tel}, {}, first_of_kind},
      {Role::fax, "fax", {FieldKind::fax}, {}, first_of_kind},
      {Role::address, "address", {FieldKind::address}, {}, first_of_kind},
      {Role::hours, "hours", {FieldKind::hours}, {}, first_of_kind},
      {Role::picture, "picture", {image}, {}, first_of_kind},
      {Role::form, "form", {rows}, {}},
  };
  return entries;
}

std::vector<Field> const& understood_fields() {
  static std::vector<Field> const fields = {
      understood(Role::id, "id", "ID", FieldKind::text),
      understood(Role::name, "name", "名称", FieldKind::text),
      understood(Role::none, "title", "題名", FieldKind::text),
      understood(Role::reading, "kana", "よみがな", FieldKind::kana),
      understood(Role::area, "areas", "地域", FieldKind::choices),
      understood(Role::scene, "scenes", "場面", FieldKind::choices),
      understood(Role::source, "sources", "出典", FieldKind::choices),
      understood(Role::aliases, "aliases", "以前のID", FieldKind::choices),
      understood(Role::publish_from, "publish_from", "公開開始日", FieldKind::date),
      understood(Role::publish_until, "publish_until", "公開終了日", FieldKind::date),
  };
  return fields;
}

RoleEntry const& role_entry(Role role) {
  auto const& entries = role_entries();
  return *std::find_if(entries.begin(), entries.end(), [&](RoleEntry const& entry) { return entry.role == role; });
}

bool has_name_of(Role role, std::string_view name) {
  auto const& names = role_entry(role).names;
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool has_role(Field const& field, Role role) {
  return field.role == role || (field.role == Role::none && has_name_of(role, field.key));
}

bool may_have(RoleEntry const& entry, FieldKind kind) {
  return std::find(entry.kinds.begin(), entry.kinds.end(), kind) != entry.kinds.end();
}

void give_roles(std::vector<Field>& fields) {
  for (auto const& entry : model::role_entries()) {
    if (with_role(fields, entry.role) != fields.end()) continue;
    for (auto name : entry.names) {
      auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) {
        bool const named = field.key == name || base::nfkc(field.label) == name;
        return named && field.role == Role::none && may_have(entry, field.kind);
      });
      if (found == fields.end()) continue;
      found->role = entry.role;
      break;
    }
  }
}

void give_roles_by_kind(std::vector<Field>& fields) {
  for (auto const& entry : model::role_entries()) {
    bool const by_kind = entry.by_default == model::RoleEntry::Default::first_of_kind;
    if (!by_kind || with_role(fields, entry.role) != fields.end()) continue;
    auto first = std::find_if(fields.begin(), fields.end(), [&](Field const& field) {
      return field.role == Role::none && may_have(entry, field.kind);
    });
    if (first != fields.end()) first->role = entry.role;
  }
}

}  // namespace tebiki::model
