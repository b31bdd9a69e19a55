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
    float harm = 0;
  };
  using Column = std::vector<Cell>;

  Column const& column(std::size_t index, double width);
  Cell set(CellSketch const& cell, double width) const;

  TableSketch const& sketch_;
  double rows_ = 0;
  std::vector<std::map<double, Column>> seen_;
};

}  // namespace tebiki::pdf
