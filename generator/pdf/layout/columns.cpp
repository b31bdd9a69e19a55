// Columns side by side: which blocks of a part stand in one of them, and which across all; the regions of a page that
// the flow fills, how they end level, and the rules between them.
#include <algorithm>
#include <utility>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/page_flow.hpp"
#include "pdf/layout/tables_and_directories.hpp"

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

bool PageFlow::is_short_page() const {
  return setting_.short_page && filled_.pages.size() - 1 == first_page_ + *setting_.short_page;
}

void PageFlow::open_regions(double top) {
  regions_ = geometry_.regions(filled_.pages.size() - 1, columns_);
  double const less = top - geometry_.top + (is_short_page() ? setting_.shorter : 0);
  for (auto& region : regions_) region.height -= less, region.y = top;
  in_regions_.assign(regions_.size(), {});
  region_ = 0;
  if (columns_.count == 1) return;
  y_ = top;
  after_ = 0;
  fresh_ = true;
}

/// What stands in the columns, and the rules between them, down to where the longest ends.
void PageFlow::draw_regions() {
  double lowest = 0;
  for (std::size_t i = 0; i < in_regions_.size(); ++i) {
    double y = regions_[i].y, after = 0;
    bool first = true;
    for (auto& flowable : std::exchange(in_regions_[i], {})) {
      if (!first) y += gap(after, flowable.before);
      first = false;
      double const height = flowable.height;
      after = flowable.after;
      draw(std::move(flowable), regions_[i].x, y);
      y += height;
    }
    lowest = std::max(lowest, y);
  }
  if (regions_.size() > 1 && columns_.rule > 0) draw_rules(lowest);
}

void PageFlow::draw_rules(double bottom) {
  auto& items = filled_.pages.back().items;
  for (std::size_t i = 1; i < regions_.size(); ++i) {
    auto const& region = regions_[i];
    double const x = region.x - (columns_.gap + columns_.rule) / 2;
    if (bottom > region.y)
      items.emplace_back(Box{{x, region.y, columns_.rule, bottom - region.y}, 0, columns_.rule_colour, {}, 0});
  }
}

/// Shares out what stands in the columns of a page so that none is higher than it must be, and draws it.
void PageFlow::level_regions() {
  if (!open_ || regions_.size() < 2) return;
  std::vector<Flowable> all;
  std::vector<std::size_t> ends;  // of the columns as they were filled
  for (auto& column : in_regions_) {
    std::move(column.begin(), column.end(), std::back_inserter(all));
    ends.push_back(all.size());
    column.clear();
  }
  // Where a head that keeps with what follows leaves no even height that holds all, columns stay as they were filled.
  auto const height = level_height(all, regions_.size(), region().height, setting_.spacing);
  std::size_t at = 0;
  double lowest = 0;
  for (std::size_t i = 0; i < in_regions_.size(); ++i) {
    auto const end = height ? column_end(all, at, *height, setting_.spacing) : ends[i];
    lowest = std::max(lowest, height_of(all, at, end, setting_.spacing));
    for (; at < end; ++at) in_regions_[i].push_back(std::move(all[at]));
  }
  double const top = regions_.front().y;
  double lowest_after = 0;
  for (auto const& column : in_regions_)
    if (!column.empty()) lowest_after = std::max(lowest_after, column.back().after);
  draw_regions();
  y_ = top + lowest;
  after_ = lowest_after;
  fresh_ = false;
  region_ = 0;
  regions_.resize(1);
  in_regions_.resize(1);
}

/// At its top, below what is repeated there.
void PageFlow::begin_region() {
  fresh_ = true;
  y_ = region().y;
  after_ = 0;
  if (!repeated_) return;
  auto flowables = repeated_();
  double height = 0;
  for (auto const& flowable : flowables) height += flowable.before + flowable.height + flowable.after;
  if (height > most_said_again * geometry_.text_height()) return;
  if (!flowables.empty()) flowables.back().after = 0;
  for (auto& flowable : flowables) put(std::move(flowable));
  fresh_ = true;
}

}  // namespace tebiki::pdf
