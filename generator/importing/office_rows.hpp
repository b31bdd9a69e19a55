#pragma once
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "base/diagnostics.hpp"

namespace tebiki::importing {

/// A file handed to an importer: its text is in Sources already (UTF-8, also from CP932).
struct ImportFile {
  std::string path;
  base::FileId file;
};

/// The columns that are read, of whichever source has them.
enum class Column {
  municipality_code,
  row_number,
  prefecture,
  municipality,
  name,
  kana,
  service,
  address,
  building,
  latitude,
  longitude,
  tel,
  fax,
  corporate_number,
  corporation,
  office_number,
  departments,
  days,
  opening,
  closing,
  days_note,
  capacity,
  url,
  note,
};

/// What a source calls a column.
struct Heading {
  enum class Presence { required, optional };

  std::vector<std::string_view> names;  ///< the first is the official one
  std::string_view english;             ///< in messages
  Presence presence = Presence::required;
};

/// A kind of service, by its plain name, and its place in the order of the list.
struct ServiceKind {
  std::string name;
  std::size_t order = 0;
};

/// What an office's number may leave out, as the row says it; both empty where a number is not read from a row.
struct AroundNumber {
  std::string_view prefecture;  ///< two digits
  std::string_view service;
};

/// How the tables of a source are to be read: one row for each office, or for each of its services.
struct TableFormat {
  std::map<Column, Heading> headings;
  base::Message origin;         ///< what the files are: the remedy where columns are missing
  base::Message number_length;  ///< of an office number, in digits
  /// The number of an office in one spelling; empty for what is none. Where a cell is blank, and the table has
  /// `row_number`, that takes its place.
  std::string (*office_number)(std::string_view cell, AroundNumber const& around);
  /// The kind of service that a cell names; nothing for a name that is not known.
  std::optional<ServiceKind> (*service)(std::string_view name);
  /// Whether the source's own name for a known kind says something besides: （有料老人ホーム）.
  enum class OwnName { says_more, says_the_same } own_name = OwnName::says_more;

  /// What the column is called in messages.
  base::Message label(Column column) const;
};

/// Where each column stands in one file.
using Columns = std::map<Column, std::size_t>;

/// Reads the header row in any of its spellings (No/NO, コ―ド with U+2015, blanks inside). Nothing when columns are
/// missing, after an error that names them.
std::optional<Columns> columns_of(base::CsvTable const& table, base::FileId file, TableFormat const& format,
                                  base::Diagnostics& diagnostics);

/// One row of the source: one office and one of its services.
struct SourceRow {
  base::CsvTable const* table = nullptr;
  Columns const* columns = nullptr;
  TableFormat const* format = nullptr;
  base::CsvRow cells;
  std::string place;           ///< `jigyosho_160.csv:2255`, for messages about other rows
  std::string office_number;   ///< tells the office from all others
  std::string service;         ///< plain name
  std::string service_detail;  ///< the source's own name for it

  /// Empty when the row is too short or the source has no such column.
  std::string_view text(Column column) const {
    auto const* cell = cell_in(column);
    return cell ? cell->text : std::string_view();
  }
  base::SourceLocation at(Column column) const {
    auto const* cell = cell_in(column);
    return table->at(cell ? *cell : cells.front());
  }
  /// The office as messages name it: 事業所番号 1499999999.
  base::Message office() const;

 private:
  base::CsvCell const* cell_in(Column column) const {
    auto const found = columns->find(column);
    return found != columns->end() && found->second < cells.size() ? &cells[found->second] : nullptr;
  }
};

/// All rows of one office, in the order of files and lines.
using OfficeRows = std::vector<SourceRow>;

/// The rows of a municipality, and what else the files tell.
struct SourceData {
  std::vector<OfficeRows> offices;           ///< in the order of files and lines
  std::set<std::string> all_offices;         ///< office numbers of every municipality
  std::set<std::string> covered_services;    ///< plain names of the services that the files are about
  std::set<std::string> municipality_names;  ///< of the rows taken: 平塚市
  std::size_t rows_left_out = 0;             ///< of the municipality: nothing to take in, and told
  std::deque<base::CsvTable> tables;
  std::deque<Columns> columns;
};

/// A 団体コード: six digits with a check digit, or five. Matches every code that names the same
/// municipality, also one whose leading zero a spreadsheet has eaten; a city with wards matches those of its wards.
class Municipality {
 public:
  /// Nothing when it is no code, its check digit is wrong or it is that of a prefecture, which ends in 000.
  static std::optional<Municipality> parse(std::string_view text);
  bool includes(std::string_view code) const;
  /// 14 of 14203.
  std::string_view prefecture() const { return std::string_view(five_).substr(0, 2); }

 private:
  explicit Municipality(std::string five) : five_(std::move(five)) {}
  std::string five_;  ///< without check digit
};

/// Reads the files in the order of the numbers in their names. Errors: missing columns. Warnings: rows without a
/// usable office number, a service or any name of their office (left out), rows of another length than the header,
/// unknown services.
SourceData read_source(std::vector<ImportFile> files, Municipality const& municipality, TableFormat const& format,
                       base::Sources const& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::importing
