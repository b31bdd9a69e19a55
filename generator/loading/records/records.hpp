#pragma once
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "base/csv.hpp"
#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "loading/files/content_folder.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/syntax/json_and_yaml.hpp"
#include "model/list.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// What holds for all records of a file.
struct RecordFile {
  std::map<std::string, std::string> headings;  ///< of a CSV file by field, as written there; empty for other files
  std::set<std::string> missing;                ///< fields whose absence was explained once for the whole file
};

/// What is said of one record: of each value only once.
class RecordMistakes {
 public:
  explicit RecordMistakes(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void error(base::SourceLocation at, std::string_view code, base::Message message, base::Message hint) {
    say_no_more_of(at);
    diagnostics_.error(at, code, std::move(message), std::move(hint));
  }
  /// A value that is not of its field's kind; `shown` is how it was written.
  void refuse(FormatMistake const& mistake, model::Field const& field, std::string_view shown,
              base::SourceLocation at) {
    // That was told where the text was read.
    if (base::first_hidden_character(shown)) return say_no_more_of(at);
    error(at, "malformed-value",
          {field.label + "「" + std::string(shown) + "」は" + mistake.is.ja,
           field.label + " “" + std::string(shown) + "” " + mistake.is.en},
          mistake.hint);
  }
  void warning(base::SourceLocation at, std::string_view code, base::Message message, base::Message hint) {
    diagnostics_.warning(at, code, std::move(message), std::move(hint));
  }
  /// Of a value whose field is only guessed.
  void say_no_more_of(base::SourceLocation at) { said_.emplace(at.file, at.offset, at.length); }
  bool were_told(base::SourceLocation at) const { return said_.contains({at.file, at.offset, at.length}); }

  std::set<std::string> meant;  ///< keys for which its unknown keys seem to stand
  bool misplaced = false;       ///< its values stand in wrong columns or are cut off, which was told

 private:
  base::Diagnostics& diagnostics_;
  std::set<std::tuple<base::FileId, std::uint32_t, std::uint32_t>> said_;
};

/// A scene as records may name it: by id or by one of its names.
struct SceneNames {
  std::string id;
  std::vector<std::string> names;
};

/// The text of a cell without blanks around it.
struct CellText {
  std::string_view text;
  /// Where byte `i` of the text stands in the file.
  std::function<base::SourceLocation(std::size_t)> at;
};

/// Turns what a file says of a record into values of the types that the schema asks for. Every mistake is reported;
/// the value stays as text then. Scenes given by name become ids.
class RecordReader {
 public:
  RecordReader(model::Schema const& schema, std::vector<SceneNames> const& scenes, base::Sources const& sources);

  /// An object of JSON or of a front matter. Errors: keys that are no fields. Null and empty values are absent, but for
  /// those of required fields, which stay so that their place can be named.
  model::Record read(model::Value const& object, RecordMistakes& mistakes) const;
  /// The value of a cell; nothing where it says that there is no answer (—).
  std::optional<model::FieldValue> read_cell(CellText const& cell, model::Field const& field,
                                             RecordMistakes& mistakes) const;

 private:
  using Fields = std::vector<model::Field>;
  model::Field const* field_of(std::string_view key) const;
  void read_member(model::Member const& member, model::Value const& object, model::Record& record,
                   RecordMistakes& mistakes) const;
  /// Reports a key that no field has. Its value goes to the field that was probably meant, so that nothing else misses
  /// it, and no more is said of it.
  void read_misnamed(model::Member const& member, model::Value const& object, Fields const& fields,
                     std::vector<model::FieldValue>& values, RecordMistakes& mistakes) const;
  void read_understood(model::Member const& member, model::Field const& field, model::Record& record,
                       RecordMistakes& mistakes) const;
  model::FieldValue read_value(model::Value const& value, model::Field const& field, RecordMistakes& mistakes) const;
  model::FieldValue::Data read_scalar(model::Value const& value, model::Field const& field,
                                      RecordMistakes& mistakes) const;
  model::FieldValue::Data read_list(model::Value const& value, model::Field const& field,
                                    RecordMistakes& mistakes) const;
  model::FieldRow read_row(model::Value const& object, Fields const& fields, RecordMistakes& mistakes) const;
  model::FieldValue::Data split_cell(CellText const& cell, model::Field const& field, RecordMistakes& mistakes) const;
  void name_scenes_by_id(model::FieldValue& value, model::Field const& field, RecordMistakes& mistakes) const;

