#include "pdf/fonts/font_program.hpp"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <cmath>
#include <memory>

#include "base/failure.hpp"
#include "base/memory.hpp"
#include "pdf/file/content_hash.hpp"
#include "pdf/file/deflate.hpp"
#include "pdf/file/pdf_syntax.hpp"
#include "pdf/fonts/added_outlines.hpp"
#include "pdf/fonts/to_unicode.hpp"

namespace tebiki::pdf {
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
    throw base::Failure({fmt::format("フォント「{}」から必要な文字を取り出せません", face.file.path),
                         fmt::format("the font '{}' cannot be subset", face.file.path)});
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

std::string font_file(Fonts::Face const& face, GlyphUsage::Face const& used) {
  auto file = subset(face, used);
  auto added = composites(face, used.added);
  return added.empty() ? file : with_composites(file, face.font.get(), std::uint16_t(used.first_added), added);
}

std::string postscript_name(hb_face_t* face) {
  char text[128] = "";
  unsigned size = sizeof text;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, text);
  std::string name;
  for (char const* c = text; *c; ++c)
    if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') || *c == '-') name += *c;
  return name.empty() ? "Font" : name;
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
                              Effort effort) {
  FontProgram program;
  std::string file = font_file(face, used);
  ContentHash hash;
  hash.add(file);
  program.name = hash.subset_tag() + "+" + postscript_name(face.face.get());
  program.descriptor = descriptor(face, program.name);
  program.length = file.size();
  program.file = deflated(file, effort);
  program.to_unicode = deflated(to_unicode(usage, used), effort);
  return program;
}

}  // namespace tebiki::pdf
