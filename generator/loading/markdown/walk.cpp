#include "loading/markdown/walk.hpp"

namespace tebiki::loading {
namespace {

using namespace model;

void walk_inlines(Inlines& inlines, Visitor const& visitor);

/// The children of each kind of inline.
struct InlineChildren {
  Visitor const& visitor;

  void operator()(Emphasis& node) const { walk_inlines(node.children, visitor); }
  void operator()(Strong& node) const { walk_inlines(node.children, visitor); }
  void operator()(Strikethrough& node) const { walk_inlines(node.children, visitor); }
  void operator()(Link& node) const { walk_inlines(node.children, visitor); }
  void operator()(Small& node) const { walk_inlines(node.children, visitor); }
  template <class Leaf>
  void operator()(Leaf&) const {}
};

void walk_inlines(Inlines& inlines, Visitor const& visitor) {
  if (visitor.inlines) visitor.inlines(inlines);
  for (auto& node : inlines) {
    if (visitor.inline_node) visitor.inline_node(node);
    std::visit(InlineChildren{visitor}, node.node);
  }
}

/// The children of each kind of block that Markdown makes.
struct BlockChildren {
  Visitor const& visitor;

  void operator()(Heading& node) const { walk_inlines(node.text, visitor); }
  void operator()(Paragraph& node) const { walk_inlines(node.text, visitor); }
  void operator()(Quote& node) const { walk(node.blocks, visitor); }
  void operator()(Note& node) const { walk(node.blocks, visitor); }
  void operator()(ListBlock& node) const {
    for (auto& item : node.items) walk(item.blocks, visitor);
  }
  void operator()(Figure& node) const { walk_inlines(node.caption, visitor); }
  void operator()(Table& node) const {
    walk_inlines(node.caption, visitor);
    for (auto& column : node.columns) walk_inlines(column.label, visitor);
    for (auto& row : node.rows) {
      for (auto& cell : row.cells) walk_inlines(cell.text, visitor);
    }
  }
  void operator()(Footnotes& node) const {
    for (auto& note : node.notes) walk(note.blocks, visitor);
  }
  template <class Leaf>
  void operator()(Leaf&) const {}
};

}  // namespace

void walk(Blocks& blocks, Visitor const& visitor) {
  if (visitor.blocks) visitor.blocks(blocks);
  for (auto& block : blocks) {
    if (visitor.block) visitor.block(block);
    std::visit(BlockChildren{visitor}, block.node);
  }
}

}  // namespace tebiki::loading
