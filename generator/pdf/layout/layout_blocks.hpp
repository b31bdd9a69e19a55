#pragma once
#include "pdf/layout/layout_context.hpp"
#include "pdf/layout/piece.hpp"
#include "pdf/tags.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

/// The column into which blocks are set: measured from the left of the text area, in points.
struct Column {
  double x = 0;
  double width = 0;
};

/// The column within another; deep nesting stops narrowing before nothing is left.
Column indented(Column const& column, double left, double right);

/// Where blocks go: what is looked at, the tree, the pages.
struct BlockTarget {
  LayoutContext const& context;
  Tags& tags;
  PieceSink& sink;
  TagId parent = Tags::root;
  Column column;
  base::SourceLocation at = {};  ///< of the block that is laid out, for what has no place of its own
};

void lay_out_blocks(BlockTarget const& target, model::Blocks const& blocks);
void lay_out_block(BlockTarget const& target, model::Block const& block);

/// Space around a text, and what holds its lines together.
struct TextBlock {
  double before = 0;
  double after = 0;
  bool keep_with_next = false;
  std::vector<std::string> anchors;
  std::string outline;
};

/// Hands lines over one by one, no widow and no orphan among them; the tag owns them.
void add_lines(BlockTarget const& target, Lines lines, TagId tag, TextBlock const& block);

}  // namespace tebiki::pdf
