// Whether the values of a CSV file stand in their columns: with a comma or a heading too few they do not.
#include "base/unicode.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/records/records.hpp"

namespace tebiki::loading {
namespace {

/// Whether the text looks like those of the field; never for kinds that take any text.
bool fits(model::Field const* field, std::string_view cell) {
  using enum model::KindEntry::Notation;
  if (!field || cell.empty()) return false;
  switch (model::kind_entry(field->kind).notation) {
    case words:
      return false;
    case number:
      return !std::holds_alternative<std::string>(read_text(*field, cell, Form::cell).data);
    case form:
      return !read_text(*field, cell, Form::cell).mistake;
  }
  return false;
}

}  // namespace

std::size_t usual_width(base::CsvTable const& table, CsvHeader const& header) {
  std::vector<std::size_t> filled(header.columns.size());
  std::size_t rows = 0;
  for (auto i = header.row + 1; i < table.row_count(); ++i) {
    auto const row = table.row(i);
    if (table.is_broken(i) || row.size() < filled.size()) continue;
    ++rows;
    for (std::size_t column = 0; column < filled.size(); ++column)
      filled[column] += base::trimmed(row[column].text).empty() ? 0 : 1;
  }
  auto width = filled.size();
  while (width > 0 && 2 * filled[width - 1] <= rows) --width;
  return width;
}

RowShift find_row_shift(base::CsvRow row, std::vector<CsvColumn> const& columns) {
  bool const few = row.size() < columns.size();
  RowShift shift;
  std::size_t own = 0, neighbour = 0;
  for (std::size_t i = 0; i < std::min(row.size(), columns.size()); ++i) {
    auto const text = base::trimmed(row[i].text);
    if (!columns[i].field) continue;
    auto const beside = few ? i + 1 : i - 1;
    bool const fits_own = fits(columns[i].field, text);
    bool const fits_neighbour = beside < columns.size() && fits(columns[beside].field, text);
    own += fits_own ? 1 : 0;
    neighbour += fits_neighbour ? 1 : 0;
    if (fits_neighbour && !fits_own && !shift.first) shift.first = i;
  }
  if (neighbour > own) shift.to = few ? RowShift::To::left : RowShift::To::right;
  return shift;
}

bool lacks_a_heading(base::CsvTable const& table, CsvHeader const& header) {
  auto const columns = header.columns.size();
  std::size_t rows = 0;
  bool misplaced = false;
  for (auto i = header.row + 1; i < table.row_count(); ++i) {
    auto const row = table.row(i);
    if (table.is_broken(i) || kind_of_row(row, header) != RowKind::record) continue;
    if (row.size() != columns + 1) return false;
    ++rows;
    misplaced = misplaced || !base::trimmed(row[columns].text).empty() ||
                find_row_shift(row, header.columns).to != RowShift::To::none;
  }
  return misplaced && rows > 1;
}

}  // namespace tebiki::loading
