#pragma once
#include <string_view>
#include <vector>

#include "pdf/frames.hpp"
#include "pdf/text/inline_text.hpp"

namespace tebiki::pdf {

/// Short words on one line as their font sets them, without line breaking or spacing of punctuation:
/// page numbers, tabs, marks. One run for each face. Vertical text goes down from the middle of its origin.
std::vector<TextRun> text_runs(Fonts const& fonts, std::string_view text, TextLook look, model::Point origin,
                               TagId tag);
/// Their extent along the line, in points.
double text_width(Fonts const& fonts, std::string_view text, FontChoice font, double size);

}  // namespace tebiki::pdf
