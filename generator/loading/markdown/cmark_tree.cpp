#include "loading/markdown/markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <new>

#include "base/diagnostics.hpp"

namespace tebiki::loading {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

/// A single `~` is often a range of hours in Japanese text, so only two strike through.
constexpr int options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;

std::unique_lock<std::mutex> only_one() {
  static std::mutex mutex;
  return std::unique_lock(mutex);
}

/// cmark's own memory ends the program when there is none left. What it has built by then is never looked at again.
cmark_mem memory = {[](std::size_t count, std::size_t size) -> void* {
                      if (auto* found = std::calloc(count, size)) return found;
                      throw std::bad_alloc();
                    },
                    [](void* old, std::size_t size) -> void* {
                      if (auto* found = std::realloc(old, size)) return found;
                      throw std::bad_alloc();
                    },
                    std::free};

using Parser = std::unique_ptr<cmark_parser, FreeParser>;

CmarkTree parsed(Parser parser, std::string_view text) {
  try {
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return CmarkTree(cmark_parser_finish(parser.get()));
  } catch (std::bad_alloc const&) {
    // Stopped half-way, its tree cannot be walked, not even to free it.
    parser.release();
    throw;
  }
}

}  // namespace

void FreeCmarkNode::operator()(cmark_node* node) const { cmark_node_free(node); }

CmarkTree parse_with_cmark(std::string_view markdown) {
  auto lock = only_one();
  cmark_gfm_core_extensions_ensure_registered();
  Parser parser(cmark_parser_new_with_mem(options, &memory));
  for (auto name : {"table", "strikethrough", "autolink"}) {
    auto* extension = cmark_find_syntax_extension(name);
    if (!extension || !cmark_parser_attach_syntax_extension(parser.get(), extension))
      throw base::Failure({"cmark-gfm の拡張が見つかりません。", "cmark-gfm lacks an extension"});
  }
  return parsed(std::move(parser), markdown);
}

std::string decoded_entity(std::string const& entity) {
  auto lock = only_one();
  auto document = parsed(Parser(cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory)), entity);
  auto* paragraph = cmark_node_first_child(document.get());
  auto* text = paragraph ? cmark_node_first_child(paragraph) : nullptr;
  auto* literal = text ? cmark_node_get_literal(text) : nullptr;
  return literal ? literal : "";
}

namespace {

constexpr auto npos = std::string_view::npos;

std::size_t line_number(int number) { return number < 1 ? 1 : static_cast<std::size_t>(number); }

/// A line of a content and where it begins there.
struct ContentLine {
  std::string_view text;
  std::size_t begin = 0;
};

std::vector<ContentLine> lines_of(std::string_view content) {
  std::vector<ContentLine> lines;
  for (std::size_t begin = 0; begin < content.size();) {
    auto end = std::min(content.find_first_of("\r\n", begin), content.size());
    lines.push_back({content.substr(begin, end - begin), begin});
    begin = end + (content.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

std::string_view without_indentation(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

/// cmark writes part of a tab as blanks, so indentation is not compared.
bool is_end_of(std::string_view content_line, std::string_view line) {
  return line.ends_with(without_indentation(content_line));
}

bool all_match(MarkedText const& marked, std::vector<ContentLine> const& lines, std::size_t first) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_end_of(lines[i].text, marked.line(first + i))) return false;
  }
  return true;
}

void map_line(MarkedText const& marked, ContentLine const& line, std::size_t number, SourceMap& map) {
  auto words = without_indentation(line.text);
  auto indentation = line.text.size() - words.size();
  auto begin = marked.line_begin(number);
  auto words_begin = begin + marked.line(number).size() - words.size();
  map.add(line.begin, words_begin - std::min(indentation, words_begin - begin));
  if (indentation > 0) map.add(line.begin + indentation, words_begin);
}

SourceMap map_of_atx_heading(MarkedText const& marked, std::string_view content, cmark_node* node) {
  auto number = line_number(cmark_node_get_start_line(node));
  auto line = marked.line(number);
  auto at = std::min(static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1) - 1), line.size());
  at = std::min(line.find_first_not_of("# \t", at), line.size());
  // Words that begin with # themselves: `# #1`.
  while (at > 0 && !line.substr(at).starts_with(content)) --at;
  SourceMap map;
  map.add(0, marked.line_begin(number) + at);
  return map;
}

