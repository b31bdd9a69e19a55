#pragma once
#include "pdf/layout/layout_blocks.hpp"

/// One function for each kind of block.
namespace tebiki::pdf {

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
