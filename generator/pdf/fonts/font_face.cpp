// A face: what it holds, and how text is shaped with it.
#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <new>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "model/drawing.hpp"
#include "pdf/fonts/fonts.hpp"

namespace tebiki::pdf {

namespace {

[[noreturn]] void refuse(model::FontFamily const& family, FontFile const& file, char const* ja, char const* en) {
  base::rule_out_lack_of_memory();
  throw base::Failure(
      {fmt::format("フォント「{}」（{}）{}。パッケージ「{}」を入れ直してください。", family.name, file.path, ja,
                   family.package),
       fmt::format("the font “{}” ({}) {}; reinstall the package “{}”", family.name, file.path, en, family.package)});
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  auto* table = hb_face_reference_table(face, tag);
  bool present = hb_blob_get_length(table) > 0;
  hb_blob_destroy(table);
  return present;
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
  postscript_name = pdf::postscript_name(face.get());
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

namespace {

/// How far the mark's ink reaches into the corner of the base's ink, and the blank behind it; thousandths of an em.
constexpr float overlap = 90;
constexpr float blank_behind = 30;

/// Left and right edge of a glyph's ink, from its origin, in thousandths.
struct Ink {
  float left = 0, right = 0;
};

Ink ink_of(Fonts::Face const& face, std::uint16_t glyph) {
  hb_glyph_extents_t extents{};
  hb_font_get_glyph_extents(face.font.get(), glyph, &extents);
  float scale = 1000.0F / float(face.units_per_em);
  return {float(extents.x_bearing) * scale, float(extents.x_bearing + extents.width) * scale};
}

bool is_voicing_mark(Fonts::Face const& face, std::uint16_t glyph) {
  for (hb_codepoint_t mark : {0x3099, 0x309A})
    if (hb_codepoint_t found = 0; hb_font_get_nominal_glyph(face.font.get(), mark, &found) && found == glyph)
      return true;
  return false;
}

model::Point vertical_origin(Fonts::Face const& face, std::uint16_t glyph) {
  hb_position_t x = 0, y = 0;
  hb_font_get_glyph_v_origin(face.font.get(), glyph, &x, &y);
  double scale = 1000.0 / face.units_per_em;
  return {x * scale, y * scale};
}

void place(Fonts::Face const& face, bool vertical, ShapedGlyph& base, ShapedGlyph& mark) {
  Ink mark_ink = ink_of(face, mark.glyph);
  float x = ink_of(face, base.glyph).right - overlap - mark_ink.left;
  if (vertical) {
    auto from = vertical_origin(face, base.glyph), to = vertical_origin(face, mark.glyph);
    mark.x_offset = base.x_offset + x + float(to.x - from.x);
    mark.y_offset = base.y_offset + base.advance + float(to.y - from.y);
    mark.advance = 0;
    return;
  }
  mark.x_offset = base.x_offset + x - base.advance;
  mark.y_offset = base.y_offset;
  mark.advance = std::max(0.0F, x + mark_ink.right + blank_behind - base.advance);
}

void place_voicing_marks(Fonts::Face const& face, bool vertical, std::vector<ShapedGlyph>& glyphs, std::size_t first) {
  for (auto i = first + 1; i < glyphs.size(); ++i) {
    bool one_cluster = glyphs[i].cluster == glyphs[i - 1].cluster;
    if (one_cluster && is_voicing_mark(face, glyphs[i].glyph)) place(face, vertical, glyphs[i - 1], glyphs[i]);
  }
}

/// A character and the marks or selectors that follow it, which must come from one font.
struct TextCluster {
  std::uint32_t offset = 0;  ///< byte of the text
  std::u32string characters;
};

bool joins_previous(char32_t c) {
  if (c < 0x300) return false;
  if (is_invisible(c)) return true;
  auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
  return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

/// Walks a text cluster by cluster.
class TextClusters {
 public:
  explicit TextClusters(std::string_view text) : text_(text) {}
  /// Moves to the next cluster; false at the end.
  bool next(TextCluster& cluster) {
    if (at_ >= text_.size()) return false;
    cluster.offset = std::uint32_t(at_);
    cluster.characters.assign(1, base::next_character(text_, at_));
    while (at_ < text_.size()) {
      std::size_t after = at_;
      char32_t mark = base::next_character(text_, after);
      if (!joins_previous(mark)) break;
      cluster.characters += mark;
      at_ = after;
    }
    return true;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

using Faces = std::vector<std::unique_ptr<Fonts::Face>>;

struct BufferRelease {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

/// One buffer a thread: making one costs more than shaping a word.
hb_buffer_t* empty_buffer(bool vertical) {
  thread_local std::unique_ptr<hb_buffer_t, BufferRelease> buffer{hb_buffer_create()};
  static hb_language_t const japanese = hb_language_from_string("ja", -1);
  hb_buffer_clear_contents(buffer.get());
  hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_direction(buffer.get(), vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
  hb_buffer_set_language(buffer.get(), japanese);
  hb_buffer_set_flags(buffer.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  return buffer.get();
}

/// Clusters of one face, collected until another face takes over.
class Segment {
 public:
  Segment(Faces const& faces, bool vertical, std::vector<ShapedGlyph>& to)
      : faces_(faces), vertical_(vertical), to_(to) {}

  void add(TextCluster const& cluster, FontId font) {
    if (font != font_) finish();
    font_ = font;
    if (font == FontId::none) {
      base::rule_out_lack_of_memory();
      to_.push_back({cluster.offset, 0, FontId::none, 1000, 0, 0});
      return;
    }
    if (!buffer_) buffer_ = empty_buffer(vertical_);
    for (char32_t c : cluster.characters) hb_buffer_add(buffer_, is_control(c) ? U' ' : c, cluster.offset);
  }

  void finish() {
    if (!buffer_) return;
    auto const& face = *faces_[std::size_t(font_)];
    hb_shape(face.font.get(), buffer_, nullptr, 0);
    if (!hb_buffer_allocation_successful(buffer_)) throw std::bad_alloc();
    unsigned count = 0;
    auto* infos = hb_buffer_get_glyph_infos(buffer_, &count);
    auto* positions = hb_buffer_get_glyph_positions(buffer_, &count);
    auto first = to_.size();
    for (unsigned i = 0; i < count; ++i) to_.push_back(shaped(face, infos[i], positions[i]));
    place_voicing_marks(face, vertical_, to_, first);
    buffer_ = nullptr;
  }

 private:
  ShapedGlyph shaped(Fonts::Face const& face, hb_glyph_info_t const& info, hb_glyph_position_t const& position) const {
    float scale = 1000.0F / float(face.units_per_em);
    ShapedGlyph glyph{info.cluster, std::uint16_t(info.codepoint), font_, 0, 0, 0};
    hb_position_t x = 0, y = 0;
    if (vertical_) hb_font_get_glyph_v_origin(face.font.get(), info.codepoint, &x, &y);
    glyph.advance = float(vertical_ ? -position.y_advance : position.x_advance) * scale;
    glyph.x_offset = float(position.x_offset + x) * scale;
    glyph.y_offset = float(position.y_offset + y) * scale;
    return glyph;
  }

  Faces const& faces_;
  bool vertical_;
  std::vector<ShapedGlyph>& to_;
  FontId font_ = FontId::none;
  hb_buffer_t* buffer_ = nullptr;
};

bool can_be_set(char32_t c) { return !complex_writing_system(c) && !is_private_use(c); }

FontId first_covering(std::u32string_view cluster, Faces const& faces, std::vector<FontId> const& candidates) {
  if (!std::all_of(cluster.begin(), cluster.end(), can_be_set)) return FontId::none;
  for (FontId id : candidates)
    if (faces[std::size_t(id)]->covers(cluster)) return id;
  // A variation that no font knows is shown by its base character, as UTS #37 wants.
  for (std::size_t i = 1; i < cluster.size(); ++i)
    if (is_ideographic_variation(cluster[i])) return first_covering(cluster.substr(0, i), faces, candidates);
  return FontId::none;
}

}  // namespace

std::vector<ShapedGlyph> shape_text(std::string_view text, bool vertical, Faces const& faces,
                                    std::vector<FontId> const& candidates) {
  std::vector<ShapedGlyph> glyphs;
  glyphs.reserve(text.size() / 3 + 1);
  Segment segment(faces, vertical, glyphs);
  TextClusters clusters(text);
  for (TextCluster cluster; clusters.next(cluster);)
    segment.add(cluster, first_covering(cluster.characters, faces, candidates));
  segment.finish();
  return glyphs;
}

}  // namespace tebiki::pdf
