#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pdf/fonts/fonts.hpp"
#include "pdf/fonts/glyph_clusters.hpp"
#include "pdf/frames.hpp"

namespace tebiki::pdf {

/// Where a glyph hangs in vertical text, in thousandths of the type size.
struct VerticalGlyph {
  float advance = 1000;  ///< downwards
  float origin_x = 500;  ///< from the horizontal origin to the vertical one
  float origin_y = 880;
};

/// Which glyphs of which faces a document shows, and what text each stands for.
/// A glyph stands for the first text it was used for; where it is used for another, that place needs /ActualText.
class GlyphUsage {
 public:
  explicit GlyphUsage(Fonts const& fonts);

  void add(TextRun const& run);
  /// To be called once after the last `add`; reading is safe from several threads afterwards.
  void settle();

  /// Whether readers must be told what the cluster says, because its glyphs alone would say something else.
  bool needs_actual_text(TextRun const& run, GlyphCluster const& cluster) const;
  /// Advance as the file will declare it.
  float width(FontId font, std::uint16_t glyph) const { return face(font).widths[glyph]; }
  VerticalGlyph vertical(FontId font, std::uint16_t glyph) const;
  /// Whether the glyphs of a face must be stroked to look bold.
  bool is_made_bold(FontId font) const;

  struct Face {
    bool horizontal = false;              ///< used in horizontal text
    std::vector<std::uint32_t> meanings;  ///< by glyph; 0: not used
    std::vector<float> widths;            ///< by glyph, filled by `settle`
    std::map<std::uint16_t, VerticalGlyph> vertical;
    bool used() const { return !meanings.empty(); }
  };
  std::vector<Face> const& faces() const { return faces_; }
  /// The characters a meaning stands for.
  std::u32string meaning(std::uint32_t meaning) const;

 private:
  Face const& face(FontId font) const { return faces_[std::size_t(font)]; }
  std::uint32_t known(std::string_view text) const;
  std::uint32_t remembered(std::string_view text);

  Fonts const& fonts_;
  std::vector<Face> faces_;
  std::vector<std::u32string> long_texts_;  ///< meanings from 0x110000 on
  std::map<std::u32string, std::uint32_t> long_numbers_;
};

}  // namespace tebiki::pdf
