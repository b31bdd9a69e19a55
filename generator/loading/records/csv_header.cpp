#include "loading/records/records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::Role;

class HeaderReader {
 public:
  HeaderReader(base::CsvTable const& table, model::Schema const& schema, base::Diagnostics& diagnostics)
      : table_(table), schema_(schema), id_(schema.field_for(Role::id)), names_(schema), diagnostics_(diagnostics) {
    header_.id_slot = id_.slot;
  }

  CsvHeader read() {
    header_.row = find_heading_row(table_, names_);
    for (auto const& cell : table_.row(header_.row)) add(cell);
    bool no_headings = header_.about.headings.empty() && unknown_.size() > 1;
    if (no_headings || has_second_row()) {
      header_.is_one = false;
      no_headings ? refuse_row() : refuse_second_row();
      return std::move(header_);
    }
    if (header_.row > 0) tell_title();
    refuse_repetitions();
    find_columns_of_id();
    find_missing();
    refuse_unknown();
    for (auto const& key : header_.about.missing) {
      if (!meant_.contains(key)) refuse_absence(key);
    }
    return std::move(header_);
  }

 private:
  struct Unknown {
    std::string word;
    base::SourceLocation at;
  };

  base::SourceLocation row_at(std::size_t row) const { return table_.at(table_.row(row)[0]); }

  void add(base::CsvCell const& cell) {
    CsvColumn column{nullptr, heading_form(cell.text), table_.at(cell)};
    auto* field = column.named() ? names_.field(column.heading) : nullptr;
    if (column.named() && !field && !names_.is_set_aside(column.heading))
      unknown_.push_back({column.heading, column.at});
    if (field && places_[field].empty()) {
      column.field = field;
      header_.about.headings.emplace(field->key, column.heading);
      for (auto const& whole : schema_.fields) {
        bool half = std::any_of(whole.parts.begin(), whole.parts.end(), [&](auto& part) { return &part == field; });
        if (half) header_.about.headings.emplace(whole.key, column.heading);
      }
    }
    if (field) places_[field].push_back(column.at);
    header_.columns.push_back(std::move(column));
  }

  /// Merged cells that go over two rows: the second one has headings, too, or words where the first has none, and
  /// nothing in its first column.
  bool has_second_row() const {
    if (header_.row + 1 >= table_.row_count()) return false;
    auto const row = table_.row(header_.row + 1);
    if (!base::trimmed(row[0].text).empty()) return false;
    bool fills_gaps = false, plain = true;
    for (std::size_t i = 0; i < std::min(row.size(), header_.columns.size()); ++i) {
      auto const word = base::trimmed(row[i].text);
      if (word.empty()) continue;
      fills_gaps = fills_gaps || !header_.columns[i].named() || names_.is_known(heading_form(word));
      plain = plain && word.size() <= 60 && word.find_first_of("0123456789") == word.npos;
    }
    return fills_gaps && plain;
  }

  std::string label_of(std::string const& key) const {
    auto* field = schema_.find(key);
    return field ? field->label : key;
  }

  void find_columns_of_id() {
    if (header_.about.headings.contains(id_.key)) return;
    for (auto const& name : IdRule(schema_.id_rule).names()) {
      auto const& columns = header_.columns;
      auto* field = schema_.find(name);
      auto found = std::find_if(columns.begin(), columns.end(), [&](CsvColumn const& column) {
        return column.heading == heading_form(name) || (field && column.field == field);
      });
      if (found == columns.end()) return refuse_absence_for_id(name);
      header_.of_id.push_back(std::size_t(found - columns.begin()));
    }
  }

  void refuse_absence_for_id(std::string const& name) {
    header_.of_id.clear();
    header_.about.missing.insert(id_.key);
    meant_.insert(id_.key);
    diagnostics_.error(row_at(header_.row), "csv-missing-column",
                       {fmt::format("id のもとになる「{}」の列がありません。", name),
                        fmt::format("The column “{}”, of which ids are made, is missing.", name)},
                       {fmt::format("見出しに「{}」を書き足すか、schema.json の x-id を直してください。", name),
                        fmt::format("Add “{}” to the headings, or correct x-id in schema.json.", name)});
  }

