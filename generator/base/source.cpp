#include "base/source.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace tebiki::base {
namespace {

/// CRLF, LF and a lone CR each end a line.
std::vector<std::uint32_t> line_begins_of(std::string_view text) {
  std::vector<std::uint32_t> begins{0};
  for (auto at = text.find_first_of("\r\n"); at != std::string_view::npos; at = text.find_first_of("\r\n", at + 1)) {
    bool const first_of_two = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (!first_of_two) begins.push_back(std::uint32_t(at + 1));
  }
  return begins;
}

}  // namespace

FileId Sources::add(std::string path, std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::lock_guard lock(mutex_);
  files_.push_back({std::move(path), std::move(text), {}, {}});
  return FileId(files_.size() - 1);
}

std::string const& Sources::path(FileId file) const {
  std::lock_guard lock(mutex_);
  return files_.at(std::size_t(file)).path;
}

std::string_view Sources::text(FileId file) const {
  std::lock_guard lock(mutex_);
  return files_.at(std::size_t(file)).text;
}

LineColumn Sources::place(SourceLocation position) const {
  std::lock_guard lock(mutex_);
  auto& file = files_.at(std::size_t(position.file));
  if (file.line_begins.empty()) file.line_begins = line_begins_of(file.text);
  std::string_view const all = file.text;
  auto const offset = std::uint32_t(std::min<std::size_t>(position.offset, all.size()));
  auto const after = std::upper_bound(file.line_begins.begin(), file.line_begins.end(), offset);
  auto const begin = *std::prev(after);
  auto end = after == file.line_begins.end() ? all.size() : *after;
  while (end > begin && (all[end - 1] == '\r' || all[end - 1] == '\n')) --end;
  // Most are asked for in their order: count on from the last one, so that long lines are counted once.
  auto& counted = file.counted;
  if (counted.begin != begin || counted.offset > offset) counted = {begin, begin, 0};
  counted.characters += character_count(all.substr(counted.offset, offset - counted.offset));
  counted.offset = offset;
  LineColumn place;
  place.line = std::size_t(after - file.line_begins.begin());
  place.source_line = all.substr(begin, end - begin);
  place.column = counted.characters + 1;
  place.length = std::min<std::size_t>(position.length, std::max(std::size_t(offset), end) - offset);
  return place;
}

}  // namespace tebiki::base
