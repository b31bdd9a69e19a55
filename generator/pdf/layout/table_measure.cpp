#include "pdf/layout/table_measure.hpp"

#include <algorithm>

#include "base/parallel.hpp"

namespace tebiki::pdf {

namespace {

/// Rows that one thread measures at a time.
constexpr std::size_t measured_at_once = 256;

/// A Latin word that would take more of the table than this is an address in the web: it may be parted.
constexpr double share_of_word = 1.0 / 3;

/// A number that would take more than this is none: the figures of an address in the web.
constexpr double share_of_number = 1.0 / 2;

/// So many ems a name keeps, words should have, and words must have.
constexpr double ems_of_name = 4, wanted_ems = 4, least_ems = 2;

/// A heading of two lines does no harm, so a long one does not widen its column; lengths are ems.
constexpr double long_heading = 6;
constexpr double share_of_long_heading = 0.55;

/// A name that is torn into many short lines cannot be read: so wide its column should be at least, in ems, where the
/// page has the room …
constexpr double least_name = 9, good_name = 13;
/// … which it has when that is no more than this share of the table.
constexpr double share_of_name = 0.22;

/// Cells that are looked at to find good widths.
constexpr std::size_t cells_of_sketch = 1200;
/// The header stands once for so many rows, and is read more often than any of them.
constexpr double rows_of_a_page = 25, least_weight_of_header = 3;

/// A hair more, so that rounding never breaks a line that was measured to fit.
constexpr double hair = 0.1;

void measure_row(LayoutContext const& context, model::Table const& table, TableLook const& look, model::Row const& row,
                 std::vector<ColumnExtent>& extents) {
  if (row.kind == model::Row::Kind::group) return;
  double widest_word = look.width * share_of_word, widest_number = look.width * share_of_number;
  for (std::size_t i = 0; i < std::min(row.cells.size(), extents.size()); ++i) {
    auto text = cell_text(context, table, look, row, i);
    auto shaped = shape(context, text);
    auto unbroken = longest_unbroken(shaped, text);
    double number = unbroken.number > widest_number ? 0 : unbroken.number;
    double natural = widest_line(shaped);
    bool name = table.row_headers && i == 0;
    auto& extent = extents[i];
    extent.natural = std::max(extent.natural, natural);
    extent.least =
        std::max({extent.least, number, std::min(natural, look.cell.size * (name ? ems_of_name : least_ems))});
    extent.longest = std::max({extent.longest, number, std::min(unbroken.word, widest_word)});
    extent.wanted = std::max(extent.wanted, std::min(natural, look.cell.size * wanted_ems));
  }
}

void measure_label(LayoutContext const& context, model::Column const& column, TableLook const& look,
                   ColumnExtent& extent) {
  auto text = flatten(context, column.label, look_of(look.head));
  auto shaped = shape(context, text);
  double wanted = shaped.natural;
  if (wanted > long_heading * look.head.size) wanted *= share_of_long_heading;
  extent.natural = std::max(extent.natural, wanted);
  extent.longest = std::max(extent.longest, longest_unbroken(shaped, text).word);
  extent.wanted = std::max(extent.wanted, std::min(shaped.natural, look.head.size * wanted_ems));
  extent.least = std::max(extent.least, std::min(shaped.natural, look.head.size * least_ems));
}

/// Whether the label is whole.
bool measure_upright(LayoutContext const& context, model::Column const& column, TableLook const& look,
                     ColumnExtent& extent) {
  auto label = upright_label(context.fonts, model::plain_text(column.label), look_of(look.head), look.upright);
  extent.natural = extent.longest = extent.least = std::max(extent.natural, label.breadth());
  extent.fixed = true;
  return !label.shortened;
}

CellSketch sketch_cell(LayoutContext const& context, InlineText const& text) {
  auto shaped = shape(context, text);
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

RowSketch sketch_row(LayoutContext const& context, model::Table const& table, TableLook const& look,
                     model::Row const& row) {
  RowSketch sketch;
  for (std::size_t i = 0; i < std::min(row.cells.size(), table.columns.size()); ++i)
    sketch.cells.push_back(sketch_cell(context, cell_text(context, table, look, row, i)));
  return sketch;
}

RowSketch sketch_header(LayoutContext const& context, model::Table const& table, TableLook const& look,
                        std::size_t rows) {
  RowSketch header;
  header.weight = std::max(least_weight_of_header, double(rows) / rows_of_a_page);
  for (auto const& column : table.columns) {
    bool upright = column.upright;
    header.cells.push_back(upright ? CellSketch{}
                                   : sketch_cell(context, flatten(context, column.label, look_of(look.head))));
  }
  return header;
}

/// So many of the rows that are no groups, evenly spaced.
std::vector<model::Row const*> sample(model::Table const& table) {
  std::vector<model::Row const*> entries;
  for (auto const& row : table.rows)
    if (row.kind != model::Row::Kind::group) entries.push_back(&row);
  auto count = std::min(entries.size(), std::max<std::size_t>(1, cells_of_sketch / table.columns.size()));
  std::vector<model::Row const*> taken;
  for (std::size_t i = 0; i < count; ++i) taken.push_back(entries[i * entries.size() / count]);
  return taken;
}

}  // namespace

std::vector<ColumnExtent> measure_cells(LayoutContext const& context, model::Table const& table,
                                        TableLook const& look) {
  auto count = table.columns.size();
  auto chunks = (table.rows.size() + measured_at_once - 1) / measured_at_once;
  std::vector<std::vector<ColumnExtent>> measured(chunks, std::vector<ColumnExtent>(count));
  base::parallel_for(chunks, context.jobs, [&](std::size_t chunk) {
    auto end = std::min(table.rows.size(), (chunk + 1) * measured_at_once);
    for (auto row = chunk * measured_at_once; row < end; ++row)
      measure_row(context, table, look, table.rows[row], measured[chunk]);
  });
  std::vector<ColumnExtent> extents(count);
  for (auto const& part : measured)
    for (std::size_t i = 0; i < count; ++i) {
      extents[i].natural = std::max(extents[i].natural, part[i].natural);
      extents[i].longest = std::max(extents[i].longest, part[i].longest);
      extents[i].least = std::max(extents[i].least, part[i].least);
      extents[i].wanted = std::max(extents[i].wanted, part[i].wanted);
    }
  return extents;
}

MeasuredColumns measure_columns(LayoutContext const& context, model::Table const& table, TableLook const& look,
                                std::vector<ColumnExtent> cells) {
  MeasuredColumns measured{std::move(cells), true};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    auto const& column = table.columns[i];
    auto& extent = measured.extents[i];
    if (column.upright)
      measured.labels_whole = measure_upright(context, column, look, extent) && measured.labels_whole;
    else
      measure_label(context, column, look, extent);
    double more = 2 * look.paddings[i] + hair;
    for (auto* length : {&extent.natural, &extent.longest, &extent.least, &extent.wanted}) *length += more;
  }
  return measured;
}

TableSketch sketch_table(LayoutContext const& context, model::Table const& table, TableLook const& look) {
  TableSketch sketch;
  sketch.em = look.cell.size;
  for (double padding : look.paddings) sketch.paddings.push_back(2 * padding);
  auto rows = sample(table);
  sketch.rows.resize(rows.size());
  base::parallel_for(rows.size(), context.jobs,
                     [&](std::size_t i) { sketch.rows[i] = sketch_row(context, table, look, *rows[i]); });
  if (table.row_headers && table.columns.size() > 2) {
    float widest = 0;
    for (auto const& row : sketch.rows)
      if (!row.cells.empty()) widest = std::max(widest, row.cells.front().natural);
    double least = std::clamp(look.width * share_of_name, least_name * sketch.em, good_name * sketch.em);
    sketch.name_width = std::min(double(widest), least) + sketch.paddings.front();
  }
  sketch.rows.push_back(sketch_header(context, table, look, rows.size()));
  return sketch;
}

}  // namespace tebiki::pdf
