#include "pdf/fonts/font_embedding.hpp"

#include <fmt/format.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "base/diagnostics.hpp"
#include "base/parallel.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/fonts/fonts.hpp"

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

namespace {

constexpr float default_width = 1000;

bool usual(VerticalGlyph const& glyph, float width) {
  VerticalGlyph const normal;
  return glyph.advance == normal.advance && glyph.origin_y == normal.origin_y && glyph.origin_x == width / 2;
}

}  // namespace

std::string horizontal_widths(GlyphUsage::Face const& face) {
  std::string entries = "/W[";
  for (std::size_t glyph = 0, end = 0; glyph < face.meanings.size(); glyph = end) {
    end = glyph + 1;
    if (!face.meanings[glyph] || face.widths[glyph] == default_width) continue;
    append_integer(entries, std::int64_t(glyph));
    entries += '[';
    append_number(entries, face.widths[glyph]);
    for (; end < face.meanings.size() && face.meanings[end]; ++end) {
      entries += ' ';
      append_number(entries, face.widths[end]);
    }
    entries += ']';
  }
  return entries + "]";
}

std::string vertical_widths(GlyphUsage::Face const& face) {
  std::string entries = "/W2[";
  for (auto const& [glyph, vertical] : face.vertical) {
    if (usual(vertical, face.widths[glyph])) continue;
    append_integer(entries, glyph);
    entries += '[';
    append_number(entries, -vertical.advance);
    entries += ' ';
    append_number(entries, vertical.origin_x);
    entries += ' ';
    append_number(entries, vertical.origin_y);
    entries += ']';
  }
  return entries + "]";
}

