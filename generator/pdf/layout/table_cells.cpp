// Rows of a table, shaped and set, its header, and the sketch of it by which its columns get their widths.
#include <algorithm>

#include "base/parallel.hpp"
#include "pdf/layout/tables_and_directories.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

/// Cells of up to so many lines are broken at phrases; longer ones are prose and filled like any paragraph.
constexpr double lines_of_phrases = 4;

/// The more columns a table has, the more it needs every point of them: the blank beside a cell's words.
double padding_x(model::PrintStyle const& style, std::size_t columns) {
  constexpr std::size_t few = 4, many = 8;
  return std::max(0.0, style.table_padding_x - (columns > many ? 2 : columns > few ? 1 : 0));
}

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

/// A name that is torn into many short lines cannot be read: so wide its column should be at least, in ems, where the
/// page has the room …
constexpr double least_ems_of_name = 9, good_ems_of_name = 13;
/// … which it has when that is no more than this share of the table.
constexpr double share_of_name = 0.22;

/// Cells that are looked at to find good widths.
constexpr std::size_t cells_of_sketch = 1200;
/// The header stands once for so many rows, and is read more often than any of them.
constexpr double rows_of_a_page = 25, least_weight_of_header = 3;

/// Takes a copy: where a cell may be broken in the end follows from the width that it gets.
CellSketch sketch_cell(StyledText const& text, ShapedText shaped) {
  mark_breaks(shaped, text, base::LineBreaking::phrase, Items::held);
  CellSketch cell;
  cell.natural = float(widest_line(shaped));
  for (auto const& cluster : shaped.clusters) {
    bool begins = cell.phrases.empty() || cluster.break_before >= BreakBefore::allowed;
    if (begins) cell.phrases.push_back({0, 0, cluster.break_before == BreakBefore::forced});
    auto& phrase = cell.phrases.back();
    phrase.width += cluster.space.natural + cluster.width;
    if (!is_blank(cluster)) phrase.visible = phrase.width;
  }
  return cell;
}

RowSketch sketch_header(BookletContext const& context, model::Table const& table, TableLook const& look,
                        std::size_t rows) {
  RowSketch header;
  header.weight = std::max(least_weight_of_header, double(rows) / rows_of_a_page);
  for (auto const& column : table.columns) {
    header.cells.emplace_back();
    if (column.upright) continue;
    auto text = flatten(context, column.label, look_of(look.head));
    header.cells.back() = sketch_cell(text, shape(context, text));
  }
  return header;
}

/// So many of the rows that are no groups, evenly spaced.
std::vector<ShapedRow const*> sample(model::Table const& table, std::vector<ShapedRow> const& rows) {
  std::vector<ShapedRow const*> entries;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (table.rows[i].kind != model::Row::Kind::group) entries.push_back(&rows[i]);
  auto count = std::min(entries.size(), std::max<std::size_t>(1, cells_of_sketch / table.columns.size()));
  std::vector<ShapedRow const*> taken;
  for (std::size_t i = 0; i < count; ++i) taken.push_back(entries[i * entries.size() / count]);
  return taken;
}

}  // namespace

StyledText cell_text(BookletContext const& context, model::Table const& table, TableLook const& look,
                     model::Row const& row, std::size_t column) {
  if (row.kind == model::Row::Kind::group) return flatten(context, row.cells[column].text, group_look(look));
  LinkStyle link_style{row.anchor, table.row_headers && column == 0};
  return flatten(context, row.cells[column].text, look_of(look.cell), link_style);
}

TableLook table_look(model::PrintStyle const& style, model::Table const& table, double width, double smaller) {
  TableLook look;
  look.width = width;
  look.cell = made_smaller(style.table, smaller, style.least_size);
  look.head = made_smaller(style.table_head, smaller, style.least_size);
  look.matrix = std::any_of(table.columns.begin(), table.columns.end(), [](auto& column) { return column.upright; });
  look.padding_y = look.matrix ? style.matrix_padding_y : style.table_padding_y;
  double wide = padding_x(style, table.columns.size());
  for (auto const& column : table.columns) look.paddings.push_back(column.upright ? style.matrix_padding_x : wide);
  return look;
}

ShapedRow shape_row(BookletContext const& context, model::Table const& table, model::Row const& row,
                    TableLook const& look) {
  auto most = row.kind == model::Row::Kind::group ? std::size_t(1) : table.columns.size();
  ShapedRow cells(std::min(row.cells.size(), most));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].text = cell_text(context, table, look, row, i);
    cells[i].shaped = shape(context, cells[i].text);
  }
  return cells;
}

