// What staff are told of an import: what it did, and what they are to look into.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "importing/import.hpp"
#include "importing/office.hpp"
#include "importing/office_rows.hpp"
#include "model/list.hpp"

namespace tebiki::importing {

namespace {

using base::Message;

void add(Message& report, Message const& line) {
  report.ja += line.ja + "\n";
  report.en += line.en + "\n";
}

Message quoted(std::string const& text) {
  if (text.empty()) return {"（なし）", "(none)"};
  return {fmt::format("「{}」", text), fmt::format("“{}”", text)};
}

/// Without the rows that `other` has, too: only what differs is worth reading.
model::Value apart_from(model::Value value, model::Value const& other) {
  auto* rows = std::get_if<model::Values>(&value.data);
  if (!rows || !other.list()) return value;
  std::erase_if(*rows, [&](model::Value const& row) {
    return row.object() && std::any_of(other.list()->begin(), other.list()->end(), [&](model::Value const& some) {
             return model::to_json(some) == model::to_json(row);
           });
  });
  return value;
}

model::Field const* confirmation(model::Schema const& schema) {
  auto const found = std::find_if(schema.fields.begin(), schema.fields.end(), [](model::Field const& field) {
    return model::has_role(field, model::Role::confirmed);
  });
  return found == schema.fields.end() ? nullptr : &*found;
}

/// The words of every cell of a row or a value.
void add_cells(model::Value const& value, std::string const& row, std::vector<std::string>& cells) {
  for (model::Value const& item : value.list() ? *value.list() : model::Values{}) {
    add_cells(item, item.object() && !item.object()->empty() ? shown(item.object()->front().value) : row, cells);
  }
  for (model::Member const& cell : value.object() ? *value.object() : model::Object{}) {
    cells.push_back(row + "\n" + cell.key + "\n" + shown(cell.value));
  }
  if (!value.list() && !value.object() && !value.is_null()) cells.push_back(shown(value));
}

/// Whether a change says something new that somebody had confirmed otherwise: the place on a map is nobody's word, and
/// what a row no longer repeats was said before.
bool says_something_new(FieldChange const& change, model::Schema const& schema) {
  model::Field const* field = schema.find(change.key);
  if (field && field->kind == model::FieldKind::coordinates) return false;
  std::vector<std::string> before, after;
  add_cells(change.before, "", before);
  add_cells(change.after, "", after);
  std::sort(before.begin(), before.end());
  return std::any_of(after.begin(), after.end(),
                     [&](std::string const& cell) { return !std::binary_search(before.begin(), before.end(), cell); });
}

/// A 確認日 is the word of somebody who asked; what the source changed afterwards, nobody has asked about.
void add_confirmation(Message& report, ChangedRecord const& record, Imported const& imported,
                      model::Schema const& schema) {
  model::Field const* field = confirmation(schema);
  model::Value const* day = field ? imported.records[record.place].find(field->key) : nullptr;
  bool const vouched = day && day->text() && !day->text()->empty();
  std::string labels;
  for (FieldChange const& change : record.fields) {
    if (vouched && says_something_new(change, schema))
      labels += (labels.empty() ? "" : "、") + field_label(change.key, schema);
  }
  if (labels.empty()) return;
  add(report, {fmt::format("確認  {}（{}）  「{}」（{}）は、変わる前の{}を確かめた日です。事業所に確かめ直して、日付を"
                           "書き直してください。",
                           record.name, record.id, field->label, *day->text(), labels),
               fmt::format("confirm  {} ({})  “{}” ({}) is of the time before {} changed. Ask the office again, and "
                           "write the new day.",
                           record.name, record.id, field->label, *day->text(), labels)});
}

void add_changes(Message& report, Imported const& imported, model::Schema const& schema) {
  for (ChangedRecord const& record : imported.changes) {
    for (FieldChange const& change : record.fields) {
      Message const before = quoted(shown(apart_from(change.before, change.after)));
      Message const after = quoted(shown(apart_from(change.after, change.before)));
      std::string const label = field_label(change.key, schema);
      add(report, {fmt::format("変更  {}（{}）  {}：{}→{}", record.name, record.id, label, before.ja, after.ja),
                   fmt::format("changed  {} ({})  {}: {} -> {}", record.name, record.id, label, before.en, after.en)});
    }
    add_confirmation(report, record, imported, schema);
  }
}

void add_mends(Message& report, Imported const& imported, model::Schema const& schema) {
  struct Spelled {
    std::size_t cells = 0;
    Mend const* example = nullptr;
  };
  std::map<Column, Spelled> spelled;
  for (MendedRecord const& record : imported.mends) {
    for (Mend const& mend : record.mends) {
      if (mend.extent == Mend::Extent::spelling) {
        Spelled& some = spelled[mend.column];
        if (some.cells++ == 0) some.example = &mend;
        continue;
      }
      Message const from = quoted(even_width(with_unseen_named(mend.from)));
      Message const to = mend.to.empty() ? Message{"取り込まず", "left out"} : quoted(mend.to);
      std::string const key = field_label(mend.key, schema);
      add(report, {fmt::format("補正  {}（{}）  {}：{}→{}", record.name, record.id, key, from.ja, to.ja),
                   fmt::format("mended  {} ({})  {}: {} -> {}", record.name, record.id, key, from.en, to.en)});
    }
  }
  for (auto const& [column, some] : spelled) {
    add(report, {fmt::format("書き方  {}：{}件をそろえました（例 {}→{}）。", field_label(some.example->key, schema),
                             some.cells, quoted(with_unseen_named(some.example->from)).ja, quoted(some.example->to).ja),
                 fmt::format("spelling  {}: {} cells were written in one way (such as {} -> {}).",
                             field_label(some.example->key, schema), some.cells,
                             quoted(with_unseen_named(some.example->from)).en, quoted(some.example->to).en)});
  }
}

void add_removed(Message& report, Imported const& imported, std::string_view path) {
  for (std::string const& office : imported.removed) {
    add(report, {fmt::format("見送り  {}：一覧から消されているので、載せませんでした。載せるときは、{} に "
                             "{{\"id\": \"{}\"}} と書き足して、もう一度取り込んでください。",
                             office, path, office),
                 fmt::format("left out  {}: it was taken out of the list. To have it back, write {{\"id\": \"{}\"}} "
                             "into {} and import again.",
                             office, office, path)});
  }
}

}  // namespace

base::Message report(Imported const& imported, model::Schema const& schema, std::string_view path) {
  Message report;
  add_changes(report, imported, schema);
  add_removed(report, imported, path);
  add_mends(report, imported, schema);
  add(report, summary(imported));
  return report;
}

base::Message summary(Imported const& imported) {
  return {
      fmt::format("{}件：新規 {}、変更 {}、変わらず {}。元のデータにない記録 {}。確かめたい点 {}。", imported.offices,
                  imported.added, imported.changed, imported.unchanged, imported.vanished, imported.doubts),
      fmt::format("{} offices: {} new, {} changed, {} as before. {} records without source. {} doubts.",
                  imported.offices, imported.added, imported.changed, imported.unchanged, imported.vanished,
                  imported.doubts)};
}

using model::Value;

void report_municipality(std::string const& municipality, base::Diagnostics& diagnostics) {
  diagnostics.error(
      {}, "import-municipality",
      {fmt::format("「{}」は市区町村コードではありません。", municipality),
       fmt::format("“{}” is no municipality code.", municipality)},
      {"検査数字を含む6桁か、含まない5桁で書いてください。平塚市は「142034」か「14203」です。"
       "都道府県のコードでは取り込めません。",
       "Write six digits with the check digit, or five without. Hiratsuka is 142034 or 14203. A prefecture's "
       "code is not taken."});
}

void report_no_rows(std::string const& municipality, base::Diagnostics& diagnostics) {
  diagnostics.error({}, "import-no-rows",
                    {fmt::format("市区町村コード「{}」の事業所が、ファイルに一つもありません。", municipality),
                     fmt::format("The files have no office of municipality “{}”.", municipality)},
                    {"コードとファイルを確かめてください。", "Check the code and the files."});
}

void report_cut_off(base::SourceLocation at, base::Diagnostics& diagnostics) {
  diagnostics.error(at, "import-cut-off", {"ファイルが途中で切れています。", "The file ends in the middle."},
                    {"ダウンロードし直して、もう一度取り込んでください。", "Download it again and import that."});
}

void report_no_area(std::string const& municipality, std::vector<model::Area> const& areas,
                    base::Diagnostics& diagnostics) {
  diagnostics.warning(
      areas.front().at, "import-area",
      {fmt::format("「{}」は site.json の地域（areas）にないので、取り込んだ事業所は、すべての地域に出ます。",
                   municipality),
       fmt::format("“{}” is no area of site.json, so every area shows its offices.", municipality)},
      {fmt::format("その地域のページを作るなら、site.json の areas に {{\"id\": \"（半角の英字の名前）\", \"label\": "
                   "\"{}\"}} と"
                   "書き足して、もう一度取り込んでください。",
                   municipality),
       fmt::format(
           "To give it pages of its own, add {{\"id\": \"…\", \"label\": \"{}\"}} to areas in site.json and import "
           "again.",
           municipality)});
}

void report_listed(SourceRow const& row, std::string const& place, base::Diagnostics& diagnostics) {
  diagnostics.warning(
      row.at(Column::office_number), "import-already-listed",
      {fmt::format("{} は、{} にもあります。二重に載らないよう、取り込みませんでした。", row.office().ja, place),
       fmt::format("Office {} also stands at {}. It was left out, so that it is not listed twice.", row.office_number,
                   place)},
      {"元のデータで載せるなら、そちらの記録を消して、もう一度取り込んでください。",
       "To list it from these files, remove that record and import again."});
}

void report_vanished(Value const& record, std::string const& number, TableFormat const& format, ListFields const& list,
                     base::Diagnostics& diagnostics) {
  std::string const name(record.text_of(list.record[ImportField::name]));
  diagnostics.warning(record.at, "import-vanished",
                      {fmt::format("「{}」（{} {}）が、取り込むファイルにありません。", name,
                                   format.label(Column::office_number).ja, number),
                       fmt::format("“{}” (office {}) is not in the files any more.", name, number)},
                      {"記録は残しました。廃止や移転でないか確かめて、なくなったのなら一覧から消してください。",
                       "The record was kept. See whether the office closed or moved, and remove it if it did."});
}

/// Nothing is known of the last import, so nothing is taken away: services that the office may have given up.
void report_ended_services(Value const& record, OfficeRows const& rows, std::set<std::string> const& covered,
                           ListFields const& list, base::Diagnostics& diagnostics) {
  Value const* services = record.find(list.record[ImportField::services]);
  for (Value const& service : services && services->list() ? *services->list() : model::Values{}) {
    auto const kind = service_kind(service.text() ? *service.text() : "");
    if (!kind || !covered.contains(kind->name)) continue;
    bool const given =
        std::any_of(rows.begin(), rows.end(), [&](SourceRow const& row) { return row.service == kind->name; });
    if (given) continue;
    SourceRow const& row = rows.front();
    diagnostics.warning(
        row.at(Column::service), "import-service-ended",
        {fmt::format("{} のサービス「{}」が、元のデータにありません。", row.office().ja, *service.text()),
         fmt::format("Office {}: its service “{}” is not in the files.", row.office_number, *service.text())},
        {"一覧には残しました。事業所に確かめ、終わっていれば消してください。",
         "It was kept in the list. Ask the office, and remove it if it has ended."});
  }
}

void report_withdrawn(std::string const& key, Value const& value, SourceRow const& row, ListFields const& list,
                      base::Diagnostics& diagnostics) {
  std::string const label = field_label(key, list.schema);
  diagnostics.warning(row.at(column_of(key, list)), "import-withdrawn",
                      {fmt::format("{} の「{}」は、元のデータで空欄になりました。前の値「{}」を残しました。",
                                   row.office().ja, label, shown(value)),
                       fmt::format("Office {}: its {} is blank in the files now. “{}” was kept.", row.office_number,
                                   label, shown(value))},
                      {"電話などで確かめ、使われていなければ消してください。",
                       "Ask the office, and remove it if it is not used any more."});
}

void report_disagreement(Disagreement const& some, SourceRow const& row, ListFields const& list,
                         base::Diagnostics& diagnostics) {
  std::string const label = field_label(some.key, list.schema);
  auto const text = [](Value const& value) { return value.is_null() ? std::string("（なし）") : shown(value); };
  base::Message message{fmt::format("{} の{}が、一覧では「{}」、元のデータでは「{}」です。", row.office().ja, label,
                                    text(some.list), text(some.source)),
                        fmt::format("Office {}: its {} is “{}” in the list and “{}” in the files.", row.office_number,
                                    label, text(some.list), text(some.source))};
  if (!some.last.is_null()) {
    message = {fmt::format("{} の{}が、一覧でも元のデータでも変わりました。前回は「{}」、一覧では「{}」、"
                           "元のデータでは「{}」です。",
                           row.office().ja, label, text(some.last), text(some.list), text(some.source)),
               fmt::format("Office {}: its {} has changed in the list and in the files. It was “{}”; it is “{}” "
                           "in the list and “{}” in the files.",
                           row.office_number, label, text(some.last), text(some.list), text(some.source))};
  }
  diagnostics.warning(row.at(column_of(some.key, list)), "import-kept", std::move(message),
                      {"一覧の値を残しました。元のデータのほうが正しければ、一覧を直してください。",
                       "The list's value was kept. If the files are right, correct the list."});
}

}  // namespace tebiki::importing
