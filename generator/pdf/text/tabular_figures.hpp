#pragma once
#include "pdf/text/text_run.hpp"

namespace tebiki::pdf {

/// Text whose figures are all as wide as 0, so that numbers stand in columns: the body face's are proportional.
std::vector<TextRun> tabular_runs(Fonts const& fonts, std::string_view text, TextLook look, model::Point origin,
                                  TagId tag);
double tabular_width(Fonts const& fonts, std::string_view text, FontChoice font, double size);

}  // namespace tebiki::pdf
