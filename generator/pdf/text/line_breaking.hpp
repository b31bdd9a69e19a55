/// Where lines break, and the space between their characters.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace tebiki::pdf {

/// Bytes of a text, the end excluded.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(TextRange, TextRange) = default;
};

/// Telephone numbers, times and spans of time, prices and counts with their unit (1,500円, 9:00〜17:00, 〒254-0811,
/// 第3回), in order: places where no line may break though Unicode would allow it. Linear.
std::vector<TextRange> unbreakable_ranges(std::string_view text);

/// What a number is called, and its first figure: 令和6, 要支援2, 第3. Places where a line breaks only when it cannot
/// be set otherwise. Linear.
std::vector<TextRange> named_numbers(std::string_view text);

/// Addresses in the web, http://… or example.jp/…, in order: they are parted behind / ? & and = alone. Linear.
std::vector<TextRange> web_addresses(std::string_view text);

/// The pieces between separators that have at most `longest` characters; a piece ends behind its separator unless that
/// is a blank. Nothing where there is no separator. Linear.
std::vector<TextRange> short_pieces(std::string_view text, std::u32string_view separators, std::size_t longest);

/// Short words in brackets, （１回目） or [注1], the brackets included. Linear.
std::vector<TextRange> short_brackets(std::string_view text, std::size_t longest);

/// How a character behaves in a line (JLREQ §3.9, appendix A, reduced to what spacing needs).
enum class CharacterClass : std::uint8_t {
  ideographic,   ///< kanji, kana, full-width letters and signs
  opening,       ///< 「（
  closing,       ///< 」）
  comma,         ///< 、，
  stop,          ///< 。．
  middle_dot,    ///< ・：；
  exclamation,   ///< ！？
  dash,          ///< ―…〜→: never parted from one another, no space beside Latin
  western,       ///< letters
  figure,        ///< 0 to 9
  western_mark,  ///< ( ) - . / and the like
  space,
  wide_space,
  newline,
  object,  ///< a drawn mark or picture
};

CharacterClass character_class(char32_t character);

/// The space between two neighbours, in ems: what it is, how far it may shrink and grow.
/// `stretch` is used before `spread`, which lies between all characters that may part.
struct Spacing {
  float natural = 0;
  float shrink = 0;
  float stretch = 0;
  float spread = 0;

  friend bool operator==(Spacing, Spacing) = default;
};

/// Blank that belongs to a punctuation mark, in ems: half an em where the glyph is set solid in half an em.
/// A proportional face, whose marks are narrow already, gets half of that.
constexpr float full_blank = 0.5F;
constexpr float proportional_blank = 0.25F;

/// A character with the blank that its face gives to punctuation.
struct Neighbour {
  CharacterClass kind = CharacterClass::ideographic;
  float blank = proportional_blank;
};

/// JLREQ §3.1.4–3.2.6: compression of neighbouring marks, a quarter em between Latin letters and Japanese. Figures
/// stand close, as in running heads and forms: in dates and counts, 令和8年10月1日, a gap parts what is read as one.
Spacing spacing_between(Neighbour before, Neighbour after);

/// How willingly a line begins at a cluster, least first.
enum class BreakBefore : std::uint8_t {
  never,          ///< only when nothing else fits: inside a word that is longer than the line
  unwilling,      ///< inside a number or time, when it alone is longer than the line
  within_item,    ///< inside a short item of a list
  within_phrase,  ///< where any text may be broken, but no phrase ends
  allowed,
  forced,
};

/// One shaped cluster of a paragraph, with the space that parts it from the cluster before. Lengths are points.
struct Cluster {
  std::uint32_t begin = 0;  ///< bytes of the paragraph's text
  std::uint32_t end = 0;
  std::uint32_t first_glyph = 0;  ///< of its span's shaped glyphs
  std::uint32_t span = 0;
  std::uint16_t glyphs = 0;
  CharacterClass kind = CharacterClass::ideographic;
  BreakBefore break_before = BreakBefore::never;
  float width = 0;
  float shift = 0;  ///< blank at the left of the glyph, cut off: it is drawn that much further left
  Spacing space;    ///< before it, in points; nothing counts at the beginning of a line
};

/// Clusters of one line: `end` excluded. White space at its end stands in it, but has no width.
struct LineRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  double natural = 0;  ///< width before justification
  bool last = false;   ///< ends the paragraph or a forced line: is not justified

  friend bool operator==(LineRange const&, LineRange const&) = default;
};

enum class Fit {
  ragged,    ///< lines keep their natural width
  balanced,  ///< ragged, broken as a whole: see even_lines
  justified  ///< a line may be compressed to hold one more word when that looks better than parting it
};

/// White space: it has no width at the end of a line.
bool is_blank(Cluster const& cluster);
/// Neither a closing mark nor a comma: one that would be seen alone on a line.
bool stands_alone(Cluster const& cluster);

/// First-fit line breaking, but of the whole where lines are to be balanced. Linear in clusters. A line that nothing
/// fits is broken between clusters. The last line of three or more has more than two characters where the one before
/// can spare some.
std::vector<LineRange> break_lines(std::vector<Cluster> const& clusters, double width, Fit fit);

/// The space before each cluster of a line so that it fills `width`; the first one's is 0.
/// Shrinks where punctuation allows it; grows at spaces and punctuation first, then everywhere, but never beyond what
/// looks like a line (JLREQ §3.8). Lines that would have to grow more stay short.
std::vector<float> justified_spaces(std::vector<Cluster> const& clusters, LineRange line, double width);
std::vector<float> natural_spaces(std::vector<Cluster> const& clusters, LineRange line);

/// Where the visible part of a line ends: white space behind it does not count.
std::uint32_t visible_end(std::vector<Cluster> const& clusters, std::uint32_t begin, std::uint32_t end);

/// Breaks a text as a whole: few lines of about one length, parted between phrases and items of a list where that
/// costs no line too many, and no line of a lone character. The last line of a text of many lines may be short.
/// Linear in clusters times the clusters of a line.
std::vector<LineRange> even_lines(std::vector<Cluster> const& clusters, double width);

}  // namespace tebiki::pdf