RowLines set_row(BookletContext const& context, model::Table const& table, model::Row::Kind kind, ShapedRow cells,
                 TableLook const& look) {
  RowLines result;
  bool group = kind == model::Row::Kind::group;
  result.cells.reserve(cells.size());
  double tallest = look.cell.leading;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto setting = cell_setting(table, look, i, cells[i].shaped.natural);
    if (group) setting.width = look.lefts.back() - 2 * look.paddings[0], setting.alignment = model::Alignment::start;
    result.cells.push_back(set_lines(context, std::move(cells[i].text), std::move(cells[i].shaped), setting));
    tallest = std::max(tallest, result.cells.back().height());
  }
  result.height = tallest + 2 * look.padding_y;
  return result;
}

namespace {

/// Labels as they will stand, before the header's height is known.
struct HeaderCells {
  std::vector<Lines> level;           ///< empty for upright columns
  std::vector<UprightLabel> upright;  ///< empty for level columns
  double height = 0;
};

HeaderCells set_header(BookletContext const& context, model::Table const& table, TableLook const& look) {
  auto const& style = look.head;
  HeaderCells cells;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    auto const& column = table.columns[i];
    cells.level.emplace_back();
    cells.upright.emplace_back();
    double height = 0;
    if (column.upright) {
      // Shaped as any label, though set by itself: a missing character is found at its place.
      shape(context, flatten(context, column.label, look_of(style)));
      cells.upright.back() =
          upright_label(context.fonts, model::plain_text(column.label), look_of(style), look.upright);
      height = cells.upright.back().length + 2 * context.style.upright_label_padding;
    } else {
      auto setting = in_phrases(look.widths[i] - 2 * look.paddings[i], style.leading, column.alignment);
      cells.level.back() = set_lines(context, flatten(context, column.label, look_of(style)), setting);
      height = cells.level.back().height();
    }
    cells.height = std::max(cells.height, height + 2 * context.style.table_head_padding_y);
  }
  return cells;
}

void add_background(BlockTarget const& target, TableLook const& look, Flowable& flowable) {
  auto const& style = target.context.style;
  double x = target.column.x;
  double width = look.lefts.back();
  flowable.items.emplace_back(Box{{x, 0, width, flowable.height}, 0, style.tint, {}, 0});
  flowable.items.emplace_back(
      Box{{x, flowable.height - style.table_head_rule, width, style.table_head_rule}, 0, target.context.brand, {}, 0});
  if (!look.matrix) return;
  for (std::size_t i = 1; i < look.widths.size(); ++i)
    flowable.items.emplace_back(Box{
        {x + look.lefts[i] - style.table_rule / 2, 0, style.table_rule, flowable.height}, 0, style.strong_line, {}, 0});
}

}  // namespace

bool has_header(model::Table const& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), [](auto& column) { return !column.label.empty(); });
}

Flowable header_flowable(BlockTarget const& target, model::Table const& table, TableLook const& look, TagId table_tag) {
  auto cells = set_header(target.context, table, look);
  double const padding_y = target.context.style.table_head_padding_y;
  Flowable flowable;
  flowable.height = cells.height;
  flowable.keep_with_next = true;
  add_background(target, look, flowable);
  auto head = target.tags.add(table_tag, Role::thead);
  auto row = target.tags.add(head, Role::tr);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    auto tag = target.tags.add(row, Role::th);
    target.tags.detail(tag).scope = Scope::column;
    double left = target.column.x + look.lefts[i];
    if (table.columns[i].upright) {
      double middle = left + look.widths[i] / 2;
      for (auto& run : upright_runs(target.context.fonts, cells.upright[i], middle,
                                    padding_y + target.context.style.upright_label_padding, tag))
        flowable.items.emplace_back(std::move(run));
    } else {
      double y = flowable.height - padding_y - cells.level[i].height();
      place_lines(cells.level[i], left + look.paddings[i], y, flowable.items, flowable.links,
                  attach_tags(target.tags, tag, cells.level[i].tags));
    }
  }
  return flowable;
}

TableSketch sketch_table(BookletContext const& context, model::Table const& table, TableLook const& look,
                         std::vector<ShapedRow> const& shaped) {
  TableSketch sketch;
  sketch.em = look.cell.size;
  for (double padding : look.paddings) sketch.paddings.push_back(2 * padding);
  auto rows = sample(table, shaped);
  sketch.rows.resize(rows.size());
  base::parallel_for(rows.size(), context.jobs, [&](std::size_t i) {
    for (auto const& cell : *rows[i]) sketch.rows[i].cells.push_back(sketch_cell(cell.text, cell.shaped));
  });
  if (table.row_headers && table.columns.size() > 2) {
    float widest = 0;
    for (auto const& row : sketch.rows)
      if (!row.cells.empty()) widest = std::max(widest, row.cells.front().natural);
    double least = std::clamp(look.width * share_of_name, least_ems_of_name * sketch.em, good_ems_of_name * sketch.em);
    sketch.name_width = std::min(double(widest), least) + sketch.paddings.front();
  }
  sketch.rows.push_back(sketch_header(context, table, look, rows.size()));
  return sketch;
}

}  // namespace tebiki::pdf
