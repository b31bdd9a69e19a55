#include "pdf/layout/table_header.hpp"

#include <algorithm>

#include "pdf/text/upright_label.hpp"

namespace tebiki::pdf {

namespace {

constexpr double padding_y = 5;

/// Labels as they will stand, before the header's height is known.
struct HeaderCells {
  std::vector<Lines> level;           ///< empty for upright columns
  std::vector<UprightLabel> upright;  ///< empty for level columns
  double height = 0;
};

HeaderCells set_header(LayoutContext const& context, model::Table const& table, TableLook const& look) {
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
      height = cells.upright.back().length + 4;
    } else {
      Setting setting{look.widths[i] - 2 * look.paddings[i], style.leading, column.alignment, Fit::balanced,
                      base::LineBreaking::phrase};
      cells.level.back() = set_lines(context, flatten(context, column.label, look_of(style)), setting);
      height = cells.level.back().height();
    }
    cells.height = std::max(cells.height, height + 2 * padding_y);
  }
  return cells;
}

void add_ground(BlockTarget const& target, TableLook const& look, Piece& piece) {
  auto const& style = target.context.style;
  double x = target.column.x;
  double width = look.lefts.back();
  piece.items.emplace_back(Box{{x, 0, width, piece.height}, 0, style.tint, {}, 0});
  piece.items.emplace_back(Box{{x, piece.height - 1.2, width, 1.2}, 0, target.context.brand, {}, 0});
  if (!look.matrix) return;
  for (std::size_t i = 1; i < look.widths.size(); ++i)
    piece.items.emplace_back(Box{{x + look.lefts[i] - 0.2, 0, 0.4, piece.height}, 0, style.strong_line, {}, 0});
}

}  // namespace

bool has_header(model::Table const& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), [](auto& column) { return !column.label.empty(); });
}

Piece header_piece(BlockTarget const& target, model::Table const& table, TableLook const& look, TagId table_tag) {
  auto cells = set_header(target.context, table, look);
  Piece piece;
  piece.height = cells.height;
  piece.keep_with_next = true;
  add_ground(target, look, piece);
  auto head = target.tags.add(table_tag, Role::thead);
  auto row = target.tags.add(head, Role::tr);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    auto tag = target.tags.add(row, Role::th);
    target.tags.detail(tag).scope = Scope::column;
    double left = target.column.x + look.lefts[i];
    if (table.columns[i].upright) {
      double middle = left + look.widths[i] / 2;
      for (auto& run : upright_runs(target.context.fonts, cells.upright[i], middle, padding_y + 2, tag))
        piece.items.emplace_back(std::move(run));
    } else {
      double y = piece.height - padding_y - cells.level[i].height();
      place_cell(cells.level[i], left + look.paddings[i], y, piece.items, piece.links,
                 adopt(target.tags, tag, cells.level[i].tags));
    }
  }
  return piece;
}

}  // namespace tebiki::pdf
