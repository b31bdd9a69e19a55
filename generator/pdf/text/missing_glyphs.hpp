#pragma once
#include <string_view>

#include "pdf/layout/layout_context.hpp"

namespace tebiki::pdf {

/// Errors: the character at the beginning of `text` is one that no font has.
void report_missing_glyph(LayoutContext const& context, std::string_view text, support::Position at);

/// Reports every character of a text that no font of the choice has, for words that are set without a paragraph.
void report_missing_glyphs(LayoutContext const& context, std::string_view text, FontChoice font, support::Position at);

}  // namespace tebiki::pdf
