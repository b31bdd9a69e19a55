// The one place with the keys of fields.
#include "model/list.hpp"

#include <algorithm>

#include "base/unicode.hpp"

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

std::vector<RoleEntry> event_entries() {
  using enum FieldKind;
  using enum RoleEntry::Default;
  return {
      {Role::fiscal_year, "fiscal-year", {text, choice}, {"fiscal_year", "年度"}},
      {Role::begins, "begins", {date}, {"begins", "開催日", "開始日"}},
      {Role::ends, "ends", {date}, {"ends", "終了日"}},
      {Role::deadline, "deadline", {date}, {"deadline", "申込期限", "参加申込終了日"}},
      {Role::day_words, "day-words", {text}, {"日付", "時期"}},
      {Role::attendance, "attendance", {number}, {"attendance", "参加した人", "出席した人"}},
      {Role::reception, "reception", {text, FieldKind::hours}, {"reception", "受付の開始"}},
      {Role::place, "place", {text}, {"place", "会場", "場所名称"}},
      {Role::subtitle, "subtitle", {text}, {"subtitle", "副題"}},
      {Role::series, "series", {text}, {"催しの名前"}},
      {Role::audience, "audience", {text}, {"audience"}},
      {Role::audience_kind, "audience-kind", {choice, choices}, {"対象の区分"}},
      {Role::quota, "quota", {number, text}, {"quota", "定員"}},
      {Role::quota_note, "quota-note", {text}, {"quota_note"}},
      {Role::fee, "fee", {text, yen}, {"fee", "料金(基本)"}},
      {Role::programme, "programme", {rows}, {"programme"}},
      {Role::speaker, "speaker", {text}, {"speaker", "話す人", "講師"}},
      {Role::topic, "topic", {text}, {"topic"}},
      {Role::host, "host", {text}, {"host", "主催", "主催者"}},
      {Role::cohost, "cohost", {text}, {"cohost", "共催"}},
      {Role::apply, "apply", {text}, {"apply", "申込の方法", "参加申込方法"}},
      {Role::form_address, "form-address", {uri}, {"form_url", "申込フォーム"}},
      {Role::application, "application", {reference}, {"application", "申込書"}},
      {Role::contact, "contact", {text}, {"contact", "問い合わせ先", "連絡先名称"}},
      {Role::telephone_note, "telephone-note", {text}, {"tel_note"}},
      {Role::email, "email", {FieldKind::email}, {}, first_of_kind},
      {Role::postal_code, "postal-code", {FieldKind::postal_code}, {}, first_of_kind},
  };
}

std::vector<RoleEntry> const& general_entries() {
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
      {Role::opening_note,
       "opening-note",
       {text, markdown},
       {"days_note", "hours_note", "曜日の注意", "診療日時特記事項", "利用可能曜日特記事項", "利用可能時間特記事項"}},
      {Role::remark, "remark", {text, markdown}, {"remarks", "remark", "notes", "note", "備考"}},
      {Role::summary, "summary", {text, markdown}, {"summary", "description"}},
      {Role::area, "area", {text, choice, choices}, {"areas"}},
      {Role::visited_area, "visited-area", {text, choice, choices}, {}},
      {Role::scene, "scene", {text, choice, choices}, {"scenes"}},
      {Role::source, "source", {text, uri, choices}, {"sources"}},
      {Role::mark, "mark", {text}, {"mark"}},
      {Role::published, "published", {date}, {"published", "公開日", "発行日"}},
      {Role::duration, "duration", {text}, {"duration"}},
      {Role::telephone, "telephone", {tel}, {}, first_of_kind},
      {Role::fax, "fax", {FieldKind::fax}, {}, first_of_kind},
      {Role::address, "address", {FieldKind::address}, {}, first_of_kind},
      {Role::hours, "hours", {FieldKind::hours}, {}, first_of_kind},
      {Role::picture, "picture", {image}, {}, first_of_kind},
      {Role::first_month, "first-month", {text, choice}, {}},
      {Role::last_month, "last-month", {text, choice}, {}},
      {Role::months, "months", {choices}, {}},
      {Role::earlier_months, "earlier-months", {choices}, {}},
      {Role::kind, "kind", {text, choice}, {}},
      {Role::certainty, "certainty", {text, choice}, {}},
      {Role::parent, "parent", {reference}, {}},
      {Role::form, "form", {rows}, {}},
      {Role::chapters, "chapters", {rows}, {"chapters", "チャプター"}},
      {Role::chapter_time, "chapter-time", {text}, {"chapter_time"}},
  };
  return entries;
}

}  // namespace

std::vector<RoleEntry> const& role_entries() {
  static std::vector<RoleEntry> const all = [] {
    auto entries = general_entries();
    auto const& more = event_entries();
    entries.insert(entries.end(), more.begin(), more.end());
    return entries;
  }();
  return all;
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
