#pragma once
#include <vector>

#include "model/document.hpp"
#include "pdf/text/shaped_text.hpp"
#include "pdf/text/styled_text.hpp"

namespace tebiki::pdf {

/// How a paragraph is to be set. Lengths are points.
struct Setting {
  double width = 0;
  double leading = 20.4;
  model::Alignment alignment = model::Alignment::start;
  Fit fit = Fit::ragged;
  base::LineBreaking breaking = base::LineBreaking::strict;
};

/// One line, placed from its own top left; tags are local to the paragraph.
struct Line {
  double height = 0;
  double baseline = 0;  ///< from the line's top
  double width = 0;     ///< of its ink
  std::vector<Item> items;
  std::vector<LinkArea> links;
};

struct Lines {
  std::vector<Line> lines;
  LocalTags tags;

  double height() const;
};

/// Breaks and places a paragraph. Safe from several threads. Linear in its characters.
Lines set_lines(TextContext const& context, StyledText text, Setting const& setting);
Lines set_lines(TextContext const& context, StyledText text, ShapedText shaped, Setting const& setting);

}  // namespace tebiki::pdf
