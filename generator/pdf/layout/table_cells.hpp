#pragma once
#include <vector>

#include "pdf/layout/blocks.hpp"
#include "pdf/text/labels.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

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

/// A row whose cells are set, but not yet placed.
struct RowLines {
  std::vector<Lines> cells;
  double height = 0;  ///< padding included
};

/// Breaks the cells at the widths of their columns.
RowLines set_row(BookletContext const& context, model::Table const& table, model::Row::Kind kind, ShapedRow cells,
                 TableLook const& look);

/// Moves the items and links of a cell's lines to their place in the row.
void place_cell(Lines& lines, double x, double y, std::vector<Item>& items, std::vector<LinkArea>& links,
                std::vector<TagId> const& tags);

/// The header row with its tags (THead, TR, TH), as one flowable that is kept with the first row.
/// Upright labels stand from top to bottom, in two lines when they are long.
Flowable header_flowable(BlockTarget const& target, model::Table const& table, TableLook const& look, TagId table_tag);

/// A table without column labels has no header.
bool has_header(model::Table const& table);

}  // namespace tebiki::pdf
