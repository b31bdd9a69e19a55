#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <array>

#include "loading/markdown/markdown.hpp"

namespace tebiki::loading {
namespace {

using model::Blocks;

constexpr int deepest_nesting = 24;

std::string_view text_or_empty(char const* text) { return text ? text : ""; }

std::size_t offset_of(MarkdownFile const& markdown, cmark_node* node) {
  auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1));
  auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1));
  return markdown.marked.line_begin(line) + std::min(column - 1, markdown.marked.line(line).size());
}

InlineCursor cursor_of(MarkdownFile const& markdown, cmark_node* node) {
  return {content_of(node), map_of_block(markdown.marked, node)};
}

void read_heading(MarkdownFile& markdown, cmark_node* node, int, Blocks& blocks) {
  auto cursor = cursor_of(markdown, node);
  model::Heading heading;
  heading.level = cmark_node_get_heading_level(node);
  heading.text = read_inlines(markdown, node, cursor);
  heading.anchor = take_anchor(markdown, heading.text);
  auto at = offset_of(markdown, node);
  if (heading.text.empty()) {
    markdown.error(at, "empty-heading", {"見出しに言葉がありません。", "This heading has no words."},
                   {"見出しの言葉を書くか、「#」の行を消してください。", "Write its words, or remove the line."});
    return;
  }
  blocks.push_back({std::move(heading), markdown.at(at)});
}

/// A picture alone in its paragraph is a figure; its title is the caption.
void read_figure(MarkdownFile& markdown, cmark_node* image, InlineCursor& cursor, Blocks& blocks) {
  auto picture = read_image(markdown, image, cursor);
  if (!picture) return;
  auto& shown = std::get<model::Image>(picture->node);
  model::Figure figure{shown, shown.alternative, {}};
  auto at = cursor.at();
  auto written = markdown.marked.without_marks(text_or_empty(cmark_node_get_title(image)));
  auto title = with_site_words(markdown, written, at);
  if (title == written) written.clear();
  if (!title.empty()) figure.caption.push_back({model::Text{std::move(title), std::move(written)}, picture->at});
  blocks.push_back({std::move(figure), picture->at});
}

void read_paragraph(MarkdownFile& markdown, cmark_node* node, int, Blocks& blocks) {
  auto content = content_of(node);
  auto map = map_of_block(markdown.marked, node);
  check_line_beginnings(markdown, content, map);
  InlineCursor cursor{std::move(content), std::move(map)};
  auto* only = cmark_node_first_child(node);
  bool figure = only && !cmark_node_next(only) && cmark_node_get_type(only) == CMARK_NODE_IMAGE;
  if (figure) return read_figure(markdown, only, cursor, blocks);
  auto at = markdown.at(cursor.at());
  model::Paragraph paragraph{read_inlines(markdown, node, cursor)};
  if (!paragraph.text.empty()) blocks.push_back({std::move(paragraph), at});
}

void read_quote(MarkdownFile& markdown, cmark_node* node, int depth, Blocks& blocks) {
  blocks.push_back({model::Quote{read_blocks(markdown, node, depth + 1)}, markdown.at(offset_of(markdown, node))});
}

/// Takes `[ ] ` or `[x] ` from the beginning of an item.
model::ListItem::Task take_task(MarkdownFile const& markdown, Blocks& blocks) {
  using Task = model::ListItem::Task;
  auto* paragraph = blocks.empty() ? nullptr : std::get_if<model::Paragraph>(&blocks.front().node);
  auto* text = paragraph ? std::get_if<model::Text>(&paragraph->text.front().node) : nullptr;
  if (!text || text->text.size() < 4 || text->text[0] != '[' || text->text[2] != ']' || text->text[3] != ' ')
    return Task::none;
  bool done = text->text[1] == 'x' || text->text[1] == 'X';
  auto at = paragraph->text.front().at.offset;
  bool escaped = at > 0 && at <= markdown.source.size() && markdown.source[at - 1] == '\\';
  if (escaped || (!done && text->text[1] != ' ')) return Task::none;
  text->text.erase(0, 4);
  paragraph->text.front().at.offset += 4;
  if (text->text.empty() && paragraph->text.size() > 1) paragraph->text.erase(paragraph->text.begin());
  return done ? Task::done : Task::open;
}

void read_list(MarkdownFile& markdown, cmark_node* node, int depth, Blocks& blocks) {
  model::ListBlock list;
  list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  list.tight = cmark_node_get_list_tight(node) != 0;
  list.start = list.ordered ? cmark_node_get_list_start(node) : 1;
  for (auto* item = cmark_node_first_child(node); item; item = cmark_node_next(item)) {
    model::ListItem read{read_blocks(markdown, item, depth + 1), model::ListItem::Task::none};
    read.task = take_task(markdown, read.blocks);
    list.items.push_back(std::move(read));
  }
  blocks.push_back({std::move(list), markdown.at(offset_of(markdown, node))});
}

void read_code(MarkdownFile& markdown, cmark_node* node, int, Blocks& blocks) {
  for (auto line = cmark_node_get_start_line(node); line <= cmark_node_get_end_line(node); ++line)
    markdown.used_lines.insert(line);
  read_code_block(markdown, node, blocks);
}

model::Alignment alignment_from(std::uint8_t letter) {
  if (letter == 'c') return model::Alignment::centre;
  return letter == 'r' ? model::Alignment::end : model::Alignment::start;
}

std::vector<model::Alignment> alignments_of(cmark_node* table) {
  auto count = cmark_gfm_extensions_get_table_columns(table);
  auto* letters = cmark_gfm_extensions_get_table_alignments(table);
  std::vector<model::Alignment> result;
  for (std::size_t i = 0; i < count; ++i) result.push_back(alignment_from(letters[i]));
  return result;
}

