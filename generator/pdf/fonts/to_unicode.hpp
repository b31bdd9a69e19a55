#pragma once
#include <string>

#include "pdf/fonts/glyph_usage.hpp"

namespace tebiki::pdf {

/// A ToUnicode CMap (ISO 32000-1 §9.10.3): what each used glyph of a face stands for, variation selectors and
/// supplementary characters included.
std::string to_unicode(GlyphUsage const& usage, GlyphUsage::Face const& face);

}  // namespace tebiki::pdf
