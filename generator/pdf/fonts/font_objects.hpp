#pragma once
#include <string>
#include <vector>

#include "pdf/file/pdf_document.hpp"
#include "pdf/fonts/font_program.hpp"
#include "pdf/fonts/glyph_usage.hpp"

namespace tebiki::pdf {

/// Adds every used face as Type0 fonts, `F<id>` for horizontal and `V<id>` for vertical text (ISO 32000-1 §9.7).
/// Gives the entries of the /Font resource dictionary. Faces are subset on up to `jobs` threads.
std::string add_fonts(Fonts const& fonts, GlyphUsage const& usage, PdfDocument& document, unsigned jobs, Effort effort);

}  // namespace tebiki::pdf
