#pragma once
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "base/diagnostics.hpp"
#include "model/list.hpp"

/// Other people's tables of offices: which column is which, their rows, and how cells are to be understood.
namespace tebiki::importing {

/// A file handed to an importer: its text is in Sources already (UTF-8, also from CP932).
struct ImportFile {
  std::string path;
  base::FileId file;
};

/// The columns that are read, of whichever source has them.
enum class Column {
  municipality_code,
  row_number,
  prefecture,
  municipality,
  name,
  kana,
  service,
  address,
  building,
  latitude,
  longitude,
  tel,
  fax,
  corporate_number,
  corporation,
  office_number,
  departments,
  days,
  opening,
  closing,
  days_note,
  capacity,
  url,
  note,
};

/// What a source calls a column.
struct Heading {
  enum class Presence { required, optional };

  std::vector<std::string_view> names;  ///< the first is the official one
  std::string_view english;             ///< in messages
  Presence presence = Presence::required;
};

/// A kind of service, by its plain name, and its place in the order of the list.
struct ServiceKind {
  std::string name;
  std::size_t order = 0;
};

/// What an office's number may leave out, as the row says it; both empty where a number is not read from a row.
struct AroundNumber {
  std::string_view prefecture;  ///< two digits
  std::string_view service;
};

/// How the tables of a source are to be read: one row for each office, or for each of its services.
struct TableFormat {
  std::map<Column, Heading> headings;
  base::Message origin;         ///< what the files are: the remedy where columns are missing
  base::Message number_length;  ///< of an office number, in digits
  /// The number of an office in one spelling; empty for what is none. Where a cell is blank, and the table has
  /// `row_number`, that takes its place.
  std::string (*office_number)(std::string_view cell, AroundNumber const& around);
  /// The kind of service that a cell names; nothing for a name that is not known.
  std::optional<ServiceKind> (*service)(std::string_view name);
  /// Whether the source's own name for a known kind says something besides: （有料老人ホーム）.
  enum class OwnName { says_more, says_the_same } own_name = OwnName::says_more;

  /// What the column is called in messages.
  base::Message label(Column column) const;
};

/// Where each column stands in one file.
using Columns = std::map<Column, std::size_t>;

/// Reads the header row in any of its spellings (No/NO, コ―ド with U+2015, blanks inside). Nothing when columns are
/// missing, after an error that names them.
std::optional<Columns> columns_of(base::CsvTable const& table, base::FileId file, TableFormat const& format,
                                  base::Diagnostics& diagnostics);

/// One row of the source: one office and one of its services.
struct SourceRow {
  base::CsvTable const* table = nullptr;
  Columns const* columns = nullptr;
  TableFormat const* format = nullptr;
  base::CsvRow cells;
  std::string place;           ///< `jigyosho_160.csv:2255`, for messages about other rows
  std::string office_number;   ///< tells the office from all others
  std::string service;         ///< plain name
  std::string service_detail;  ///< the source's own name for it

  /// Empty when the row is too short or the source has no such column.
  std::string_view text(Column column) const {
    auto const* cell = cell_in(column);
    return cell ? cell->text : std::string_view();
  }
  base::SourceLocation at(Column column) const {
    auto const* cell = cell_in(column);
    return table->at(cell ? *cell : cells.front());
  }
  /// The office as messages name it: 事業所番号 1499999999.
  base::Message office() const;

 private:
  base::CsvCell const* cell_in(Column column) const {
    auto const found = columns->find(column);
    return found != columns->end() && found->second < cells.size() ? &cells[found->second] : nullptr;
  }
};

/// All rows of one office, in the order of files and lines.
using OfficeRows = std::vector<SourceRow>;

/// The rows of a municipality, and what else the files tell.
struct SourceData {
  std::vector<OfficeRows> offices;           ///< in the order of files and lines
  std::set<std::string> all_offices;         ///< office numbers of every municipality
  std::set<std::string> covered_services;    ///< plain names of the services that the files are about
  std::set<std::string> municipality_names;  ///< of the rows taken: 平塚市
  std::size_t rows_left_out = 0;             ///< of the municipality: nothing to take in, and told
  std::deque<base::CsvTable> tables;
  std::deque<Columns> columns;
};

/// A 団体コード: six digits with a check digit, or five. Matches every code that names the same
/// municipality, also one whose leading zero a spreadsheet has eaten; a city with wards matches those of its wards.
class Municipality {
 public:
  /// Nothing when it is no code, its check digit is wrong or it is that of a prefecture, which ends in 000.
  static std::optional<Municipality> parse(std::string_view text);
  bool includes(std::string_view code) const;
  /// 14 of 14203.
  std::string_view prefecture() const { return std::string_view(five_).substr(0, 2); }

 private:
  explicit Municipality(std::string five) : five_(std::move(five)) {}
  std::string five_;  ///< without check digit
};

/// Reads the files in the order of the numbers in their names. `services` is the list's field of services, nullptr
/// where it has none. Errors: missing columns, a file that is cut off. Warnings: rows without a usable office number, a
/// service or any name of their office (left out), rows of another length than the header, services that nobody knows;
/// but not those that the list names, or does not let in: see `fits`.
SourceData read_source(std::vector<ImportFile> files, Municipality const& municipality, TableFormat const& format,
                       model::Field const* services, base::Sources const& sources, base::Diagnostics& diagnostics);

// ---- how cells are to be understood ----

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

/// Whether there is a character and all are ASCII digits.
bool all_digits(std::string_view text);

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
