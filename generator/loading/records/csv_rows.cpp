#include "loading/records/records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/json_and_yaml.hpp"
#include "model/list.hpp"

namespace tebiki::loading {
namespace {

/// How many cells of a row hold a word, and how many of these are headings.
struct HeadingCount {
  std::size_t words = 0;
  std::size_t known = 0;
};

HeadingCount count_headings(base::CsvRow row, HeadingNames const& names) {
  HeadingCount count;
  for (auto const& cell : row) {
    if (base::trimmed(cell.text).empty()) continue;
    ++count.words;
    count.known += names.is_known(heading_form(cell.text)) ? 1 : 0;
  }
  return count;
}

std::string without_blanks(std::string_view text) {
  auto folded = base::nfkc(text);
  std::erase_if(folded, [](char c) { return c == ' ' || c == '\t'; });
  return folded;
}

bool is_total_word(std::string_view text) {
  constexpr std::array words = {"合計", "計", "小計", "総計", "総合計", "Total", "total", "TOTAL"};
  auto const word = without_blanks(text);
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The cells that hold something, by column.
std::vector<std::size_t> filled_cells(base::CsvRow row) {
  std::vector<std::size_t> filled;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!base::trimmed(row[i].text).empty()) filled.push_back(i);
  }
  return filled;
}

bool is_of_id(std::size_t column, CsvHeader const& header) {
  auto const* field = column < header.columns.size() ? header.columns[column].field : nullptr;
  return (field && field->slot == header.id_slot) ||
         std::find(header.of_id.begin(), header.of_id.end(), column) != header.of_id.end();
}

bool repeats_headings(base::CsvRow row, std::vector<std::size_t> const& filled, CsvHeader const& header) {
  return filled.size() > 1 && std::all_of(filled.begin(), filled.end(), [&](std::size_t i) {
           return i < header.columns.size() && heading_form(row[i].text) == header.columns[i].heading;
         });
}

base::Message name_of(RowKind kind) {
  switch (kind) {
    case RowKind::total:
      return {"合計の行", "a row of totals"};
    case RowKind::note:
      return {"注や題の行", "a row of notes"};
    case RowKind::headings:
      return {"見出しをくり返した行", "the headings once more"};
    case RowKind::record:
      break;
  }
  return {};
}

}  // namespace

std::string heading_form(std::string_view text) {
  auto const folded = base::nfkc(text);
  std::string form;
  for (std::size_t at = 0; at < folded.size();) {
    auto const character = base::next_character(folded, at);
    bool const stroke = character == U'―' || character == U'—' || character == U'─';
    base::append_utf8(form, stroke ? U'ー' : character);
  }
  return std::string(base::trimmed(form));
}

HeadingNames::HeadingNames(model::Schema const& schema) {
  for (auto const& field : schema.fields) fields_.emplace(heading_form(field.key), &field);
  for (auto const& field : schema.fields) fields_.emplace(heading_form(field.label), &field);
  for (auto const& field : schema.fields) {
    for (auto const& part : field.parts) {
      fields_.insert_or_assign(heading_form(part.key), &part);
      bool declared = part.at.file != base::FileId::none;
      if (declared) fields_.insert_or_assign(heading_form(part.label), &part);
      for (auto name : model::role_entry(part.role).names) fields_.emplace(heading_form(name), &part);
    }
  }
  for (auto const& key : known_keys(schema)) {
    auto* field = schema.find(key) ? nullptr : model::understood_field(key);
    if (!field) continue;
    fields_.emplace(field->key, field);
    fields_.emplace(field->label, field);
  }
  for (auto const& heading : schema.ignored_columns) set_aside_.insert(heading_form(heading));
  for (auto const& name : IdRule(schema.id_rule).names()) set_aside_.insert(heading_form(name));
}

std::size_t find_heading_row(base::CsvTable const& table, HeadingNames const& names) {
  constexpr std::size_t looked_at = 10;
  std::size_t best = 0, most = 0;
  for (std::size_t i = 0; i < std::min(looked_at, table.row_count()); ++i) {
    auto const count = count_headings(table.row(i), names);
    if (count.known > 0 && 2 * count.known >= count.words) return i;
    if (count.known > most) most = count.known, best = i;
  }
  return most > 1 ? best : 0;
}

model::Field const* HeadingNames::field(std::string const& heading) const {
  auto found = fields_.find(heading);
  return found == fields_.end() ? nullptr : found->second;
}

RowKind kind_of_row(base::CsvRow row, CsvHeader const& header) {
  auto const filled = filled_cells(row);
  if (filled.empty()) return RowKind::record;
  auto const first = base::trimmed(row[filled[0]].text);
  bool const has_id = std::any_of(filled.begin(), filled.end(), [&](std::size_t i) {
    return is_of_id(i, header) && is_slug(without_blanks(row[i].text));
  });
  if (repeats_headings(row, filled, header)) return RowKind::headings;
  if (has_id) return RowKind::record;
  if (is_total_word(first)) return RowKind::total;
  bool const sign = first.starts_with("※") || first.starts_with("＊") || first.starts_with("注");
  bool const lone_words =
      filled.size() == 1 && header.about.headings.size() > 1 &&
      (sign || (is_of_id(filled[0], header) && first.find_first_of("abcdefghijklmnopqrstuvwxyz") == first.npos &&
                first.size() > 12));
  return lone_words || (sign && filled.size() == 1) ? RowKind::note : RowKind::record;
}

void SkippedRows::add(RowKind kind, base::SourceLocation at) {
  auto& run = runs_[kind];
  if (run.count++ == 0) run.first = at;
}

