#pragma once
#include <array>
#include <deque>
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

class Municipality;

/// The columns of 介護サービス情報公表システム that are read.
enum class Column {
  municipality_code,
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
  days,
  days_note,
  capacity,
  url,
  note,
};
inline constexpr std::size_t column_count = 20;

/// What the column is called in messages.
base::Message label(Column column);

/// Where each column stands in one file.
using Columns = std::array<std::optional<std::size_t>, column_count>;

/// Reads the header row in any of its spellings (No/NO, コ―ド with U+2015, blanks inside). Nothing when columns are
/// missing, after an error that names them.
std::optional<Columns> columns_of(base::CsvTable const& table, base::FileId file, base::Diagnostics& diagnostics);

/// One row of the source: one office and one of its services.
struct SourceRow {
  base::CsvTable const* table = nullptr;
  Columns const* columns = nullptr;
  base::CsvRow cells;
  std::string place;           ///< `jigyosho_160.csv:2255`, for messages about other rows
  std::string office_number;   ///< ten digits or capital letters
  std::string service;         ///< plain name
  std::string service_detail;  ///< national name
  std::size_t service_order = 0;

  /// Empty when the row is too short.
  std::string_view text(Column column) const {
    auto const index = (*columns)[static_cast<std::size_t>(column)];
    return index && *index < cells.size() ? cells[*index].text : std::string_view();
  }
  base::SourceLocation at(Column column) const {
    auto const index = (*columns)[static_cast<std::size_t>(column)];
    return table->at(index && *index < cells.size() ? cells[*index] : cells.front());
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

/// Reads the files in the order of the numbers in their names. Errors: missing columns. Warnings: rows without a
/// usable office number, a service or any name of their office (left out), rows of another length than the header,
/// unknown services.
SourceData read_source(std::vector<ImportFile> files, Municipality const& municipality, base::Sources const& sources,
                       base::Diagnostics& diagnostics);

/// `0170210231`, also when a spreadsheet has eaten the leading zero; empty when it is no office number.
std::string office_number_of(std::string_view cell);

}  // namespace tebiki::importing
