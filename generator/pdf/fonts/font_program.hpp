#pragma once
#include <string>

#include "pdf/file/deflate.hpp"
#include "pdf/fonts/font_face.hpp"
#include "pdf/fonts/glyph_usage.hpp"

namespace tebiki::pdf {

/// Everything the file says of one face, ready to be added.
struct FontProgram {
  std::string name;        ///< `ABCDEF+BIZUDPGothic`
  std::string descriptor;  ///< entries of the FontDescriptor but for the font file
  std::size_t length = 0;  ///< of the font file before deflating
  std::string file;        ///< the subset, deflated
  std::string to_unicode;  ///< deflated
};

/// Cuts a face down to the glyphs in use. Glyphs keep their numbers, so that a CID is a glyph, and those that the
/// document adds follow; hinting, layout tables and names go. Safe to run for several faces at once.
/// Throws Failure naming the font file.
FontProgram make_font_program(Fonts::Face const& face, GlyphUsage const& usage, GlyphUsage::Face const& used,
                              Effort effort);

}  // namespace tebiki::pdf
