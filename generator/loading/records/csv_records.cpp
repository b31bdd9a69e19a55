#include "loading/records/csv_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "loading/records/cell_values.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/object_check.hpp"
#include "support/csv.hpp"
#include "support/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::Value;

/// A column of the file and the field it belongs to; nullptr for a column without a name or with a wrong one.
struct CsvColumn {
  Field const* field = nullptr;
  std::string type;
  support::Position at;
  bool named = false;
};

std::string heading(std::string_view text) {
  auto folded = support::nfkc(text);
  return std::string(support::trimmed(folded));
}

Field const* field_for(std::string const& word, model::Schema const& schema) {
  if (auto* field = schema.find(word)) return field;
  for (auto const& field : schema.fields) {
    if (heading(field.label) == word) return &field;
  }
  if (auto* field = understood_field(word)) return field;
  for (auto const& key : known_keys(schema)) {
    auto* field = understood_field(key);
    if (field && !schema.find(key) && field->label == word) return field;
  }
  return nullptr;
}

std::string type_in(Value const& source, Field const& field) {
  auto* properties = source.find("properties");
  auto* property = properties ? properties->find(field.key) : nullptr;
  return property ? std::string(property->text_of("type")) : std::string();
}

/// Japanese headings for a Japanese word, field names for another.
support::Words header_advice(std::string const& word, model::Schema const& schema) {
  auto keys = known_keys(schema);
  std::vector<std::string> labels, both = keys;
  for (auto const& key : keys) {
    auto* field = schema.find(key) ? schema.find(key) : understood_field(key);
    labels.push_back(field->label);
    both.push_back(field->label);
  }
  if (support::nearest(word, both)) return did_you_mean(word, both);
  bool ascii = std::all_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x80; });
  return support::possible_names(ascii ? keys : labels);
}

class CsvRecords {
 public:
  CsvRecords(support::CsvTable const& table, model::Schema const& schema, Value const& source,
             support::Sources const& sources, support::Diagnostics& diagnostics)
      : table_(table), schema_(schema), source_(source), sources_(sources), diagnostics_(diagnostics) {}

  CsvRows read() {
    if (table_.is_broken(0)) return {{}, {}, false};
    read_header();
    require_columns();
    for (std::size_t i = 1; i < table_.row_count(); ++i) {
      if (table_.is_broken(i)) {
        result_.whole = false;
      } else {
        result_.rows.push_back(read_row(table_.row(i)));
      }
    }
    return std::move(result_);
  }

 private:
  void read_header() {
    for (auto const& cell : table_.row(0)) {
      CsvColumn column{nullptr, {}, table_.at(cell), false};
      auto word = heading(cell.text);
      column.named = !word.empty();
      column.field = column.named ? field_for(word, schema_) : nullptr;
      if (column.field) column.type = type_in(source_, *column.field);
      if (column.named && !column.field) refuse_heading(word, column.at);
      if (column.field) refuse_repetition(column, word);
      if (column.field) result_.about.headings.emplace(column.field->key, word);
      columns_.push_back(std::move(column));
    }
  }

  /// A column that every row needs is missed once, and not at all when a misspelt heading seems to be it.
  void require_columns() {
    for (auto const& key : known_keys(schema_)) {
      auto* field = schema_.find(key);
      bool needed = key == "id" || (field && field->required);
      if (!needed || result_.about.headings.contains(key)) continue;
      result_.about.missing.insert(key);
      if (meant_.contains(key)) continue;
      auto label = field ? field->label : std::string("id");
      diagnostics_.error(table_.at(table_.row(0)[0]), "csv-missing-column",
                         {fmt::format("必ず要る「{}」の列がありません。", label),
                          fmt::format("The column “{}” is required but missing.", label)},
                         {fmt::format("1行目の見出しに「{}」を書き足し、各行に値を入れてください。", label),
                          fmt::format("Add “{}” to the headings of the first line, and a value to each row.", label)});
    }
  }

  void refuse_heading(std::string const& word, support::Position at) {
    for (auto const& key : known_keys(schema_)) {
      auto* field = schema_.find(key);
      if (support::nearest(word, {key, field ? field->label : key})) meant_.insert(key);
    }
    diagnostics_.error(at, "unknown-key",
                       {fmt::format("見出し「{}」に当たる項目は schema.json にありません。", word),
                        fmt::format("schema.json has no field for the heading “{}”.", word)},
                       header_advice(word, schema_));
  }

  void refuse_repetition(CsvColumn& column, std::string const& word) {
    auto same = [&](CsvColumn const& other) { return other.field == column.field; };
    if (std::none_of(columns_.begin(), columns_.end(), same)) return;
    diagnostics_.error(
        column.at, "duplicate-key",
        {fmt::format("見出し「{}」の列が2つあります。", word), fmt::format("Two columns are headed “{}”.", word)},
        {"どちらか一方の列を消してください。", "Remove one of the two columns."});
    column.field = nullptr;
  }

  Value read_row(support::CsvRow row) {
    Value record{model::Object{}, table_.at(row[0])};
    auto& members = std::get<model::Object>(record.data);
    bool reported = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      auto text = support::trimmed(row[i].text);
      if (text.empty()) continue;
      if (i >= columns_.size() || !columns_[i].named) {
        if (!reported) refuse_cell(row[i], row.size());
        reported = true;
      } else if (columns_[i].field) {
        members.push_back(read_cell(row[i], text, columns_[i]));
      }
    }
    return record;
  }

  void refuse_cell(support::CsvCell const& cell, std::size_t count) {
    diagnostics_.error(table_.at(cell), "csv-extra-cell",
                       {fmt::format("見出しのない列に「{}」があります（見出しは{}列、この行は{}列）。",
                                    support::trimmed(cell.text), columns_.size(), count),
                        fmt::format("“{}” stands in a column without a heading ({} headings, {} cells).",
                                    support::trimmed(cell.text), columns_.size(), count)},
                       {"余分な「,」がないか確かめてください。「,」を含むセルは「\"」で囲みます。",
                        "Look for a comma too many; a cell that holds a comma stands between quotation marks."});
  }

  model::Member read_cell(support::CsvCell const& cell, std::string_view text, CsvColumn const& column) {
    auto skipped = static_cast<std::size_t>(text.data() - cell.text.data());
    auto at = [&](std::size_t index) { return table_.at(cell, skipped + index, sources_); };
    return {column.field->key, column.at, cell_value({text, at}, *column.field, column.type)};
  }

  support::CsvTable const& table_;
  model::Schema const& schema_;
  Value const& source_;
  support::Sources const& sources_;
  support::Diagnostics& diagnostics_;
  std::vector<CsvColumn> columns_;
  std::set<std::string> meant_;  ///< fields that a misspelt heading may stand for
  CsvRows result_;
};

}  // namespace

CsvRows read_csv_records(support::FileId file, model::Schema const& schema, Value const& source,
                         support::Sources const& sources, support::Diagnostics& diagnostics) {
  auto table = support::read_csv(file, sources, diagnostics);
  if (table.empty()) return {};
  return CsvRecords(table, schema, source, sources, diagnostics).read();
}

}  // namespace tebiki::loading
