#include "pdf/layout/blocks.hpp"

namespace tebiki::pdf {

namespace {

/// An introduction that is higher stands by itself, lest too much be pushed to the next page.
constexpr double highest_introduction = 90;

template <class... Kinds>
bool is_any(model::Block const& block) {
  return (std::holds_alternative<Kinds>(block.node) || ...);
}

bool introduces(model::Block const& block, model::Block const& next) {
  return is_any<model::Paragraph, model::Note>(block) &&
         is_any<model::Table, model::Directory, model::ListBlock, model::Note>(next);
}

/// A few words before a table or list are not left alone at the foot of a page.
void add_introduction(BlockTarget const& target, model::Block const& block) {
  FlowableList list;
  lay_out_block({target.context, target.tags, list, target.parent, target.column, target.at}, block);
  double height = 0;
  for (auto const& flowable : list.flowables) height += flowable.height;
  for (auto& flowable : list.flowables) {
    if (height <= highest_introduction) flowable.keep_with_next = true;
    target.sink.add(std::move(flowable));
  }
}

/// Narrower columns hold no text worth reading.
constexpr double narrowest = 70;

}  // namespace

Column indented(Column const& column, double left, double right) {
  double width = column.width - left - right;
  return width < narrowest ? column : Column{column.x + left, width};
}

void lay_out_block(BlockTarget const& target, model::Block const& block) {
  BlockTarget here = target;
  if (block.at.file != base::FileId::none) here.at = block.at;
  std::visit([&](auto const& node) { lay_out(here, node); }, block.node);
}

void lay_out_blocks(BlockTarget const& target, model::Blocks const& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    bool introduction = i + 1 < blocks.size() && introduces(blocks[i], blocks[i + 1]);
    introduction ? add_introduction(target, blocks[i]) : lay_out_block(target, blocks[i]);
  }
}

void add_lines(BlockTarget const& target, Lines lines, TagId tag, TextBlock const& block) {
  auto tags = attach_tags(target.tags, tag, lines.tags);
  std::size_t count = lines.lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    auto& line = lines.lines[i];
    Flowable flowable;
    flowable.height = line.height;
    flowable.items = std::move(line.items);
    flowable.links = std::move(line.links);
    resolve_tags(flowable.items, tags);
    resolve_tags(flowable.links, tags);
    shift(flowable.items, target.column.x, 0);
    shift(flowable.links, target.column.x, 0);
    if (i == 0) {
      flowable.before = block.before;
      flowable.anchors = block.anchors;
      flowable.outline = block.outline;
    }
    bool last = i + 1 == count;
    // Two lines at least stay together at either end.
    bool bound = !last && (i == 0 || i + 2 == count);
    flowable.keep_with_next = block.keep_with_next || bound;
    if (last) flowable.after = block.after;
    target.sink.add(std::move(flowable));
  }
}

}  // namespace tebiki::pdf
