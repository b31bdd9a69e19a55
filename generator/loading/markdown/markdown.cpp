#include "loading/markdown/markdown.hpp"

#include <fmt/format.h>

#include "loading/markdown/cmark_tree.hpp"
#include "loading/markdown/markdown_file.hpp"

namespace tebiki::loading {
namespace {

/// Beyond these cmark-gfm takes time that grows with the square, and no one writes so.
constexpr std::size_t longest_line = 50'000;
constexpr std::size_t most_bars = 1'000;
constexpr std::size_t most_brackets = 20'000;

struct Counts {
  std::size_t bytes = 0, bars = 0, brackets = 0;
};

/// Where the text passes one of the limits: bytes and bars are counted by line, brackets by paragraph.
std::optional<std::size_t> find_excess(std::string_view text) {
  Counts counts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool blank_line = text[i] == '\n' && counts.bytes == 0;
    if (text[i] == '\n') counts.bytes = counts.bars = 0;
    if (blank_line) counts.brackets = 0;
    if (text[i] == '\n' || text[i] == '\r') continue;
    ++counts.bytes;
    if (text[i] == '|') ++counts.bars;
    if (text[i] == '[') ++counts.brackets;
    if (counts.bytes > longest_line || counts.bars > most_bars || counts.brackets > most_brackets) return i;
  }
  return std::nullopt;
}

void report_excess(MarkdownFile& markdown, std::size_t offset) {
  markdown.error(
      offset, "too-long", {"この行か段落は長すぎて読めません。", "This line or paragraph is too long to be read."},
      {fmt::format("1 行は {} バイト、「|」は {} 個まで、一つの段落の「[」は {} 個までです。分けてください。",
                   longest_line, most_bars, most_brackets),
       fmt::format("A line may hold {} bytes and {} bars, a paragraph {} brackets. Split it.", longest_line, most_bars,
                   most_brackets)});
}

}  // namespace

bool MarkdownFile::may_complain(MarkedSpan span) {
  constexpr std::size_t most = 100;
  if (++complaints == most + 1) {
    diagnostics.error(
        at(span.begin), "too-many-mistakes",
        {"このファイルには、ここから先にも誤りがあります。", "This file holds more mistakes from here on."},
        {"ここまでの誤りを直してから、もう一度確かめてください。", "Mend the ones above and check again."});
  }
  return complaints <= most;
}

void MarkdownFile::error(MarkedSpan span, std::string_view code, base::Message message, base::Message hint) {
  if (may_complain(span)) diagnostics.error(at(span), code, std::move(message), std::move(hint));
}

void MarkdownFile::warning(MarkedSpan span, std::string_view code, base::Message message, base::Message hint) {
  if (may_complain(span)) diagnostics.warning(at(span), code, std::move(message), std::move(hint));
}

model::Blocks read_markdown(base::SourceLocation begin, model::Value const& site, base::Sources const& sources,
                            base::Diagnostics& diagnostics) {
  auto source = sources.text(begin.file);
  MarkdownFile markdown{begin.file, source, mark(source, begin.offset), site, diagnostics, {}, {}, 0};
  if (auto excess = find_excess(markdown.marked.text)) {
    report_excess(markdown, *excess);
    return {};
  }
  auto tree = parse_with_cmark(markdown.marked.text);
  auto blocks = read_blocks(markdown, tree.get(), 0);
  report_unused_footnotes(markdown);
  name_headings(markdown, blocks);
  return blocks;
}

}  // namespace tebiki::loading
