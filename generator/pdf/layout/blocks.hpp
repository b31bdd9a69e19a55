/// One function for each kind of block.
#pragma once
#include "pdf/layout/booklet_context.hpp"
#include "pdf/layout/flowable.hpp"
#include "pdf/layout/inlines.hpp"
#include "pdf/tagging/structure_tree.hpp"
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
  BookletContext const& context;
  StructureTree& tags;
  FlowableSink& sink;
  TagId parent = StructureTree::root;
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

void lay_out(BlockTarget const& target, model::Heading const& heading);
void lay_out(BlockTarget const& target, model::Paragraph const& paragraph);
void lay_out(BlockTarget const& target, model::Quote const& quote);
void lay_out(BlockTarget const& target, model::CodeBlock const& code);
void lay_out(BlockTarget const& target, model::ThematicBreak const& rule);
void lay_out(BlockTarget const& target, model::PageBreak const& page_break);
void lay_out(BlockTarget const& target, model::Note const& note);
void lay_out(BlockTarget const& target, model::ListBlock const& list);
void lay_out(BlockTarget const& target, model::Figure const& figure);
void lay_out(BlockTarget const& target, model::Table const& table);
void lay_out(BlockTarget const& target, model::Directory const& directory);
void lay_out(BlockTarget const& target, model::DefinitionList const& definitions);
void lay_out(BlockTarget const& target, model::Contents const& contents);
void lay_out(BlockTarget const& target, model::Index const& index);
void lay_out(BlockTarget const& target, model::Footnotes const& footnotes);
/// Views have replaced every directive; one that is left prints nothing.
void lay_out(BlockTarget const& target, model::Directive const& directive);

}  // namespace tebiki::pdf
