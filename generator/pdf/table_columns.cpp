#include "pdf/table_columns.hpp"

#include <algorithm>
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

}  // namespace

std::vector<double> column_widths(std::vector<ColumnExtent> const& columns, double total) {
  std::vector<double> natural, least;
  for (auto const& column : columns) {
    // One endless remark must not starve the others.
    natural.push_back(std::min(std::max(column.natural, column.longest), total));
    double floor = column.fixed
                       ? natural.back()
                       : std::max(column.longest, std::min(0.09 * total, 0.5 * total / double(columns.size())));
    least.push_back(std::min(natural.back(), floor));
  }
  double spare = total - sum(natural);
  if (spare >= 0) {
    widen(natural, columns, spare);
    return natural;
  }
  double room = total - sum(least);
  double wish = sum(natural) - sum(least);
  if (room < 0) return squeezed(std::move(least), total);
  for (std::size_t i = 0; i < columns.size(); ++i) least[i] += room * (natural[i] - least[i]) / wish;
  return least;
}

}  // namespace tebiki::pdf
