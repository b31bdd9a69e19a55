#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pdf/file/pdf_document.hpp"
#include "pdf/fonts/fonts.hpp"

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

/// Where a glyph hangs in vertical text, in thousandths of the type size.
struct VerticalGlyph {
  float advance = 1000;  ///< downwards
  float origin_x = 500;  ///< from the horizontal origin to the vertical one
  float origin_y = 880;
};

/// Which glyphs of which faces a document shows, under which numbers, and what text each number stands for.
///
/// Those who read text out of a file take a gap of a tenth of an em for a blank between words, and few of them heed
/// /ActualText. So each cluster is one glyph that says exactly its text and is as wide as its room in the line.
/// Where the face's own glyph is not that (it stands for another text already, a figure is set as wide as 0, a quarter
/// em follows, a base and its mark are two glyphs), the file's font gets an added one.
class GlyphUsage {
 public:
  explicit GlyphUsage(Fonts const& fonts);

  /// Throws Failure when a face has no numbers left for what must be added.
  void add(TextRun const& run);
  /// To be called once after the last `add`; reading is safe from several threads afterwards.
  void number_added_glyphs();

  /// The number of the glyph that stands for a cluster of a run that was added.
  std::uint16_t code(TextRun const& run, GlyphCluster const& cluster) const;
  /// Advance as the file will declare it.
  float width(FontId font, std::uint16_t code) const { return face(font).widths[code]; }
  VerticalGlyph vertical(FontId font, std::uint16_t code) const;
  /// Whether the glyphs of a face must be stroked to look bold.
  bool is_made_bold(FontId font) const;

  struct Face {
    bool horizontal = false;              ///< used in horizontal text
    std::vector<std::uint32_t> meanings;  ///< by number; 0: not used
    std::vector<float> widths;            ///< by number
    std::map<std::uint16_t, VerticalGlyph> vertical;
    AddedGlyphs added;              ///< their numbers follow one another
    std::uint32_t first_added = 0;  ///< the first of their numbers, once they have some
    bool used() const { return !meanings.empty(); }
  };
  std::vector<Face> const& faces() const { return faces_; }
  /// The characters a meaning stands for.
  std::u32string meaning(std::uint32_t meaning) const;

 private:
  Face const& face(FontId font) const { return faces_[std::size_t(font)]; }
  std::uint32_t known(std::string_view text) const;
  std::uint32_t remembered(std::string_view text);
  float own_width(FontId font, std::uint16_t glyph);
  VerticalGlyph own_vertical(FontId font, std::uint16_t glyph) const;
  std::vector<GlyphPart> parts(TextRun const& run, GlyphCluster const& cluster) const;
  void add(TextRun const& run, GlyphCluster const& cluster);
  void add_glyph(FontId font, AddedGlyph glyph);
  bool has_numbers_left(FontId font, std::size_t kept) const;

  Fonts const& fonts_;
  std::vector<Face> faces_;
  std::vector<std::u32string> long_texts_;  ///< meanings from 0x110000 on
  std::map<std::u32string, std::uint32_t> long_numbers_;
};

/// A glyph put together from others of its font. Lengths are units of the font.
struct CompositeGlyph {
  struct Part {
    std::uint16_t glyph = 0;
    std::int16_t x = 0;
    std::int16_t y = 0;
  };
  std::vector<Part> parts;
  std::uint16_t advance = 0;
  /// Closed lines and quadratic curves of its own, instead of parts: what another font draws.
  struct Point {
    std::int16_t x = 0;
    std::int16_t y = 0;
    bool on_curve = true;
  };
  std::vector<std::vector<Point>> contours = {};
};

/// Glyphs that follow those of a face, in units of their own or, where those are 0, of the face. With units of their
/// own they are all that the font has.
struct FurtherGlyphs {
  std::vector<CompositeGlyph> glyphs = {};
  std::uint16_t units_per_em = 0;
};

/// The file of a TrueType font without hints with the glyphs added as numbers from `first` on, which must be beyond its
/// own. `whole` is the font from which it was cut. (OpenType: glyf, loca, hmtx, hhea, maxp, head.)
std::string with_composites(std::string const& file, hb_font_t* whole, std::uint16_t first,
                            FurtherGlyphs const& further);

/// `/W[…]`: advances of the used glyphs, those of the default width (1000) left out (ISO 32000-1 §9.7.4.3).
std::string horizontal_widths(GlyphUsage::Face const& face);
/// `/W2[…]`: advance and origin of glyphs in vertical text, the default (880, -1000) left out.
std::string vertical_widths(GlyphUsage::Face const& face);

/// A ToUnicode CMap (ISO 32000-1 §9.10.3): what each used glyph of a face stands for, variation selectors and
/// supplementary characters included.
std::string to_unicode(GlyphUsage const& usage, GlyphUsage::Face const& face);

/// Resource name of a face: `F0`, or `V0` for text that runs downwards.
std::string font_name(FontId font, bool vertical);

/// Everything the file says of one face, ready to be added.
struct FontProgram {
  std::string name;        ///< `ABCDEF+BIZUDPGothic`
  std::string descriptor;  ///< entries of the FontDescriptor but for the font file
  std::size_t length = 0;  ///< of the font file before deflating
  std::string file;        ///< the subset, deflated
  std::string to_unicode;  ///< deflated
};

/// Cuts a face down to the glyphs in use. Glyphs keep their numbers, so that a CID is a glyph, and those that the
/// document adds follow, then `further` ones; hinting, layout tables and names go. Safe to run for several faces at
/// once. Throws Failure naming the font file.
FontProgram make_font_program(Fonts::Face const& face, GlyphUsage const& usage, GlyphUsage::Face const& used,
                              Effort effort, FurtherGlyphs const& further = {});

/// A face in a document: what its horizontal and its vertical font share.
class EmbeddedFace {
 public:
  EmbeddedFace(FontProgram const& program, GlyphUsage::Face const& used, PdfDocument& document);
  enum class Direction { horizontal, vertical };
  /// Adds the Type0 font.
  ObjectNumber add(Direction direction, PdfDocument& document) const;

 private:
  std::string name_;
  ObjectNumber to_unicode_, descendant_;
};

/// Adds every used face as Type0 fonts, `F<id>` for horizontal and `V<id>` for vertical text (ISO 32000-1 §9.7).
/// Gives the entries of the /Font resource dictionary. Faces are subset on up to `jobs` threads.
std::string add_fonts(Fonts const& fonts, GlyphUsage const& usage, PdfDocument& document, unsigned jobs, Effort effort);

/// The font in which viewers show what somebody types into a form: everything that the first face of the code list has,
/// which is all of JIS X 0208 and 0213 and half-width kana, and the forms of Chinese characters that names are written
/// with and that only other faces have. It is made once, when it is first asked for, and serves all files of a build.
/// The fonts must outlive it. Safe to use from several threads.
class FormFont {
 public:
  explicit FormFont(Fonts const& fonts);
  ~FormFont();

  /// Adds the Type0 font to a document that has fields.
  ObjectNumber add_to(PdfDocument& document) const;
  /// Whether what is typed with this character is seen.
  bool has(char32_t character) const;

 private:
  struct Made;
  Made const& made() const;
  Fonts const& fonts_;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tebiki::pdf