std::vector<model::Inlines> read_cells(MarkdownFile& markdown, cmark_node* row,
                                       std::vector<std::size_t> const& begins) {
  std::vector<model::Inlines> cells;
  for (auto* cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
    auto begin = cells.size() < begins.size() ? begins[cells.size()] : begins.back();
    auto content = content_of(cell);
    auto map = map_of_cell(markdown.marked, content, begin);
    InlineCursor cursor(std::move(content), std::move(map));
    cells.push_back(read_inlines(markdown, cell, cursor));
  }
  return cells;
}

/// Cells for which there is no head are shown nowhere.
void report_lost_cells(MarkdownFile& markdown, std::vector<std::size_t> const& begins, std::size_t columns,
                       std::size_t line) {
  auto const end = markdown.marked.line_begin(line) + markdown.marked.line(line).size();
  if (begins.size() <= columns) return;
  auto const words = std::string_view(markdown.marked.text).substr(begins[columns], end - begins[columns]);
  if (words.find_first_not_of(" \t|\r") == words.npos) return;
  markdown.error(
      {begins[columns], end}, "cells-without-head",
      {fmt::format("表の見出しは{}つなのに、この行にはそれより多くの欄があり、後ろの欄が表に出ません。", columns),
       fmt::format("The table has {} heads and this row more cells: those behind are not shown.", columns)},
      {"見出しの行とその次の行に列を足すか、この行の「|」を減らしてください。文の中の縦棒は「\\|」と書きます。",
       "Add columns to the first two lines, or take a “|” out of this row; a bar among words is written “\\|”."});
}

void read_table(MarkdownFile& markdown, cmark_node* node, int, Blocks& blocks) {
  model::Table table;
  auto alignments = alignments_of(node);
  auto header = header_line(node);
  auto first_line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1));
  // The header may stand behind a list's marker, in the table's first line only.
  auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1)) - 1;
  auto header_cells = cell_begins(markdown.marked, header, header == first_line ? column : 0);
  for (auto* row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
    if (cmark_gfm_extensions_get_table_row_is_header(row)) {
      for (auto& label : read_cells(markdown, row, header_cells)) {
        auto alignment =
            table.columns.size() < alignments.size() ? alignments[table.columns.size()] : model::Alignment::start;
        table.columns.push_back({std::move(label), alignment, false});
      }
    } else {
      auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(row), 1));
      auto& cells = table.rows.emplace_back().cells;
      auto const begins = cell_begins(markdown.marked, line, 0);
      report_lost_cells(markdown, begins, table.columns.size(), line);
      for (auto& text : read_cells(markdown, row, begins)) cells.push_back({std::move(text)});
    }
  }
  auto begin = header_cells.front();
  blocks.push_back(
      {std::move(table), markdown.at(begin > 0 && markdown.marked.text[begin - 1] == '|' ? begin - 1 : begin)});
}

void refuse_html(MarkdownFile& markdown, cmark_node* node, int, Blocks&) {
  report_html(markdown, text_or_empty(cmark_node_get_literal(node)), offset_of(markdown, node));
}

void read_rule(MarkdownFile& markdown, cmark_node* node, int, Blocks& blocks) {
  blocks.push_back({model::ThematicBreak{}, markdown.at(offset_of(markdown, node))});
}

/// cmark puts the footnotes that are referred to at the end, in the order of their numbers.
void read_footnote(MarkdownFile& markdown, cmark_node* node, int depth, Blocks& blocks) {
  bool first = blocks.empty() || !std::holds_alternative<model::Footnotes>(blocks.back().node);
  if (first) blocks.push_back({model::Footnotes{}, markdown.at(offset_of(markdown, node))});
  auto& notes = std::get<model::Footnotes>(blocks.back().node).notes;
  auto number = static_cast<int>(notes.size()) + 1;
  markdown.used_lines.insert(cmark_node_get_start_line(node));
  notes.push_back({number, read_blocks(markdown, node, depth + 1)});
}

using Read = void (*)(MarkdownFile&, cmark_node*, int depth, Blocks&);

Read reader_of(cmark_node* node) {
  static constexpr std::array<std::pair<cmark_node_type, Read>, 8> readers{{
      {CMARK_NODE_PARAGRAPH, read_paragraph},
      {CMARK_NODE_HEADING, read_heading},
      {CMARK_NODE_LIST, read_list},
      {CMARK_NODE_CODE_BLOCK, read_code},
      {CMARK_NODE_BLOCK_QUOTE, read_quote},
      {CMARK_NODE_THEMATIC_BREAK, read_rule},
      {CMARK_NODE_HTML_BLOCK, refuse_html},
      {CMARK_NODE_FOOTNOTE_DEFINITION, read_footnote},
  }};
  for (auto [type, reader] : readers) {
    if (cmark_node_get_type(node) == type) return reader;
  }
  // Extensions choose their types at run time and give them only a name.
  return text_or_empty(cmark_node_get_type_string(node)) == "table" ? read_table : nullptr;
}

}  // namespace

Blocks read_blocks(MarkdownFile& markdown, cmark_node* parent, int depth) {
  Blocks blocks;
  if (depth > deepest_nesting) {
    markdown.error(offset_of(markdown, parent), "too-deep",
                   {fmt::format("引用や箇条書きの入れ子が深すぎます（{} 段まで）。", deepest_nesting),
                    fmt::format("Quotes and lists are nested too deeply (at most {} levels).", deepest_nesting)},
                   {"入れ子を浅くしてください。", "Use fewer levels."});
    return blocks;
  }
  for (auto* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
    if (auto reader = reader_of(node)) reader(markdown, node, depth, blocks);
  }
  return blocks;
}

}  // namespace tebiki::loading
