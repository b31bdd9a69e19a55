#include "pdf/layout/table_height.hpp"

#include <algorithm>
#include <cmath>

namespace tebiki::pdf {

namespace {

/// What is bad, in lines of a row.
constexpr double harm_of_torn_phrase = 0.4;
constexpr double harm_of_torn_short_cell = 0.8;
constexpr double harm_of_narrow_names = 3;
/// Room that saves no line goes to cells that take several, in proportion.
constexpr double harm_of_length = 0.03;

/// Cells of so many ems should stand on one line.
constexpr double short_cell = 4.2;

constexpr double tolerance = 0.01;

}  // namespace

TableHeight::TableHeight(TableSketch const& sketch) : sketch_(sketch), seen_(sketch.paddings.size()) {
  for (auto const& row : sketch.rows) rows_ += row.weight;
}

TableHeight::Cell TableHeight::set(CellSketch const& cell, double width) const {
  if (cell.phrases.size() <= 1 && cell.natural <= width + tolerance) return {};
  Cell result;
  double pen = 0;
  for (auto const& phrase : cell.phrases) {
    bool fits = pen + double(phrase.visible) <= width + tolerance;
    if (phrase.new_line || (pen > 0 && !fits)) {
      ++result.lines;
      pen = 0;
    }
    pen += double(phrase.width);
    if (double(phrase.visible) <= width + tolerance) continue;
    // Characters are whole: half of one is lost at the end of a line.
    auto more = std::ceil(double(phrase.visible) / std::max(1.0, width - sketch_.em / 2)) - 1;
    result.lines += float(more);
    result.harm += float(more * harm_of_torn_phrase);
    pen = std::max(0.0, pen - more * width);
  }
  if (cell.natural > float(width)) result.harm += float(harm_of_length * (double(cell.natural) / width - 1));
  bool torn = double(cell.natural) > width + tolerance && double(cell.natural) <= short_cell * sketch_.em;
  if (torn) result.harm += float(harm_of_torn_short_cell);
  return result;
}

TableHeight::Column const& TableHeight::column(std::size_t index, double width) {
  auto [found, added] = seen_[index].try_emplace(width);
  if (!added) return found->second;
  auto inner = std::max(1.0, width - sketch_.paddings[index]);
  found->second.reserve(sketch_.rows.size());
  for (auto const& row : sketch_.rows)
    found->second.push_back(index < row.cells.size() ? set(row.cells[index], inner) : Cell{});
  return found->second;
}

double TableHeight::cost(std::vector<double> const& widths) {
  std::vector<Cell const*> columns;
  columns.reserve(widths.size());
  for (std::size_t i = 0; i < widths.size(); ++i) columns.push_back(column(i, widths[i]).data());
  double sum = 0;
  for (std::size_t row = 0; row < sketch_.rows.size(); ++row) {
    float lines = 1, harm = 0;
    for (auto const* column : columns) {
      lines = std::max(lines, column[row].lines);
      harm += column[row].harm;
    }
    sum += sketch_.rows[row].weight * double(lines + harm);
  }
  double missing = sketch_.name_width - widths.front();
  if (missing > 0) sum += harm_of_narrow_names * rows_ * missing / sketch_.name_width;
  return sum;
}

}  // namespace tebiki::pdf
