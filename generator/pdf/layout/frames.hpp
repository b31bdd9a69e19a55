/// Laid-out pages as plain values. Lengths are points, the origin is the page's top left, y grows downwards.
/// Painting never lays out; everything can be dumped as text.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "model/site.hpp"
#include "pdf/tagging/structure_tree.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

struct PageFrame {
  double width = 0;
  double height = 0;
  std::string label;        ///< the printed page number; empty on covers
  std::vector<Item> items;  ///< in the order of painting, which within a tag is the order of reading
  std::vector<LinkArea> links;
};

struct Destination {
  std::size_t page = 0;
  double y = 0;
};

struct Bookmark {
  std::string title;
  Destination target;
  std::vector<Bookmark> children;
};

struct Frames {
  std::vector<PageFrame> pages;
  StructureTree tags;
  std::map<std::string, Destination> destinations;  ///< by anchor
  std::vector<Bookmark> bookmarks;
};

/// Every item with its place, and the tag tree, as text: for golden files.
std::string dump(Frames const& frames);

/// Looks at every page as it will be painted: text that leaves the paper, or two texts of which one covers the other,
/// is an error at the place where it was written, or else at the publication. Marks that hang over the edge of the
/// column, readings above their words and glyphs that touch are no mistakes. n log n in the runs of a page, on several
/// threads; what is told does not depend on their number.
void check_frames(Frames const& frames, model::Publication const& publication, unsigned jobs,
                  base::Diagnostics& diagnostics);

}  // namespace tebiki::pdf
