#include "loading/records/record_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "loading/records/field_formats.hpp"
#include "loading/records/parts.hpp"
#include "loading/records/row_shift.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/object_check.hpp"
#include "model/understood_fields.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;
using model::Value;

std::string shown(Value const& value) {
  if (auto* text = value.text()) return *text;
  return model::to_json(value);
}

}  // namespace

RecordCheck::RecordCheck(model::Schema const& schema, Value const& source, std::vector<SceneNames> const& scenes,
                         model::Date today, base::Diagnostics& diagnostics)
    : schema_(schema),
      scenes_(scenes),
      today_(today),
      all_(diagnostics),
      diagnostics_(&diagnostics),
      standard_(source, diagnostics),
      known_(known_keys(schema)) {
  compile_patterns(source, "");
}

void RecordCheck::compile_patterns(Value const& owner, std::string const& prefix) {
  auto* properties = owner.find("properties");
  if (!properties || !properties->object()) return;
  for (auto const& member : *properties->object()) {
    auto path = prefix + member.key;
    auto* items = member.value.find("items");
    for (auto const* rule : {&member.value, items}) {
      auto* text = rule ? rule->find("pattern") : nullptr;
      auto pattern = text && text->text() ? base::Pattern::compile(*text->text()) : std::nullopt;
      if (pattern) patterns_.emplace(path, FieldPattern{std::move(*pattern), *text->text(), text->at});
    }
    if (items) compile_patterns(*items, path + "/");
  }
}

void RecordCheck::error(base::SourceLocation at, std::string_view code, base::Message message, base::Message hint) {
  said_.push_back(at);
  diagnostics_->error(at, code, std::move(message), std::move(hint));
}

void RecordCheck::check(Value& record, RecordFile const& file) {
  file_ = &file;
  auto const uneven = file.uneven_rows.find(record.at.offset);
  if (uneven == file.uneven_rows.end()) return check_fields(record);
  auto const* members = record.object();
  bool const shifted = members && find_row_shift(*members, file.columns, uneven->second) != RowShift::none;
  if (!shifted) return check_fields(record);
  base::Diagnostics own;
  diagnostics_ = &own;
  check_fields(record);
  diagnostics_ = &all_;
  refuse_uneven_row(record.at, uneven->second);
}

void RecordCheck::refuse_uneven_row(base::SourceLocation at, std::size_t cells) {
  bool few = cells < file_->columns.size();
  error(at, "csv-uneven-row",
        {fmt::format("この行は「,」が{}ようで、値が列とずれています（見出しは{}列、この行は{}列）。",
                     few ? "足りない" : "多い", file_->columns.size(), cells),
         fmt::format("This row has a comma too {}: its values stand in wrong columns ({} headings, {} cells).",
                     few ? "few" : "many", file_->columns.size(), cells)},
        {"左から順に見出しと見比べて、「,」を直してください。空の値のところにも「,」がいります。",
         "Compare it with the headings from the left; an empty value needs its comma, too."});
}

void RecordCheck::check_fields(Value& record) {
  said_.clear();
  meant_.clear();
  auto* members = std::get_if<model::Object>(&record.data);
  if (!members) return;
  drop_absent(*members, schema_.fields);
  for (auto& member : *members) {
    if (auto* part = schema_.part(member.key)) {
      check_value(*part, member.value, part->key);
    } else if (auto* field = schema_.find(member.key)) {
      check_value(*field, member.value, field->key);
    } else {
      check_understood(member);
    }
  }
  standard_.check(record, schema_, said_, *diagnostics_);
  join_halves(*members);
  check_required(record, schema_.fields);
}

void RecordCheck::join_halves(model::Object& members) {
  for (auto const& field : schema_.fields) {
    if (auto* whole = join_parts(members, field, *diagnostics_)) check_value(field, *whole, field.key);
  }
}

/// Nobody can have confirmed something tomorrow; what lies a generation ahead is 令和80年 for 令和8年.
void RecordCheck::check_day(Field const& field, Value const& value) {
  constexpr int far = 30;
  auto const day = value.text() ? model::parse_date(*value.text()) : std::nullopt;
  if (!day) return;
  auto const ahead = model::Date{today_.year + far, today_.month, today_.day};
  bool const confirmed = field.role == model::Role::confirmed && *day > today_;
  if (!confirmed && *day <= ahead) return;
  diagnostics_->warning(
      value.at, "future-date",
      {fmt::format("{}が、まだ来ていない日（{}、{}）です。", field.label, model::japanese(*day), model::iso(*day)),
       fmt::format("{} is a day to come ({}).", field.label, model::iso(*day))},
      {"年を確かめて、書き直してください。", "Look at the year again."});
}

void RecordCheck::check_object(Value& object, std::vector<Field> const& fields, std::string const& where) {
  auto* members = std::get_if<model::Object>(&object.data);
  if (!members) return;
  drop_absent(*members, fields);
  std::vector<std::string> keys;
  keys.reserve(fields.size());
  for (auto const& field : fields) keys.push_back(field.key);
  for (auto& member : *members) {
    if (auto* field = find_field(fields, member.key)) {
      check_value(*field, member.value, where + "/" + field->key);
    } else {
      refuse_unknown_key(member, keys);
    }
  }
  check_required(object, fields);
}