  /// What every record needs and no heading names.
  void find_missing() {
    for (auto const& key : known_keys(schema_)) {
      auto* field = schema_.find(key);
      bool needed = (key == id_.key && header_.of_id.empty()) || (field && field->required);
      if (needed && !header_.about.headings.contains(key)) header_.about.missing.insert(key);
    }
  }

  void refuse_row() {
    std::string labels;
    for (auto const& field : schema_.fields) {
      if (field.required && field.key != id_.key) labels += "," + field.label;
    }
    diagnostics_.error(row_at(0), "csv-no-header",
                       {"1行目が見出しになっていません。", "The first line holds no headings."},
                       {fmt::format("1行目に「id{}」のような見出しの行を入れてください。", labels),
                        fmt::format("Put a line of headings above it, such as id{}.", labels)});
  }

  void refuse_second_row() {
    diagnostics_.error(row_at(header_.row + 1), "csv-two-header-rows",
                       {"見出しが2行に分かれています。", "The headings stand in two rows."},
                       {"上の行のすべての列に見出しを書き、この行を消してください。",
                        "Write a heading for each column in the row above, and remove this row."});
  }

  void tell_title() {
    auto const text = base::trimmed(table_.row(0)[0].text);
    diagnostics_.warning(
        row_at(0), "csv-title-row",
        {fmt::format("見出しより上の{}行（「{}」など）は、表の題と見て読みませんでした。", header_.row, text),
         fmt::format("{} row(s) above the headings (“{}”) were taken for a title and not read.", header_.row, text)},
        {"題の行を消すと、この知らせは出なくなります。", "Remove them, and this is not told any more."});
  }

  /// The nearest names of the first unknown headings, and one message for all others.
  void refuse_unknown() {
    constexpr std::size_t looked_at = 30, told_alone = 3;
    std::vector<Unknown> others;
    for (std::size_t i = 0; i < unknown_.size(); ++i) {
      auto advice = i < looked_at ? near_heading(unknown_[i].word) : std::nullopt;
      if (advice) {
        refuse_heading(unknown_[i], *advice);
      } else {
        others.push_back(unknown_[i]);
      }
    }
    if (others.size() > told_alone) return refuse_headings(others);
    for (auto const& heading : others) refuse_heading(heading, advice_on_new(heading.word));
  }

  void refuse_heading(Unknown const& heading, base::Message const& advice) {
    diagnostics_.error(heading.at, "unknown-key",
                       {fmt::format("見出し「{}」に当たる項目は schema.json にありません。", heading.word),
                        fmt::format("schema.json has no field for the heading “{}”.", heading.word)},
                       advice);
  }

  void refuse_headings(std::vector<Unknown> const& headings) {
    constexpr std::size_t shown = 40;
    std::string words;
    for (std::size_t i = 0; i < std::min(shown, headings.size()); ++i)
      words += fmt::format("{}\"{}\"", i ? ", " : "", headings[i].word);
    if (headings.size() > shown) words += ", …";
    diagnostics_.error(
        headings[0].at, "unknown-key",
        {fmt::format("「{}」など{}個の見出しに当たる項目は schema.json にありません。", headings[0].word,
                     headings.size()),
         fmt::format("schema.json has no fields for {} headings, of which “{}” is the first.", headings.size(),
                     headings[0].word)},
        {fmt::format("使わない列なら、schema.json に「\"x-ignore-columns\": [{}]」と書いてください。使う列は "
                     "properties に書き足します。",
                     words),
         fmt::format("Columns that nobody wants are named in schema.json: \"x-ignore-columns\": [{}]. Add the others "
                     "to its properties.",
                     words)});
  }

