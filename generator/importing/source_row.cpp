#include "importing/source_row.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "base/unicode.hpp"

namespace tebiki::importing {

namespace {

enum class Presence { required, optional };

struct ColumnNames {
  std::vector<std::string_view> names;  ///< the first is the official one
  std::string_view english;
  Presence presence = Presence::required;
};

std::array<ColumnNames, column_count> const& all_names() {
  static std::array<ColumnNames, column_count> const names = {{
      {{"都道府県コード又は市町村コード", "都道府県コード又は市区町村コード", "全国地方公共団体コード"},
       "municipality code"},
      {{"都道府県名"}, "prefecture"},
      {{"市区町村名", "市町村名"}, "municipality"},
      {{"事業所名", "事業所名称"}, "name"},
      {{"事業所名カナ", "事業所名_カナ", "事業所名称カナ"}, "reading"},
      {{"サービスの種類", "サービス種類"}, "service"},
      {{"住所"}, "address"},
      {{"方書（ビル名等）", "方書"}, "building"},
      {{"緯度"}, "latitude"},
      {{"経度"}, "longitude"},
      {{"電話番号"}, "telephone"},
      {{"FAX番号"}, "fax"},
      {{"法人番号"}, "corporate number"},
      {{"法人の名称", "法人名称"}, "corporation"},
      {{"事業所番号"}, "office number"},
      {{"利用可能曜日"}, "days"},
      {{"利用可能曜日特記事項"}, "note on days"},
      {{"定員"}, "capacity"},
      {{"URL"}, "web address"},
      {{"備考"}, "note", Presence::optional},
  }};
  return names;
}

/// A long vowel mark, U+2015 and hyphens look alike, and are mistaken for one another.
std::string heading_key(std::string_view heading) {
  std::string const folded = base::search_key(heading);
  std::string key;
  for (std::size_t at = 0; at < folded.size();) {
    char32_t const c = base::next_character(folded, at);
    base::append_utf8(key, c == U'ー' ? U'-' : c);
  }
  return key;
}

std::optional<std::size_t> place_of(ColumnNames const& column, std::vector<std::string> const& headings) {
  for (std::string_view name : column.names) {
    std::string const key = heading_key(name);
    for (std::size_t i = 0; i < headings.size(); ++i) {
      if (headings[i] == key) return i;
    }
  }
  return std::nullopt;
}

void report_missing(std::vector<std::string> const& missing, base::SourceLocation at, base::Diagnostics& diagnostics) {
  std::string const names = fmt::format("「{}」", fmt::join(missing, "」「"));
  std::string const english = fmt::format("\"{}\"", fmt::join(missing, "\", \""));
  diagnostics.error(
      at, "import-columns",
      {fmt::format("列{}がありません。", names), fmt::format("These columns are missing: {}.", english)},
      {"厚生労働省「介護サービス情報公表システム」のオープンデータ（jigyosho_NNN.csv）をそのまま指定してください。",
       "Give the files of the ministry's open data (jigyosho_NNN.csv) as they are."});
}

}  // namespace

base::Message label(Column column) {
  if (column == Column::latitude) return {"緯度・経度", "place on the map"};  // the two are told of together
  ColumnNames const& names = all_names()[static_cast<std::size_t>(column)];
  return {std::string(names.names[0]), std::string(names.english)};
}

std::optional<Columns> columns_of(base::CsvTable const& table, base::FileId file, base::Diagnostics& diagnostics) {
  std::vector<std::string> headings;
  if (!table.empty()) {
    for (base::CsvCell const& cell : table.row(0)) headings.push_back(heading_key(cell.text));
  }
  Columns columns;
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < column_count; ++i) {
    ColumnNames const& column = all_names()[i];
    columns[i] = place_of(column, headings);
    if (!columns[i] && column.presence == Presence::required) missing.emplace_back(column.names[0]);
  }
  if (missing.empty()) return columns;
  report_missing(missing, {file, 0}, diagnostics);
  return std::nullopt;
}

}  // namespace tebiki::importing
