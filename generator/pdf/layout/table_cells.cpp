#include "pdf/layout/table_cells.hpp"

#include <algorithm>

#include "support/parallel.hpp"

namespace tebiki::pdf {

namespace {

/// Cells of up to so many lines are broken at phrases; longer ones are prose and filled like any paragraph.
constexpr double lines_of_phrases = 4;

/// Words of so many characters are not parted to save room.
constexpr double short_ems = 4.2;

/// A name that is torn into many short lines cannot be read: so wide its column is at least, in ems, where the page
/// has the room.
constexpr double least_name = 9, good_name = 13;
/// … which it has when that is no more than this share of the table.
constexpr double share_of_name = 0.22;

/// A table of more columns than this needs every point of them.
constexpr std::size_t many_columns = 8;

/// Rows that one thread measures at a time.
constexpr std::size_t measured_at_once = 256;

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

InlineText cell_text(LayoutContext const& context, model::Table const& table, model::Row const& row,
                     std::size_t column) {
  if (row.kind == model::Row::Kind::group) return flatten(context, row.cells[column].text, group_look(context));
  Surroundings surroundings{row.anchor, table.row_headers && column == 0};
  return flatten(context, row.cells[column].text, cell_look(context), surroundings);
}

void measure_row(LayoutContext const& context, model::Table const& table, model::Row const& row,
                 std::vector<ColumnExtent>& extents) {
  if (row.kind == model::Row::Kind::group) return;
  for (std::size_t i = 0; i < std::min(row.cells.size(), extents.size()); ++i) {
    auto text = cell_text(context, table, row, i);
    auto shaped = shape(context, text);
    auto& extent = extents[i];
    extent.natural = std::max(extent.natural, widest_line(shaped));
    extent.longest = std::max(extent.longest, longest_unbroken(shaped, text));
  }
}

void measure_header(LayoutContext const& context, model::Table const& table, std::vector<ColumnExtent>& extents) {
  auto const& style = context.style.table_head;
  for (std::size_t i = 0; i < extents.size(); ++i) {
    auto& extent = extents[i];
    if (table.columns[i].upright) {
      extent.natural = extent.longest = std::max(extent.natural, style.size * 1.35);
      extent.fixed = true;
      continue;
    }
    auto text = flatten(context, table.columns[i].label, look_of(style));
    auto shaped = shape(context, text);
    // A heading of two lines does no harm.
    double wanted = shaped.natural > 6 * style.size ? shaped.natural * 0.55 : shaped.natural;
    extent.natural = std::max(extent.natural, wanted);
    extent.longest = std::max({extent.longest, longest_unbroken(shaped, text), std::min(wanted, 4.2 * style.size)});
  }
}

}  // namespace

TableLook table_look(model::Table const& table, double width) {
  TableLook look;
  look.width = width;
  look.matrix = std::any_of(table.columns.begin(), table.columns.end(), [](auto& column) { return column.upright; });
  if (look.matrix) look.padding_y = 3;
  double wide = table.columns.size() > many_columns ? 4 : 6;
  for (auto const& column : table.columns) look.paddings.push_back(column.upright ? 2 : wide);
  return look;
}

std::vector<ColumnExtent> measure_columns(LayoutContext const& context, model::Table const& table,
                                          TableLook const& look) {
  auto count = table.columns.size();
  auto chunks = (table.rows.size() + measured_at_once - 1) / measured_at_once;
  std::vector<std::vector<ColumnExtent>> measured(chunks, std::vector<ColumnExtent>(count));
  support::parallel_for(chunks, context.jobs, [&](std::size_t chunk) {
    auto end = std::min(table.rows.size(), (chunk + 1) * measured_at_once);
    for (auto row = chunk * measured_at_once; row < end; ++row)
      measure_row(context, table, table.rows[row], measured[chunk]);
  });
  std::vector<ColumnExtent> extents(count);
  for (auto const& part : measured)
    for (std::size_t i = 0; i < count; ++i) {
      extents[i].natural = std::max(extents[i].natural, part[i].natural);
      extents[i].longest = std::max(extents[i].longest, part[i].longest);
    }
  measure_header(context, table, extents);
  if (table.row_headers && count > 2) {
    double em = context.style.table.size;
    double least = std::clamp(look.width * share_of_name, least_name * em, good_name * em);
    extents[0].longest = std::max(extents[0].longest, std::min(extents[0].natural, least));
  }
  for (std::size_t i = 0; i < count; ++i) {
    auto& extent = extents[i];
    if (count <= many_columns)
      extent.longest = std::max(extent.longest, std::min(extent.natural, short_ems * context.style.table.size));
    // A hair more, so that rounding never breaks a line that was measured to fit.
    extent.natural += 2 * look.paddings[i] + 0.1;
    extent.longest += 2 * look.paddings[i] + 0.1;
  }
  return extents;
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
