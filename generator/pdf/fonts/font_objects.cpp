#include "pdf/fonts/font_objects.hpp"

#include <fmt/format.h>

#include "base/parallel.hpp"
#include "pdf/fonts/glyph_widths.hpp"
#include "pdf/painting/text_painter.hpp"

namespace tebiki::pdf {
namespace {

std::string type0(FontProgram const& program, char const* encoding, ObjectNumber descendant, ObjectNumber to_unicode) {
  return fmt::format("/Type/Font/Subtype/Type0/BaseFont/{}/Encoding/{}/DescendantFonts[{}]/ToUnicode {}", program.name,
                     encoding, reference(descendant), reference(to_unicode));
}

/// One face; the horizontal and the vertical font share descriptor, widths and text.
std::string add_font(FontId id, FontProgram const& program, GlyphUsage::Face const& used, PdfDocument& document) {
  auto file = document.add_stream(fmt::format("/Filter/FlateDecode/Length1 {}\n", program.length), program.file);
  auto descriptor = document.add(fmt::format("{}/FontFile2 {}", program.descriptor, reference(file)));
  auto to_unicode = document.add_stream("/Filter/FlateDecode\n", program.to_unicode);
  auto descendant = document.add(fmt::format(
      "/Type/Font/Subtype/CIDFontType2/BaseFont/{}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
      "/FontDescriptor {}/CIDToGIDMap/Identity/DW 1000{}{}",
      program.name, reference(descriptor), horizontal_widths(used),
      used.vertical.empty() ? "" : vertical_widths(used)));
  std::string resources;
  auto add = [&](bool vertical) {
    auto font = document.add(type0(program, vertical ? "Identity-V" : "Identity-H", descendant, to_unicode));
    resources += fmt::format("/{} {}", font_name(id, vertical), reference(font));
  };
  if (used.horizontal) add(false);
  if (!used.vertical.empty()) add(true);
  return resources;
}

}  // namespace

std::string add_fonts(Fonts const& fonts, GlyphUsage const& usage, PdfDocument& document, unsigned jobs,
                      Effort effort) {
  auto const& faces = usage.faces();
  std::vector<FontProgram> programs(faces.size());
  base::parallel_for(faces.size(), jobs, [&](std::size_t id) {
    if (faces[id].used()) programs[id] = make_font_program(*fonts.faces()[id], usage, faces[id], effort);
  });
  std::string resources;
  for (std::size_t id = 0; id < faces.size(); ++id)
    if (faces[id].used()) resources += add_font(FontId(id), programs[id], faces[id], document);
  return resources;
}

}  // namespace tebiki::pdf
