#pragma once
#include <cstdint>

namespace tebiki::pdf {

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
  western,       ///< letters and figures
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

/// JLREQ §3.1.4–3.2.6: compression of neighbouring marks, a quarter em between Latin and Japanese.
Spacing spacing_between(Neighbour before, Neighbour after);

}  // namespace tebiki::pdf
