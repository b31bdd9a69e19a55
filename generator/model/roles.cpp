#include "model/roles.hpp"

#include <algorithm>

namespace tebiki::model {

std::vector<RoleEntry> const& role_entries() {
  using enum FieldKind;
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
       {hours, text},
       {"opening", "診療開始時間", "開始時間", "開始時刻", "利用開始時間", "営業開始時間", "受付開始時間"}},
      {Role::closing,
       "closing",
       {hours, text},
       {"closing", "診療終了時間", "終了時間", "終了時刻", "利用終了時間", "営業終了時間", "受付終了時間"}},
      {Role::latitude, "latitude", {number, text}, {"latitude", "lat", "緯度"}},
      {Role::longitude, "longitude", {number, text}, {"longitude", "lng", "lon", "経度"}},
  };
  return entries;
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

}  // namespace tebiki::model
