#include "loading/records/csv_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "loading/records/cell_values.hpp"
#include "loading/records/csv_header.hpp"
#include "support/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Value;

class CsvRecords {
 public:
  CsvRecords(support::CsvTable const& table, CsvHeader const& header, support::Sources const& sources,
             support::Diagnostics& diagnostics)
      : table_(table), columns_(header.columns), sources_(sources), diagnostics_(diagnostics) {
    result_.about = header.about;
  }

  CsvRows read() {
    for (std::size_t i = 1; i < table_.row_count(); ++i) {
      auto row = table_.row(i);
      auto* surplus = table_.is_broken(i) ? nullptr : surplus_cell(row);
      if (surplus) refuse_cell(*surplus, row.size());
      auto record = surplus || table_.is_broken(i) ? std::nullopt : read_row(row);
      if (record) {
        result_.rows.push_back(std::move(*record));
      } else {
        result_.whole = false;
      }
    }
    return std::move(result_);
  }

 private:
  bool has_heading(std::size_t index) const { return index < columns_.size() && columns_[index].named; }

  /// With a comma too many the values of a row stand in wrong columns: nothing else is said of them.
  support::CsvCell const* surplus_cell(support::CsvRow row) const {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!has_heading(i) && !support::trimmed(row[i].text).empty()) return &row[i];
    }
    return nullptr;
  }

  void refuse_cell(support::CsvCell const& cell, std::size_t count) {
    auto text = support::trimmed(cell.text);
    diagnostics_.error(
        table_.at(cell), "csv-extra-cell",
        {fmt::format("見出しのない列に「{}」があります（見出しは{}列、この行は{}列）。", text, columns_.size(), count),
         fmt::format("“{}” stands in a column without a heading ({} headings, {} cells).", text, columns_.size(),
                     count)},
        {"この行に余分な「,」がないか、左から順に確かめてください。「,」を含むセルは「\"」で囲みます。",
         "Look for a comma too many in this row; a cell that holds a comma stands between quotation "
         "marks."});
  }

  /// What Excel writes instead of a value: of a calculation that failed, or of a column too narrow to show it.
  bool refuse_excel_error(support::CsvCell const& cell, std::string_view text) const {
    constexpr std::array<std::string_view, 7> failures = {"#REF!",   "#N/A",  "#VALUE!", "#NAME?",
                                                          "#DIV/0!", "#NUM!", "#NULL!"};
    bool narrow = text.size() >= 3 && text.find_first_not_of('#') == text.npos;
    if (!narrow && std::find(failures.begin(), failures.end(), text) == failures.end()) return false;
    support::Words too_narrow{"Excel で列の幅を広げ、値が見えるようにしてから、CSV で保存し直してください。",
                              "Widen the column in Excel until the value is seen, and save the CSV again."};
    support::Words failed{"Excel でこのセルの値を打ち直してから、CSV で保存し直してください。",
                          "Write the value anew in Excel and save the CSV again."};
    diagnostics_.error(table_.at(cell), "csv-excel-error",
                       {fmt::format("値の代わりに、Excel の印「{}」が入っています。", text),
                        fmt::format("Excel wrote “{}” instead of the value.", text)},
                       narrow ? too_narrow : failed);
    return true;
  }

  /// Nothing when a value is lost.
  std::optional<Value> read_row(support::CsvRow row) const {
    Value record{model::Object{}, table_.at(row[0])};
    auto& members = std::get<model::Object>(record.data);
    bool lost = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      auto text = support::trimmed(row[i].text);
      if (text.empty() || !columns_[i].field) continue;
      lost = (text[0] == '#' && refuse_excel_error(row[i], text)) || lost;
      members.push_back(read_cell(row[i], text, columns_[i]));
    }
    return lost ? std::nullopt : std::optional(std::move(record));
  }

  model::Member read_cell(support::CsvCell const& cell, std::string_view text, CsvColumn const& column) const {
    auto skipped = static_cast<std::size_t>(text.data() - cell.text.data());
    auto at = [&](std::size_t index) { return table_.at(cell, skipped + index, sources_); };
    return {column.field->key, column.at, cell_value({text, at}, *column.field, column.type)};
  }

  support::CsvTable const& table_;
  std::vector<CsvColumn> const& columns_;
  support::Sources const& sources_;
  support::Diagnostics& diagnostics_;
  CsvRows result_;
};

void refuse_empty_file(support::FileId file, support::Diagnostics& diagnostics) {
  diagnostics.error({file, 0}, "empty-file", {"この CSV には、何も書かれていません。", "This CSV file is empty."},
                    {"Excel から保存し直すか、いらなければファイルを消してください。",
                     "Save it again from the spreadsheet, or remove the file."});
}

}  // namespace

CsvRows read_csv_records(support::FileId file, model::Schema const& schema, Value const& source,
                         support::Sources const& sources, support::Diagnostics& diagnostics) {
  auto table = support::read_csv(file, sources, diagnostics);
  if (table.empty()) refuse_empty_file(file, diagnostics);
  if (table.empty() || table.is_broken(0)) return {{}, {}, false};
  auto header = read_csv_header(table, schema, source, diagnostics);
  if (!header.is_one) return {{}, {}, false};
  return CsvRecords(table, header, sources, diagnostics).read();
}

}  // namespace tebiki::loading
