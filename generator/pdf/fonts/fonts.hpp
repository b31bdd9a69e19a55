/// The faces of a print style, words set in them, and what cannot be printed.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/drawing.hpp"
#include "model/print_style.hpp"
#include "pdf/tagging/structure_tree.hpp"

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
  std::string postscript_name;  ///< ASCII letters, digits and hyphens

 private:
  bool has(char32_t character) const;
};

/// Shapes `text` with the first of `candidates` (indices into `faces`) that covers each cluster.
/// A cluster that none covers becomes one glyph without a font, one em wide. Linear in the text.
std::vector<ShapedGlyph> shape_text(std::string_view text, bool vertical,
                                    std::vector<std::unique_ptr<Fonts::Face>> const& faces,
                                    std::vector<FontId> const& candidates);

struct PlacedGlyph {
  std::uint32_t cluster = 0;  ///< byte of the run's text at which the glyph's text begins
  std::uint16_t glyph = 0;
  float advance = 0;   ///< points to the next glyph, justification and punctuation spacing included
  float x_offset = 0;  ///< points
  float y_offset = 0;  ///< points, upwards
};

/// Glyphs of one face at one size on one baseline; vertical runs go down from their origin.
struct TextRun {
  model::Point origin;
  FontId font = FontId::none;
  float size = 12;
  bool vertical = false;
  model::Colour colour;
  TagId tag = TagId::artifact;
  std::string text;  ///< what the glyphs stand for; copied and read aloud
  std::vector<PlacedGlyph> glyphs;
  base::SourceLocation at = {};  ///< where its words were written; nowhere for what the program says
};

/// How a stretch of text is drawn.
struct TextLook {
  FontChoice font;
  float size = 12;
  model::Colour colour;
  bool underlined = false;
  bool struck = false;
  float raised = 0;  ///< points above the baseline
};

TextLook look_of(model::TextStyle const& style);

/// Glyphs of a run that stand together for one piece of its text.
struct GlyphCluster {
  std::size_t first = 0;
  std::size_t end = 0;  ///< one past the last glyph
  std::string_view text;
};

/// Calls `body(GlyphCluster)` for each cluster of the run, in order.
template <class Body>
void for_each_cluster(TextRun const& run, Body&& body) {
  auto const& glyphs = run.glyphs;
  for (std::size_t first = 0, end = 0; first < glyphs.size(); first = end) {
    end = first + 1;
    while (end < glyphs.size() && glyphs[end].cluster == glyphs[first].cluster) ++end;
    std::size_t from = std::min<std::size_t>(glyphs[first].cluster, run.text.size());
    std::size_t to =
        end < glyphs.size() ? std::min<std::size_t>(glyphs[end].cluster, run.text.size()) : run.text.size();
    body(GlyphCluster{first, end, std::string_view(run.text).substr(from, to > from ? to - from : 0)});
  }
}

/// Short words on one line as their font sets them, without line breaking or spacing of punctuation:
/// page numbers, tabs, marks. One run for each face. Vertical text goes down from the middle of its origin.
std::vector<TextRun> text_runs(Fonts const& fonts, std::string_view text, TextLook look, model::Point origin,
                               TagId tag);
/// Their extent along the line, in points.
double text_width(Fonts const& fonts, std::string_view text, FontChoice font, double size);

/// Text whose figures are all as wide as 0, so that numbers stand in columns: the body face's are proportional.
std::vector<TextRun> tabular_runs(Fonts const& fonts, std::string_view text, TextLook look, model::Point origin,
                                  TagId tag);
double tabular_width(Fonts const& fonts, std::string_view text, FontChoice font, double size);

/// Control characters and Unicode's line ends: no font has them, they are set as blanks.
constexpr bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

/// Blanks and control characters: nothing is painted, and no font need have them.
constexpr bool is_blank(char32_t c) {
  return is_control(c) || c == 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

/// A selector of the Ideographic Variation Database (UTS #37).
constexpr bool is_ideographic_variation(char32_t c) { return c >= 0xE0100 && c <= 0xE01EF; }

/// Characters that only steer how others are shown, variation selectors among them.
constexpr bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || is_ideographic_variation(c);
}

/// The name of the writing system of a character whose letters join, stack or run to the left, so that setting glyph
/// beside glyph would be wrong (Arabic, Thai, Devanagari). Nothing for those that we set.
base::Message const* complex_writing_system(char32_t character);

/// 外字: what it shows is a private matter of the machine on which it was typed.
constexpr bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFF); }

/// What cannot be printed, with where it stands, gathered over all booklets of a run. Safe to use from several threads.
class Unprintable {
 public:
  /// No font of the list has the character, or it is of a writing system that cannot be set. `at` is at or before the
  /// character in its file.
  void add(char32_t character, FontChoice::List fonts, base::SourceLocation at);
  /// One error for each character, and for each writing system: how often, the first three places, what to do. The
  /// places are looked up in the files, where JSON and Markdown may spell a character by its number.
  void report(base::Sources const& sources, base::Diagnostics& diagnostics) const;

 private:
  struct Key {
    char32_t character = 0;
    FontChoice::List fonts{};
    friend auto operator<=>(Key const&, Key const&) = default;
  };
  using Places = std::map<base::FileId, std::set<std::uint32_t>>;

  mutable std::mutex mutex_;
  std::map<Key, Places> found_;
};

}  // namespace tebiki::pdf
