#include "pdf/fonts/font_face.hpp"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include "base/diagnostics.hpp"
#include "pdf/fonts/characters.hpp"

namespace tebiki::pdf {

namespace {

[[noreturn]] void refuse(model::FontFamily const& family, FontFile const& file, char const* ja, char const* en) {
  base::rule_out_lack_of_memory();
  throw base::Failure(
      {fmt::format("フォント「{}」（{}）{}。パッケージ「{}」を入れ直してください。", family.name, file.path, ja,
                   family.package),
       fmt::format("the font '{}' ({}) {}; reinstall the package '{}'", family.name, file.path, en, family.package)});
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  auto* table = hb_face_reference_table(face, tag);
  bool present = hb_blob_get_length(table) > 0;
  hb_blob_destroy(table);
  return present;
}

float metric(hb_font_t* font, hb_ot_metrics_tag_t tag, float otherwise, unsigned units_per_em) {
  hb_position_t value = 0;
  if (!hb_ot_metrics_get_position(font, tag, &value)) return otherwise;
  return float(value) * 1000.0F / float(units_per_em);
}

}  // namespace

void HarfBuzzRelease::operator()(hb_face_t* face) const { hb_face_destroy(face); }
void HarfBuzzRelease::operator()(hb_font_t* font) const { hb_font_destroy(font); }

Fonts::Face::Face(model::FontFamily const& family, FontFile found, Weight weight)
    : file(std::move(found)), weight(weight) {
  auto* blob = hb_blob_create_from_file_or_fail(file.path.c_str());
  if (!blob) refuse(family, file, "を読めません", "cannot be read");
  face.reset(hb_face_create(blob, file.index));
  hb_blob_destroy(blob);
  if (hb_face_get_glyph_count(face.get()) == 0) refuse(family, file, "は壊れています", "is damaged");
  if (!has_table(face.get(), HB_TAG('g', 'l', 'y', 'f')))
    refuse(family, file, "は TrueType 形式ではないため使えません", "has no TrueType outlines and cannot be used");
  units_per_em = hb_face_get_upem(face.get());
  hb_face_make_immutable(face.get());
  font.reset(hb_font_create(face.get()));
  hb_font_make_immutable(font.get());
}

bool Fonts::Face::has(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font.get(), character, &glyph);
}

bool Fonts::Face::covers(std::u32string_view cluster) const {
  char32_t base = cluster[0];
  if (is_blank(base) || is_invisible(base)) return true;  // HarfBuzz makes every blank from the space
  for (char32_t mark : cluster.substr(1)) {
    hb_codepoint_t glyph = 0;
    if (is_ideographic_variation(mark)) {
      if (!hb_font_get_variation_glyph(font.get(), base, mark, &glyph)) return false;
    } else if (hb_codepoint_t whole = 0;
               hb_unicode_compose(hb_unicode_funcs_get_default(), base, mark, &whole) && has(whole)) {
      base = whole;
    } else if (!is_invisible(mark) && !has(mark)) {
      return false;
    }
  }
  return has(base);
}

FontMetrics Fonts::Face::metrics() const {
  FontMetrics const usual;
  return {metric(font.get(), HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, usual.ascent, units_per_em),
          -metric(font.get(), HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -usual.descent, units_per_em),
          metric(font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, usual.cap_height, units_per_em)};
}

}  // namespace tebiki::pdf
