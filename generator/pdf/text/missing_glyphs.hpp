#pragma once
#include <string_view>

#include "pdf/layout/layout_context.hpp"

namespace tebiki::pdf {

/// Notes every character of a text that cannot be printed, for words that are set without a paragraph.
/// `at` is where the text begins, or before.
void report_missing_glyphs(LayoutContext const& context, std::string_view text, FontChoice font,
                           base::SourceLocation at);

}  // namespace tebiki::pdf
