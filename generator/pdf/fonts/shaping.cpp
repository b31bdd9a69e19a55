#include <hb.h>

#include <algorithm>
#include <new>

#include "base/diagnostics.hpp"
#include "model/drawing.hpp"
#include "pdf/fonts/characters.hpp"
#include "pdf/fonts/font_face.hpp"

namespace tebiki::pdf {

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

}  // namespace

void place_voicing_marks(Fonts::Face const& face, bool vertical, std::vector<ShapedGlyph>& glyphs, std::size_t first) {
  for (auto i = first + 1; i < glyphs.size(); ++i) {
    bool one_cluster = glyphs[i].cluster == glyphs[i - 1].cluster;
    if (one_cluster && is_voicing_mark(face, glyphs[i].glyph)) place(face, vertical, glyphs[i - 1], glyphs[i]);
  }
}

namespace {

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
