#include "loading/markdown/marked_text.hpp"

namespace tebiki::loading {
namespace {

constexpr auto npos = std::string_view::npos;

/// Where cmark reads the address to its own end: `(…)` of a link, `<…>`, a link definition.
bool is_delimited(std::string_view text, std::size_t at) {
  auto before = text.substr(0, at);
  if (before.ends_with("](") || before.ends_with("<")) return true;
  auto last = before.find_last_not_of(" \t");
  return last != npos && last > 0 && before.substr(0, last + 1).ends_with("]:");
}

}  // namespace

void mark_bare_urls(std::string_view text, MarkEdits& edits) {
  for (auto at = text.find_first_of("hHwW"); at != npos; at = text.find_first_of("hHwW", at)) {
    auto rest = text.substr(at);
    bool address = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
    if (!address) {
      ++at;
      continue;
    }
    auto end = at;
    while (end < text.size() && text[end] > ' ' && text[end] < 0x7F && text[end] != '<') ++end;
    bool letter_follows = end < text.size() && (text[end] & 0x80) != 0;
    if (letter_follows && !is_delimited(text, at)) edits.push_back({end, Mark::gap, 0});
    at = end;
  }
}

}  // namespace tebiki::loading
