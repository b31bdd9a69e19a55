#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "importing/columns.hpp"

namespace tebiki::importing {

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

}  // namespace tebiki::importing
