#include "pdf/layout/table_columns.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace tebiki::pdf {

namespace {

double sum(std::vector<double> const& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Fixed columns may breathe a little before the others take the rest of the room.
constexpr double fixed_growth = 0.5;

void widen(std::vector<double>& widths, std::vector<ColumnExtent> const& columns, double spare) {
  double flexible = 0, fixed = 0;
  for (auto const& column : columns) (column.fixed ? fixed : flexible) += column.natural;
  double growth = fixed > 0 ? spare / fixed : 0;
  if (flexible > 0) growth = std::min(growth, fixed_growth);
  double rest = spare - growth * fixed;
  for (std::size_t i = 0; i < columns.size(); ++i)
    widths[i] += columns[i].natural * (columns[i].fixed ? growth : rest / flexible);
}

/// The widest columns give first, down to one width for all that are wider.
std::vector<double> squeezed(std::vector<double> widths, double total) {
  auto order = widths;
  std::sort(order.begin(), order.end());
  double used = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    double level = (total - used) / double(order.size() - i);
    if (order[i] > level) {
      for (auto& width : widths) width = std::min(width, level);
      break;
    }
    used += order[i];
  }
  return widths;
}

/// What a line loses where the next word does not fit any more, in points.
constexpr double ragged_loss = 10;

/// Widths at which no cell of a column takes more than `lines` lines, but never below what cannot be parted.
std::vector<double> widths_for(double lines, std::vector<ColumnExtent> const& columns) {
  std::vector<double> widths;
  widths.reserve(columns.size());
  for (auto const& column : columns) {
    double parted = std::min(column.natural, column.natural / lines + ragged_loss);
    widths.push_back(column.fixed ? column.natural : std::max(column.longest, parted));
  }
  return widths;
}

/// The widths for the fewest lines that fit: columns with much to say get room in proportion, so no cell towers
/// over its row. Widths fall as lines grow, so the number of lines is found by halving.
std::vector<double> balanced(std::vector<ColumnExtent> const& columns, double total) {
  double few = 1, many = 1;
  while (sum(widths_for(many, columns)) > total) many *= 2;
  for (int halving = 0; halving < 40; ++halving) {
    double lines = (few + many) / 2;
    (sum(widths_for(lines, columns)) > total ? few : many) = lines;
  }
  return widths_for(many, columns);
}

}  // namespace

std::vector<double> column_widths(std::vector<ColumnExtent> const& columns, double total) {
  auto natural = widths_for(1, columns);
  if (double spare = total - sum(natural); spare >= 0) {
    widen(natural, columns, spare);
    return natural;
  }
  auto least = widths_for(std::numeric_limits<double>::infinity(), columns);
  if (sum(least) >= total) return squeezed(std::move(least), total);
  auto widths = balanced(columns, total);
  widen(widths, columns, total - sum(widths));
  return widths;
}

}  // namespace tebiki::pdf