  /// The one column that is missing is probably the one heading that is unknown, however different they look.
  std::optional<base::Message> near_heading(std::string const& word) {
    std::vector<std::string> both;
    for (auto const& key : known_keys(schema_)) {
      auto* field = schema_.find(key) ? schema_.find(key) : model::understood_field(key);
      both.insert(both.end(), {key, field->label});
      if (base::nearest(word, {key, field->label})) meant_.insert(key);
    }
    if (base::nearest(word, both)) return did_you_mean(word, both);
    if (auto const label = label_begun_with(word)) return base::meant(*label);
    if (unknown_.size() != 1 || header_.about.missing.size() != 1) return std::nullopt;
    auto const& key = *header_.about.missing.begin();
    meant_.insert(key);
    return base::meant(label_of(key));
  }

  /// 電話 for 電話番号, where no other label begins so.
  std::optional<std::string> label_begun_with(std::string const& word) {
    std::vector<std::string> begun;
    for (auto const& key : known_keys(schema_)) {
      if (base::character_count(word) > 1 && label_of(key).starts_with(word)) begun.push_back(key);
    }
    if (begun.size() != 1) return std::nullopt;
    meant_.insert(begun[0]);
    return label_of(begun[0]);
  }

  base::Message advice_on_new(std::string const& word) const {
    auto const keys = known_keys(schema_);
    std::vector<std::string> labels;
    for (auto const& key : keys) {
      auto* field = schema_.find(key) ? schema_.find(key) : model::understood_field(key);
      labels.push_back(field->label);
    }
    bool ascii = std::all_of(word.begin(), word.end(), [](unsigned char c) { return c < 0x80; });
    auto advice = base::possible_names(ascii ? keys : labels);
    advice.ja += fmt::format(
        "新しい項目なら、先に schema.json の properties に書き足してください。使わない列なら、schema.json に"
        "「\"x-ignore-columns\": [\"{}\"]」と書きます。",
        word);
    advice.en += fmt::format(
        " If the field is new, add it to the properties of schema.json first; if nobody wants the column, write "
        "\"x-ignore-columns\": [\"{}\"] there.",
        word);
    return advice;
  }

  void refuse_absence(std::string const& key) {
    auto label = label_of(key);
    diagnostics_.error(row_at(header_.row), "csv-missing-column",
                       {fmt::format("必ず要る「{}」の列がありません。", label),
                        fmt::format("The column “{}” is required but missing.", label)},
                       key == id_.key ? advice_on_id() : advice_on_absence(label));
  }

  static base::Message advice_on_absence(std::string const& label) {
    return {fmt::format("1行目の見出しに「{}」を書き足し、各行に値を入れてください。", label),
            fmt::format("Add “{}” to the headings of the first line, and a value to each row.", label)};
  }

  static base::Message advice_on_id() {
    return {
        "1行目の見出しに「id」を書き足し、各行に値を入れてください。事業所番号などの列があるなら、schema.json に"
        "「\"x-id\": \"事業所番号\"」のように書くと、それが id になります。",
        "Add “id” to the headings of the first line, and a value to each row. If a column holds a number of its "
        "own for each record, name it in schema.json, like \"x-id\": \"事業所番号\"."};
  }

  void refuse_repetitions() {
    for (auto const& column : header_.columns) {
      if (!column.field || places_[column.field].size() < 2) continue;
      auto const& places = places_[column.field];
      diagnostics_.error(places[1], "duplicate-key",
                         {fmt::format("見出し「{}」の列が{}つあります。", column.heading, places.size()),
                          fmt::format("{} columns are headed “{}”.", places.size(), column.heading)},
                         {"1つだけ残して、ほかの列を消してください。", "Keep one of them and remove the others."});
    }
  }

  base::CsvTable const& table_;
  model::Schema const& schema_;
  Field const& id_;
  HeadingNames names_;
  base::Diagnostics& diagnostics_;
  CsvHeader header_;
  std::map<Field const*, std::vector<base::SourceLocation>> places_;  ///< of the columns of each field
  std::vector<Unknown> unknown_;
  std::set<std::string> meant_;  ///< fields that a misspelt heading seems to stand for
};

}  // namespace

CsvHeader read_csv_header(base::CsvTable const& table, model::Schema const& schema, base::Diagnostics& diagnostics) {
  return HeaderReader(table, schema, diagnostics).read();
}

}  // namespace tebiki::loading
