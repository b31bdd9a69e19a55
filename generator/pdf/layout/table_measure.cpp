#include "pdf/layout/table_measure.hpp"

#include <algorithm>

#include "support/parallel.hpp"

namespace tebiki::pdf {

namespace {

/// Rows that one thread measures at a time.
constexpr std::size_t measured_at_once = 256;

/// A Latin word that would take more of the table than this is an address in the web: it may be parted.
constexpr double share_of_word = 1.0 / 3;

/// An upright label takes so much of its column, in ems.
constexpr double upright_ems = 1.35;

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

void measure_row(LayoutContext const& context, model::Table const& table, model::Row const& row, double widest_word,
                 std::vector<ColumnExtent>& extents) {
  if (row.kind == model::Row::Kind::group) return;
  for (std::size_t i = 0; i < std::min(row.cells.size(), extents.size()); ++i) {
    auto text = cell_text(context, table, row, i);
    auto shaped = shape(context, text);
    auto unbroken = longest_unbroken(shaped, text);
    auto& extent = extents[i];
    extent.natural = std::max(extent.natural, widest_line(shaped));
    extent.longest = std::max({extent.longest, unbroken.number, std::min(unbroken.word, widest_word)});
  }
}

void measure_header(LayoutContext const& context, model::Table const& table, std::vector<ColumnExtent>& extents) {
  auto const& style = context.style.table_head;
  for (std::size_t i = 0; i < extents.size(); ++i) {
    auto& extent = extents[i];
    if (table.columns[i].upright) {
      extent.natural = extent.longest = std::max(extent.natural, style.size * upright_ems);
      extent.fixed = true;
      continue;
    }
    auto text = flatten(context, table.columns[i].label, look_of(style));
    auto shaped = shape(context, text);
    double wanted = shaped.natural;
    if (wanted > long_heading * style.size) wanted *= share_of_long_heading;
    extent.natural = std::max(extent.natural, wanted);
    extent.longest = std::max(extent.longest, longest_unbroken(shaped, text).word);
  }
}

CellSketch sketch_cell(LayoutContext const& context, InlineText const& text) {
  auto shaped = shape(context, text);
  mark_breaks(shaped, text, support::LineBreaking::phrase, Items::held);
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

RowSketch sketch_row(LayoutContext const& context, model::Table const& table, model::Row const& row) {
  RowSketch sketch;
  for (std::size_t i = 0; i < std::min(row.cells.size(), table.columns.size()); ++i)
    sketch.cells.push_back(sketch_cell(context, cell_text(context, table, row, i)));
  return sketch;
}

RowSketch sketch_header(LayoutContext const& context, model::Table const& table, std::size_t rows) {
  RowSketch header;
  header.weight = std::max(least_weight_of_header, double(rows) / rows_of_a_page);
  for (auto const& column : table.columns) {
    bool upright = column.upright;
    header.cells.push_back(
        upright ? CellSketch{}
                : sketch_cell(context, flatten(context, column.label, look_of(context.style.table_head))));
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

std::vector<ColumnExtent> measure_columns(LayoutContext const& context, model::Table const& table,
                                          TableLook const& look) {
  auto count = table.columns.size();
  auto chunks = (table.rows.size() + measured_at_once - 1) / measured_at_once;
  std::vector<std::vector<ColumnExtent>> measured(chunks, std::vector<ColumnExtent>(count));
  support::parallel_for(chunks, context.jobs, [&](std::size_t chunk) {
    auto end = std::min(table.rows.size(), (chunk + 1) * measured_at_once);
    for (auto row = chunk * measured_at_once; row < end; ++row)
      measure_row(context, table, table.rows[row], look.width * share_of_word, measured[chunk]);
  });
  std::vector<ColumnExtent> extents(count);
  for (auto const& part : measured)
    for (std::size_t i = 0; i < count; ++i) {
      extents[i].natural = std::max(extents[i].natural, part[i].natural);
      extents[i].longest = std::max(extents[i].longest, part[i].longest);
    }
  measure_header(context, table, extents);
  for (std::size_t i = 0; i < count; ++i) {
    extents[i].natural += 2 * look.paddings[i] + hair;
    extents[i].longest += 2 * look.paddings[i] + hair;
  }
  return extents;
}

TableSketch sketch_table(LayoutContext const& context, model::Table const& table, TableLook const& look) {
  TableSketch sketch;
  sketch.em = context.style.table.size;
  for (double padding : look.paddings) sketch.paddings.push_back(2 * padding);
  auto rows = sample(table);
  sketch.rows.resize(rows.size());
  support::parallel_for(rows.size(), context.jobs,
                        [&](std::size_t i) { sketch.rows[i] = sketch_row(context, table, *rows[i]); });
  if (table.row_headers && table.columns.size() > 2) {
    float widest = 0;
    for (auto const& row : sketch.rows)
      if (!row.cells.empty()) widest = std::max(widest, row.cells.front().natural);
    double least = std::clamp(look.width * share_of_name, least_name * sketch.em, good_name * sketch.em);
    sketch.name_width = std::min(double(widest), least) + sketch.paddings.front();
  }
  sketch.rows.push_back(sketch_header(context, table, rows.size()));
  return sketch;
}

}  // namespace tebiki::pdf
