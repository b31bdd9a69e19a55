#include "loading/records/records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/unicode.hpp"
#include "loading/records/schema.hpp"

namespace tebiki::loading {
namespace {

class CsvRecords {
 public:
  CsvRecords(base::CsvTable const& table, CsvHeader const& header, model::Schema const& schema,
             RecordReader const& reader, base::Sources const& sources, base::Diagnostics& diagnostics)
      : table_(table),
        header_(header),
        columns_(header.columns),
        id_rule_(schema.id_rule),
        reader_(reader),
        sources_(sources),
        diagnostics_(diagnostics) {}

  /// Whether all rows were read.
  bool read(TakeRecord const& take) {
    if (lacks_a_heading(table_, header_)) return refuse_lost_heading();
    find_unheaded_columns();
    usual_width_ = usual_width(table_, header_);
    for (std::size_t i = header_.row + 1; i < table_.row_count(); ++i) {
      auto row = table_.row(i);
      bool broken = table_.is_broken(i);
      auto const kind = broken ? RowKind::record : kind_of_row(row, header_);
      if (kind != RowKind::record) {
        skipped_.add(kind, table_.at(row[0]));
        continue;
      }
      auto* surplus = broken ? nullptr : surplus_cell(row);
      if (surplus) refuse_cell(*surplus, row.size());
      if (surplus || broken || !take_row(row, take)) whole_ = false;
    }
    skipped_.tell(diagnostics_);
    tell_of_short_rows();
    return whole_;
  }

 private:
  bool has_heading(std::size_t index) const {
    return index < columns_.size() && (columns_[index].named() || unheaded_.contains(index));
  }

