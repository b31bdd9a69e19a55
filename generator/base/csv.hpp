#pragma once
#include <algorithm>
#include <cstdint>
#include <deque>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace tebiki::base {

/// What stands between two commas, without its quotes. Line breaks inside are `\n`, however they were written.
struct CsvCell {
  std::string_view text;
  std::uint32_t offset = 0;  ///< of the cell's first byte in the file: behind the opening quote, if there is one
  bool quoted = false;
};

using CsvRow = std::span<CsvCell const>;

/// The cells of a CSV file, row by row. Views point into Sources or into the table itself, which may be moved
/// but not copied. Rows may differ in length; a row of blanks only is left out.
class CsvTable {
 public:
  explicit CsvTable(FileId file) : file_(file) {}
  CsvTable(CsvTable&&) = default;
  CsvTable& operator=(CsvTable&&) = default;
  CsvTable(CsvTable const&) = delete;
  CsvTable& operator=(CsvTable const&) = delete;

  bool empty() const { return row_ends_.empty(); }
  std::size_t row_count() const { return row_ends_.size(); }
  CsvRow row(std::size_t index) const;
  /// Whether the row's cells cannot be trusted because a quotation mark is missing there, which was reported.
  bool is_broken(std::size_t index) const { return broken_.contains(index); }
  /// The cell without its quotation marks.
  SourceLocation at(CsvCell const& cell) const {
    auto doubled = cell.quoted ? std::count(cell.text.begin(), cell.text.end(), '"') : 0;
    return {file_, cell.offset, static_cast<std::uint32_t>(cell.text.size() + std::size_t(doubled))};
  }
  /// Where byte `index` of the cell's text stands in the file; looks at doubled quotes and line breaks before it.
  SourceLocation at(CsvCell const& cell, std::size_t index, Sources const& sources) const;

 private:
  friend class CsvReader;
  FileId file_;
  std::vector<CsvCell> cells_;
  std::vector<std::uint32_t> row_ends_;
  std::set<std::size_t> broken_;
  std::deque<std::string> unescaped_;
};

/// Reads RFC 4180 as it occurs in real life: CRLF, LF and CR mixed, cells of several lines, no line end at the end,
/// tabs or semicolons instead of commas throughout.
/// Errors: a quote left open, also when a later cell's quote seems to close it (the row is broken, and so are the rows
/// after it until one has as many cells as the first row), text behind a closing quote (kept; the row is broken), a
/// cell of more than a million bytes (the row is broken).
/// Warnings: a quote inside an unquoted cell (kept as a character). Cost is linear; most cells are not copied.
CsvTable read_csv(FileId file, Sources const& sources, Diagnostics& diagnostics);

}  // namespace tebiki::base
