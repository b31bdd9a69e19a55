// How the values of a record go together: those that need a day of confirmation (確認日) beside them, chapters of a
// film in their order, the day of an event; and whether the values of a row of CSV stand in their columns.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/unicode.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/records/records.hpp"
#include "loading/records/schema.hpp"
#include "model/events_and_films.hpp"

namespace tebiki::loading {
namespace {

using model::Date;
using model::Field;
using model::Record;
using model::Role;

void tell_of_no_day(Field const& field, base::Diagnostics& diagnostics) {
  diagnostics.warning(
      field.at, "no-confirmed-field",
      {fmt::format("「{}」には確認日が要りますが、この一覧に確認日の項目がありません。", field.label),
       fmt::format("“{}” must carry the day of confirmation, but the list has no field for it.", field.label)},
      {"schema.json の properties に「\"confirmed\": {\"format\": \"date\", \"x-label\": \"確認日\"}」を"
       "書き足すか、x-confirm を消してください。",
       "Add \"confirmed\": {\"format\": \"date\"} to the properties, or remove x-confirm."});
}

/// The first value of a record that must carry a 確認日 and has none; nullptr when all is well.
model::FieldValue const* unconfirmed_value(Record const& record, std::vector<Field const*> const& fields,
                                           Field const& day) {
  auto const* confirmed = record.find(day);
  // One that is no day was told where it stands.
  if (confirmed && (confirmed->as<Date>() || day.kind == model::FieldKind::date)) return nullptr;
  for (auto const* field : fields) {
    if (auto const* value = record.find(*field)) return value;
  }
  return nullptr;
}

/// The records of one file without a 確認日.
struct Unconfirmed {
  Record const* first = nullptr;
  model::FieldValue const* value = nullptr;
  std::size_t count = 0;
};

}  // namespace

void tell_unconfirmed(model::Schema const& schema, std::vector<Record> const& records,
                      std::set<std::size_t> const& misplaced, base::Diagnostics& diagnostics) {
  std::vector<Field const*> fields;
  for (auto const& field : schema.fields) {
    if (field.confirm) fields.push_back(&field);
  }
  if (fields.empty()) return;
  auto const* day = schema.with_role(Role::confirmed);
  bool const given = std::any_of(records.begin(), records.end(), [&](Record const& record) {
    return std::any_of(fields.begin(), fields.end(), [&](Field const* field) { return record.find(*field); });
  });
  if (!day && given) tell_of_no_day(*fields.front(), diagnostics);
  if (!day) return;
  std::map<base::FileId, Unconfirmed> files;
  for (std::size_t i = 0; i < records.size(); ++i) {
    auto const* value = misplaced.contains(i) ? nullptr : unconfirmed_value(records[i], fields, *day);
    if (!value) continue;
    auto& file = files[records[i].at.file];
    if (file.count++ == 0) file.first = &records[i], file.value = value;
  }
  for (auto const& [file, found] : files) {
    auto const field =
        std::find_if(fields.begin(), fields.end(), [&](auto* f) { return f->slot == found.value->slot; });
    auto const more_ja = found.count > 1 ? fmt::format("（ほかに{}件）", found.count - 1) : "";
    auto const more_en = found.count > 1 ? fmt::format(" ({} more)", found.count - 1) : "";
    diagnostics.warning(
        found.value->at, "unconfirmed",
        {fmt::format("{}には確認日が要りますが、「{}」には{}がありません{}。", (*field)->label, found.first->name(),
                     day->label, more_ja),
         fmt::format("“{}” must carry a day of confirmation; “{}” has none{}.", (*field)->label, found.first->name(),
                     more_en)},
        {fmt::format("電話などで確かめた日を、「{}」に「2026-04-01」のように書いてください。", day->label),
         fmt::format("Write the day on which it was confirmed into “{}”, like 2026-04-01.", day->label)});
  }
}

// The chapters of a film.

namespace {

using model::FieldValue;

/// Goes through the chapters of one film.
class ChapterCheck {
 public:
  ChapterCheck(model::Schema const& schema, model::Record const& record, RecordMistakes& mistakes)
      : mistakes_(mistakes), length_field_(schema.with_role(model::Role::duration)) {
    auto const* length = length_field_ ? record.find(*length_field_) : nullptr;
    if (length && length->text()) length_ = model::film_seconds(*length->text());
  }

  void check(model::FieldRow const& row, model::Field const& field) {
    auto const* value = row.find(field.slot);
    if (!value || value->is_absent()) {
      if (!field.required)
        refuse(row.at, "チャプターに「" + field.label + "」がありません。", "A chapter without its time.", as_clock());
      return;
    }
    auto const written = model::exported_text(*value);
    auto const seconds = model::film_seconds(written);
    if (!seconds)
      return refuse(value->at, fmt::format("{}「{}」は、動画の中の時間として読めません。", field.label, written),
                    fmt::format("{} “{}” is no time within a film.", field.label, written), as_clock());
    if (last_ && *seconds <= *last_) tell_order(*value, field, *seconds);
    if (length_ && *seconds >= *length_) tell_end(*value, field, *seconds);
    last_ = last_ ? std::max(*last_, *seconds) : *seconds;
  }