  /// A column that several rows fill lacks its heading: that is told once, where the heading belongs.
  void find_unheaded_columns() {
    std::map<std::size_t, std::size_t> filled;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].named()) filled.emplace(i, 0);
    }
    for (std::size_t i = header_.row + 1; i < table_.row_count() && !filled.empty(); ++i) {
      auto row = table_.row(i);
      if (row.size() > columns_.size() || kind_of_row(row, header_) != RowKind::record) continue;
      for (auto& [column, count] : filled) {
        if (column < row.size() && !base::trimmed(row[column].text).empty()) ++count;
      }
    }
    for (auto [column, count] : filled) {
      if (count > 1) refuse_unheaded(column);
    }
  }

  void refuse_unheaded(std::size_t column) {
    unheaded_.insert(column);
    diagnostics_.error(
        columns_[column].at, "csv-missing-heading",
        {fmt::format("{}列目に見出しがありません。", column + 1), fmt::format("Column {} has no heading.", column + 1)},
        {"この列の見出しを書くか、いらない列なら列ごと消してください。",
         "Write its heading, or remove the column if nobody wants it."});
  }

  /// Every row has one cell more than there are headings: that is one mistake, and nothing can be said of the values.
  bool refuse_lost_heading() const {
    auto const count = columns_.size();
    diagnostics_.error(
        columns_.back().at, "csv-missing-heading",
        {fmt::format("見出しは{}列ですが、どの行も{}列あります。見出しが一つ抜けています。", count, count + 1),
         fmt::format("There are {} headings, but every row has {} cells: a heading is missing.", count, count + 1)},
        {"1行目の見出しを次の行の値と左から順に見比べて、抜けている見出しと「,」を書き足してください。",
         "Compare the headings with the values below them from the left, and add the one that is missing."});
    return false;
  }

  /// With a comma too many the values of a row stand in wrong columns: nothing else is said of them.
  base::CsvCell const* surplus_cell(base::CsvRow row) const {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!has_heading(i) && !base::trimmed(row[i].text).empty()) return &row[i];
    }
    return nullptr;
  }

  /// Columns without headings at the end need no commas.
  bool is_uneven(base::CsvRow row) const {
    auto last =
        std::find_if(columns_.rbegin(), columns_.rend(), [](CsvColumn const& column) { return column.named(); });
    return row.size() < std::size_t(columns_.rend() - last) || row.size() > columns_.size();
  }

  void refuse_cell(base::CsvCell const& cell, std::size_t count) {
    auto text = base::trimmed(cell.text);
    diagnostics_.error(
        table_.at(cell), "csv-extra-cell",
        {fmt::format("見出しのない列に「{}」があります（見出しは{}列、この行は{}列）。", text, columns_.size(), count),
         fmt::format("“{}” stands in a column without a heading ({} headings, {} cells).", text, columns_.size(),
                     count)},
        {"この行に余分な「,」がないか、左から順に確かめてください。「,」を含むセルは「\"」で囲みます。",
         "Look for a comma too many in this row; a cell that holds a comma stands between quotation "
         "marks."});
  }

  bool refuse_excel_error(base::CsvCell const& cell, std::string_view text, model::Field const* field) const {
    auto const remedy = remedy_for_excel(text, field);
    if (!remedy) return false;
    diagnostics_.error(table_.at(cell), "csv-excel-error",
                       {fmt::format("値の代わりに、Excel の印「{}」が入っています。", text),
                        fmt::format("Excel wrote “{}” instead of the value.", text)},
                       *remedy);
    return true;
  }

  /// False when a value is lost.
  bool take_row(base::CsvRow row, TakeRecord const& take) {
    auto const shift = is_uneven(row) ? find_row_shift(row, columns_) : RowShift();
    bool const shifted = shift.to != RowShift::To::none;
    base::Diagnostics told;
    RecordMistakes mistakes(told);
    auto record = read_row(row, mistakes);
    bool const refused = told.has_errors();
    if (!shifted) diagnostics_.merge(told);
    if (!record) return false;
    if (shifted) refuse_uneven_row(row, shift.first.value_or(0));
    bool const cut = !shifted && !refused && row.size() < usual_width_;
    mistakes.misplaced = shifted || cut || (is_uneven(row) && refused);
    take(std::move(*record), header_.about, mistakes);
    if (cut && !told.has_errors() && short_count_++ == 0) first_short_ = row;
    if (!shifted) diagnostics_.merge(told);
    return true;
  }

  /// `first` is the first column whose value does not fit.
  void refuse_uneven_row(base::CsvRow row, std::size_t first) const {
    bool const few = row.size() < columns_.size();
    diagnostics_.error(
        table_.at(row[first]), "csv-uneven-row",
        {fmt::format("この行は「,」が{}ようで、「{}」から値が列とずれています（見出しは{}列、この行は{}列）。",
                     few ? "足りない" : "多い", columns_[first].heading, columns_.size(), row.size()),
         fmt::format("This row has a comma too {}: from “{}” on its values stand in wrong columns ({} headings, {} "
                     "cells).",
                     few ? "few" : "many", columns_[first].heading, columns_.size(), row.size())},
        {"そこから左へ見出しと見比べて、「,」を直してください。空の値のところにも「,」がいります。",
         "Compare it with the headings from there to the left; an empty value needs its comma, too."});
  }

  /// Rows that end before a column which most others fill; once for the file.
  void tell_of_short_rows() const {
    if (short_count_ == 0) return;
    auto const at = table_.at(first_short_.back());
    auto const cells = first_short_.size();
    auto const more_ja = short_count_ > 1 ? fmt::format("（ほかに{}行）", short_count_ - 1) : "";
    auto const more_en = short_count_ > 1 ? fmt::format(" ({} more rows)", short_count_ - 1) : "";
    diagnostics_.warning(
        at, "csv-short-row",
        {fmt::format("{}行目は{}列しかありません（見出しは{}列）。「{}」から右が空です{}。", sources_.place(at).line,
                     cells, columns_.size(), columns_[cells].heading, more_ja),
         fmt::format("Line {} has {} of {} columns: nothing is said from “{}” on{}.", sources_.place(at).line, cells,
                     columns_.size(), columns_[cells].heading, more_en)},
        {"抜けている値を書き足してください。空でよければ、見出しと同じ列の数になるまで、行の終わりに「,」を足します。",
         "Add what is missing; where nothing is to be said, end the row with as many commas as the headings have."});
  }

  /// Nothing when a value is lost.
  std::optional<model::Record> read_row(base::CsvRow row, RecordMistakes& mistakes) const {
    model::Record record;
    record.at = table_.at(row[0]);
    auto& values = record.values;
    auto const filled = [](base::CsvCell const& cell) { return !cell.text.empty(); };
    values.reserve(std::size_t(std::count_if(row.begin(), row.end(), filled)) + (header_.of_id.empty() ? 0 : 1));
    bool lost = !header_.of_id.empty() && !add_id(row, values);
    auto const each_value = [&](auto const& look_at) {
      for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
        auto const text = base::trimmed(row[i].text);
        if (!text.empty() && columns_[i].field) look_at(row[i], text, *columns_[i].field);
      }
    };
    each_value([&](base::CsvCell const& cell, std::string_view text, model::Field const& field) {
      lost = refuse_excel_error(cell, text, &field) || lost;
    });
    if (lost) return std::nullopt;
    each_value([&](base::CsvCell const& cell, std::string_view text, model::Field const& field) {
      if (auto value = read_cell(cell, text, field, mistakes)) values.push_back(std::move(*value));
    });
    return record;
  }

  /// Makes the id by the schema's rule; false when a cell that it needs is empty or spoilt, which is reported.
  bool add_id(base::CsvRow row, std::vector<model::FieldValue>& values) const {
    bool whole = true;
    auto text_in = [&](std::size_t i) {
      return header_.of_id[i] < row.size() ? base::trimmed(row[header_.of_id[i]].text) : std::string_view();
    };
    for (std::size_t i = 0; i < header_.of_id.size(); ++i) {
      auto const& column = columns_[header_.of_id[i]];
      auto const text = text_in(i);
      if (text.empty()) refuse_missing_id(row, column);
      // A column that is a field, too, is looked at with the others.
      bool spoilt = !text.empty() && !column.field && refuse_excel_error(row[header_.of_id[i]], text, nullptr);
      whole = whole && !text.empty() && !spoilt;
    }
    if (!whole) return false;
    auto const at = table_.at(row[header_.of_id[0]]);
    values.push_back({id_rule_.make(text_in), at, header_.id_slot});
    return true;
  }

  void refuse_missing_id(base::CsvRow row, CsvColumn const& column) const {
    diagnostics_.error(table_.at(row[0]), "missing-id",
                       {fmt::format("id のもとになる「{}」が空です。", column.heading),
                        fmt::format("“{}”, of which the id is made, is empty.", column.heading)},
                       {fmt::format("この行の「{}」の列に書き入れてください。", column.heading),
                        fmt::format("Fill in the column “{}” of this row.", column.heading)});
  }

  std::optional<model::FieldValue> read_cell(base::CsvCell const& cell, std::string_view text,
                                             model::Field const& field, RecordMistakes& mistakes) const {
    auto skipped = static_cast<std::size_t>(text.data() - cell.text.data());
    auto at = [&](std::size_t index) { return table_.at(cell, skipped + index, sources_); };
    return reader_.read_cell({text, at}, field, mistakes);
  }

  base::CsvTable const& table_;
  CsvHeader const& header_;
  std::vector<CsvColumn> const& columns_;
  IdRule id_rule_;
  RecordReader const& reader_;
  base::Sources const& sources_;
  base::Diagnostics& diagnostics_;
  std::set<std::size_t> unheaded_;
  SkippedRows skipped_;
  std::size_t usual_width_ = 0;
  base::CsvRow first_short_;  ///< of the rows that end too early
  std::size_t short_count_ = 0;
  bool whole_ = true;
};

