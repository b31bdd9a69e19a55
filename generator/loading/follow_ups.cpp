#include "loading/follow_ups.hpp"

#include <algorithm>

#include "loading/files/content_folder.hpp"

namespace tebiki::loading {
namespace {

std::string without_ending(std::string const& path) {
  auto dot = path.find('.', path.rfind('/') + 1);
  return path.substr(0, dot);
}

/// Not `memo.txt`, but `taxis.csv.txt`, `taxis.xlsx` and what has the right ending in a wrong place.
bool may_be_content(std::string const& path) {
  auto holds = [&](std::string_view ending) { return path.find(ending, path.rfind('/') + 1) != path.npos; };
  return holds(".json") || holds(".csv") || holds(".CSV") || holds(".md") || is_spreadsheet(path) ||
         is_word_processor_file(path);
}

}  // namespace

void doubt_strays(std::vector<std::string> const& paths, Absent& absent) {
  for (auto const& path : paths) {
    absent.doubtful.push_back("images/" + path.substr(path.rfind('/') + 1));
    if (!may_be_content(path)) continue;
    auto name = without_ending(path);
    for (std::size_t start = 0; start < name.size();) {
      auto end = std::min(name.find('/', start), name.size());
      absent.doubtful.push_back(name.substr(start));
      absent.doubtful_owners.push_back(name.substr(start, end - start));
      start = end + 1;
    }
  }
}

}  // namespace tebiki::loading
