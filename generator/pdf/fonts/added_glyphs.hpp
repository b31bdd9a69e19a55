#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tebiki::pdf {

/// A glyph of a face within an added one; its place is in thousandths of the type size.
struct GlyphPart {
  std::uint16_t glyph = 0;
  std::int16_t x = 0;
  std::int16_t y = 0;
  friend auto operator<=>(GlyphPart const&, GlyphPart const&) = default;
};

/// What a glyph shows: a glyph of the face, or from 0x10000 on a composition of several.
enum class GlyphShape : std::uint32_t {};

/// A glyph that a file's font holds beside the face's own: another advance, another text, or several glyphs as one.
struct AddedGlyph {
  GlyphShape shape{};
  std::uint32_t meaning = 0;  ///< see GlyphUsage
  float width = 1000;         ///< advance in thousandths of the type size
  bool vertical = false;      ///< for text that runs downwards
};

/// The glyphs that are added to one face, in the order of their first use.
class AddedGlyphs {
 public:
  std::vector<AddedGlyph> const& all() const { return glyphs_; }
  static bool is_composed(GlyphShape shape) { return std::uint32_t(shape) > 0xFFFF; }
  /// What a shape is made of.
  std::vector<GlyphPart> parts(GlyphShape shape) const;

  /// The shape of these parts; a lone glyph is its own.
  GlyphShape shape(std::vector<GlyphPart> const& parts);
  /// Nothing when no `shape` has been asked for these parts.
  std::optional<GlyphShape> known_shape(std::vector<GlyphPart> const& parts) const;

  /// The glyph that serves for the wanted one and whose width is nearest, as an index of `all`.
  std::optional<std::uint16_t> nearest(AddedGlyph const& wanted) const;
  void add(AddedGlyph glyph);

 private:
  static std::uint64_t key(AddedGlyph const& glyph);

  std::vector<AddedGlyph> glyphs_;
  std::unordered_map<std::uint64_t, std::vector<std::uint16_t>> by_use_;
  std::map<std::vector<GlyphPart>, GlyphShape> compositions_;
  std::vector<std::vector<GlyphPart>> parts_;  ///< by composition
};

}  // namespace tebiki::pdf
