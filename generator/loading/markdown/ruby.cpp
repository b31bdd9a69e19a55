#include "loading/markdown/marked_text.hpp"

namespace tebiki::loading {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The bar of the ruby that begins at `brace`; npos when this is no ruby, but a cell of a table or just a brace.
std::size_t bar_of(std::string_view text, std::size_t brace) {
  constexpr auto npos = std::string_view::npos;
  if (is_escaped(text, brace) || (brace > 0 && text[brace - 1] == '{')) return npos;
  auto bar = text.find_first_of("|{}\\`\r\n", brace + 1);
  if (bar == npos || text[bar] != '|') return npos;
  auto end = text.find_first_of("|{}\\`\r\n", bar + 1);
  if (end == npos || text[end] != '}') return npos;
  return is_blank(text[bar - 1]) || is_blank(text[bar + 1]) ? npos : bar;
}

}  // namespace

void mark_ruby_bars(std::string_view text, MarkEdits& edits) {
  for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    auto bar = bar_of(text, at);
    if (bar != std::string_view::npos) edits.push_back({bar, Mark::bar, 1});
  }
}

}  // namespace tebiki::loading
