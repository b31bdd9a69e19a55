#include "pdf/layout/part_endings.hpp"

namespace tebiki::pdf {

namespace {

/// A last page that holds less than this share of one is almost empty …
constexpr double almost_empty = 0.3;
/// … and so many pages at most can take in what stands there.
constexpr std::size_t most_pages = 12;

/// What a part takes.
struct Extent {
  std::size_t pages = 0;
  double last = 0;  ///< how far down its last page something stands, in points
};

std::vector<Extent> extents_of(FilledPages const& filled, std::size_t parts) {
  std::vector<Extent> extents(parts);
  for (auto const& note : filled.notes) {
    if (note.part < 0) continue;
    auto& extent = extents[std::size_t(note.part)];
    ++extent.pages;
    extent.last = note.filled;
  }
  return extents;
}

}  // namespace

bool PartEndings::improve(FilledPages const& filled, Geometry const& geometry) {
  bool changed = false;
  auto extents = extents_of(filled, spacing_.size());
  for (std::size_t part = 0; part < spacing_.size(); ++part) {
    auto const& extent = extents[part];
    if (pages_[part] == 0) {
      pages_[part] = extent.pages;
      bool sparse = extent.last - geometry.top < almost_empty * geometry.text_height();
      if (!sparse || extent.pages < 2 || extent.pages > most_pages) continue;
      spacing_[part] = close;
      changed = true;
    } else if (spacing_[part] == close && extent.pages >= pages_[part]) {
      spacing_[part] = usual;
      changed = true;
    }
  }
  return changed;
}

}  // namespace tebiki::pdf
