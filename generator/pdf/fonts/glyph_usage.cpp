#include "pdf/fonts/glyph_usage.hpp"

#include <hb.h>

#include <cmath>

#include "pdf/fonts/font_face.hpp"
#include "pdf/text/text_clusters.hpp"
#include "support/unicode.hpp"

namespace tebiki::pdf {
namespace {

constexpr std::uint32_t first_long = 0x110000;

bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c < first_long); }

/// What is worth copying: blanks as blanks, nothing that only steers the setting, no blanks at the end of a line.
std::u32string copied_text(std::string_view text) {
  std::u32string copied;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = support::next_character(text, at);
    if (is_blank(c))
      copied += U' ';
    else if (!is_invisible(c) || is_ideographic_variation(c))
      copied += c;
  }
  while (copied.size() > 1 && copied.back() == U' ') copied.pop_back();
  return copied.empty() ? U" " : copied;
}

float tenths(float value) { return std::round(value * 10) / 10; }

}  // namespace

GlyphUsage::GlyphUsage(Fonts const& fonts) : fonts_(fonts), faces_(fonts.faces().size()) {}

std::uint32_t GlyphUsage::known(std::string_view text) const {
  std::u32string copied = copied_text(text);
  if (copied.size() == 1) return copied[0];
  auto found = long_numbers_.find(copied);
  return found == long_numbers_.end() ? 0 : found->second;
}

std::uint32_t GlyphUsage::remembered(std::string_view text) {
  if (std::uint32_t meaning = known(text)) return meaning;
  auto meaning = std::uint32_t(first_long + long_texts_.size());
  long_texts_.push_back(copied_text(text));
  long_numbers_[long_texts_.back()] = meaning;
  return meaning;
}

std::u32string GlyphUsage::meaning(std::uint32_t meaning) const {
  return meaning < first_long ? std::u32string(1, char32_t(meaning)) : long_texts_[meaning - first_long];
}

void GlyphUsage::add(TextRun const& run) {
  if (run.font == FontId::none || run.glyphs.empty()) return;
  auto& used = faces_.at(std::size_t(run.font));
  if (!used.used()) used.meanings.resize(0x10000);
  if (!run.vertical) used.horizontal = true;
  for_each_cluster(run, [&](GlyphCluster const& cluster) {
    std::uint32_t meaning = remembered(cluster.text);
    for (std::size_t i = cluster.first; i < cluster.end; ++i) {
      auto& slot = used.meanings[run.glyphs[i].glyph];
      if (slot == 0) slot = meaning;
      if (run.vertical) used.vertical.try_emplace(run.glyphs[i].glyph);
    }
  });
}

void GlyphUsage::settle() {
  for (std::size_t id = 0; id < faces_.size(); ++id) {
    auto& used = faces_[id];
    if (!used.used()) continue;
    auto const& face = *fonts_.faces()[id];
    float scale = 1000.0F / float(face.units_per_em);
    used.widths.resize(used.meanings.size());
    for (std::size_t glyph = 0; glyph < used.meanings.size(); ++glyph)
      if (used.meanings[glyph])
        used.widths[glyph] = tenths(float(hb_font_get_glyph_h_advance(face.font.get(), hb_codepoint_t(glyph))) * scale);
    for (auto& [glyph, vertical] : used.vertical) {
      hb_position_t x = 0, y = 0;
      hb_font_get_glyph_v_origin(face.font.get(), glyph, &x, &y);
      vertical.advance = tenths(float(-hb_font_get_glyph_v_advance(face.font.get(), glyph)) * scale);
      vertical.origin_x = tenths(float(x) * scale);
      vertical.origin_y = tenths(float(y) * scale);
    }
  }
}

bool GlyphUsage::needs_actual_text(TextRun const& run, GlyphCluster const& cluster) const {
  std::uint32_t meaning = known(cluster.text);
  bool several = cluster.end - cluster.first > 1;
  return several || face(run.font).meanings[run.glyphs[cluster.first].glyph] != meaning || is_private(meaning);
}

VerticalGlyph GlyphUsage::vertical(FontId font, std::uint16_t glyph) const {
  auto const& glyphs = face(font).vertical;
  auto found = glyphs.find(glyph);
  return found == glyphs.end() ? VerticalGlyph{} : found->second;
}

bool GlyphUsage::is_made_bold(FontId font) const { return fonts_.faces()[std::size_t(font)]->weight == Weight::made; }

}  // namespace tebiki::pdf
