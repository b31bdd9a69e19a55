#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/fonts/fonts.hpp"

struct hb_face_t;
struct hb_font_t;

namespace tebiki::pdf {

/// Gives HarfBuzz's objects back.
struct HarfBuzzRelease {
  void operator()(hb_face_t* face) const;
  void operator()(hb_font_t* font) const;
};

/// How a face comes by its weight.
enum class Weight : std::uint8_t {
  own,
  made,  ///< it stands for a bold face that its family lacks: its outlines are stroked as well as filled
};

/// One face of one family. Immutable once made, so it serves several threads.
struct Fonts::Face {
  /// Maps the file. Throws Failure when it cannot be read or has no TrueType outlines.
  Face(model::FontFamily const& family, FontFile file, Weight weight);

  /// Whether the face can show a base character together with the marks or the variation selector that follow it.
  bool covers(std::u32string_view cluster) const;
  FontMetrics metrics() const;

  FontFile file;
  Weight weight;
  std::unique_ptr<hb_face_t, HarfBuzzRelease> face;
  std::unique_ptr<hb_font_t, HarfBuzzRelease> font;
  unsigned units_per_em = 1000;

 private:
  bool has(char32_t character) const;
};

/// Shapes `text` with the first of `candidates` (indices into `faces`) that covers each cluster.
/// A cluster that none covers becomes one glyph without a font, one em wide. Linear in the text.
std::vector<ShapedGlyph> shape_text(std::string_view text, bool vertical,
                                    std::vector<std::unique_ptr<Fonts::Face>> const& faces,
                                    std::vector<FontId> const& candidates);

}  // namespace tebiki::pdf
