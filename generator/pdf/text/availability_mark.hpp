#pragma once
#include <vector>

#include "pdf/layout/layout_context.hpp"
#include "pdf/tagging/local_tags.hpp"

namespace tebiki::pdf {

/// Side of the square that a mark takes in text of that size, in points.
double answer_mark_side(double size);

/// ○ white on green, △ outlined, × on grey, — underlined: told apart by shape, word and grey value, not by colour
/// alone. The glyph carries `tag`; the square around it is decoration. `x` is its left edge on the baseline.
std::vector<Item> availability_mark(LayoutContext const& context, model::Availability answer, double size, double x,
                                    double baseline, TagId tag);

}  // namespace tebiki::pdf