namespace {

struct HarfBuzzFree {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
template <class T>
using Owned = std::unique_ptr<T, HarfBuzzFree>;

/// What a PDF viewer never reads in a font addressed by glyph (ISO 32000-1 §9.9).
constexpr hb_tag_t unneeded[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('J', 'S', 'T', 'F'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'),
    HB_TAG('V', 'O', 'R', 'G'), HB_TAG('O', 'S', '/', '2'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('D', 'S', 'I', 'G'), HB_TAG('m', 'e', 't', 'a')};

std::string subset(Fonts::Face const& face, GlyphUsage::Face const& used) {
  Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  Owned<hb_face_t> cut;
  if (input) {
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    for (hb_tag_t table : unneeded) hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), table);
    auto* glyphs = hb_subset_input_glyph_set(input.get());
    for (std::uint32_t glyph = 0; glyph < used.first_added; ++glyph)
      if (used.meanings[glyph]) hb_set_add(glyphs, glyph);
    for (auto const& added : used.added.all())
      for (auto const& part : used.added.parts(added.shape)) hb_set_add(glyphs, part.glyph);
    cut.reset(hb_subset_or_fail(face.face.get(), input.get()));
  }
  if (!cut) {
    base::rule_out_lack_of_memory();
    throw base::Failure({fmt::format("フォント「{}」から必要な文字を取り出せません。", face.file.path),
                         fmt::format("the font “{}” cannot be subset", face.file.path)});
  }
  Owned<hb_blob_t> blob(hb_face_reference_blob(cut.get()));
  unsigned length = 0;
  char const* bytes = hb_blob_get_data(blob.get(), &length);
  return {bytes, length};
}

/// The added glyphs in the units of the font.
std::vector<CompositeGlyph> composites(Fonts::Face const& face, AddedGlyphs const& added) {
  auto units = [&](float thousandths) { return std::lround(thousandths * float(face.units_per_em) / 1000); };
  std::vector<CompositeGlyph> result;
  for (auto const& glyph : added.all()) {
    CompositeGlyph composite{{}, std::uint16_t(units(glyph.width))};
    for (auto const& part : added.parts(glyph.shape))
      composite.parts.push_back({part.glyph, std::int16_t(units(part.x)), std::int16_t(units(part.y))});
    result.push_back(std::move(composite));
  }
  return result;
}

std::string font_file(Fonts::Face const& face, GlyphUsage::Face const& used, FurtherGlyphs const& further) {
  auto file = subset(face, used);
  FurtherGlyphs all{composites(face, used.added), further.units_per_em};
  all.glyphs.insert(all.glyphs.end(), further.glyphs.begin(), further.glyphs.end());
  return all.glyphs.empty() ? file : with_composites(file, face.font.get(), std::uint16_t(used.first_added), all);
}

/// xMin, yMin, xMax, yMax of the `head` table.
std::string bounding_box(Fonts::Face const& face) {
  Owned<hb_blob_t> head(hb_face_reference_table(face.face.get(), HB_TAG('h', 'e', 'a', 'd')));
  unsigned length = 0;
  auto const* bytes = reinterpret_cast<unsigned char const*>(hb_blob_get_data(head.get(), &length));
  std::string box;
  for (unsigned at = 36; at < 44; at += 2) {
    auto value = length >= 44 ? std::int16_t(bytes[at] << 8 | bytes[at + 1]) : std::int16_t(0);
    if (!box.empty()) box += ' ';
    append_integer(box, std::lround(value * 1000.0 / face.units_per_em));
  }
  return box;
}

std::string descriptor(Fonts::Face const& face, std::string const& name) {
  auto metrics = face.metrics();
  float weight = hb_style_get_value(face.font.get(), HB_STYLE_TAG_WEIGHT);
  // No font file names its stems; the weight gives a fair guess for viewers that replace the font.
  long stem = std::lround(50 + std::pow(weight / 65, 2));
  return fmt::format(
      "/Type/FontDescriptor/FontName/{}/Flags 4/FontBBox[{}]/ItalicAngle {}/Ascent {}/Descent {}/CapHeight {}/StemV {}",
      name, bounding_box(face), number(hb_style_get_value(face.font.get(), HB_STYLE_TAG_SLANT_ANGLE)),
      number(metrics.ascent), number(-metrics.descent), number(metrics.cap_height), stem);
}

}  // namespace

FontProgram make_font_program(Fonts::Face const& face, GlyphUsage const& usage, GlyphUsage::Face const& used,
                              Effort effort, FurtherGlyphs const& further) {
  FontProgram program;
  std::string file = font_file(face, used, further);
  ContentHash hash;
  hash.add(file);
  program.name = hash.subset_tag() + "+" + face.postscript_name;
  program.descriptor = descriptor(face, program.name);
  program.length = file.size();
  program.file = deflated(file, effort);
  program.to_unicode = deflated(to_unicode(usage, used), effort);
  return program;
}

EmbeddedFace::EmbeddedFace(FontProgram const& program, GlyphUsage::Face const& used, PdfDocument& document)
    : name_(program.name) {
  auto file = document.add_stream(fmt::format("/Filter/FlateDecode/Length1 {}\n", program.length), program.file);
  auto descriptor = document.add(fmt::format("{}/FontFile2 {}", program.descriptor, reference(file)));
  to_unicode_ = document.add_stream("/Filter/FlateDecode\n", program.to_unicode);
  descendant_ = document.add(fmt::format(
      "/Type/Font/Subtype/CIDFontType2/BaseFont/{}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
      "/FontDescriptor {}/CIDToGIDMap/Identity/DW 1000{}{}",
      program.name, reference(descriptor), horizontal_widths(used),
      used.vertical.empty() ? "" : vertical_widths(used)));
}

ObjectNumber EmbeddedFace::add(Direction direction, PdfDocument& document) const {
  return document.add(fmt::format("/Type/Font/Subtype/Type0/BaseFont/{}/Encoding/{}/DescendantFonts[{}]/ToUnicode {}",
                                  name_, direction == Direction::vertical ? "Identity-V" : "Identity-H",
                                  reference(descendant_), reference(to_unicode_)));
}

namespace {

/// Gives the entries of the /Font resource dictionary.
std::string add_font(FontId id, FontProgram const& program, GlyphUsage::Face const& used, PdfDocument& document) {
  EmbeddedFace const face(program, used, document);
  std::string resources;
  auto add = [&](EmbeddedFace::Direction direction) {
    bool const vertical = direction == EmbeddedFace::Direction::vertical;
    resources += fmt::format("/{} {}", font_name(id, vertical), reference(face.add(direction, document)));
  };
  if (used.horizontal) add(EmbeddedFace::Direction::horizontal);
  if (!used.vertical.empty()) add(EmbeddedFace::Direction::vertical);
  return resources;
}

}  // namespace

std::string font_name(FontId font, bool vertical) {
  return (vertical ? "V" : "F") + std::to_string(std::uint16_t(font));
}

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
