#pragma once
#include <string>
#include <vector>

#include "pdf/frames.hpp"
#include "pdf/layout/layout_context.hpp"
#include "pdf/text/inline_text.hpp"

namespace tebiki::pdf {

/// What an upright label may take; lengths are points.
struct UprightRoom {
  double longest = 0;
  std::size_t most_lines = 2;
  double least_size = 9;
};

/// A label set from top to bottom, in lines side by side, the first at the right.
struct UprightLabel {
  std::vector<std::string> lines;
  TextLook look;
  double length = 0;  ///< of the longest line, in points
  bool shortened = false;

  /// Across the lines, with a little at either side, in points.
  double breadth() const;
};

/// Parts a label that is longer than there is room between phrases; what is too long then gets smaller, and in the end
/// is shortened with “…”.
UprightLabel upright_label(Fonts const& fonts, std::string const& text, TextLook look, UprightRoom const& room);
/// Its runs, around the middle of a column, down from `top`.
std::vector<TextRun> upright_runs(Fonts const& fonts, UprightLabel const& label, double middle, double top, TagId tag);

}  // namespace tebiki::pdf
