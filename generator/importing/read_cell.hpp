#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"

/// How cells of other people's tables are to be understood.
namespace tebiki::importing {

/// Why a cell cannot be taken as it stands.
struct Doubt {
  std::string_view code;
  base::Message message;
  base::Message hint;
};

/// What a cell says in our spelling, empty when nothing usable, and the doubt about it.
struct ReadCell {
  std::string text;
  std::optional<Doubt> doubt;
};

/// `text` with every `from` exchanged for `to`.
std::string replaced(std::string text, std::string_view from, std::string_view to);

/// Full-width letters and digits narrow, half-width katakana wide, blanks and line ends one blank each, none at the
/// ends. Kanji stay as they are (unlike NFKC, which exchanges some).
std::string even_width(std::string_view text);
/// Even width, and characters that cannot be printed (₋ ⁺ ⽇ ㏇) exchanged for those they look like (- + 日 Co.);
/// characters without a shape, as those that turn the direction of writing, left out.
std::string plain_width(std::string_view text);
/// Such characters by their numbers, so that they can be told of: `<U+202E>`.
std::string with_unseen_named(std::string_view text);

/// A name: plain width, and a hyphen between katakana is a long vowel mark (ホ-ム → ホーム).
ReadCell read_name(std::string_view text);
/// A reading in hiragana; doubtful and empty when it holds kanji.
ReadCell read_kana(std::string_view text);
/// Any other words, in plain width.
ReadCell read_words(std::string_view text);
/// Digits with hyphens. Empty without any; doubtful and empty when the digits are too few or too many.
ReadCell read_telephone(std::string_view text);
/// An address of the web. A missing or broken scheme is mended; an e-mail address is left out; what is neither is
/// doubtful and empty.
ReadCell read_web_address(std::string_view text);
/// Thirteen digits.
ReadCell read_corporate_number(std::string_view text);
/// A whole number above 0. Empty for 0, which stands for unknown in real data; otherwise doubtful and empty.
ReadCell read_capacity(std::string_view text);
/// `lat,lon` with six decimals (0.1 m). Doubtful and empty outside Japan; mended when the two are exchanged.
ReadCell read_coordinates(std::string_view latitude, std::string_view longitude);

/// What two spellings of one web address share: no scheme, no closing slash, lower case.
std::string web_address_key(std::string_view address);
/// Whether two such keys name one host, with or without www.
bool are_of_one_site(std::string_view one, std::string_view other);
/// Metres between two readings of coordinates.
double metres_between(std::string_view one, std::string_view other);

}  // namespace tebiki::importing
