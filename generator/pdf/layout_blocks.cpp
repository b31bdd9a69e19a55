#include "pdf/layout_blocks.hpp"

#include "pdf/block_kinds.hpp"

namespace tebiki::pdf {

void lay_out_block(BlockTarget const& target, model::Block const& block) {
  std::visit([&](auto const& node) { lay_out(target, node); }, block.node);
}

void lay_out_blocks(BlockTarget const& target, model::Blocks const& blocks) {
  for (auto const& block : blocks) lay_out_block(target, block);
}

}  // namespace tebiki::pdf
