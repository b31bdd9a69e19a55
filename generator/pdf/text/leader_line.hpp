#pragma once
#include "pdf/layout/layout_blocks.hpp"

namespace tebiki::pdf {

/// A line of contents or index: words, dots, a page number at the right edge; all one link to the place.
struct LeaderLine {
  InlineText words;
  std::string number;
  std::string destination;
  model::TextStyle style;
  bool dots = true;
};

/// Sets the line `width` wide; the link's tags are below local tag 0 as Reference > Link.
Lines leader_line(LayoutContext const& context, LeaderLine line, double width);

}  // namespace tebiki::pdf
