#include "importing/office_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/unicode.hpp"
#include "importing/import.hpp"
#include "model/open_data.hpp"

namespace tebiki::importing {
namespace {

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

std::optional<std::size_t> place_of(Heading const& column, std::vector<std::string> const& headings) {
  for (std::string_view name : column.names) {
    std::string const key = heading_key(name);
    for (std::size_t i = 0; i < headings.size(); ++i) {
      if (headings[i] == key) return i;
    }
  }
  return std::nullopt;
}

void report_missing(std::vector<std::string> const& missing, base::SourceLocation at, TableFormat const& format,
                    base::Diagnostics& diagnostics) {
  std::string const names = fmt::format("「{}」", fmt::join(missing, "」「"));
  std::string const english = fmt::format("“{}”", fmt::join(missing, "”, “"));
  diagnostics.error(at, "import-columns",
                    {fmt::format("列{}がありません。", names), fmt::format("These columns are missing: {}.", english)},
                    {fmt::format("{}をそのまま指定してください。", format.origin.ja),
                     fmt::format("Give {} as they are.", format.origin.en)});
}

/// Cities with wards (政令指定都市), without check digit. The wards' codes follow that of their city, up to the next.
constexpr std::array<std::string_view, 20> designated_cities = {
    "01100", "04100", "11100", "12100", "14100", "14130", "14150", "15100", "22100", "22130",
    "23100", "26100", "27100", "27140", "28100", "33100", "34100", "40100", "40130", "43100"};

/// The city of a ward: 14100 of 14118; empty for what is no ward.
std::string_view city_of_ward(std::string_view five) {
  auto const after = std::upper_bound(designated_cities.begin(), designated_cities.end(), five);
  if (after == designated_cities.begin()) return {};
  std::string_view const city = *std::prev(after);
  return city.substr(0, 3) == five.substr(0, 3) ? city : std::string_view();
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
  SourceReader(Municipality const& municipality, TableFormat const& format, model::Field const* services,
               base::Sources const& sources, base::Diagnostics& diagnostics)
      : municipality_(municipality),
        format_(format),
        field_of_services_(services),
        sources_(sources),
        diagnostics_(diagnostics) {}

  void add(ImportFile const& file) {
    base::CsvTable const& table = data_.tables.emplace_back(base::read_csv(file.file, sources_, diagnostics_));
    auto const columns = columns_of(table, file.file, format_, diagnostics_);
    if (!columns) return;
    data_.columns.push_back(*columns);
    if (is_cut_off(table, file)) return report_cut_off(table.at(table.row(table.row_count() - 1).back()), diagnostics_);
    for (std::size_t i = 1; i < table.row_count(); ++i) {
      SourceRow row{&table, &data_.columns.back(), &format_, table.row(i), {}, {}, {}, {}};
      row.office_number = number_of(row);
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
    bool known = true;
  };

  /// The last row has fewer cells than the header, and no line end, or the rows above have them all.
  bool is_cut_off(base::CsvTable const& table, ImportFile const& file) const {
    auto const text = sources_.text(file.file);
    auto const last = table.row_count() - 1, columns = table.row(0).size();
    if (last == 0 || table.row(last).size() >= columns) return false;
    if (!text.ends_with('\n') && !text.ends_with('\r')) return true;
    for (std::size_t i = 1; i < last; ++i) {
      if (table.row(i).size() < columns) return false;
    }
    return last > 1;
  }

  /// A blank number is made up for by that of the row, which only counts within its municipality.
  std::string number_of(SourceRow const& row) const {
    std::string_view const cell = row.text(Column::office_number);
    std::string number = format_.office_number(cell, {municipality_.prefecture(), row.text(Column::service)});
    if (!number.empty() || !plain_width(cell).empty()) return number;
    std::string const own = base::lower_case(plain_width(row.text(Column::row_number)));
    bool const sound = !own.empty() && std::all_of(own.begin(), own.end(), [](char c) {
      return base::is_digit(c) || base::is_letter(c) || c == '-';
    });
    return sound ? plain_width(row.text(Column::municipality_code)).substr(0, 5) + "-" + own : "";
  }

  Service const& note_service(std::string_view cell) {
    auto [found, fresh] = services_.try_emplace(cell);
    if (fresh) {
      Service& service = found->second;
      service.detail = plain_width(cell);
      auto const kind = format_.service(service.detail);
      service.known = kind.has_value();
      service.name = kind ? kind->name : service.detail;
      if (format_.own_name == TableFormat::OwnName::says_the_same) service.detail = service.name;
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
    if (!service.known) report_service(row);
    data_.municipality_names.insert(plain_width(row.text(Column::municipality)));
    auto const [found, fresh] = office_index_.try_emplace(row.office_number, data_.offices.size());
    if (fresh) data_.offices.emplace_back();
    data_.offices[found->second].push_back(std::move(row));
  }

  void report_blank(SourceRow const& row, Column column, std::string_view code) {
    ++data_.rows_left_out;
    auto const [ja, en] = format_.label(column);
    diagnostics_.warning(row.at(column), code,
                         {fmt::format("{} の「{}」に、読める文字がありません。", row.office().ja, ja),
                          fmt::format("{}: its {} has no character that can be read.", row.office().en, en)},
                         {"この行は取り込みませんでした。事業所に確かめ、載せるなら一覧に書き足してください。",
                          "The row was left out. Ask the office, and add it to the list by hand."});
  }

  void report_number(SourceRow const& row) {
    ++data_.rows_left_out;
    std::string const cell(row.text(Column::office_number));
    diagnostics_.warning(
        row.at(Column::office_number), "import-office-number",
        {fmt::format("{}「{}」が{}の番号ではありません。", format_.label(Column::office_number).ja, cell,
                     format_.number_length.ja),
         fmt::format("The {} “{}” has not {} digits.", format_.label(Column::office_number).en, cell,
                     format_.number_length.en)},
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
    // A list with choices has this one, or cannot take the import at all, which is told with the place to add it.
    if (field_of_services_ && !field_of_services_->choices.empty()) return;
    diagnostics_.warning(row.at(Column::service), "import-service",
                         {fmt::format("サービスの種類「{}」は知られていません。", row.service_detail),
                          fmt::format("The service “{}” is not known.", row.service_detail)},
                         {"この名前のまま一覧に入れます。名前に誤りがないか、事業所に確かめてください。",
                          "It goes into the list as it is. Ask the office whether the name is right."});
  }

  Municipality const& municipality_;
  TableFormat const& format_;
  model::Field const* field_of_services_;
  base::Sources const& sources_;
  base::Diagnostics& diagnostics_;
  SourceData data_;
  std::map<std::string, std::size_t> office_index_;
  std::map<std::string_view, Service> services_;
};

}  // namespace

base::Message TableFormat::label(Column column) const {
  if (column == Column::latitude) return {"緯度・経度", "place on the map"};  // the two are told of together
  auto const found = headings.find(column);
  if (found == headings.end()) return {};
  return {std::string(found->second.names[0]), std::string(found->second.english)};
}

base::Message SourceRow::office() const {
  return {fmt::format("{} {}", format->label(Column::office_number).ja, office_number),
          fmt::format("Office {}", office_number)};
}

std::optional<Columns> columns_of(base::CsvTable const& table, base::FileId file, TableFormat const& format,
                                  base::Diagnostics& diagnostics) {
  std::vector<std::string> headings;
  if (!table.empty()) {
    for (base::CsvCell const& cell : table.row(0)) headings.push_back(heading_key(cell.text));
  }
  Columns columns;
  std::vector<std::string> missing;
  for (auto const& [column, heading] : format.headings) {
    if (auto const place = place_of(heading, headings)) {
      columns.emplace(column, *place);
    } else if (heading.presence == Heading::Presence::required) {
      missing.emplace_back(heading.names[0]);
    }
  }
  if (missing.empty()) return columns;
  report_missing(missing, {file, 0}, format, diagnostics);
  return std::nullopt;
}

std::optional<Municipality> Municipality::parse(std::string_view text) {
  std::string const code = base::nfkc(base::trimmed(text));
  bool const known_length = code.size() == 5 || code.size() == 6;
  if (!known_length || !all_digits(code)) return std::nullopt;
  if (code.size() == 6 && code[5] != model::check_digit(code)) return std::nullopt;
  bool const prefecture = code.substr(2, 3) == "000";
  if (prefecture) return std::nullopt;
  return Municipality(code.substr(0, 5));
}

bool Municipality::includes(std::string_view code) const {
  bool const eaten_zero = five_.front() == '0' && code.size() == 5 && code.front() != '0';
  std::string const whole = (eaten_zero ? "0" : "") + std::string(code);
  if (whole.size() < 5 || whole.size() > 6 || !all_digits(whole)) return false;
  std::string_view const five = std::string_view(whole).substr(0, 5);
  if (whole.size() == 6 && whole[5] != model::check_digit(five)) return false;
  return five == five_ || city_of_ward(five) == five_;
}

SourceData read_source(std::vector<ImportFile> files, Municipality const& municipality, TableFormat const& format,
                       model::Field const* services, base::Sources const& sources, base::Diagnostics& diagnostics) {
  std::sort(files.begin(), files.end(),
            [](ImportFile const& a, ImportFile const& b) { return file_order(a) < file_order(b); });
  SourceReader reader(municipality, format, services, sources, diagnostics);
  for (ImportFile const& file : files) reader.add(file);
  return reader.finish();
}

}  // namespace tebiki::importing
