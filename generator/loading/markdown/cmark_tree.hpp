#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "loading/syntax/source_map.hpp"

struct cmark_node;

namespace tebiki::loading {

struct FreeCmarkNode {
  void operator()(cmark_node* node) const;
};
using CmarkTree = std::unique_ptr<cmark_node, FreeCmarkNode>;

/// Parses CommonMark with tables, strikethrough, autolinks and footnotes. Safe to use from several threads;
/// but one at a time parses, because cmark-gfm's extensions switch global tables while they do.
CmarkTree parse_with_cmark(std::string_view markdown);

/// What `&amp;` stands for; as written when cmark knows no such entity.
std::string decoded_entity(std::string const& entity);

struct MarkedText;

/// What cmark makes the inlines of a paragraph, heading or cell from.
std::string content_of(cmark_node* node);

/// cmark takes the content of a block out of lines, without the `> ` and indentation before it.
/// These say where its bytes stood in the marked text.

/// For the lines of a paragraph or code block between two line numbers, link definitions and fences among them.
/// Each line of the content is the end of one of those lines.
SourceMap map_of_lines(MarkedText const& marked, std::string_view content, std::size_t first, std::size_t last);
/// For a paragraph or heading.
SourceMap map_of_block(MarkedText const& marked, cmark_node* node);
/// For a cell whose text (where `\|` became `|`) lies in a line from `begin` on.
SourceMap map_of_cell(MarkedText const& marked, std::string_view content, std::size_t begin);

/// The line of a table's header: cmark gives the line of the paragraph that it split the table from.
std::size_t header_line(cmark_node* table);
/// Where the cells begin in a row's line.
std::vector<std::size_t> cell_begins(MarkedText const& marked, std::size_t line, std::size_t row_begin);

}  // namespace tebiki::loading
