// The widths of columns, from what they ask for and from how high the table gets.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "pdf/layout/tables_and_directories.hpp"

namespace tebiki::pdf {

namespace {

/// What is bad, in lines of a row.
constexpr double penalty_of_torn_phrase = 0.4;
constexpr double penalty_of_torn_short_cell = 0.8;
constexpr double penalty_of_narrow_names = 3;
/// Room that saves no line goes to cells that take several, in proportion.
constexpr double penalty_of_length = 0.03;

/// Cells of so many ems should stand on one line.
constexpr double short_cell_ems = 4.2;

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
    result.penalty += float(more * penalty_of_torn_phrase);
    pen = std::max(0.0, pen - more * width);
  }
  if (cell.natural > float(width)) result.penalty += float(penalty_of_length * (double(cell.natural) / width - 1));
  bool torn = double(cell.natural) > width + tolerance && double(cell.natural) <= short_cell_ems * sketch_.em;
  if (torn) result.penalty += float(penalty_of_torn_short_cell);
  return result;
}

TableHeight::ColumnCells const& TableHeight::column(std::size_t index, double width) {
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
    float lines = 1, penalty = 0;
    for (auto const* column : columns) {
      lines = std::max(lines, column[row].lines);
      penalty += column[row].penalty;
    }
    sum += sketch_.rows[row].weight * double(lines + penalty);
  }
  double missing = sketch_.name_width - widths.front();
  if (missing > 0) sum += penalty_of_narrow_names * rows_ * missing / sketch_.name_width;
  return sum;
}

namespace {

double sum(std::vector<double> const& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Fixed columns may grow a little before the others take the rest of the room.
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
    widths.push_back(column.fixed ? column.natural : std::max({column.longest, column.least, parted}));
  }
  return widths;
}

std::vector<double> whole_words(std::vector<ColumnExtent> const& columns) {
  auto widths = widths_for(std::numeric_limits<double>::infinity(), columns);
  for (std::size_t i = 0; i < widths.size(); ++i)
    if (!columns[i].fixed) widths[i] = std::max(widths[i], columns[i].wanted);
  return widths;
}

std::vector<double> whole_numbers(std::vector<ColumnExtent> const& columns) {
  std::vector<double> widths;
  for (auto const& column : columns) widths.push_back(column.fixed ? column.natural : column.least);
  return widths;
}

/// Numbers stay whole if that can be; what is left goes to the words, first to those that ask for little more.
std::vector<double> with_words_parted(std::vector<ColumnExtent> const& columns, double total) {
  auto widths = whole_numbers(columns);
  double spare = total - sum(widths);
  if (spare <= 0) return squeezed(std::move(widths), total);
  auto more = whole_words(columns);
  for (std::size_t i = 0; i < more.size(); ++i) more[i] = std::max(0.0, more[i] - widths[i]);
  more = squeezed(std::move(more), spare);
  for (std::size_t i = 0; i < more.size(); ++i) widths[i] += more[i];
  return widths;
}

/// The widths for the fewest lines that fit: columns with much to say get room in proportion, so no cell towers
/// over its row. Widths fall as lines grow, so the number of lines is found by halving.
std::vector<double> balanced(std::vector<ColumnExtent> const& columns, double total) {
  double few = 1, many = 1;
  while (sum(widths_for(many, columns)) > total) many *= 2;
  constexpr int halvings = 40;
  for (int halving = 0; halving < halvings; ++halving) {
    double lines = (few + many) / 2;
    (sum(widths_for(lines, columns)) > total ? few : many) = lines;
  }
  return widths_for(many, columns);
}

/// Points that are moved from one column to another at a time, the widest first.
constexpr double moves[] = {64, 32, 16, 8, 4, 2, 1};
constexpr int most_moves = 100;

/// Moves room between columns while the table gets lower.
class Search {
 public:
  Search(std::vector<ColumnExtent> const& columns, TableSketch const& sketch, std::vector<double> widths)
      : columns_(columns), height_(sketch), widths_(std::move(widths)), cost_(height_.cost(widths_)) {}

  std::vector<double> best() {
    for (double points : moves)
      for (int moved = 0; moved < most_moves && move(points); ++moved) {
      }
    return std::move(widths_);
  }

 private:
  bool may_give(std::size_t from, double points) const {
    return !columns_[from].fixed && widths_[from] - points >= std::max(columns_[from].longest, columns_[from].least);
  }

  /// The one move that helps most.
  bool move(double points) {
    auto best = widths_;
    constexpr double tolerance = 1e-6;
    double least = cost_ - tolerance;
    for (std::size_t from = 0; from < widths_.size(); ++from) {
      if (!may_give(from, points)) continue;
      for (std::size_t to = 0; to < widths_.size(); ++to) {
        if (to == from || columns_[to].fixed) continue;
        auto tried = widths_;
        tried[from] -= points;
        tried[to] += points;
        double cost = height_.cost(tried);
        if (cost >= least) continue;
        least = cost;
        best = std::move(tried);
      }
    }
    if (best == widths_) return false;
    widths_ = std::move(best);
    cost_ = least;
    return true;
  }

  std::vector<ColumnExtent> const& columns_;
  TableHeight height_;
  std::vector<double> widths_;
  double cost_;
};

}  // namespace

bool can_keep(Kept kept, std::vector<ColumnExtent> const& columns, double total) {
  return sum(kept == Kept::words ? whole_words(columns) : whole_numbers(columns)) <= total;
}

bool has_room(std::vector<ColumnExtent> const& columns, double total) { return sum(widths_for(1, columns)) <= total; }

std::vector<double> column_widths(std::vector<ColumnExtent> const& columns, double total, TableSketch const& sketch) {
  auto natural = widths_for(1, columns);
  if (double spare = total - sum(natural); spare >= 0) {
    widen(natural, columns, spare);
    return natural;
  }
  auto least = widths_for(std::numeric_limits<double>::infinity(), columns);
  if (sum(least) > total) return with_words_parted(columns, total);
  auto widths = balanced(columns, total);
  widen(widths, columns, total - sum(widths));
  return sketch.rows.empty() ? widths : Search(columns, sketch, std::move(widths)).best();
}

}  // namespace tebiki::pdf
