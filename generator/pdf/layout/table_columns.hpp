#pragma once
#include <vector>

#include "pdf/layout/table_height.hpp"

namespace tebiki::pdf {

/// What the cells of a column ask for, padding included, in points.
struct ColumnExtent {
  double longest = 0;  ///< what had better not be parted: a Latin word
  double natural = 0;  ///< everything on one line
  bool fixed = false;  ///< grows little and never shrinks: marks of a matrix
  double least = 0;    ///< what must not be parted: a telephone number, a name's first characters
  double wanted = 0;   ///< some characters on a line: where columns cannot have so much the type is too large
};

/// Whether every column can have what it asks for.
bool has_room(std::vector<ColumnExtent> const& columns, double total);
/// The same when nothing is parted that had better not be, or must not be.
enum class Kept { words, numbers };
bool can_keep(Kept kept, std::vector<ColumnExtent> const& columns, double total);

/// Widths that add up to `total`. Columns get what they ask for where there is room, and share what is left in
/// proportion; otherwise rows get as few lines as can be, and no column falls below what should not be parted while that is
/// possible, nor below what must not. From there room is moved between columns while the table of the sketch gets lower.
std::vector<double> column_widths(std::vector<ColumnExtent> const& columns, double total,
                                  TableSketch const& sketch = {});

}  // namespace tebiki::pdf
