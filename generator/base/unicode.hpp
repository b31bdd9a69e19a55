#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Everything the program asks of Unicode; ICU stays behind this header. Texts are UTF-8.
namespace tebiki::base {

/// The offset of the first byte that is not UTF-8; nothing when all is well.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
/// Windows-31J (CP932, with № and ①) as UTF-8; nothing when the bytes are not of that encoding.
std::optional<std::string> from_cp932(std::string_view bytes);
/// The same with U+FFFD for each of the bytes that are not of that encoding.
std::string from_broken_cp932(std::string_view bytes);

/// A character that nobody sees and no text of ours may hold.
struct HiddenCharacter {
  std::size_t at = 0;      ///< bytes from the beginning of the text
  std::size_t length = 0;  ///< bytes
  char32_t character = 0;
};
/// The first control character from that byte on, one that is none (U+FFFE, U+FFFF), or one that turns around what
/// follows (U+061C, U+200E, U+200F, U+202A–202E, U+2066–2069), so that a telephone number can be shown with other
/// digits than it has. Linear.
std::optional<HiddenCharacter> first_hidden_character(std::string_view text, std::size_t from = 0);

/// A control character that no text of ours may hold: below U+0020 but for tab and line ends, and U+007F.
constexpr bool is_control_character(char character) {
  auto byte = static_cast<unsigned char>(character);
  return (byte < 0x20 && character != '\t' && character != '\n' && character != '\r') || byte == 0x7F;
}

/// An ASCII digit. An object, so that algorithms take it for `char` and `char32_t` alike.
inline constexpr auto is_digit = [](auto character) { return character >= '0' && character <= '9'; };
/// An ASCII letter.
inline constexpr auto is_letter = [](auto character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
};

/// The character of any bytes at `offset`, which is moved past it: U+FFFD where they are not UTF-8.
char32_t decoded_character(std::string_view text, std::size_t& offset);

/// The character at `offset`, which is moved past it. `text` must be valid UTF-8. ASCII and, of three bytes, most that
/// is Japanese are read here: nearly every text goes through this.
inline char32_t next_character(std::string_view text, std::size_t& offset) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  auto const follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  if (byte(0) < 0x80U) return static_cast<unsigned char>(text[offset++]);
  bool const three = byte(0) >= 0xE1U && byte(0) <= 0xEFU && byte(0) != 0xEDU;
  if (!three || text.size() - offset < 3 || !follows(1) || !follows(2)) return decoded_character(text, offset);
  char32_t const character = (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  offset += 3;
  return character;
}
void append_utf8(std::string& text, char32_t character);
std::size_t character_count(std::string_view text);
/// As many as `most`; `text` must be valid UTF-8 and stays so.
std::string_view first_characters(std::string_view text, std::size_t most);
/// `text` as a JSON string with its quotes (RFC 8259 §7). Also safe inside an HTML script element: `<` is escaped.
std::string json_string(std::string_view text);
void append_json_string(std::string& out, std::string_view text);

/// Full-width by UAX #11 (W, F; Ambiguous counts as wide where `East Asian` letters do not matter).
bool is_wide(char32_t character);
/// Columns of a terminal: 2 for wide characters, 0 for combining ones.
std::size_t display_width(std::string_view text);
bool is_han(char32_t character);
bool is_kana(char32_t character);
/// Hyphens, dashes and minus signs of every length, width and height: what people type for one hyphen.
bool is_hyphen(char32_t character);
/// The same, and what is typed for one between digits: the long vowel ー and the line ─.
bool is_hyphen_between_digits(char32_t character);
/// Punctuation or symbol beside which CommonMark's flanking rules fail in Japanese: 「、（・ and the like.
bool is_cjk_punctuation(char32_t character);

std::string nfkc(std::string_view text);
/// Katakana become hiragana; all else stays.
std::string hiragana(std::string_view text);
/// The ASCII digits of a text: what is left of a telephone number however it is written.
std::string digits_of(std::string_view text);
/// The text with A to Z as small letters; all else stays.
std::string lower_case(std::string_view text);

/// What two spellings of one name share: NFKC, lower case, hiragana, no blanks, one kind of hyphen, the usual form of
/// each Chinese character. `assets/10-fold.js` folds what is searched for by `folding_table`.
std::string search_key(std::string_view text);
/// The form of a Chinese character that is usual in Japan: 高 for 髙, 崎 for 﨑, 吉 for 𠮷; otherwise the character
/// itself. For finding only: a name is shown as it is written. Two usual characters are never one.
/// Source: the Unicode Han Database (`kanji_variants.cmake` says which of its fields) and corrections.
char32_t usual_kanji(char32_t character);

/// The table by which a script folds what is searched for as `search_key` folded the texts: characters, each followed
/// by the one it is found as (アあ髙高﨑崎). Kana and hyphens all, of kanji those whose usual form a text holds. What
/// NFKC and small letters do is left to the script. Linear in the texts and in the table.
std::string folding_table(std::vector<std::string_view> const& folded_texts);

/// White space of any kind at both ends removed, the ideographic space too, and what is never seen by itself: joiners,
/// fillers, soft hyphens. Variation selectors belong to what stands before them.
std::string_view trimmed(std::string_view text);

/// Bytes that sort as `ja` collation sorts the text: あいう order, mixed kana rightly.
std::string collation_key(std::string_view text);
/// The あ-row head of a reading: あ か さ た な は ま や ら わ, or 他.
std::string_view kana_row(std::string_view reading);

enum class LineBreaking {
  strict,  ///< JLREQ kinsoku, `ja@lb=strict`
  phrase,  ///< at phrases (文節): headings and narrow cells only
};
/// Small kana, ー, 々 and the like, and closing marks (JLREQ §3.1.7, strict).
bool never_begins_a_line(char32_t character);
/// Byte offsets at which a line may begin, ascending, without 0 and the end.
std::vector<std::uint32_t> line_breaks(std::string_view text, LineBreaking style);

enum class Match { found, not_found, took_too_long };

/// How long several texts may be matched in all, in steps of about a millisecond: schemas come from many hands. Steps
/// are counted, not read from the clock, so that nothing depends on the machine.
struct MatchSteps {
  std::int32_t left = 5000;

  /// What each of so many gets when they have the steps together; it does not depend on who is first.
  static MatchSteps shared_by(std::size_t count) {
    MatchSteps all;
    return {std::max(1, all.left / std::int32_t(std::clamp<std::size_t>(count, 1, std::size_t(all.left))))};
  }
};

/// An ICU regular expression, compiled once.
class Pattern {
 public:
  /// Nothing when the expression is malformed.
  static std::optional<Pattern> compile(std::string_view expression);
  /// One text may take a thousand of the steps.
  Match match_part_of(std::string_view text, MatchSteps& steps) const;
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

 private:
  struct Compiled;
  explicit Pattern(Compiled* compiled);
  Compiled* compiled_;
};

// ---- eras ----

/// A span of years of the Japanese calendar. Its first year is the calendar year in which it begins.
struct JapaneseEra {
  std::string name;    ///< 令和
  std::string letter;  ///< R
  std::chrono::sys_days first;
  std::optional<std::chrono::sys_days> last;  ///< absent while the era goes on

  /// The Gregorian year of a year of this era.
  int gregorian(int year_of_era) const;
};

/// The eras since 明治, in their order, as ICU's Japanese calendar knows them: a new one comes with the system's ICU.
std::vector<JapaneseEra> const& japanese_eras();
/// The era of a day; nullptr before 明治.
JapaneseEra const* japanese_era_on(std::chrono::sys_days day);

}  // namespace tebiki::base
