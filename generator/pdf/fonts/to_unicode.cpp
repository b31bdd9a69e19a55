#include "pdf/fonts/to_unicode.hpp"

#include <algorithm>

#include "pdf/file/pdf_syntax.hpp"

namespace tebiki::pdf {
namespace {

constexpr std::size_t most_in_a_block = 100;  // CMap files allow no more (Adobe Technical Note 5014 §4)

constexpr char const* head =
    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
constexpr char const* foot = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";

}  // namespace

std::string to_unicode(GlyphUsage const& usage, GlyphUsage::Face const& face) {
  std::vector<std::uint16_t> glyphs;
  for (std::size_t glyph = 0; glyph < face.meanings.size(); ++glyph)
    if (face.meanings[glyph]) glyphs.push_back(std::uint16_t(glyph));

  std::string map = head;
  for (std::size_t from = 0; from < glyphs.size(); from += most_in_a_block) {
    std::size_t end = std::min(glyphs.size(), from + most_in_a_block);
    append_integer(map, std::int64_t(end - from));
    map += " beginbfchar\n";
    for (std::size_t i = from; i < end; ++i) {
      map += '<';
      append_hex(map, glyphs[i]);
      map += "><";
      for (char32_t c : usage.meaning(face.meanings[glyphs[i]])) append_utf16_hex(map, c);
      map += ">\n";
    }
    map += "endbfchar\n";
  }
  return map + foot;
}

}  // namespace tebiki::pdf
