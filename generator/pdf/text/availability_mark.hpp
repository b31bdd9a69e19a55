#pragma once
#include <vector>

#include "pdf/tagging/structure_tree.hpp"
#include "pdf/text/styled_text.hpp"

namespace tebiki::pdf {

/// Side of the square that a mark takes in text of that size, in points.
double availability_mark_side(model::PrintStyle const& style, double size);

/// ○ white on green, △ outlined, × on grey, — underlined: told apart by shape, word and grey value, not by colour
/// alone. The glyph carries `tag`; the square around it is decoration. `x` is its left edge on the baseline.
std::vector<Item> availability_mark(TextContext const& context, model::Availability answer, double size, double x,
                                    double baseline, TagId tag);

}  // namespace tebiki::pdf
