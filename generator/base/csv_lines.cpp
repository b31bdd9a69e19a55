#include "base/csv_lines.hpp"

#include <algorithm>

namespace tebiki::base {
namespace {

constexpr auto npos = std::string_view::npos;

/// Behind the closing quotation mark of the cell that begins with one at `at`; `npos` when there is none.
std::size_t behind_quotes(std::string_view text, std::size_t at) {
  for (auto end = text.find('"', at + 1); end != npos; end = text.find('"', end + 2)) {
    if (end + 1 >= text.size() || text[end + 1] != '"') return end + 1;
  }
  return npos;
}

}  // namespace

char csv_separator(std::string_view text) {
  constexpr int looked_at = 5;
  std::size_t begin = 0;
  for (int i = 0; i < looked_at && begin < text.size(); ++i, begin = next_line(text, begin)) {
    auto const line = text.substr(begin, line_end(text, begin) - begin);
    if (line.find(',') != npos) return ',';
    if (line.find('\t') != npos) return '\t';
  }
  return text.substr(0, line_end(text, 0)).find(';') != npos ? ';' : ',';
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of("\r\n", at), text.size());
}

std::size_t next_line(std::string_view text, std::size_t at) {
  auto end = line_end(text, at);
  if (end < text.size() && text[end] == '\r') ++end;
  if (end < text.size() && text[end] == '\n') ++end;
  return end;
}

std::size_t cells_on_line(CsvText const& csv, std::size_t at) {
  auto line = csv.text.substr(at, line_end(csv.text, at) - at);
  std::size_t count = 1;
  for (std::size_t i = 0; i < line.size(); ++i) {
    bool begins = line[i] == '"' && (i == 0 || line[i - 1] == csv.separator);
    auto behind = begins ? behind_quotes(line, i) : npos;
    if (behind != npos) i = behind - 1;
    if (line[i] == csv.separator) ++count;
  }
  return count;
}

std::size_t cells_behind(CsvText const& csv, std::size_t at, std::size_t most) {
  auto const& [text, separator] = csv;
  std::size_t count = 0;
  while (at < text.size() && count < most) {
    if (text[at] == '\r' || text[at] == '\n') break;
    if (text[at++] != separator) continue;
    ++count;
    auto behind = at < text.size() && text[at] == '"' ? behind_quotes(text, at) : npos;
    if (behind != npos) at = behind;
  }
  return count;
}

}  // namespace tebiki::base
