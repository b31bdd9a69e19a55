// The blocks of a part in columns side by side: which stand in one of them, and which across all.
#include <algorithm>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/table_layout.hpp"

namespace tebiki::pdf {

namespace {

/// A table that takes more of a page's height is better read across its width.
constexpr double highest_table = 0.5;

/// Kinds that are made for a whole page.
template <class Node>
constexpr bool is_wide = false;
template <>
constexpr bool is_wide<model::FigureRow> = true;
template <>
constexpr bool is_wide<model::Gantt> = true;
template <>
constexpr bool is_wide<model::Directory> = true;
template <>
constexpr bool is_wide<model::AnswerList> = true;
template <>
constexpr bool is_wide<model::Calendar> = true;
template <>
constexpr bool is_wide<model::Agenda> = true;
template <>
constexpr bool is_wide<model::Index> = true;
template <>
constexpr bool is_wide<model::Form> = true;
template <>
constexpr bool is_wide<model::Footnotes> = true;

/// They end what stands above them.
bool ends_columns(model::Block const& block) {
  return std::holds_alternative<model::ThematicBreak>(block.node) ||
         std::holds_alternative<model::PageBreak>(block.node);
}

bool is_heading(model::Block const& block) { return std::holds_alternative<model::Heading>(block.node); }

class ColumnLayout {
 public:
  ColumnLayout(BlockTarget const& target, std::size_t count)
      : target_(target),
        columns_{count, target.context.style.column_gap, target.context.style.column_rule, target.context.style.line},
        column_{target.column.x, columns_.width_in(target.column.width)} {}

  void lay_out(model::Blocks const& blocks) const {
    auto const across = across_of(blocks);
    for (std::size_t begin = 0; begin < blocks.size();) {
      auto end = begin + 1;
      while (end < blocks.size() && across[end] == across[begin]) ++end;
      std::span<model::Block const> const run(blocks.data() + begin, end - begin);
      across[begin] ? lay_out_blocks(target_, run) : lay_out_columns(run);
      begin = end;
    }
  }

 private:
  /// Of each block whether it stands across all columns.
  std::vector<bool> across_of(model::Blocks const& blocks) const {
    std::vector<bool> across(blocks.size());
    auto const first_heading = std::find_if(blocks.begin(), blocks.end(), is_heading);
    auto const lead = first_heading == blocks.end() ? 0 : std::size_t(first_heading - blocks.begin());
    for (std::size_t i = blocks.size(); i-- > 0;) {
      bool const heads =
          is_heading(blocks[i]) && i + 1 < blocks.size() && across[i + 1] && !ends_columns(blocks[i + 1]);
      across[i] = i < lead || heads || ends_columns(blocks[i]) || !fits(blocks[i]);
    }
    return across;
  }

  /// Whether the block, and what it holds, can stand in one column.
  bool fits(model::Block const& block) const {
    bool fits = std::visit(model::Overloaded{[&](model::Table const& table) { return table_fits(table, block.at); },
                                             [&](model::Figure const& figure) { return figure_fits(figure); },
                                             []<class Node>(Node const&) { return !is_wide<Node>; }},
                           block.node);
    model::for_each_inner_blocks(block, [&](model::Blocks const& inside) {
      for (auto const& one : inside) fits = fits && this->fits(one);
    });
    return fits;
  }

  /// Whether it is set in its usual type, and not too high. Its tags and mistakes are those of a trial.
  bool table_fits(model::Table const& table, base::SourceLocation at) const {
    auto const& context = target_.context;
    base::Diagnostics unheard;
    LayoutState state{unheard};
    state.spacing = context.state.spacing, state.part = context.state.part;
    auto const trial = context.for_trial(state);
    StructureTree tags;
    FlowableList list;
    BlockTarget const column{trial, tags, list, StructureTree::root, column_, at};
    if (fitted_table(column, table).look.cell.size < context.style.table.size || state.table_overfull) return false;
    pdf::lay_out(column, table);
    return height_of(list.flowables, 0, list.flowables.size(), 1) <= highest_table * target_.sink.page_room();
  }

  /// Pictures get smaller; a drawing does as long as its words stay readable.
  bool figure_fits(model::Figure const& figure) const {
    auto const* drawing = std::get_if<model::Drawing>(&figure.picture);
    if (!drawing || drawing->width <= column_.width) return true;
    double smallest = unbounded_room;
    model::for_each_text_shape(drawing->shapes,
                               [&](model::TextShape const& words) { smallest = std::min(smallest, words.size); });
    return smallest * column_.width / drawing->width >= target_.context.style.least_size;
  }

  void lay_out_columns(std::span<model::Block const> blocks) const {
    auto inside = target_;
    inside.column = column_;
    target_.sink.set_columns(columns_);
    for (std::size_t begin = 0; begin < blocks.size();) {
      auto end = begin;
      while (end < blocks.size() && !std::holds_alternative<model::Table>(blocks[end].node)) ++end;
      lay_out_blocks(inside, blocks.subspan(begin, end - begin));
      if (end < blocks.size()) lay_out_table(inside, blocks[end++]);
      begin = end;
    }
    target_.sink.set_columns({});
  }

  /// Whole: columns are shared out anew at their end, and a head that was repeated would stand amid its rows.
  void lay_out_table(BlockTarget inside, model::Block const& table) const {
    FlowableList list;
    lay_out_block({inside.context, inside.tags, list, inside.parent, inside.column, inside.at}, table);
    if (list.flowables.empty()) return;
    auto whole = stacked(std::move(list.flowables));
    whole.cuts.clear();
    inside.sink.add(std::move(whole));
  }

  BlockTarget const& target_;
  Columns columns_;
  Column column_;
};

}  // namespace

void lay_out_in_columns(BlockTarget const& target, std::size_t columns, model::Blocks const& blocks) {
  ColumnLayout(target, columns).lay_out(blocks);
}

}  // namespace tebiki::pdf