void SkippedRows::tell(base::Diagnostics& diagnostics) const {
  for (auto const& [kind, run] : runs_) {
    auto const name = name_of(kind);
    auto const more_ja = run.count > 1 ? fmt::format("（ほかに{}行）", run.count - 1) : "";
    auto const more_en = run.count > 1 ? fmt::format(" ({} more)", run.count - 1) : "";
    diagnostics.warning(run.first, "csv-skipped-row",
                        {fmt::format("{}と見て、読みませんでした{}。", name.ja, more_ja),
                         fmt::format("This looks like {} and was not read{}.", name.en, more_en)},
                        {"記録なら、id になる列を埋めてください。そうでなければ、この行を消してください。",
                         "If it is a record, fill in what its id is made of; otherwise remove the row."});
  }
}

// ---- cells ----

namespace {

using Array = model::KindEntry::Array;
using model::Field;
using model::FieldValue;

/// Marks that part the values of a cell. Those of lists of words do so only where no choice holds one.
struct Separators {
  bool comma = true;       ///< , and ，
  bool wide_comma = true;  ///< 、
};

Separators separators_for(Field const& field) {
  auto none_holds = [&](std::string_view mark) {
    return std::none_of(field.choices.begin(), field.choices.end(),
                        [&](std::string const& choice) { return choice.find(mark) != choice.npos; });
  };
  bool closed = !field.choices.empty() || field.role == model::Role::area || field.role == model::Role::scene;
  return {closed && none_holds(",") && none_holds("，"), none_holds("、")};
}

/// How long the separator is that stands at `at`; 0 when there is none.
std::size_t separator_at(std::string_view text, std::size_t at, Separators also) {
  if (text[at] == ';' || text[at] == '\n' || text[at] == '\r' || (also.comma && text[at] == ',')) return 1;
  auto rest = text.substr(at);
  bool wide =
      rest.starts_with("；") || (also.wide_comma && rest.starts_with("、")) || (also.comma && rest.starts_with("，"));
  return wide ? 3 : 0;
}

base::SourceLocation stretch(CellText const& cell, std::size_t begin, std::size_t end) {
  auto at = cell.at(begin);
  at.length = cell.at(end).offset - at.offset;
  return at;
}

/// Whether a text is what Excel makes of a long number: 1.00E+12.
bool is_rounded_number(std::string_view text) {
  auto const e = text.find("E+");
  return e != text.npos && e > 0 && text.find_first_not_of("0123456789.") == e &&
         text.find_first_not_of("0123456789", e + 2) == text.npos;
}

}  // namespace

std::optional<base::Message> remedy_for_excel(std::string_view text, model::Field const* field) {
  constexpr std::array<std::string_view, 7> failures = {"#REF!",   "#N/A",  "#VALUE!", "#NAME?",
                                                        "#DIV/0!", "#NUM!", "#NULL!"};
  bool numeric = field && model::kind_entry(field->kind).notation == model::KindEntry::Notation::number;
  if (!numeric && is_rounded_number(text))
    return base::Message{"Excel でその列の書式を「文字列」にし、元の番号を打ち直してから、CSV で保存し直してください。",
                         "Format the column as text in Excel, write the number anew and save the CSV again."};
  if (text[0] != '#') return std::nullopt;
  if (text.size() >= 3 && text.find_first_not_of('#') == text.npos)
    return base::Message{"Excel で列の幅を広げ、値が見えるようにしてから、CSV で保存し直してください。",
                         "Widen the column in Excel until the value is seen, and save the CSV again."};
  if (std::find(failures.begin(), failures.end(), text) == failures.end()) return std::nullopt;
  return base::Message{"Excel でこのセルの値を打ち直してから、CSV で保存し直してください。",
                       "Write the value anew in Excel and save the CSV again."};
}

FieldValue::Data RecordReader::split_cell(CellText const& cell, Field const& field, RecordMistakes& mistakes) const {
  auto const also = separators_for(field);
  model::FieldValues several;
  std::size_t start = 0;
  auto finish = [&](std::size_t end) {
    auto item = base::trimmed(cell.text.substr(start, end - start));
    if (item.empty()) return;
    auto const begin = std::size_t(item.data() - cell.text.data());
    auto const at = stretch(cell, begin, begin + item.size());
    auto read = read_text(field, item, Form::cell);
    if (read.mistake) mistakes.refuse(*read.mistake, field, item, at);
    several.items.push_back({std::move(read.data), at, field.slot});
  };
  for (std::size_t at = 0; at < cell.text.size(); ++at) {
    auto length = separator_at(cell.text, at, also);
    if (length == 0) continue;
    finish(at);
    start = at + length;
    at += length - 1;
  }
  finish(cell.text.size());
  return several;
}

std::optional<FieldValue> RecordReader::read_cell(CellText const& cell, Field const& field,
                                                  RecordMistakes& mistakes) const {
  FieldValue value{{}, stretch(cell, 0, cell.text.size()), field.slot};
  auto const array = model::kind_entry(field.kind).array;
  if (array == Array::several || (field.type == model::JsonType::array && array != Array::pair)) {
    value.data = split_cell(cell, field, mistakes);
    name_scenes_by_id(value, field, mistakes);
    return value;
  }
  auto read = read_text(field, cell.text, Form::cell);
  if (read.mistake) mistakes.refuse(*read.mistake, field, cell.text, value.at);
  value.data = std::move(read.data);
  return value.is_absent() ? std::nullopt : std::optional(std::move(value));
}

}  // namespace tebiki::loading
