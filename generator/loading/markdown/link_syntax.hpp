#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace tebiki::loading {

constexpr bool is_ascii_punctuation(char c) {
  return (c > 0x20 && c < 0x30) || (c > 0x39 && c < 0x41) || (c > 0x5A && c < 0x61) || (c > 0x7A && c < 0x7F);
}

/// `(address "title")` behind the words of a link (CommonMark §6.3).
struct LinkTail {
  std::size_t address = 0;  ///< where the address begins
  std::size_t end = 0;      ///< behind the closing parenthesis
};
std::optional<LinkTail> inline_link_tail(std::string_view content, std::size_t at);

/// Behind the `[label]` that stands at `at`.
std::optional<std::size_t> link_label_end(std::string_view content, std::size_t at);

}  // namespace tebiki::loading
