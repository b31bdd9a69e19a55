#include "loading/markdown/walk.hpp"

#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

void walk_inlines(model::Inlines& inlines, Visitor const& visitor) {
  if (visitor.inlines) visitor.inlines(inlines);
  for (auto& piece : inlines) {
    if (visitor.inline_node) visitor.inline_node(piece);
    model::for_each_inner_text(piece, [&](model::Inlines& children) { walk_inlines(children, visitor); });
  }
}

}  // namespace

void walk(model::Blocks& blocks, Visitor const& visitor) {
  if (visitor.blocks) visitor.blocks(blocks);
  for (auto& block : blocks) {
    if (visitor.block) visitor.block(block);
    model::for_each_text(block, [&](model::Inlines& text) { walk_inlines(text, visitor); });
    model::for_each_inner_blocks(block, [&](model::Blocks& inside) { walk(inside, visitor); });
  }
}

}  // namespace tebiki::loading
