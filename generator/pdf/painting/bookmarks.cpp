#include "pdf/painting/bookmarks.hpp"

namespace tebiki::pdf {

std::vector<Bookmark> bookmarks_of(std::vector<OutlineEntry> const& outline) {
  std::vector<Bookmark> result;
  for (auto const& entry : outline) {
    Bookmark bookmark{entry.title, entry.target, {}};
    bool below = entry.level > 1 && !result.empty();
    (below ? result.back().children : result).push_back(std::move(bookmark));
  }
  return result;
}

}  // namespace tebiki::pdf
