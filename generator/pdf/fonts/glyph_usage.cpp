#include "pdf/fonts/font_embedding.hpp"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <cmath>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "pdf/fonts/fonts.hpp"

namespace tebiki::pdf {

namespace {

constexpr std::uint32_t first_composition = 0x10000;

/// The shape of a glyph of the face that stands at its own place.
std::optional<GlyphShape> lone(std::vector<GlyphPart> const& parts) {
  if (parts.size() == 1 && parts[0].x == 0 && parts[0].y == 0) return GlyphShape(parts[0].glyph);
  return {};
}

}  // namespace

std::vector<GlyphPart> AddedGlyphs::parts(GlyphShape shape) const {
  if (!is_composed(shape)) return {{std::uint16_t(shape), 0, 0}};
  return parts_[std::uint32_t(shape) - first_composition];
}

GlyphShape AddedGlyphs::shape(std::vector<GlyphPart> const& parts) {
  if (auto own = lone(parts)) return *own;
  auto [found, is_new] = compositions_.try_emplace(parts, GlyphShape(first_composition + parts_.size()));
  if (is_new) parts_.push_back(parts);
  return found->second;
}

std::optional<GlyphShape> AddedGlyphs::known_shape(std::vector<GlyphPart> const& parts) const {
  if (auto own = lone(parts)) return own;
  auto found = compositions_.find(parts);
  if (found == compositions_.end()) return {};
  return found->second;
}

std::uint64_t AddedGlyphs::key(AddedGlyph const& glyph) {
  return std::uint64_t(glyph.vertical) << 63 | std::uint64_t(glyph.shape) << 32 | glyph.meaning;
}

std::optional<std::uint16_t> AddedGlyphs::nearest(AddedGlyph const& wanted) const {
  auto found = by_use_.find(key(wanted));
  if (found == by_use_.end()) return {};
  auto away = [&](std::uint16_t index) { return std::abs(glyphs_[index].width - wanted.width); };
  return *std::min_element(found->second.begin(), found->second.end(),
                           [&](std::uint16_t a, std::uint16_t b) { return away(a) < away(b); });
}

void AddedGlyphs::add(AddedGlyph glyph) {
  by_use_[key(glyph)].push_back(std::uint16_t(glyphs_.size()));
  glyphs_.push_back(glyph);
}

namespace {

constexpr std::uint32_t first_long = 0x110000;
constexpr float unknown_width = -1;

/// What is worth copying: blanks as blanks, nothing that only steers the setting, no blanks at the end of a line.
std::u32string copied_text(std::string_view text) {
  std::u32string copied;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = base::next_character(text, at);
    if (is_blank(c))
      copied += U' ';
    else if (!is_invisible(c) || is_ideographic_variation(c))
      copied += c;
  }
  while (copied.size() > 1 && copied.back() == U' ') copied.pop_back();
  return copied.empty() ? U" " : copied;
}

float tenths(float value) { return std::round(value * 10) / 10; }

/// Readers of the file see a blank in a gap of a tenth of an em; some of it is left for rounding.
constexpr float closest_gap = 80;

bool fills(float width, float room) { return std::abs(width - room) <= closest_gap; }

/// From a cluster's place to that of the next one, in thousandths of the type size.
float room_of(TextRun const& run, GlyphCluster const& cluster) {
  float points = -run.glyphs[cluster.first].x_offset;
  for (std::size_t i = cluster.first; i < cluster.end; ++i) points += run.glyphs[i].advance;
  if (cluster.end < run.glyphs.size()) points += run.glyphs[cluster.end].x_offset;
  return std::max(0.0F, points * 1000 / run.size);
}

bool is_lone(GlyphCluster const& cluster) { return cluster.end - cluster.first == 1; }

/// Glyph numbers are 16 bits, and these few are kept for what cannot be shown without.
constexpr std::size_t most_numbers = 0xFFFF;
constexpr std::size_t kept_numbers = 0x400;

}  // namespace

GlyphUsage::GlyphUsage(Fonts const& fonts) : fonts_(fonts), faces_(fonts.faces().size()) {}

