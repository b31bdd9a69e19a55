#pragma once
#include <map>
#include <vector>

namespace tebiki::pdf {

/// A stretch of a cell that had better stay whole; lengths are points.
struct PhraseSketch {
  float width = 0;
  float visible = 0;      ///< without the blank at its end
  bool new_line = false;  ///< begins a line whatever room there is
};

/// What a cell needs to be broken roughly.
struct CellSketch {
  float natural = 0;  ///< width of its widest line where only forced breaks are taken
  std::vector<PhraseSketch> phrases;
};

struct RowSketch {
  std::vector<CellSketch> cells;
  double weight = 1;  ///< how many rows it stands for
};

/// Some rows of a table, evenly spaced, and its header.
struct TableSketch {
  std::vector<RowSketch> rows;
  std::vector<double> paddings;  ///< both sides of each column together
  double em = 11;
  double name_width = 0;  ///< what the first column should have, padding included; 0 where it has no names
};

/// Estimates what a table of given column widths costs: its height in lines, and more where words are torn.
class TableHeight {
 public:
  explicit TableHeight(TableSketch const& sketch);

  /// Cost is linear in the cells of the sketch; widths seen before come from memory.
  double cost(std::vector<double> const& widths);

 private:
  struct Cell {
    float lines = 1;
    float penalty = 0;
  };
  using Column = std::vector<Cell>;

  Column const& column(std::size_t index, double width);
  Cell set(CellSketch const& cell, double width) const;

  TableSketch const& sketch_;
  double rows_ = 0;
  std::vector<std::map<double, Column>> seen_;
};

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
/// proportion; otherwise rows get as few lines as can be, and no column falls below what should not be parted while
/// that is possible, nor below what must not. From there room is moved between columns while the table of the sketch
/// gets lower.
std::vector<double> column_widths(std::vector<ColumnExtent> const& columns, double total,
                                  TableSketch const& sketch = {});

}  // namespace tebiki::pdf