  model::Schema const& schema_;
  std::vector<SceneNames> const& scenes_;
  base::Sources const& sources_;
  std::uint16_t id_slot_;
  std::vector<std::string> known_keys_;
};

/// What reading a list, a page or a publication needs to know of the rest.
struct LoadContext {
  model::Value const& site_file;  ///< the object of site.json, for `{{site.…}}`; null when it cannot be used
  std::vector<SceneNames> const& scenes;
  std::vector<model::Area> const* areas;  ///< of the site; nullptr where it is not known which there are
  std::vector<std::string> const& lists;  ///< the slugs of all lists
  model::Date today;
  base::Sources const& sources;
  base::Diagnostics& diagnostics;
  /// `site_file` as each language has it, by code; nullptr without translations.
  std::map<std::string, model::Value> const* translated = nullptr;
};

/// Names that a file brings up besides those of what is read from it.
struct OtherNames {
  std::vector<model::Alias> aliases;  ///< names that things had before
  std::vector<std::string> unread;    ///< what could not be read, as `SiteIndex::add_unread` takes it
};

/// Turns the text of fields whose kind is Markdown into blocks, those of rows too.
void read_markdown_values(std::vector<model::FieldValue>& values, std::vector<model::Field> const& fields,
                          LoadContext const& around);

/// The same context for what is written in that language; for an empty one the context itself.
LoadContext in_language(LoadContext const& context, std::string const& language);

/// What to do about a translation whose original is gone or called otherwise: `about.en.md`.
base::Message remedy_for_lost_original(std::string const& name, std::string_view language, base::NearNames& originals);

/// Reads what is said of a list and its records in other languages. Errors: a record that there is not, fields that are
/// no words (they are the record's own), fields and choices that the schema does not have, names of the site's words
/// that there are not. Warnings: a record that was confirmed after it was translated, days that do not exist. Linear in
/// records and files.
void read_list_translations(ListFolder const& folder, model::List& list, LoadContext const& around);

/// What a file of records says before anybody asks its schema.
struct RecordText {
  std::optional<model::Value> value;  ///< of JSON, or the front matter; nothing where it is broken, and of CSV
  model::Blocks body;                 ///< of a Markdown file
};

/// The files of a list.
struct ListFiles {
  ListFolder const& folder;
  TextFile const* misnamed_schema = nullptr;  ///< `shema.json` and the like, where there is no schema.json
  std::vector<RecordText> texts;              ///< of its records' files
};

/// Reads the JSON and Markdown of all lists, on several threads however few the lists are.
std::vector<ListFiles> read_list_files(std::vector<ListFolder> const& folders, unsigned jobs,
                                       LoadContext const& context);

/// Reads a list: its schema and the records of all its files, in the order of the files, whose texts it uses up.
model::List read_list(ListFiles& files, unsigned jobs, LoadContext const& context, OtherNames& names);

// ---- CSV files ----

/// A heading as it is compared: NFKC without blanks around it, and with one kind of long stroke (コ―ド is コード).
std::string heading_form(std::string_view text);

/// What headings of a CSV file may be called, by list.
class HeadingNames {
 public:
  explicit HeadingNames(model::Schema const& schema);

  /// The field that a heading in its form stands for: one of the schema or one of its halves, or one that every list
  /// understands. nullptr when there is none.
  model::Field const* field(std::string const& heading) const;
  /// Whether the column is named to be left alone, or only ids are made of it.
  bool is_set_aside(std::string const& heading) const { return set_aside_.contains(heading); }
  bool is_known(std::string const& heading) const { return field(heading) || is_set_aside(heading); }

