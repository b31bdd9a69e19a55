// The sources of public data that can be imported. To add one whose files are tables of offices, write its format here.
#include <algorithm>

#include "base/unicode.hpp"
#include "importing/import.hpp"

namespace tebiki::importing {
namespace {

using enum Heading::Presence;

/// Ten digits or capital letters, also when a spreadsheet has eaten the leading zero.
std::string care_office_number(std::string_view cell, AroundNumber const&) {
  bool const plain = std::all_of(cell.begin(), cell.end(), [](char c) { return c > 0x20; });
  std::string number = plain ? std::string(cell) : base::nfkc(base::trimmed(cell));
  for (char& c : number) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  bool const allowed = std::all_of(number.begin(), number.end(),
                                   [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
  if (number.size() == 9) number.insert(number.begin(), '0');
  return allowed && number.size() == 10 ? number : "";
}

/// 介護サービス情報公表システム of the ministry, `jigyosho_NNN.csv`: a row for each service of an office.
TableFormat const& mhlw_care() {
  static TableFormat const format = {
      {{Column::municipality_code,
        {{"都道府県コード又は市町村コード", "都道府県コード又は市区町村コード", "全国地方公共団体コード"},
         "municipality code"}},
       {Column::prefecture, {{"都道府県名", "所在地_都道府県"}, "prefecture"}},
       {Column::municipality, {{"市区町村名", "市町村名", "所在地_市区町村"}, "municipality"}},
       {Column::name, {{"事業所名", "事業所名称", "介護サービス事業所名称"}, "name"}},
       {Column::kana, {{"事業所名カナ", "事業所名_カナ", "事業所名称カナ", "介護サービス事業所名称_カナ"}, "reading"}},
       {Column::service, {{"サービスの種類", "サービス種類", "実施サービス"}, "service"}},
       {Column::address, {{"住所", "所在地_連結表記"}, "address"}},
       {Column::building, {{"方書（ビル名等）", "方書", "建物名等(方書)"}, "building"}},
       {Column::latitude, {{"緯度"}, "latitude"}},
       {Column::longitude, {{"経度"}, "longitude"}},
       {Column::tel, {{"電話番号"}, "telephone"}},
       {Column::fax, {{"FAX番号"}, "fax"}},
       {Column::corporate_number, {{"法人番号"}, "corporate number"}},
       {Column::corporation, {{"法人の名称", "法人名称"}, "corporation"}},
       {Column::office_number, {{"事業所番号"}, "office number"}},
       {Column::days, {{"利用可能曜日"}, "days"}},
       {Column::days_note, {{"利用可能曜日特記事項"}, "note on days"}},
       {Column::capacity, {{"定員"}, "capacity"}},
       {Column::url, {{"URL"}, "web address"}},
       {Column::note, {{"備考"}, "note", optional}}},
      {"厚生労働省「介護サービス情報公表システム」のオープンデータ（jigyosho_NNN.csv）",
       "the files of the ministry's open data (jigyosho_NNN.csv)"},
      {"10桁", "ten"},
      care_office_number,
      service_kind};
  return format;
}

/// 病院, 歯科診療所, 診療所 or 薬局, however it is written: 一般診療所, 診療所（歯科）.
std::optional<ServiceKind> institution_kind(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"病院", "病院"}, {"歯科", "歯科診療所"}, {"診療所", "診療所"}, {"医院", "診療所"}, {"薬局", "薬局"}};
  for (auto const& [word, kind] : kinds) {
    if (name.find(word) != name.npos) return ServiceKind{std::string(kind), 0};
  }
  return std::nullopt;
}

/// Ten digits as the care insurance has them, too: the prefecture, the kind (1 medical, 3 dental, 4 pharmacy) and the
/// seven that are often given alone. A spreadsheet may have eaten a leading zero.
std::string institution_number(std::string_view cell, AroundNumber const& around) {
  std::string number = base::nfkc(base::trimmed(cell));
  if (!all_digits(number)) return "";
  if (number.size() == 6 || number.size() == 9) number.insert(number.begin(), '0');
  if (number.size() == 7 && !around.prefecture.empty()) {
    auto const kind = institution_kind(around.service);
    std::string_view const digit = !kind ? "1" : kind->name == "歯科診療所" ? "3" : kind->name == "薬局" ? "4" : "1";
    number.insert(0, std::string(around.prefecture) + std::string(digit));
  }
  return number.size() == 10 ? number : "";
}

/// 医療機関一覧 of 推奨データセット, and of 自治体標準オープンデータセット after it: a row for each institution.
TableFormat const& medical_institutions() {
  static TableFormat const format = {
      {{Column::municipality_code,
        {{"都道府県コード又は市区町村コード", "全国地方公共団体コード"}, "municipality code"}},
       {Column::row_number, {{"NO", "ID"}, "row number", optional}},
       {Column::prefecture, {{"都道府県名", "所在地_都道府県"}, "prefecture", optional}},
       {Column::municipality, {{"市区町村名", "所在地_市区町村", "地方公共団体名"}, "municipality"}},
       {Column::name, {{"名称"}, "name"}},
       {Column::kana, {{"名称_カナ"}, "reading", optional}},
       {Column::service, {{"医療機関の種類"}, "kind"}},
       {Column::address, {{"住所", "所在地_連結表記", "所在地_連結標記"}, "address"}},
       {Column::building, {{"方書", "建物名等(方書)"}, "building", optional}},
       {Column::latitude, {{"緯度"}, "latitude", optional}},
       {Column::longitude, {{"経度"}, "longitude", optional}},
       {Column::tel, {{"電話番号"}, "telephone"}},
       {Column::fax, {{"FAX番号"}, "fax", optional}},
       {Column::corporate_number, {{"法人番号"}, "corporate number", optional}},
       {Column::corporation, {{"法人の名称", "団体名"}, "corporation", optional}},
       {Column::office_number, {{"医療機関コード"}, "institution number", optional}},
       {Column::departments, {{"診療科目"}, "departments", optional}},
       {Column::days, {{"診療曜日"}, "days", optional}},
       {Column::opening, {{"診療開始時間"}, "opening time", optional}},
       {Column::closing, {{"診療終了時間"}, "closing time", optional}},
       {Column::days_note, {{"診療日時特記事項"}, "note on days", optional}},
       {Column::capacity, {{"病床数"}, "beds", optional}},
       {Column::url, {{"URL"}, "web address", optional}},
       {Column::note, {{"備考"}, "note", optional}}},
      {"推奨データセットまたは自治体標準オープンデータセットの「医療機関一覧」",
       "the files of the open-data standard for medical institutions (医療機関一覧)"},
      {"7桁か10桁", "seven or ten"},
      institution_number,
      institution_kind,
      TableFormat::OwnName::says_the_same};
  return format;
}

}  // namespace

std::vector<Importer> const& importers() {
  static std::vector<Importer> const all = {
      {"mhlw-care", mhlw_care().origin,
       [](ImportInput const& input, base::Diagnostics& found) { return import_offices(mhlw_care(), input, found); }},
      {"medical", medical_institutions().origin,
       [](ImportInput const& input, base::Diagnostics& found) {
         return import_offices(medical_institutions(), input, found);
       }},
  };
  return all;
}

Importer const* importer(std::string_view name) {
  auto const found =
      std::find_if(importers().begin(), importers().end(), [&](Importer const& some) { return some.name == name; });
  return found == importers().end() ? nullptr : &*found;
}

}  // namespace tebiki::importing
