#pragma once
#include <vector>

#include "pdf/layout/table_height.hpp"

namespace tebiki::pdf {

/// What the cells of a column ask for, padding included, in points.
struct ColumnExtent {
  double longest = 0;  ///< what cannot be parted: a telephone number, a Latin word
  double natural = 0;  ///< everything on one line
  bool fixed = false;  ///< grows little and never shrinks: marks of a matrix
};

/// Whether every column can have what it asks for.
bool has_room(std::vector<ColumnExtent> const& columns, double total);

/// Widths that add up to `total`. Columns get what they ask for where there is room, and share what is left in
/// proportion; otherwise rows get as few lines as can be, and no column falls below what cannot be parted while that is
/// possible. From there room is moved between columns while the table of the sketch gets lower.
std::vector<double> column_widths(std::vector<ColumnExtent> const& columns, double total,
                                  TableSketch const& sketch = {});

}  // namespace tebiki::pdf