 private:
  std::map<std::string, model::Field const*> fields_;
  std::unordered_set<std::string> set_aside_;
};

/// The first of the upper rows with headings in at least half of its words, otherwise the one with most of them.
std::size_t find_heading_row(base::CsvTable const& table, HeadingNames const& names);

/// A column of the file and the field it belongs to; nullptr for a column without a name, with a wrong one, or one that
/// nobody wants.
struct CsvColumn {
  model::Field const* field = nullptr;
  std::string heading;  ///< in NFKC
  base::SourceLocation at;

  bool named() const { return !heading.empty(); }
};

struct CsvHeader {
  std::size_t row = 0;  ///< in the table; above it stand titles
  std::vector<CsvColumn> columns;
  std::uint16_t id_slot = model::Field::no_slot;
  std::vector<std::size_t> of_id;  ///< the columns that the ids are made of, in the order of the rule
  RecordFile about;
  bool is_one = true;  ///< false when no row is one of headings, which is reported
};

/// Finds the row of headings and the field of each: the schema's by key or label, those that every list understands,
/// and the two halves of hours and coordinates. Errors: unknown and repeated headings, columns that every record needs,
/// headings in two rows, no headings at all; each slip once, unknown headings of which nothing is like them together.
/// Warnings: rows above the headings. Cost is linear in columns.
CsvHeader read_csv_header(base::CsvTable const& table, model::Schema const& schema, base::Diagnostics& diagnostics);

/// What a row below the headings is; spreadsheets hold more than records.
enum class RowKind {
  record,
  total,     ///< 合計 and the like, with nothing of which an id could be made
  note,      ///< one cell of words alone: ※, 注, 令和8年4月1日現在
  headings,  ///< the headings once more
};

RowKind kind_of_row(base::CsvRow row, CsvHeader const& header);

/// Where the values of a row stand that has not as many cells as there are headings.
struct RowShift {
  enum class To { none, left, right } to = To::none;
  std::optional<std::size_t> first;  ///< the first column whose value is that of its neighbour
};

/// Whether more of the row's values fit the neighbours of their columns than the columns themselves: with a comma too
/// few they stand too far left.
RowShift find_row_shift(base::CsvRow row, std::vector<CsvColumn> const& columns);

/// Whether every record, of two or more, has one cell more than there are headings, and values stand in wrong columns
/// for that: a heading was deleted with its comma. Linear.
bool lacks_a_heading(base::CsvTable const& table, CsvHeader const& header);

/// What Excel writes instead of a value: of a calculation that failed, of a column too narrow to show it, or of a
/// number too long for it. Nothing for a value.
std::optional<base::Message> remedy_for_excel(std::string_view text, model::Field const* field);

/// How many columns it takes to hold what most rows fill: a row that ends before was cut off, while spreadsheets leave
/// out what is empty at the end. Of rows that have all columns; 0 where there are none. Linear.
std::size_t usual_width(base::CsvTable const& table, CsvHeader const& header);

/// Tells once of each kind which rows were not read as records, and where the first one stands.
class SkippedRows {
 public:
  void add(RowKind kind, base::SourceLocation at);
  void tell(base::Diagnostics& diagnostics) const;

 private:
  struct Run {
    base::SourceLocation first;
    std::size_t count = 0;
  };
  std::map<RowKind, Run> runs_;
};

/// A record as it was read, what holds for its file, and what is said of it.
using TakeRecord = std::function<void(model::Record record, RecordFile const& file, RecordMistakes& mistakes)>;

/// What a CSV file says besides its records.
struct CsvFile {
  RecordFile about;
  bool whole = true;  ///< false when rows were left out: their quotation marks are not in order
};

/// Reads the rows of a CSV file and hands each record to `take`, which may say more of it; of one whose values stand in
/// wrong columns only that is said. The header holds field names or labels; cells become what their field
/// asks for: choices are split at ; ； and line breaks (also at 、 and commas where no choice has one), ○ △ × become
/// availability, amounts and numbers numbers, 2026/4/1 a date, full-width telephone numbers plain ones. Empty cells are
/// absent. Errors: unknown or repeated header, columns for required fields missing, too many cells.
CsvFile read_csv_records(base::FileId file, model::Schema const& schema, RecordReader const& reader,
                         TakeRecord const& take, base::Sources const& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
