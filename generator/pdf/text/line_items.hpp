#pragma once
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

/// Places the clusters of one line: a run for each look and face, drawn marks, readings, underlines, link areas.
/// The line is `leading` high, or more where a reading or picture needs it.
Line line_items(TextContext const& context, StyledText const& text, ShapedText const& shaped, LineRange const& range,
                std::vector<float> const& spaces, double leading);

}  // namespace tebiki::pdf
