#include "pdf/layout/table_cells.hpp"

#include <algorithm>

namespace tebiki::pdf {

namespace {

/// Cells of up to so many lines are broken at phrases; longer ones are prose and filled like any paragraph.
constexpr double lines_of_phrases = 4;

/// The more columns a table has, the more it needs every point of them: the blank beside a cell's words.
double padding_x(std::size_t columns) { return columns > 8 ? 4 : columns > 4 ? 5 : 6; }

Setting cell_setting(LayoutContext const& context, model::Table const& table, TableLook const& look, std::size_t column,
                     double natural) {
  auto const& style = context.style.table;
  double width = look.widths[column] - 2 * look.paddings[column];
  bool prose = natural > lines_of_phrases * width;
  auto breaking = prose ? support::LineBreaking::strict : support::LineBreaking::phrase;
  return {width, style.leading, table.columns[column].alignment, Fit::balanced, breaking};
}

TextLook cell_look(LayoutContext const& context) { return look_of(context.style.table); }

TextLook group_look(LayoutContext const& context) {
  auto look = cell_look(context);
  look.font.bold = true;
  return look;
}

}  // namespace

InlineText cell_text(LayoutContext const& context, model::Table const& table, model::Row const& row,
                     std::size_t column) {
  if (row.kind == model::Row::Kind::group) return flatten(context, row.cells[column].text, group_look(context));
  Surroundings surroundings{row.anchor, table.row_headers && column == 0};
  return flatten(context, row.cells[column].text, cell_look(context), surroundings);
}

TableLook table_look(model::Table const& table, double width) {
  TableLook look;
  look.width = width;
  look.matrix = std::any_of(table.columns.begin(), table.columns.end(), [](auto& column) { return column.upright; });
  if (look.matrix) look.padding_y = 3;
  double wide = padding_x(table.columns.size());
  for (auto const& column : table.columns) look.paddings.push_back(column.upright ? 2 : wide);
  return look;
}

RowLines set_row(LayoutContext const& context, model::Table const& table, model::Row const& row,
                 TableLook const& look) {
  RowLines result;
  bool group = row.kind == model::Row::Kind::group;
  auto count = group ? std::min<std::size_t>(1, row.cells.size()) : std::min(row.cells.size(), table.columns.size());
  result.cells.reserve(count);
  double tallest = context.style.table.leading;
  for (std::size_t i = 0; i < count; ++i) {
    auto text = cell_text(context, table, row, i);
    auto shaped = shape(context, text);
    auto setting = cell_setting(context, table, look, i, shaped.natural);
    if (group) setting.width = look.lefts.back() - 2 * look.paddings[0], setting.alignment = model::Alignment::start;
    result.cells.push_back(set_lines(context, std::move(text), std::move(shaped), setting));
    tallest = std::max(tallest, result.cells.back().height());
  }
  result.height = tallest + 2 * look.padding_y;
  return result;
}

void place_cell(Lines& lines, double x, double y, std::vector<Item>& items, std::vector<LinkArea>& links,
                std::vector<TagId> const& tags) {
  for (auto& line : lines.lines) {
    settle(line.items, tags);
    shift(line.items, x, y);
    std::move(line.items.begin(), line.items.end(), std::back_inserter(items));
    if (!line.links.empty()) {
      settle(line.links, tags);
      shift(line.links, x, y);
      std::move(line.links.begin(), line.links.end(), std::back_inserter(links));
    }
    y += line.height;
  }
}

}  // namespace tebiki::pdf
