#pragma once
#include <random>
#include <string>

namespace tebiki::base {

/// Bytes that mean something to JSON, CSV, YAML, Markdown or Mustache, and some that mean nothing anywhere.
inline constexpr char damaging_bytes[] = "{}[]\",:\\\n\r-#*_`|!<>&'%@=\t 09aé\0\xff\xe3\x81\x80\xf0\x9f";

/// The text cut off, with a piece missing, with a piece twice, or with some bytes exchanged.
inline std::string damaged(std::string text, std::mt19937& random) {
  auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  switch (below(4)) {
    case 0:
      return text.substr(0, below(text.size() + 1));
    case 1:
      return text.erase(below(text.size() + 1), below(40));
    case 2:
      return text.insert(below(text.size() + 1), text.substr(below(text.size() + 1), below(60)));
    default:
      break;
  }
  for (std::size_t i = 0; i <= below(8) && !text.empty(); ++i)
    text[below(text.size())] = damaging_bytes[below(sizeof damaging_bytes)];
  return text;
}

}  // namespace tebiki::base
