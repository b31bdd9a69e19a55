#include "loading/records/csv_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "loading/records/schema.hpp"
#include "loading/syntax/object_check.hpp"
#include "model/understood_fields.hpp"
#include "support/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::Value;

std::string heading(std::string_view text) {
  auto folded = support::nfkc(text);
  return std::string(support::trimmed(folded));
}

Field const* field_for(std::string const& word, model::Schema const& schema) {
  if (auto* field = schema.find(word)) return field;
  for (auto const& field : schema.fields) {
    if (heading(field.label) == word) return &field;
  }
  if (auto* field = model::understood_field(word)) return field;
  for (auto const& key : known_keys(schema)) {
    auto* field = model::understood_field(key);
    if (field && !schema.find(key) && field->label == word) return field;
  }
  return nullptr;
}

std::string type_in(Value const& source, Field const& field) {
  auto* properties = source.find("properties");
  auto* property = properties ? properties->find(field.key) : nullptr;
  return property ? std::string(property->text_of("type")) : std::string();
}

class HeaderReader {
 public:
  HeaderReader(support::CsvTable const& table, model::Schema const& schema, Value const& source,
               support::Diagnostics& diagnostics)
      : table_(table), schema_(schema), source_(source), diagnostics_(diagnostics) {}

  CsvHeader read() {
    for (auto const& cell : table_.row(0)) add(cell);
    if (header_.about.headings.empty() && unknown_.size() > 1) {
      refuse_row();
      return std::move(header_);
    }
    find_missing();
    for (auto const& [word, at] : unknown_) refuse_heading(word, at);
    for (auto const& key : header_.about.missing) {
      if (!meant_.contains(key)) refuse_absence(key);
    }
    return std::move(header_);
  }

 private:
  struct Unknown {
    std::string word;
    support::Position at;
  };

  void add(support::CsvCell const& cell) {
    CsvColumn column{nullptr, {}, table_.at(cell), false};
    auto word = heading(cell.text);
    column.named = !word.empty();
    column.field = column.named ? field_for(word, schema_) : nullptr;
    if (column.named && !column.field) unknown_.push_back({word, column.at});
    if (column.field) column.type = type_in(source_, *column.field);
    if (column.field) refuse_repetition(column, word);
    if (column.field) header_.about.headings.emplace(column.field->key, word);
    header_.columns.push_back(std::move(column));
  }

  std::string label_of(std::string const& key) const {
    auto* field = schema_.find(key);
    return field ? field->label : key;
  }

  /// What every record needs and no heading names.
  void find_missing() {
    for (auto const& key : known_keys(schema_)) {
      auto* field = schema_.find(key);
      bool needed = key == "id" || (field && field->required);
      if (needed && !header_.about.headings.contains(key)) header_.about.missing.insert(key);
    }
  }

  void refuse_row() {
    header_.is_one = false;
    std::string labels;
    for (auto const& field : schema_.fields) {
      if (field.required && field.key != "id") labels += "," + field.label;
    }
    diagnostics_.error(table_.at(table_.row(0)[0]), "csv-no-header",
                       {"1行目が見出しになっていません。", "The first line holds no headings."},
                       {fmt::format("1行目に「id{}」のような見出しの行を入れてください。", labels),
                        fmt::format("Put a line of headings above it, such as id{}.", labels)});
  }

  void refuse_heading(std::string const& word, support::Position at) {
    diagnostics_.error(at, "unknown-key",
                       {fmt::format("見出し「{}」に当たる項目は schema.json にありません。", word),
                        fmt::format("schema.json has no field for the heading “{}”.", word)},
                       advice_on(word));
  }

  /// The one column that is missing is probably the one heading that is unknown, however different they look.
  support::Words advice_on(std::string const& word) {
    auto keys = known_keys(schema_);
    std::vector<std::string> labels, both;
    for (auto const& key : keys) {
      auto* field = schema_.find(key) ? schema_.find(key) : model::understood_field(key);
      labels.push_back(field->label);
      both.insert(both.end(), {key, field->label});
      if (support::nearest(word, {key, field->label})) meant_.insert(key);
    }
    if (support::nearest(word, both)) return did_you_mean(word, both);
    if (unknown_.size() == 1 && header_.about.missing.size() == 1) {
      auto const& key = *header_.about.missing.begin();
      meant_.insert(key);
      return {fmt::format("「{}」のことでしょうか。", label_of(key)), fmt::format("Did you mean “{}”?", label_of(key))};
    }
    bool ascii = std::all_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x80; });
    auto advice = support::possible_names(ascii ? keys : labels);
    advice.ja += "新しい項目なら、先に schema.json の properties に書き足してください。";
    advice.en += " If the field is new, add it to the properties of schema.json first.";
    return advice;
  }

  void refuse_absence(std::string const& key) {
    auto label = label_of(key);
    diagnostics_.error(table_.at(table_.row(0)[0]), "csv-missing-column",
                       {fmt::format("必ず要る「{}」の列がありません。", label),
                        fmt::format("The column “{}” is required but missing.", label)},
                       {fmt::format("1行目の見出しに「{}」を書き足し、各行に値を入れてください。", label),
                        fmt::format("Add “{}” to the headings of the first line, and a value to each row.", label)});
  }

  void refuse_repetition(CsvColumn& column, std::string const& word) {
    auto same = [&](CsvColumn const& other) { return other.field == column.field; };
    if (std::none_of(header_.columns.begin(), header_.columns.end(), same)) return;
    diagnostics_.error(
        column.at, "duplicate-key",
        {fmt::format("見出し「{}」の列が2つあります。", word), fmt::format("Two columns are headed “{}”.", word)},
        {"どちらか一方の列を消してください。", "Remove one of the two columns."});
    column.field = nullptr;
  }

  support::CsvTable const& table_;
  model::Schema const& schema_;
  Value const& source_;
  support::Diagnostics& diagnostics_;
  CsvHeader header_;
  std::vector<Unknown> unknown_;
  std::set<std::string> meant_;  ///< fields that a misspelt heading seems to stand for
};

}  // namespace

CsvHeader read_csv_header(support::CsvTable const& table, model::Schema const& schema, Value const& source,
                          support::Diagnostics& diagnostics) {
  return HeaderReader(table, schema, source, diagnostics).read();
}

}  // namespace tebiki::loading
