#include "loading/markdown/markdown.hpp"

#include <algorithm>
#include <bitset>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr char32_t first_private = 0xE000;
constexpr char32_t last_private = 0xF8FF;

/// The first `count` private-use characters that the text does not hold; fewer when it holds nearly all.
std::vector<std::string> unused_characters(std::string_view text, std::size_t count) {
  std::bitset<last_private - first_private + 1> used;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    if (byte != 0xEE && byte != 0xEF) continue;
    auto next = i;
    auto c = base::next_character(text, next);
    if (c >= first_private && c <= last_private) used.set(c - first_private);
  }
  std::vector<std::string> result;
  for (std::size_t i = 0; i < used.size() && result.size() < count; ++i) {
    if (!used[i]) base::append_utf8(result.emplace_back(), first_private + static_cast<char32_t>(i));
  }
  return result;
}

std::string without_control_characters(std::string_view text) {
  std::string result(text);
  std::replace_if(result.begin(), result.end(), base::is_control_character, ' ');
  return result;
}

std::vector<std::size_t> line_begins(std::string_view text) {
  std::vector<std::size_t> result{0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (ends) result.push_back(i + 1);
  }
  return result;
}

/// Put a mark at `at`, in place of `removed` bytes.
struct MarkEdit {
  std::size_t at = 0;
  Mark mark = Mark::gap;
  std::size_t removed = 0;
};
using MarkEdits = std::vector<MarkEdit>;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The bar of the ruby that begins at `brace`; npos when this is no ruby, but a cell of a table or just a brace.
std::size_t bar_of(std::string_view text, std::size_t brace) {
  if (is_escaped(text, brace) || (brace > 0 && text[brace - 1] == '{')) return npos;
  auto bar = text.find_first_of("|{}\\`\r\n", brace + 1);
  if (bar == npos || text[bar] != '|') return npos;
  auto end = text.find_first_of("|{}\\`\r\n", bar + 1);
  if (end == npos || text[end] != '}') return npos;
  return is_blank(text[bar - 1]) || is_blank(text[bar + 1]) ? npos : bar;
}

/// The bars of `{base|reading}`.
void mark_ruby_bars(std::string_view text, MarkEdits& edits) {
  for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    auto bar = bar_of(text, at);
    if (bar != std::string_view::npos) edits.push_back({bar, Mark::bar, 1});
  }
}

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

/// CommonMark's flanking rules (§6.2) fail where a delimiter stands between Japanese letters and punctuation:
/// `**「重要」**です`. A letter between delimiter and punctuation makes them hold.
void mark_emphasis(std::string_view text, MarkEdits& edits) {
  for (auto begin = text.find_first_of("*~"); begin != std::string_view::npos;
       begin = text.find_first_of("*~", begin)) {
    auto end = std::min(text.find_first_not_of(text[begin], begin), text.size());
    if (text[begin] == '*' || end - begin == 2) mark_run(text, begin, end, edits);
    begin = end;
  }
}

/// Where cmark reads the address to its own end: `(…)` of a link, `<…>`, a link definition.
bool is_delimited(std::string_view text, std::size_t at) {
  auto before = text.substr(0, at);
  if (before.ends_with("](") || before.ends_with("<")) return true;
  auto last = before.find_last_not_of(" \t");
  return last != npos && last > 0 && before.substr(0, last + 1).ends_with("]:");
}

/// `https://example.jp/をご覧ください` ends before を.
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

MarkEdits edits_of(std::string_view text, MarkedText const& marked) {
  MarkEdits edits;
  if (!marked.gap.empty()) mark_bare_urls(text, edits);
  if (!marked.letter.empty()) mark_emphasis(text, edits);
  if (!marked.bar.empty()) mark_ruby_bars(text, edits);
  std::sort(edits.begin(), edits.end(),
            [](MarkEdit const& a, MarkEdit const& b) { return a.at != b.at ? a.at < b.at : a.mark < b.mark; });
  return edits;
}

}  // namespace

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t backslashes = 0;
  while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

std::string_view MarkedText::line(std::size_t number) const {
  if (number == 0 || number > lines.size()) return {};
  auto begin = lines[number - 1];
  auto end = number < lines.size() ? lines[number] : text.size();
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return std::string_view(text).substr(begin, end - begin);
}

std::size_t MarkedText::line_begin(std::size_t number) const {
  if (number == 0) return 0;
  return number > lines.size() ? text.size() : lines[number - 1];
}

std::string const& MarkedText::written(Mark mark) const {
  if (mark == Mark::gap) return gap;
  return mark == Mark::letter ? letter : bar;
}

std::optional<Mark> MarkedText::mark_at(std::string_view piece) const {
  if (!gap.empty() && piece.starts_with(gap)) return Mark::gap;
  if (!letter.empty() && piece.starts_with(letter)) return Mark::letter;
  if (!bar.empty() && piece.starts_with(bar)) return Mark::bar;
  return std::nullopt;
}

std::string MarkedText::without_marks(std::string_view piece) const {
  std::string result;
  result.reserve(piece.size());
  for (std::size_t i = 0; i < piece.size();) {
    auto mark = mark_at(piece.substr(i));
    if (!mark) result += piece[i];
    if (mark == Mark::bar) result += '|';
    i += mark ? length(*mark) : 1;
  }
  return result;
}

MarkedText mark(std::string_view file_text, std::size_t begin) {
  auto body = without_control_characters(file_text.substr(std::min(begin, file_text.size())));
  auto unused = unused_characters(body, 3);
  MarkedText marked;
  if (!unused.empty()) marked.letter = unused[0];
  if (unused.size() > 1) marked.bar = unused[1];
  if (unused.size() > 2) marked.gap = ' ' + unused[2];
  marked.map.add(0, begin);
  std::size_t done = 0;
  for (auto const& edit : edits_of(body, marked)) {
    marked.text.append(body, done, edit.at - done);
    marked.text += marked.written(edit.mark);
    done = edit.at + edit.removed;
    marked.map.add(marked.text.size(), begin + done);
  }
  marked.text.append(body, done);
  marked.lines = line_begins(marked.text);
  return marked;
}

}  // namespace tebiki::loading
