#include "loading/markdown/marked_text.hpp"

#include <algorithm>
#include <bitset>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

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
