#include "pdf/layout/table_cells.hpp"

#include <algorithm>

namespace tebiki::pdf {

namespace {

/// Cells of up to so many lines are broken at phrases; longer ones are prose and filled like any paragraph.
constexpr double lines_of_phrases = 4;

/// The more columns a table has, the more it needs every point of them: the blank beside a cell's words.
double padding_x(std::size_t columns) { return columns > 8 ? 4 : columns > 4 ? 5 : 6; }

Setting cell_setting(model::Table const& table, TableLook const& look, std::size_t column, double natural) {
  double width = look.widths[column] - 2 * look.paddings[column];
  bool prose = natural > lines_of_phrases * width;
  auto breaking = prose ? base::LineBreaking::strict : base::LineBreaking::phrase;
  return {width, look.cell.leading, table.columns[column].alignment, Fit::balanced, breaking};
}

TextLook group_look(TableLook const& table) {
  auto look = look_of(table.cell);
  look.font.bold = true;
  return look;
}

model::TextStyle made_smaller(model::TextStyle style, double points, double least) {
  double size = std::max(std::min(least, style.size), style.size - points);
  style.leading *= size / style.size;
  style.size = size;
  return style;
}

}  // namespace

InlineText cell_text(LayoutContext const& context, model::Table const& table, TableLook const& look,
                     model::Row const& row, std::size_t column) {
  if (row.kind == model::Row::Kind::group) return flatten(context, row.cells[column].text, group_look(look));
  Surroundings surroundings{row.anchor, table.row_headers && column == 0};
  return flatten(context, row.cells[column].text, look_of(look.cell), surroundings);
}

TableLook table_look(model::PrintStyle const& style, model::Table const& table, double width, double smaller) {
  TableLook look;
  look.width = width;
  look.cell = made_smaller(style.table, smaller, style.least_size);
  look.head = made_smaller(style.table_head, smaller, style.least_size);
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
  double tallest = look.cell.leading;
  for (std::size_t i = 0; i < count; ++i) {
    auto text = cell_text(context, table, look, row, i);
    auto shaped = shape(context, text);
    auto setting = cell_setting(table, look, i, shaped.natural);
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
