#include "importing/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/unicode.hpp"
#include "importing/names.hpp"
#include "importing/read_cell.hpp"

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
  std::string const english = fmt::format("“{}”", fmt::join(missing, "”, “"));
  diagnostics.error(
      at, "import-columns",
      {fmt::format("列{}がありません。", names), fmt::format("These columns are missing: {}.", english)},
      {"厚生労働省「介護サービス情報公表システム」のオープンデータ（jigyosho_NNN.csv）をそのまま指定してください。",
       "Give the files of the ministry's open data (jigyosho_NNN.csv) as they are."});
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Digits of the file's name as a number, so that 99 comes before 120.
auto file_order(ImportFile const& file) {
  unsigned long number = 0;
  for (char c : file_name(file.path)) {
    if (c >= '0' && c <= '9' && number < 100'000'000) number = number * 10 + static_cast<unsigned long>(c - '0');
  }
  return std::pair(number, file.path);
}

class SourceReader {
 public:
  SourceReader(Municipality const& municipality, base::Sources const& sources, base::Diagnostics& diagnostics)
      : municipality_(municipality), sources_(sources), diagnostics_(diagnostics) {}

  void add(ImportFile const& file) {
    base::CsvTable const& table = data_.tables.emplace_back(base::read_csv(file.file, sources_, diagnostics_));
    auto const columns = columns_of(table, file.file, diagnostics_);
    if (!columns) return;
    data_.columns.push_back(*columns);
    for (std::size_t i = 1; i < table.row_count(); ++i) {
      SourceRow row{&table, &data_.columns.back(), table.row(i), {}, {}, {}, {}, 0};
      row.office_number = office_number_of(row.text(Column::office_number));
      data_.all_offices.insert(row.office_number);
      note_service(row.text(Column::service));
      if (!municipality_.includes(base::trimmed(row.text(Column::municipality_code)))) continue;
      row.place = fmt::format("{}:{}", file_name(file.path), sources_.place(table.at(row.cells.front())).line);
      take(std::move(row));
    }
  }

  /// Without the offices that no row names.
  SourceData finish() {
    std::erase_if(data_.offices, [&](OfficeRows const& rows) {
      bool const named = std::any_of(rows.begin(), rows.end(), [](SourceRow const& row) {
        return !read_name(row.text(Column::name)).text.empty();
      });
      for (SourceRow const& row : rows) named ? void() : report_blank(row, Column::name, "import-name");
      return !named;
    });
    return std::move(data_);
  }

 private:
  struct Service {
    std::string name;
    std::string detail;
    std::size_t order = 0;
    bool known = true;
  };

  Service const& note_service(std::string_view cell) {
    auto [found, fresh] = services_.try_emplace(cell);
    if (fresh) {
      Service& service = found->second;
      service.detail = plain_width(cell);
      auto const kind = service_kind(service.detail);
      service.known = kind.has_value();
      service.name = kind ? kind->name : service.detail;
      service.order = kind ? kind->order : 1000;
      if (!service.name.empty()) data_.covered_services.insert(service.name);
    }
    return found->second;
  }

  void take(SourceRow row) {
    if (row.office_number.empty()) return report_number(row);
    if (row.cells.size() != row.table->row(0).size()) report_length(row);
    Service const& service = note_service(row.text(Column::service));
    if (service.name.empty()) return report_blank(row, Column::service, "import-service");
    row.service = service.name;
    row.service_detail = service.detail;
    row.service_order = service.order;
    if (!service.known) report_service(row);
    data_.municipality_names.insert(plain_width(row.text(Column::municipality)));
    auto const [found, fresh] = office_index_.try_emplace(row.office_number, data_.offices.size());
    if (fresh) data_.offices.emplace_back();
    data_.offices[found->second].push_back(std::move(row));
  }

  void report_blank(SourceRow const& row, Column column, std::string_view code) {
    ++data_.rows_left_out;
    auto const [ja, en] = label(column);
    diagnostics_.warning(row.at(column), code,
                         {fmt::format("事業所番号 {} の「{}」に、読める文字がありません。", row.office_number, ja),
                          fmt::format("Office {}: its {} has no character that can be read.", row.office_number, en)},
                         {"この行は取り込みませんでした。事業所に確かめ、載せるなら一覧に書き足してください。",
                          "The row was left out. Ask the office, and add it to the list by hand."});
  }

  void report_number(SourceRow const& row) {
    ++data_.rows_left_out;
    std::string const cell(row.text(Column::office_number));
    diagnostics_.warning(
        row.at(Column::office_number), "import-office-number",
        {fmt::format("事業所番号「{}」が10桁の番号ではありません。", cell),
         fmt::format("The office number “{}” has not ten digits.", cell)},
        {"この行は取り込みませんでした。Excel で保存し直したファイルなら、元のファイルを使ってください。",
         "The row was left out. If a spreadsheet program saved this file, use the original one."});
  }

  void report_length(SourceRow const& row) {
    std::size_t const expected = row.table->row(0).size();
    diagnostics_.warning(
        row.at(Column::municipality_code), "import-row-length",
        {fmt::format("この行は{}列で、見出しの{}列と合いません。", row.cells.size(), expected),
         fmt::format("This row has {} columns, the header has {}.", row.cells.size(), expected)},
        {"値がずれていないか確かめてください。", "See whether its values stand in the right columns."});
  }

  void report_service(SourceRow const& row) {
    diagnostics_.warning(row.at(Column::service), "import-service",
                         {fmt::format("サービスの種類「{}」は知られていません。", row.service_detail),
                          fmt::format("The service “{}” is not known.", row.service_detail)},
                         {"そのまま取り込みました。一覧の schema.json の services に、この名前を加えてください。",
                          "It was taken as it is. Add this name to services in the list's schema.json."});
  }

  Municipality const& municipality_;
  base::Sources const& sources_;
  base::Diagnostics& diagnostics_;
  SourceData data_;
  std::map<std::string, std::size_t> office_index_;
  std::map<std::string_view, Service> services_;
};

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

std::string office_number_of(std::string_view cell) {
  bool const plain = std::all_of(cell.begin(), cell.end(), [](char c) { return c > 0x20; });
  std::string number = plain ? std::string(cell) : base::nfkc(base::trimmed(cell));
  for (char& c : number) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  bool const allowed = std::all_of(number.begin(), number.end(),
                                   [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
  if (number.size() == 9) number.insert(number.begin(), '0');
  return allowed && number.size() == 10 ? number : "";
}

SourceData read_source(std::vector<ImportFile> files, Municipality const& municipality, base::Sources const& sources,
                       base::Diagnostics& diagnostics) {
  std::sort(files.begin(), files.end(),
            [](ImportFile const& a, ImportFile const& b) { return file_order(a) < file_order(b); });
  SourceReader reader(municipality, sources, diagnostics);
  for (ImportFile const& file : files) reader.add(file);
  return reader.finish();
}

}  // namespace tebiki::importing
