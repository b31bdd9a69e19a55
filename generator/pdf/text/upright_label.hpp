#pragma once
#include <string>
#include <vector>

#include "pdf/frames.hpp"
#include "pdf/layout/layout_context.hpp"
#include "pdf/text/inline_text.hpp"

namespace tebiki::pdf {

/// A label set from top to bottom, in one line or two side by side, the first at the right.
struct UprightLabel {
  std::vector<std::string> lines;
  double length = 0;  ///< of the longest line, in points
};

/// Parts a label that is longer than `longest` at the phrase nearest to its middle.
UprightLabel upright_label(Fonts const& fonts, std::string const& text, TextLook look, double longest);
/// Its runs, around the middle of a column, down from `top`.
std::vector<TextRun> upright_runs(Fonts const& fonts, UprightLabel const& label, TextLook look, double middle,
                                  double top, TagId tag);

}  // namespace tebiki::pdf
