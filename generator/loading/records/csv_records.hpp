#pragma once
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/csv.hpp"
#include "loading/records/schema.hpp"
#include "loading/records/records.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

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
enum class RowShift { none, left, right };

/// Whether more of the row's values fit the neighbours of their columns than the columns themselves: with a comma too
/// few they stand too far left.
RowShift find_row_shift(base::CsvRow row, std::vector<CsvColumn> const& columns);

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
