/// What lists of records are laid out from. The steps of a table hand one another how wide its columns are, how its
/// cells are shaped and set; those of a directory how its entries stand.
#pragma once
#include <map>
#include <vector>

#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"
#include "pdf/text/paragraph.hpp"

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
  double em = 0;
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
  using ColumnCells = std::vector<Cell>;

  ColumnCells const& column(std::size_t index, double width);
  Cell set(CellSketch const& cell, double width) const;

  TableSketch const& sketch_;
  double rows_ = 0;
  std::vector<std::map<double, ColumnCells>> seen_;
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

/// How the cells of a table are set; lengths are points.
struct TableLook {
  bool matrix = false;          ///< ruled on all sides, marks in the middle of narrow columns
  model::TextStyle cell, head;  ///< in the size that the table got
  UprightRoom upright;          ///< of the labels over narrow columns
  double width = 0;
  double padding_y = 0;
  std::vector<double> paddings;  ///< left and right in each column
  std::vector<double> widths;
  std::vector<double> lefts;  ///< of columns, from the left of the table
};

/// The look of a table whose type is so many points smaller than the style's; columns have no widths yet.
TableLook table_look(model::PrintStyle const& style, model::Table const& table, double width, double smaller = 0);

/// The words of a cell in the look of its row.
StyledText cell_text(BookletContext const& context, model::Table const& table, TableLook const& look,
                     model::Row const& row, std::size_t column);

/// A cell's words and their clusters: measured for the widths of the columns, then broken into lines.
struct ShapedCell {
  StyledText text;
  ShapedText shaped;
};
using ShapedRow = std::vector<ShapedCell>;
/// Of a group's row only its name, which stands alone.
ShapedRow shape_row(BookletContext const& context, model::Table const& table, model::Row const& row,
                    TableLook const& look);

/// Takes a bounded number of cells, evenly spaced, and the header, and notes where they may be parted.
TableSketch sketch_table(BookletContext const& context, model::Table const& table, TableLook const& look,
                         std::vector<ShapedRow> const& shaped);

/// A row whose cells are set, but not yet placed.
struct RowLines {
  std::vector<Lines> cells;
  double height = 0;  ///< padding included
};

/// Breaks the cells at the widths of their columns.
RowLines set_row(BookletContext const& context, model::Table const& table, model::Row::Kind kind, ShapedRow cells,
                 TableLook const& look);

/// The header row with its tags (THead, TR, TH), as one flowable that is kept with the first row.
/// Upright labels stand from top to bottom, in two lines when they are long.
Flowable header_flowable(BlockTarget const& target, model::Table const& table, TableLook const& look, TagId table_tag);

/// A table without column labels has no header.
bool has_header(model::Table const& table);

/// A table whose columns have their widths, and its rows, shaped in the size that it got.
struct FittedTable {
  TableLook look;
  std::vector<ShapedRow> rows;
};

/// Finds widths at which no number is torn and names keep some characters: first labels over narrow columns are set
/// longer, then the type gets smaller, down to the style's least size. Where even that is too wide is an error that
/// names the table. Linear in its cells.
FittedTable fitted_table(BlockTarget const& target, model::Table const& table);

// ---- directories ----

/// Columns of a directory: number, words, telephone number. Lengths are points.
struct EntryColumns {
  double number = 0;  ///< 0: entries have none
  double words = 0;
  double telephone = 0;  ///< the widest number
};

/// The entry from top to bottom, words at the left, numbers at the right, as an item of that list. Linear.
Flowable entry_flowable(BlockTarget const& target, model::Entry const& entry, EntryColumns const& columns, TagId list);

/// What stands again above something that goes on on a further page: its title with 「（続き）」, as captions are set.
Flowable continued_title(BlockTarget const& target, std::string const& title);

/// The key of the part in which most of the records that a table names have an entry of their own, or nothing.
std::string chapter_of(BookletContext const& context, model::Table const& table);

}  // namespace tebiki::pdf
