#include "model/visit.hpp"

#include <gtest/gtest.h>

namespace tebiki::model {
namespace {

Block paragraph(std::string text) { return {Paragraph{{words(std::move(text))}}, {}}; }

/// A block of each kind that holds others, one in the other.
Blocks nested() {
  Blocks blocks;
  blocks.push_back({Heading{2, {words("h")}, "h"}, {}});
  blocks.push_back({Quote{{paragraph("q"), {Note{{paragraph("n")}}, {}}}}, {}});
  ListBlock list;
  list.items = {{{paragraph("1")}}, {{paragraph("2")}}};
  blocks.push_back({std::move(list), {}});
  blocks.push_back({Footnotes{{{1, {paragraph("f")}}}}, {}});
  return blocks;
}

std::string text_of(Blocks const& blocks) {
  std::string out;
  for_each_block(blocks, [&](Block const& block) {
    for_each_text(block, [&](Inlines const& text) { out += plain_text(text) + " "; });
  });
  return out;
}

TEST(Visit, ComesToEveryBlockInTheOrderOfTheText) { EXPECT_EQ(text_of(nested()), "h q n 1 2 f "); }

TEST(Visit, MayChangeWhatItComesTo) {
  auto blocks = nested();
  for_each_block(blocks, [](Block& block) { for_each_text(block, [](Inlines& text) { text.push_back(words("!")); }); });
  EXPECT_EQ(text_of(blocks), "h! q! n! 1! 2! f! ");
}

TEST(Visit, ComesToEveryTextOfTablesDirectoriesAndTerms) {
  Table table;
  table.caption = {words("caption")};
  table.columns = {{{words("column")}}};
  table.rows = {{Row::Kind::entry, {{{words("cell")}}}, "list/row"}};
  Directory directory;
  directory.caption = {words("directory")};
  Entry entry;
  entry.anchor = "list/entry";
  entry.details = {{words("detail")}};
  directory.groups = {{"group", {entry}}};
  Blocks const blocks = {{table, {}}, {directory, {}}, {DefinitionList{{{"term", {words("told")}}}, "list/terms"}, {}}};
  EXPECT_EQ(text_of(blocks), "caption column cell directory detail told ");
  std::string anchors;
  for_each_block(blocks, [&](Block const& block) {
    for_each_record_anchor(block, [&](std::string const& anchor) { anchors += anchor + " "; });
  });
  EXPECT_EQ(anchors, "list/row list/entry list/terms ");
}

TEST(Visit, ComesToInlinesInsideOthers) {
  Inlines const inlines = {{Strong{{{Link{Url{"tel:1"}, {words("a"), {Small{{words("b")}}, {}}}}, {}}}}, {}},
                           words("c")};
  std::string out;
  for_each_inline(inlines, [&](Inline const& piece) {
    if (auto const* text = std::get_if<Text>(&piece.node)) out += text->text;
  });
  EXPECT_EQ(out, "abc");
}

}  // namespace
}  // namespace tebiki::model
