#include "support/source.hpp"

#include <algorithm>

#include "support/unicode.hpp"

namespace tebiki::support {

FileId Sources::add(std::string path, std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::lock_guard lock(mutex_);
  files_.push_back({std::move(path), std::move(text)});
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

Place Sources::place(Position position) const {
  auto all = text(position.file);
  auto offset = std::min<std::size_t>(position.offset, all.size());
  auto before = all.substr(0, offset);
  // CRLF, LF and a lone CR each end a line.
  auto ends_line = [&](std::size_t i) {
    return all[i] == '\n' || (all[i] == '\r' && (i + 1 == all.size() || all[i + 1] != '\n'));
  };
  Place place;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (ends_line(i)) ++place.line, begin = i + 1;
  }
  auto end = all.find_first_of("\r\n", begin);
  place.source_line = all.substr(begin, end == std::string_view::npos ? end : end - begin);
  place.column = character_count(all.substr(begin, offset - begin)) + 1;
  return place;
}

}  // namespace tebiki::support
