// What an import did, and whether the list can hold it.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "importing/doubts.hpp"
#include "importing/mhlw_care.hpp"
#include "importing/read_cell.hpp"
#include "model/list.hpp"
#include "model/roles.hpp"

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

using model::Field;
using model::Value;

/// What a schema lacks, in the order in which it was found, each once.
class Lacks {
 public:
  Lacks(std::vector<Value> const& written, model::Schema const& schema) : schema_(schema) {
    for (Value const& record : written) look_at(record, schema.fields, "");
    for (Field const& field : schema.fields) {
      if (field.key == "id") continue;  // every record has one
      bool const given = std::any_of(written.begin(), written.end(),
                                     [&](Value const& record) { return record.find(field.key) != nullptr; });
      if (field.required && !given && !written.empty()) add(required_, field.key);
    }
  }

  bool none() const { return fields_.empty() && choices_.empty() && required_.empty(); }

  void report(base::Diagnostics& diagnostics) const {
    std::string ja, en;
    append(ja, en, fields_, "書きこむ項目{}がありません。", "It lacks the fields {}.");
    append(ja, en, choices_, "選べる値に{}がありません。", "It lacks the choices {}.");
    append(ja, en, required_, "必ず要る項目{}が、元のデータにありません。",
           "It requires {}, which the files do not give.");
    diagnostics.error(
        schema_.at, "import-schema",
        {fmt::format("この一覧「{}」には取り込めません。{}", schema_.title, ja),
         fmt::format("The list “{}” cannot take this import. {}", schema_.title, en)},
        {"何も書きこんでいません。まず、--list の名前が正しいか確かめてください。正しければ、見本の "
         "content/lists/facilities/schema.json を写して項目を足してください。",
         "Nothing was written. See first whether --list names the right list; if it does, add what is missing as in "
         "the sample's content/lists/facilities/schema.json."});
  }

 private:
  using Names = std::vector<std::string>;

  static void add(Names& names, std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }

  static void append(std::string& ja, std::string& en, Names const& names, std::string_view ja_words,
                     std::string_view en_words) {
    if (names.empty()) return;
    ja += fmt::format(fmt::runtime(ja_words), fmt::format("「{}」", fmt::join(names, "」「")));
    std::string const quoted = fmt::format("“{}”", fmt::join(names, "”, “"));
    en += (en.empty() ? "" : " ") + fmt::format(fmt::runtime(en_words), quoted);
  }

  void look_at(Value const& object, std::vector<Field> const& fields, std::string const& prefix) {
    for (model::Member const& member : object.object() ? *object.object() : model::Object{}) {
      auto const found =
          std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.key == member.key; });
      if (found != fields.end()) {
        look_into(*found, member.value);
      } else if (!prefix.empty() || !model::understood_field(member.key)) {
        add(fields_, prefix + member.key);
      }
    }
  }

  void look_into(Field const& field, Value const& value) {
    for (Value const& item : value.list() ? *value.list() : model::Values{}) {
      if (item.object()) look_at(item, field.fields, field.key + ".");
      bool const open = field.choices.empty() || !item.text();
      if (open || std::find(field.choices.begin(), field.choices.end(), *item.text()) != field.choices.end()) continue;
      add(choices_, *item.text());
    }
  }

  model::Schema const& schema_;
  Names fields_, choices_, required_;
};

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

bool fits(std::vector<Value> const& written, model::Schema const& schema, base::Diagnostics& diagnostics) {
  Lacks const lacks(written, schema);
  if (lacks.none()) return true;
  lacks.report(diagnostics);
  return false;
}

}  // namespace tebiki::importing