void RecordCheck::check_understood(model::Member& member) {
  auto* field = model::understood_field(member.key);
  if (!field) {
    refuse_unknown_key(member, known_);
    return;
  }
  if (member.key == "id") return;
  bool text = member.value.text() != nullptr;
  bool texts = member.value.list() != nullptr;
  bool several = field->kind == FieldKind::choices;
  if (!text && !(several && texts)) {
    error(member.value.at, "wrong-type",
          {fmt::format("「{}」は文字でなければなりません。", field->label),
           fmt::format("“{}” must be text.", field->label)},
          {"「\"」で囲んで書いてください。", "Put it between quotation marks."});
    return;
  }
  if (several && text) {
    Value single{std::move(member.value.data), member.value.at};
    member.value.data = model::Values{std::move(single)};
  }
  check_value(*field, member.value, member.key);
  if (member.key != "scenes") return;
  for (auto& scene : std::get<model::Values>(member.value.data)) check_scene(scene);
}

void RecordCheck::check_value(Field const& field, Value& value, std::string const& path) {
  if (is_empty(value)) return;
  auto* list = std::get_if<model::Values>(&value.data);
  if (field.kind == FieldKind::rows) {
    if (!list || field.fields.empty()) return;
    for (auto& row : *list) check_object(row, field.fields, path);
    return;
  }
  if (list && field.kind != FieldKind::coordinates) {
    for (auto const& item : *list) check_text(field, item, path);
  } else {
    check_text(field, value, path);
  }
}

void RecordCheck::check_text(Field const& field, Value const& value, std::string const& path) {
  if (auto mistake = format_mistake(field.kind, value)) {
    error(value.at, "malformed-value",
          {fmt::format("{}「{}」は{}", field.label, shown(value), mistake->is.ja),
           fmt::format("{} “{}” {}", field.label, shown(value), mistake->is.en)},
          mistake->hint);
    return;
  }
  if (field.kind == FieldKind::date) check_day(field, value);
  check_choice(field, value);
  if (value.text()) check_pattern(field, value, path);
}

void RecordCheck::check_pattern(Field const& field, Value const& value, std::string const& path) {
  auto found = patterns_.find(path);
  if (found == patterns_.end() || found->second.given_up) return;
  auto& pattern = found->second;
  auto const match = pattern.pattern.match_part_of(*value.text(), steps_);
  if (match == base::Match::took_too_long) {
    pattern.given_up = true;
    all_.error(
        pattern.at, "slow-pattern",
        {fmt::format("「{}」の pattern は、値を調べるのに時間がかかりすぎるので、途中でやめました。", field.label),
         fmt::format("The pattern of “{}” takes too long and was given up.", field.label)},
        {"「(a+)+」のような、くり返しの中のくり返しをなくして、短い式に書き直してください。",
         "Write a simpler one, without repetition inside of repetition, like (a+)+."});
    return;
  }
  if (match == base::Match::found) return;
  auto hint = field.description.empty()
                  ? base::Message{fmt::format("schema.json の「{}」に合わせてください。", pattern.expression),
                                  fmt::format("Follow “{}” of schema.json.", pattern.expression)}
                  : base::Message{field.description, field.description};
  error(value.at, "pattern-mismatch",
        {fmt::format("{}「{}」は決められた書き方と合いません。", field.label, *value.text()),
         fmt::format("{} “{}” does not have the form that is asked for.", field.label, *value.text())},
        hint);
}

void RecordCheck::check_choice(Field const& field, Value const& value) {
  bool chosen = field.kind == FieldKind::choice || field.kind == FieldKind::choices;
  if (!chosen || field.choices.empty() || !value.text()) return;
  if (std::find(field.choices.begin(), field.choices.end(), *value.text()) != field.choices.end()) return;
  error(value.at, "unknown-choice",
        {fmt::format("{}「{}」は選べる値の中にありません。", field.label, *value.text()),
         fmt::format("{} “{}” is none of the choices.", field.label, *value.text())},
        did_you_mean(*value.text(), field.choices));
}

void RecordCheck::check_scene(Value& value) {
  auto* text = std::get_if<std::string>(&value.data);
  // Without scenes site.json could not be read, which was reported.
  if (!text || scenes_.empty()) return;
  std::vector<std::string> ids;
  for (auto const& scene : scenes_) {
    bool named = std::find(scene.names.begin(), scene.names.end(), *text) != scene.names.end();
    if (named) *text = scene.id;
    if (*text == scene.id) return;
    ids.push_back(scene.id);
  }
  error(value.at, "unknown-scene",
        {fmt::format("「{}」という場面はありません。", *text), fmt::format("There is no scene “{}”.", *text)},
        did_you_mean(*text, ids));
}

}  // namespace tebiki::loading
