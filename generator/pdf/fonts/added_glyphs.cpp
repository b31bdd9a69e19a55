#include "pdf/fonts/added_glyphs.hpp"

#include <algorithm>
#include <cmath>

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

}  // namespace tebiki::pdf
