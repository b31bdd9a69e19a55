#include "pdf/layout/layout_blocks.hpp"

#include "pdf/layout/block_kinds.hpp"

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
  PieceList list;
  lay_out_block({target.context, target.tags, list, target.parent, target.column, target.at}, block);
  double height = 0;
  for (auto const& piece : list.pieces) height += piece.height;
  for (auto& piece : list.pieces) {
    if (height <= highest_introduction) piece.keep_with_next = true;
    target.sink.add(std::move(piece));
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

}  // namespace tebiki::pdf
