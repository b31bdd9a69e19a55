/// Short words and marks that stand without a paragraph.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pdf/tagging/structure_tree.hpp"
#include "pdf/text/items.hpp"
#include "pdf/text/styled_text.hpp"

namespace tebiki::pdf {

/// Words that must stand on one line, as they will be set.
struct FittedLine {
  std::string words;
  TextLook look;     ///< with the size that they got
  double width = 0;  ///< points; at most what there was, but for a number that is wider
};

/// Makes words fit: first the type gets smaller, down to `least` points; then the end of the words gives way to “…”,
/// but never part of a number. Linear in the words, times the logarithm where they are shortened.
FittedLine fit_line(Fonts const& fonts, std::string_view words, TextLook look, double width, double least);

/// The beginning of the words, of at most so many bytes, and “…”; numbers stay whole. All where no such beginning is.
std::string shortened(std::string_view words, std::size_t bytes);

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

/// Side of the square that a mark takes in text of that size, in points.
double availability_mark_side(model::PrintStyle const& style, double size);

/// ○ white on green, △ outlined, × on grey, — underlined: told apart by shape, word and grey value, not by colour
/// alone. The glyph carries `tag`; the square around it is decoration. `x` is its left edge on the baseline.
std::vector<Item> availability_mark(TextContext const& context, model::Availability answer, double size, double x,
                                    double baseline, TagId tag);

}  // namespace tebiki::pdf
