#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "loading/markdown/block_content.hpp"
#include "loading/markdown/markdown_file.hpp"

namespace tebiki::loading {
namespace {

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

}  // namespace

void read_table(MarkdownFile& markdown, cmark_node* node, model::Blocks& blocks) {
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
      for (auto& text : read_cells(markdown, row, cell_begins(markdown.marked, line, 0)))
        cells.push_back({std::move(text)});
    }
  }
  auto begin = header_cells.front();
  blocks.push_back(
      {std::move(table), markdown.at(begin > 0 && markdown.marked.text[begin - 1] == '|' ? begin - 1 : begin)});
}

}  // namespace tebiki::loading
