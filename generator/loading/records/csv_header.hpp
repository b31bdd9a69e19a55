#pragma once
#include <string>
#include <vector>

#include "base/csv.hpp"
#include "loading/records/record_check.hpp"

namespace tebiki::loading {

/// A column of the file and the field it belongs to; nullptr for a column without a name, with a wrong one, or one that
/// nobody wants.
struct CsvColumn {
  model::Field const* field = nullptr;
  std::string heading;  ///< in NFKC
  base::SourceLocation at;

  bool named() const { return !heading.empty(); }
};

struct CsvHeader {
  std::size_t row = 0;  ///< in the table; above it stand titles
  std::vector<CsvColumn> columns;
  std::uint16_t id_slot = model::Field::no_slot;
  std::vector<std::size_t> of_id;  ///< the columns that the ids are made of, in the order of the rule
  RecordFile about;
  bool is_one = true;  ///< false when no row is one of headings, which is reported
};

/// Finds the row of headings and the field of each: the schema's by key or label, those that every list understands,
/// and the two halves of hours and coordinates. Errors: unknown and repeated headings, columns that every record needs,
/// headings in two rows, no headings at all; each slip once, unknown headings of which nothing is like them together.
/// Warnings: rows above the headings. Cost is linear in columns.
CsvHeader read_csv_header(base::CsvTable const& table, model::Schema const& schema, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
