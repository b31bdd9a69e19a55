#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "importing/office_rows.hpp"

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
/// Words apart by ; or ； or 、, with 、 between them.
ReadCell read_items(std::string_view text);
/// Two times of the day, also as a spreadsheet's share of a day (0.375): 9:00〜17:00. Doubtful and empty when only one
/// is given, or one is no time.
ReadCell read_hours(std::string_view opening, std::string_view closing);
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

/// Where something stands, without the building. `town` is the part a list is narrowed down by: 高村.
struct Address {
  std::string text;      ///< with prefecture and municipality
  std::string building;  ///< name and floor
  std::string town;      ///< empty when it cannot be told
};

/// `building_cell` is 方書; when the address ends with it, too, it is taken off there.
Address read_address(std::string_view address_cell, std::string_view building_cell, std::string_view prefecture,
                     std::string_view municipality);

/// Whether two address keys can be of one place: but for the building behind it, a room, or the ward or 郡 before it.
bool are_one_place(std::string_view one, std::string_view other);

/// What spellings of one address share: 三丁目1番1号, 3丁目1-1 and ３－１－１; 袖ヶ浜 and 袖ケ浜.
std::string address_key(std::string_view address);

/// Whether a name is that of one service of the office: 見本苑 通所リハビリテーション.
bool names_a_service(std::string_view name);

/// Whether two names (search keys) can be of one office: they differ only in words for services, for kinds of houses
/// (介護老人保健施設) and for forms of corporations, or one says more than the other.
bool are_one_name(std::string_view one, std::string_view other);

/// The same of two readings; long vowels are written in many ways, and a slip or two is nobody's concern.
bool are_one_reading(std::string_view one, std::string_view other);

/// Whether a name has the form of a corporation's or is that of a municipality.
bool names_a_corporation(std::string_view name);
/// Whether two names can be of one corporation: also where one of them is that of the house and not of a corporation.
bool are_one_corporation(std::string_view one, std::string_view other);

/// The kind behind a national name: 特定施設入居者生活介護（有料老人ホーム） is 特定施設入居者生活介護.
/// Nothing for a name that is not known.
std::optional<ServiceKind> service_kind(std::string_view national_name);

}  // namespace tebiki::importing
