#pragma once
#include <type_traits>

#include "model/document.hpp"

namespace tebiki::views {

/// Calls `visit` with every block, those inside quotes, notes, lists and footnotes after the one that holds them.
template <class BlockList, class Visit>
void for_each_block(BlockList& blocks, Visit const& visit) {
  for (auto& block : blocks) {
    visit(block);
    std::visit(
        [&](auto& node) {
          using Node = std::remove_cvref_t<decltype(node)>;
          if constexpr (std::is_same_v<Node, model::Quote> || std::is_same_v<Node, model::Note>) {
            for_each_block(node.blocks, visit);
          } else if constexpr (std::is_same_v<Node, model::ListBlock>) {
            for (auto& item : node.items) for_each_block(item.blocks, visit);
          } else if constexpr (std::is_same_v<Node, model::Footnotes>) {
            for (auto& note : node.notes) for_each_block(note.blocks, visit);
          }
        },
        block.node);
  }
}

}  // namespace tebiki::views
