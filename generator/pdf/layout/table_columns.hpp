#pragma once
#include <vector>

namespace tebiki::pdf {

/// What the cells of a column ask for, padding included, in points.
struct ColumnExtent {
  double longest = 0;  ///< what cannot be parted
  double natural = 0;  ///< everything on one line
  bool fixed = false;  ///< grows little and never shrinks: marks of a matrix
};

/// Widths that add up to `total`. Columns get what they ask for where there is room, and share what is left in
/// proportion; otherwise rows get as few lines as can be, and no column falls below what cannot be parted while that is
/// possible.
std::vector<double> column_widths(std::vector<ColumnExtent> const& columns, double total);

}  // namespace tebiki::pdf
