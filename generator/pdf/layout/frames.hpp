/// Laid-out pages as plain values. Lengths are points, the origin is the page's top left, y grows downwards.
/// Painting never lays out.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/images.hpp"
#include "model/documents.hpp"
#include "model/print_style.hpp"
#include "pdf/fonts/fonts.hpp"
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

/// How many pixels each picture needs for its largest place, at 300 to the inch, which is as fine as printers show.
std::map<std::string, base::PixelSize> printed_sizes(Frames const& frames);

/// Breaks the booklet into pages: cover, contents, parts, index.
/// Never splits an entry, nor a table row unless it is taller than a page. Linear in blocks.
/// Characters that cannot be printed are added to `unprintable`, which is to be reported when all booklets are laid
/// out. Errors: an image or page number that cannot be had.
Frames lay_out(model::Booklet const& booklet, model::Site const& site, model::PrintStyle const& style,
               Fonts const& fonts, unsigned jobs, Unprintable& unprintable, base::Diagnostics& diagnostics);

/// Looks at every page as it will be painted: text that leaves the paper, or two texts of which one covers the other,
/// is an error at the place where it was written, or else at the publication. Marks that hang over the edge of the
/// column, readings above their words and glyphs that touch are no mistakes. n log n in the runs of a page, on several
/// threads; what is told does not depend on their number.
void check_frames(Frames const& frames, model::Booklet const& booklet, unsigned jobs, base::Diagnostics& diagnostics);

}  // namespace tebiki::pdf
