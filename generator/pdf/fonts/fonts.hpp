#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/print_style.hpp"

struct hb_face_t;
struct hb_font_t;

namespace tebiki::pdf {

/// Where a font lies on the machine. It is mapped, not read: a fallback face that no character needs costs nothing.
struct FontFile {
  std::string path;
  unsigned index = 0;  ///< face within a collection
};

/// Where fonts come from: fontconfig in the program, a fixed set in tests.
class FontSource {
 public:
  virtual ~FontSource() = default;
  /// The file of exactly that family and weight; nothing when it is not installed (a substitute is no answer).
  virtual std::optional<FontFile> find(std::string const& family, bool bold) const = 0;
};

std::unique_ptr<FontSource> installed_fonts();

enum class FontId : std::uint16_t { none = 0xFFFF };

/// Which of the print style's font lists a text is set in, and its weight.
struct FontChoice {
  enum class List : std::uint8_t { body, code } list = List::body;
  bool bold = false;
  bool vertical = false;  ///< shaped from top to bottom, with vertical forms

  friend bool operator==(FontChoice, FontChoice) = default;
};

/// One glyph; lengths are thousandths of the type size. `cluster` is the byte at which its text begins.
/// Offsets are from the glyph's natural place, which is on the baseline in horizontal text; in vertical text the
/// glyph hangs, centred, from a pen that moves down the middle of the line.
struct ShapedGlyph {
  std::uint32_t cluster = 0;
  std::uint16_t glyph = 0;
  FontId font = FontId::none;  ///< none: no font of the list has the character
  float advance = 0;           ///< along the line: to the right, or downwards when vertical
  float x_offset = 0;          ///< to the right
  float y_offset = 0;          ///< upwards
};

/// Vertical extent of a line set in a font list, in thousandths of the type size.
struct FontMetrics {
  float ascent = 880;
  float descent = 120;
  float cap_height = 700;
};

/// The faces of a print style. Shaping is by HarfBuzz; a character that the first family lacks is taken from the
/// next, a base character and its variation selector (IVS) together. A bold face missing from a family is
/// made from its regular one, under a FontId of its own. Safe to use from several threads; each distinct string is
/// shaped once. Throws Failure naming the family and its Debian package when a family is not installed, cannot be read,
/// or has no TrueType outlines.
class Fonts {
 public:
  Fonts(model::PrintStyle const& style, FontSource const& source);
  ~Fonts();
  Fonts(Fonts&&) noexcept;

  /// In visual order of left-to-right (or top-to-bottom) text. The result lives as long as the object.
  /// Control characters are shaped as blanks; characters that are never seen (U+200B and the like) give no glyph.
  std::vector<ShapedGlyph> const& shape(std::string_view text, FontChoice choice) const;
  FontMetrics metrics(FontChoice choice) const;

  /// For the painter: every face, by FontId.
  struct Face;
  std::vector<std::unique_ptr<Face>> const& faces() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

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