/// Maps a text in which `\|` became `|`, and that stands at the first word from `begin` on.
void map_unescaped(MarkedText const& marked, std::string_view content, std::size_t begin, std::size_t content_begin,
                   SourceMap& map) {
  std::string_view text = marked.text;
  auto at = std::min(text.find_first_not_of(" \t", begin), text.size());
  map.add(content_begin, at);
  for (std::size_t i = 0; i < content.size(); ++i, ++at) {
    bool escaped_bar = content[i] == '|' && text.substr(std::min(at, text.size())).starts_with("\\|");
    if (escaped_bar) map.add(content_begin + i, ++at);
  }
}

/// Where a table's first cell may begin: behind `> ` and indentation.
std::size_t row_words(std::string_view line, std::size_t from) {
  return std::min(line.find_first_not_of(" \t>", std::min(from, line.size())), line.size());
}

std::size_t next_bar(std::string_view line, std::size_t at) {
  for (; at < line.size(); ++at) {
    if (line[at] == '|') return at;
    if (line[at] == '\\') ++at;
  }
  return npos;
}

/// A paragraph that cmark split from the table below it has lost its place and its `\|`.
SourceMap map_of_split_paragraph(MarkedText const& marked, std::string_view content, cmark_node* table) {
  auto number = line_number(cmark_node_get_start_line(table));
  auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(table), 1)) - 1;
  SourceMap map;
  for (auto const& line : lines_of(content)) {
    auto source = marked.line(number);
    auto begin = std::min(source.find_first_not_of(" \t", std::min(column, source.size())), source.size());
    // A line that stands in a quote: unless its words begin with > themselves.
    if (!line.text.empty() && !source.substr(begin).starts_with(line.text[0])) begin = row_words(source, begin);
    begin += marked.line_begin(number);
    map_unescaped(marked, line.text, begin, line.begin, map);
    ++number;
    column = 0;
  }
  return map;
}

}  // namespace

std::string content_of(cmark_node* node) {
  // An empty heading or cell has a buffer that was never written to.
  return cmark_node_first_child(node) ? cmark_node_get_string_content(node) : "";
}

SourceMap map_of_lines(MarkedText const& marked, std::string_view content, std::size_t first, std::size_t last) {
  auto lines = lines_of(content);
  SourceMap map;
  map.add(0, marked.line_begin(first));
  // Link definitions stand before the content, so count from the end; but cmark's last line is not always right.
  auto number = lines.size() <= last && last - lines.size() + 1 > first ? last - lines.size() + 1 : first;
  bool fits = all_match(marked, lines, number);
  if (!fits) number = first;
  for (auto const& line : lines) {
    while (!fits && number <= last && !is_end_of(line.text, marked.line(number))) ++number;
    if (number > marked.lines.size()) break;
    if (is_end_of(line.text, marked.line(number))) map_line(marked, line, number, map);
    ++number;
  }
  return map;
}

SourceMap map_of_block(MarkedText const& marked, cmark_node* node) {
  auto content = content_of(node);
  auto first = line_number(cmark_node_get_start_line(node));
  auto last = std::max(first, line_number(cmark_node_get_end_line(node)));
  bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
  if (heading && content.find_first_of("\r\n") == npos) return map_of_atx_heading(marked, content, node);
  auto* table = cmark_node_get_start_line(node) < 1 ? cmark_node_next(node) : nullptr;
  if (table) return map_of_split_paragraph(marked, content, table);
  return map_of_lines(marked, content, first, last);
}

SourceMap map_of_cell(MarkedText const& marked, std::string_view content, std::size_t begin) {
  SourceMap map;
  map_unescaped(marked, content, begin, 0, map);
  return map;
}

std::size_t header_line(cmark_node* table) {
  std::size_t rows = 0;
  for (auto* row = cmark_node_first_child(table); row; row = cmark_node_next(row)) ++rows;
  auto last = line_number(cmark_node_get_end_line(table));
  return last > rows ? last - rows : 1;
}

std::vector<std::size_t> cell_begins(MarkedText const& marked, std::size_t line_number, std::size_t row_begin) {
  auto line = marked.line(line_number);
  auto begin = marked.line_begin(line_number);
  auto at = row_words(line, row_begin);
  if (line.substr(at).starts_with("|")) ++at;
  std::vector<std::size_t> result{begin + at};
  for (auto bar = next_bar(line, at); bar != npos; bar = next_bar(line, bar + 1)) result.push_back(begin + bar + 1);
  return result;
}

}  // namespace tebiki::loading
