#include <fmt/format.h>

#include "loading/markdown/markdown_file.hpp"

namespace tebiki::loading {
namespace {

/// The label of a footnote that a line begins with; empty when it begins with none.
std::string_view footnote_label(std::string_view line) {
  auto begin = std::min(line.find_first_not_of(" >"), line.size());
  auto rest = line.substr(begin);
  auto end = rest.find("]:");
  if (!rest.starts_with("[^") || end == std::string_view::npos || end < 3) return {};
  auto label = rest.substr(2, end - 2);
  return label.find_first_of("[] ") == std::string_view::npos ? label : std::string_view();
}

}  // namespace

void report_unused_footnotes(MarkdownFile& markdown) {
  auto const& marked = markdown.marked;
  for (std::size_t number = 1; number <= marked.lines.size(); ++number) {
    auto line = marked.line(number);
    auto label = marked.without_marks(footnote_label(line));
    if (label.empty() || markdown.used_lines.contains(static_cast<int>(number))) continue;
    markdown.warning(marked.line_begin(number) + line.find("[^"), "unused-footnote",
                     {fmt::format("脚注「{}」は本文のどこからも指されていないため、表示されません。", label),
                      fmt::format("Nothing refers to the footnote “{}”, so it is not shown.", label)},
                     {fmt::format("本文に「[^{}]」と書くか、脚注を消してください。", label),
                      fmt::format("Write [^{}] in the text, or remove the footnote.", label)});
  }
}

}  // namespace tebiki::loading