 private:
  static base::Message as_clock() {
    return {"始まってからの時間を「1:30」か「1分30秒」のように書いてください。", "Write when it begins, like 1:30."};
  }
  void refuse(base::SourceLocation at, std::string ja, std::string en, base::Message hint) {
    mistakes_.error(at, "film-chapter", {std::move(ja), std::move(en)}, std::move(hint));
  }
  void tell_order(FieldValue const& value, model::Field const& field, int seconds) {
    auto const now = model::film_clock(seconds), before = model::film_clock(*last_);
    refuse(value.at, fmt::format("{}（{}）が、上のチャプター（{}）より後ではありません。", field.label, now, before),
           fmt::format("“{}” ({}) is not after the chapter above ({}).", field.label, now, before),
           {"時間を確かめて、始まる順に並べてください。", "Look at the times, and put the chapters in their order."});
  }
  void tell_end(FieldValue const& value, model::Field const& field, int seconds) {
    auto const now = model::film_clock(seconds), end = model::film_clock(*length_);
    refuse(value.at,
           fmt::format("{}（{}）に、動画はもう終わっています（{}は{}）。", field.label, now, length_field_->label, end),
           fmt::format("“{}” ({}) is not within the film, which takes {}.", field.label, now, end),
           {fmt::format("時間か「{}」を直してください。", length_field_->label),
            fmt::format("Correct the time or “{}”.", length_field_->label)});
  }

  RecordMistakes& mistakes_;
  model::Field const* length_field_;
  std::optional<int> length_, last_;
};

}  // namespace

void check_chapters(model::Record const& record, model::Schema const& schema, RecordMistakes& mistakes) {
  for (auto const& field : schema.fields) {
    auto const* value = model::holds_chapters(field) ? record.find(field) : nullptr;
    auto const* rows = value ? value->as<model::FieldRows>() : nullptr;
    if (!rows) continue;
    ChapterCheck check(schema, record, mistakes);
    for (auto const& row : rows->rows) check.check(row, model::chapter_time_field(field));
  }
}

// Rows of CSV: with a comma or a heading too few their values do not stand in their columns.

void check_day_of_event(model::Record const& record, model::Schema const& schema, RecordMistakes& mistakes) {
  auto const* day = schema.with_role(Role::begins);
  if (!day || record.find(*day)) return;
  for (auto role : {Role::deadline, Role::application, Role::form_address}) {
    auto const* field = schema.with_role(role);
    auto const* value = field ? record.find(*field) : nullptr;
    if (!value) continue;
    mistakes.warning(value->at, "event-without-day",
                     {fmt::format("{}はありますが、{}がありません。催しは「日付の分からないもの」になり、申込の案内も"
                                  "カレンダーもできません。",
                                  field->label, day->label),
                      fmt::format("“{}” is given, but no “{}”: the event stands among those of unknown days, without "
                                  "a calendar and a way to apply.",
                                  field->label, day->label)},
                     {fmt::format("「{}」を「2026-10-24」のように書いてください。", day->label),
                      fmt::format("Write “{}” like 2026-10-24.", day->label)});
    return;
  }
}

namespace {

/// Whether the text looks like those of the field; never for kinds that take any text.
bool fits(model::Field const* field, std::string_view cell) {
  using enum model::KindEntry::Notation;
  if (!field || cell.empty()) return false;
  switch (model::kind_entry(field->kind).notation) {
    case words:
      return false;
    case number:
      return !std::holds_alternative<std::string>(read_text(*field, cell, Form::cell).data);
    case form:
      return !read_text(*field, cell, Form::cell).mistake;
  }
  return false;
}

}  // namespace

std::size_t usual_width(base::CsvTable const& table, CsvHeader const& header) {
  std::vector<std::size_t> filled(header.columns.size());
  std::size_t rows = 0;
  for (auto i = header.row + 1; i < table.row_count(); ++i) {
    auto const row = table.row(i);
    if (table.is_broken(i) || row.size() < filled.size()) continue;
    ++rows;
    for (std::size_t column = 0; column < filled.size(); ++column)
      filled[column] += base::trimmed(row[column].text).empty() ? 0 : 1;
  }
  auto width = filled.size();
  while (width > 0 && 2 * filled[width - 1] <= rows) --width;
  return width;
}

RowShift find_row_shift(base::CsvRow row, std::vector<CsvColumn> const& columns) {
  bool const few = row.size() < columns.size();
  RowShift shift;
  std::size_t own = 0, neighbour = 0;
  for (std::size_t i = 0; i < std::min(row.size(), columns.size()); ++i) {
    auto const text = base::trimmed(row[i].text);
    if (!columns[i].field) continue;
    auto const beside = few ? i + 1 : i - 1;
    bool const fits_own = fits(columns[i].field, text);
    bool const fits_neighbour = beside < columns.size() && fits(columns[beside].field, text);
    own += fits_own ? 1 : 0;
    neighbour += fits_neighbour ? 1 : 0;
    if (fits_neighbour && !fits_own && !shift.first) shift.first = i;
  }
  if (neighbour > own) shift.to = few ? RowShift::To::left : RowShift::To::right;
  return shift;
}

bool lacks_a_heading(base::CsvTable const& table, CsvHeader const& header) {
  auto const columns = header.columns.size();
  std::size_t rows = 0;
  bool misplaced = false;
  for (auto i = header.row + 1; i < table.row_count(); ++i) {
    auto const row = table.row(i);
    if (table.is_broken(i) || kind_of_row(row, header) != RowKind::record) continue;
    if (row.size() != columns + 1) return false;
    ++rows;
    misplaced = misplaced || !base::trimmed(row[columns].text).empty() ||
                find_row_shift(row, header.columns).to != RowShift::To::none;
  }
  return misplaced && rows > 1;
}

}  // namespace tebiki::loading
