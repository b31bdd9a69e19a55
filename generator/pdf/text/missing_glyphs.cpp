#include "pdf/text/missing_glyphs.hpp"

#include <fmt/format.h>

#include "support/unicode.hpp"

namespace tebiki::pdf {

void report_missing_glyph(LayoutContext const& context, std::string_view text, support::Position at) {
  std::size_t next = 0;
  char32_t character = support::next_character(text, next);
  auto shown = text.substr(0, next);
  auto code = fmt::format("U+{:04X}", std::uint32_t(character));
  context.diagnostics.error(
      at, "no-font-for-character",
      {fmt::format("文字「{}」（{}）を持つフォントがないため、印刷できません", shown, code),
       fmt::format("no font has the character '{}' ({}), so it cannot be printed", shown, code)},
      {"別の字に置きかえるか、その字を持つフォントを templates/print/standard.json の fonts に加えてください",
       "use another character, or add a font that has it to the fonts in templates/print/standard.json"});
}

void report_missing_glyphs(LayoutContext const& context, std::string_view text, FontChoice font, support::Position at) {
  for (auto const& glyph : context.fonts.shape(text, font))
    if (glyph.font == FontId::none) report_missing_glyph(context, text.substr(glyph.cluster), at);
}

}  // namespace tebiki::pdf
