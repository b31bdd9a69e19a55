#pragma once
#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

#include "model/document.hpp"

/// The walk over documents. Each function works on constant and on changeable trees, and calls `visit` in the order of
/// the text, outer pieces before inner ones.
namespace tebiki::model {

/// Several lambdas as one visitor of a variant.
template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

/// Any of these types, constant or not. Visitors name so what they pass over: the compiler tells of a new alternative.
template <class Type, class... Alternatives>
concept OneOf = (std::same_as<std::remove_const_t<Type>, Alternatives> || ...);

/// `Node`, constant where `Like` is.
template <class Like, class Node>
using SameConst = std::conditional_t<std::is_const_v<Like>, Node const, Node>;

/// The blocks that stand directly inside this one: of a quote, a note, each item of a list, each answer, each footnote.
template <class AnyBlock, class Visit>
void for_each_inner_blocks(AnyBlock& block, Visit const& visit) {
  std::visit(Overloaded{[&](SameConst<AnyBlock, Quote>& node) { visit(node.blocks); },
                        [&](SameConst<AnyBlock, Note>& node) { visit(node.blocks); },
                        [&](SameConst<AnyBlock, ListBlock>& node) {
                          for (auto& item : node.items) visit(item.blocks);
                        },
                        [&](SameConst<AnyBlock, AnswerList>& node) {
                          for (auto& answer : node.answers) visit(answer.blocks);
                        },
                        [&](SameConst<AnyBlock, Footnotes>& node) {
                          for (auto& note : node.notes) visit(note.blocks);
                        },
                        [](OneOf<Heading, Paragraph, CodeBlock, ThematicBreak, PageBreak, Figure, FigureRow, Table, Gantt,
                                 Directory, DefinitionList, Calendar, Agenda, Contents, Index, Form, Directive> auto&) {}},
             block.node);
}

/// Every block, those inside others too.
template <class AnyBlocks, class Visit>
void for_each_block(AnyBlocks& blocks, Visit const& visit) {
  for (auto& block : blocks) {
    visit(block);
    for_each_inner_blocks(block, [&](auto& inside) { for_each_block(inside, visit); });
  }
}

/// The pieces of running text that this block itself holds, not those of blocks inside it.
template <class AnyBlock, class Visit>
void for_each_text(AnyBlock& block, Visit const& visit) {
  std::visit(Overloaded{[&](SameConst<AnyBlock, Heading>& node) { visit(node.text); },
                        [&](SameConst<AnyBlock, Paragraph>& node) { visit(node.text); },
                        [&](SameConst<AnyBlock, Figure>& node) { visit(node.caption); },
                        [&](SameConst<AnyBlock, FigureRow>& node) {
                          for (auto& figure : node.figures) visit(figure.caption);
                        },
                        [&](SameConst<AnyBlock, Table>& node) {
                          visit(node.caption);
                          for (auto& column : node.columns) visit(column.label);
                          for (auto& row : node.rows) {
                            for (auto& cell : row.cells) visit(cell.text);
                          }
                        },
                        [&](SameConst<AnyBlock, Gantt>& node) {
                          visit(node.caption);
                          for (auto& group : node.groups) {
                            for (auto& row : group.rows) {
                              visit(row.name);
                              for (auto& activity : row.activities) visit(activity.name);
                            }
                          }
                        },
                        [&](SameConst<AnyBlock, Directory>& node) {
                          visit(node.caption);
                          for (auto& group : node.groups) {
                            for (auto& entry : group.entries) {
                              for (auto& detail : entry.details) visit(detail);
                            }
                          }
                        },
                        [&](SameConst<AnyBlock, Agenda>& node) { visit(node.caption); },
                        [&](SameConst<AnyBlock, DefinitionList>& node) {
                          for (auto& definition : node.definitions) visit(definition.text);
                        },
                        [&](SameConst<AnyBlock, AnswerList>& node) {
                          for (auto& answer : node.answers) visit(answer.name), visit(answer.remark);
                        },
                        [](OneOf<Quote, CodeBlock, ThematicBreak, PageBreak, Note, ListBlock, Calendar, Contents, Index,
                                 Footnotes, Form, Directive> auto&) {}},
             block.node);
}

/// The pieces that stand inside this one: of emphasis, a link and the like.
template <class AnyInline, class Visit>
void for_each_inner_text(AnyInline& piece, Visit const& visit) {
  std::visit(Overloaded{[&](OneOf<Emphasis, Strong, Strikethrough, Link, Small> auto& node) { visit(node.children); },
                        [](OneOf<Text, Code, Image, Ruby, LineBreak, FootnoteMark, AvailabilityMark> auto&) {}},
             piece.node);
}

/// Every inline, those inside others too.
template <class AnyInlines, class Visit>
void for_each_inline(AnyInlines& inlines, Visit const& visit) {
  for (auto& piece : inlines) {
    visit(piece);
    for_each_inner_text(piece, [&](auto& inside) { for_each_inline(inside, visit); });
  }
}

/// The names by which records can be linked to in this block: those of its rows, entries and answers. Some are empty.
template <class AnyBlock, class Visit>
void for_each_record_anchor(AnyBlock& block, Visit const& visit) {
  std::visit(Overloaded{[&](SameConst<AnyBlock, Table>& node) {
                          for (auto& row : node.rows) visit(row.anchor);
                        },
                        [&](SameConst<AnyBlock, Directory>& node) {
                          for (auto& group : node.groups) {
                            for (auto& entry : group.entries) visit(entry.anchor);
                          }
                        },
                        [&](SameConst<AnyBlock, AnswerList>& node) {
                          for (auto& answer : node.answers) {
                            for (auto& anchor : answer.anchors) visit(anchor);
                          }
                        },
                        [&](SameConst<AnyBlock, DefinitionList>& node) { visit(node.anchor); },
                        [](OneOf<Heading, Paragraph, Quote, CodeBlock, ThematicBreak, PageBreak, Note, ListBlock, Figure,
                                 FigureRow, Gantt, Calendar, Agenda, Contents, Index, Footnotes, Form,
                                 Directive> auto&) {}},
             block.node);
}

}  // namespace tebiki::model