/// What many systems call .xls is a page of the web.
bool refuse_html(base::FileId file, std::string_view text, base::Diagnostics& diagnostics) {
  auto const start = base::trimmed(text.substr(0, 400));
  bool const html = start.starts_with('<') && start.size() > 1 &&
                    (start[1] == '!' || start[1] == '?' || (start[1] | 0x20) == 'h' || (start[1] | 0x20) == 't' ||
                     (start[1] | 0x20) == 'm');
  if (!html) return false;
  diagnostics.error({file, 0}, "no-csv",
                    {"このファイルは CSV ではなく、ウェブページ（HTML）の形で書かれています。",
                     "This file is no CSV but a page of the web (HTML)."},
                    {"Excel で開き、「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。",
                     "Open it in Excel and save it as “CSV UTF-8”."});
  return true;
}

void refuse_empty_file(base::FileId file, base::Diagnostics& diagnostics) {
  diagnostics.error({file, 0}, "empty-file", {"この CSV には、何も書かれていません。", "This CSV file is empty."},
                    {"Excel から保存し直すか、いらなければファイルを消してください。",
                     "Save it again from the spreadsheet, or remove the file."});
}

}  // namespace

CsvFile read_csv_records(base::FileId file, model::Schema const& schema, RecordReader const& reader,
                         TakeRecord const& take, base::Sources const& sources, base::Diagnostics& diagnostics) {
  if (refuse_html(file, sources.text(file), diagnostics)) return {{}, false};
  auto table = base::read_csv(file, sources, diagnostics);
  if (table.empty()) refuse_empty_file(file, diagnostics);
  if (table.empty() || table.is_broken(0)) return {{}, false};
  auto header = read_csv_header(table, schema, diagnostics);
  if (!header.is_one) return {{}, false};
  bool const whole = CsvRecords(table, header, schema, reader, sources, diagnostics).read(take);
  return {std::move(header.about), whole};
}

}  // namespace tebiki::loading