std::uint32_t GlyphUsage::known(std::string_view text) const {
  std::size_t end = 0;
  char32_t const first = text.empty() ? U' ' : base::next_character(text, end);
  if (end == text.size() && !is_invisible(first)) return is_blank(first) ? U' ' : first;
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

float GlyphUsage::own_width(FontId font, std::uint16_t glyph) {
  auto& width = faces_[std::size_t(font)].widths[glyph];
  if (width == unknown_width) {
    auto const& face = *fonts_.faces()[std::size_t(font)];
    width = tenths(float(hb_font_get_glyph_h_advance(face.font.get(), glyph)) * 1000 / float(face.units_per_em));
  }
  return width;
}

VerticalGlyph GlyphUsage::own_vertical(FontId font, std::uint16_t glyph) const {
  auto const& face = *fonts_.faces()[std::size_t(font)];
  float scale = 1000.0F / float(face.units_per_em);
  hb_position_t x = 0, y = 0;
  hb_font_get_glyph_v_origin(face.font.get(), glyph, &x, &y);
  return {tenths(float(-hb_font_get_glyph_v_advance(face.font.get(), glyph)) * scale), tenths(float(x) * scale),
          tenths(float(y) * scale)};
}

/// The glyphs of a cluster as seen from the place of the first.
std::vector<GlyphPart> GlyphUsage::parts(TextRun const& run, GlyphCluster const& cluster) const {
  std::vector<GlyphPart> parts;
  double scale = 1000 / double(run.size), laid = 0, first_x = 0, first_y = 0;
  for (std::size_t i = cluster.first; i < cluster.end; ++i) {
    auto const& glyph = run.glyphs[i];
    double x = glyph.x_offset * scale, y = glyph.y_offset * scale;
    if (run.vertical) {
      auto own = own_vertical(run.font, glyph.glyph);
      x -= own.origin_x;
      y -= own.origin_y + laid;
    } else {
      x += laid;
    }
    if (i == cluster.first) first_x = x, first_y = y;
    parts.push_back({glyph.glyph, std::int16_t(std::lround(x - first_x)), std::int16_t(std::lround(y - first_y))});
    laid += glyph.advance * scale;
  }
  return parts;
}

void GlyphUsage::add(TextRun const& run) {
  if (run.font == FontId::none || run.glyphs.empty() || run.size <= 0) return;
  auto& used = faces_.at(std::size_t(run.font));
  if (!used.used()) {
    used.meanings.resize(most_numbers + 1);
    used.widths.resize(most_numbers + 1, unknown_width);
  }
  if (!run.vertical) used.horizontal = true;
  for_each_cluster(run, [&](GlyphCluster const& cluster) { add(run, cluster); });
}

void GlyphUsage::add(TextRun const& run, GlyphCluster const& cluster) {
  auto& used = faces_[std::size_t(run.font)];
  auto first = run.glyphs[cluster.first].glyph;
  float own = own_width(run.font, first);
  AddedGlyph wanted{GlyphShape(first), remembered(cluster.text), own, run.vertical};
  if (!run.vertical) wanted.width = room_of(run, cluster);
  if (is_lone(cluster)) {
    auto& meaning = used.meanings[first];
    if ((meaning == 0 || meaning == wanted.meaning) && fills(own, wanted.width)) {
      meaning = wanted.meaning;
      if (run.vertical) used.vertical.try_emplace(first, own_vertical(run.font, first));
      return;
    }
  } else {
    wanted.shape = used.added.shape(parts(run, cluster));
  }
  auto nearest = used.added.nearest(wanted);
  if (!nearest || !fills(used.added.all()[*nearest].width, wanted.width)) add_glyph(run.font, wanted);
}

bool GlyphUsage::has_numbers_left(FontId font, std::size_t kept) const {
  auto own = hb_face_get_glyph_count(fonts_.faces()[std::size_t(font)]->face.get());
  return own + face(font).added.all().size() + kept < most_numbers;
}

void GlyphUsage::add_glyph(FontId font, AddedGlyph glyph) {
  auto& used = faces_[std::size_t(font)];
  auto const& face = *fonts_.faces()[std::size_t(font)];
  bool only_wider = !used.added.is_composed(glyph.shape) && used.meanings[std::size_t(glyph.shape)] == glyph.meaning;
  if (!has_numbers_left(font, only_wider ? kept_numbers : 0)) {
    if (only_wider) return;
    throw base::Failure({fmt::format("フォント「{}」の字の組み合わせが多すぎて、PDF に入りません。", face.file.path),
                         fmt::format("too many combinations of glyphs of the font “{}” for a PDF", face.file.path)});
  }
  // As wide as the font file can say it, so that both say the same.
  float units = std::round(glyph.width * float(face.units_per_em) / 1000);
  glyph.width = tenths(units * 1000 / float(face.units_per_em));
  used.added.add(glyph);
}

void GlyphUsage::number_added_glyphs() {
  for (std::size_t id = 0; id < faces_.size(); ++id) {
    auto& used = faces_[id];
    if (!used.used()) continue;
    // Behind all that the face has: a subset also keeps glyphs that those in use are made of, whatever their numbers.
    used.first_added = hb_face_get_glyph_count(fonts_.faces()[id]->face.get());
    auto code = std::uint16_t(used.first_added);
    for (auto const& glyph : used.added.all()) {
      used.meanings[code] = glyph.meaning;
      used.widths[code] = glyph.width;
      if (glyph.vertical) used.vertical[code] = own_vertical(FontId(id), used.added.parts(glyph.shape).front().glyph);
      ++code;
    }
  }
}

std::uint16_t GlyphUsage::code(TextRun const& run, GlyphCluster const& cluster) const {
  auto const& used = face(run.font);
  auto first = run.glyphs[cluster.first].glyph;
  AddedGlyph wanted{GlyphShape(first), known(cluster.text), used.widths[first], run.vertical};
  if (!run.vertical) wanted.width = room_of(run, cluster);
  bool own = is_lone(cluster) && used.meanings[first] == wanted.meaning;
  if (own && fills(used.widths[first], wanted.width)) return first;
  if (!is_lone(cluster)) wanted.shape = used.added.known_shape(parts(run, cluster)).value_or(wanted.shape);
  auto nearest = used.added.nearest(wanted);
  return nearest ? std::uint16_t(used.first_added + *nearest) : first;
}

VerticalGlyph GlyphUsage::vertical(FontId font, std::uint16_t code) const {
  auto const& glyphs = face(font).vertical;
  auto found = glyphs.find(code);
  return found == glyphs.end() ? VerticalGlyph{} : found->second;
}

bool GlyphUsage::is_made_bold(FontId font) const { return fonts_.faces()[std::size_t(font)]->weight == Weight::made; }

}  // namespace tebiki::pdf
