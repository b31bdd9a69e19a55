#pragma once
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "importing/mhlw_care.hpp"
#include "importing/source_row.hpp"

namespace tebiki::importing {

/// A 団体コード: six digits with a check digit, or five. Matches every code that names the same
/// municipality, also one whose leading zero a spreadsheet has eaten; a city with wards matches those of its wards.
class Municipality {
 public:
  /// Nothing when it is no code, its check digit is wrong or it is that of a prefecture, which ends in 000.
  static std::optional<Municipality> parse(std::string_view text);
  bool includes(std::string_view code) const;

 private:
  explicit Municipality(std::string five) : five_(std::move(five)) {}
  std::string five_;  ///< without check digit
};

/// The sixth digit for five, as 総務省 lays it down.
char check_digit(std::string_view five);

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
