#include <algorithm>

#include "base/unicode.hpp"
#include "loading/markdown/marked_text.hpp"

namespace tebiki::loading {
namespace {

bool is_ascii_punctuation(char32_t c) {
  return (c > 0x20 && c < 0x30) || (c > 0x39 && c < 0x41) || (c > 0x5A && c < 0x61) || (c > 0x7A && c < 0x7F);
}

/// Written without blanks between words, so that a delimiter stands right beside it.
bool is_japanese(char32_t c) { return base::is_wide(c) && c != U'\u3000'; }

char32_t character_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  auto begin = offset - 1;
  while (begin > 0 && (text[begin] & 0xC0) == 0x80) --begin;
  return base::next_character(text, begin);
}

char32_t character_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? base::next_character(text, offset) : 0;
}

/// Whether `punctuation`, beside a delimiter with `other` on its far side, would keep it from working.
/// A letter beside `_` would keep that one from working.
bool hinders(char32_t punctuation, char32_t other) {
  if (base::is_cjk_punctuation(punctuation) && punctuation != U'\u3000') return true;
  return is_ascii_punctuation(punctuation) && punctuation != U'_' && is_japanese(other);
}

void mark_run(std::string_view text, std::size_t begin, std::size_t end, MarkEdits& edits) {
  bool escaped = is_escaped(text, begin);
  auto before = character_before(text, begin);
  auto after = character_at(text, end);
  // Between a backslash and what it escapes nothing may stand.
  if (!escaped && before != U'\\' && hinders(before, after)) edits.push_back({begin, Mark::letter, 0});
  if (hinders(after, before)) edits.push_back({end, Mark::letter, 0});
}

}  // namespace

void mark_emphasis(std::string_view text, MarkEdits& edits) {
  for (auto begin = text.find_first_of("*~"); begin != std::string_view::npos;
       begin = text.find_first_of("*~", begin)) {
    auto end = std::min(text.find_first_not_of(text[begin], begin), text.size());
    if (text[begin] == '*' || end - begin == 2) mark_run(text, begin, end, edits);
    begin = end;
  }
}

}  // namespace tebiki::loading
