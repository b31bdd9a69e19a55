#include "loading/markdown/link_syntax.hpp"

#include <algorithm>

namespace tebiki::loading {
namespace {

constexpr auto npos = std::string_view::npos;

std::size_t skip_blanks(std::string_view content, std::size_t at) {
  return std::min(content.find_first_not_of(" \t\r\n", at), content.size());
}

/// The next of `stops` that is not escaped; npos when there is none.
std::size_t find_unescaped(std::string_view content, std::string_view stops, std::size_t at) {
  for (; at < content.size(); ++at) {
    if (stops.find(content[at]) != npos) return at;
    if (content[at] == '\\' && at + 1 < content.size() && is_ascii_punctuation(content[at + 1])) ++at;
  }
  return npos;
}

/// Behind the address that begins at `at`; npos when it is none.
std::size_t address_end(std::string_view content, std::size_t at) {
  if (at < content.size() && content[at] == '<') {
    auto end = find_unescaped(content, "<>\r\n", at + 1);
    return end != npos && content[end] == '>' ? end + 1 : npos;
  }
  int open = 0;
  while ((at = find_unescaped(content, "() \t\r\n", at)) != npos) {
    if (content[at] == '(') {
      if (++open > 32) return npos;
    } else if (content[at] != ')' || open-- == 0) {
      return at;
    }
    ++at;
  }
  return npos;
}

std::size_t title_end(std::string_view content, std::size_t at) {
  if (at >= content.size()) return npos;
  auto closing = content[at] == '(' ? std::string_view(")") : content.substr(at, 1);
  if (closing != ")" && closing != "\"" && closing != "'") return npos;
  auto end = find_unescaped(content, closing, at + 1);
  return end == npos ? npos : end + 1;
}

}  // namespace

std::optional<LinkTail> inline_link_tail(std::string_view content, std::size_t at) {
  if (at >= content.size() || content[at] != '(') return std::nullopt;
  auto address = skip_blanks(content, at + 1);
  auto end = address_end(content, address);
  if (end == npos) return std::nullopt;
  at = skip_blanks(content, end);
  if (at > end) {
    if (auto behind_title = title_end(content, at); behind_title != npos) at = skip_blanks(content, behind_title);
  }
  if (at >= content.size() || content[at] != ')') return std::nullopt;
  bool angled = address < content.size() && content[address] == '<';
  return LinkTail{angled ? address + 1 : address, at + 1};
}

std::optional<std::size_t> link_label_end(std::string_view content, std::size_t at) {
  if (at >= content.size() || content[at] != '[') return std::nullopt;
  constexpr std::size_t longest = 1001;
  auto end = find_unescaped(content.substr(0, std::min(content.size(), at + longest)), "[]", at + 1);
  if (end == npos || content[end] != ']') return std::nullopt;
  return end + 1;
}

}  // namespace tebiki::loading
