#include "pdf/text/missing_glyphs.hpp"

#include "base/unicode.hpp"

namespace tebiki::pdf {

void report_missing_glyphs(LayoutContext const& context, std::string_view text, FontChoice font,
                           base::SourceLocation at) {
  for (auto const& glyph : context.fonts.shape(text, font)) {
    if (glyph.font != FontId::none) continue;
    std::size_t offset = glyph.cluster;
    context.unprintable.add(base::next_character(text, offset), font.list, at);
  }
}

}  // namespace tebiki::pdf
