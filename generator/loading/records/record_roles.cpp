#include "loading/records/record_roles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "loading/syntax/common_keys.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::Record;
using model::Role;

void tell_of_name(Field const& field, base::Diagnostics& diagnostics) {
  diagnostics.warning(field.at, "no-name-field",
                      {fmt::format("名前の項目がないので、「{}」を1件ごとの名前にしました。", field.label),
                       fmt::format("No field is the name of a record; “{}” was taken for it.", field.label)},
                      {"名前にする項目に「\"x-role\": \"name\"」と書いてください。これでよければ、この項目に書きます。",
                       "Write \"x-role\": \"name\" into the field that is the name; into this one if it is right."});
}

bool has_text(Record const& record, Field const* field) { return field && !record.text_of(field->slot).empty(); }

/// The fields by whose values a record may be called, the first that it has.
std::vector<Field const*> name_fields(model::Schema& schema, std::vector<Record> const& records,
                                      base::Diagnostics& diagnostics) {
  std::vector<Field const*> fields{schema.with_role(Role::name)};
  auto const& entry = model::role_entry(Role::name);
  for (auto key : entry.names) {
    auto const* declared = schema.find(key);
    fields.push_back(declared ? declared : model::understood_field(key));
  }
  std::erase(fields, nullptr);
  if (schema.with_role(Role::name)) return fields;
  bool const named = std::any_of(records.begin(), records.end(), [&](Record const& record) {
    return std::any_of(fields.begin(), fields.end(), [&](Field const* field) { return has_text(record, field); });
  });
  auto text = std::find_if(schema.fields.begin(), schema.fields.end(), [&](Field const& field) {
    bool const free = field.role == Role::none || field.role == Role::days || field.role == Role::remark ||
                      field.role == Role::summary || field.role == Role::area;
    return field.kind == model::FieldKind::text && free && &field != &schema.field_for(Role::id);
  });
  if (named || records.empty() || text == schema.fields.end()) return fields;
  text->role = Role::name;
  tell_of_name(*text, diagnostics);
  fields.insert(fields.begin(), &*text);
  return fields;
}

std::optional<model::Date> day_in(Record const& record, Field const& field) {
  auto const* value = record.find(field);
  auto const* day = value ? value->as<model::Date>() : nullptr;
  return day ? std::optional(*day) : std::nullopt;
}

void tell_of_no_day(Field const& field, base::Diagnostics& diagnostics) {
  diagnostics.warning(field.at, "no-confirmed-field",
                      {fmt::format("「{}」には確認日が要りますが、この一覧に確認日の項目がありません。", field.label),
                       fmt::format("“{}” must carry the day of confirmation, but the list has no field for it.",
                                   field.label)},
                      {"schema.json の properties に「\"confirmed\": {\"format\": \"date\", \"x-label\": \"確認日\"}」を"
                       "書き足すか、x-confirm を消してください。",
                       "Add \"confirmed\": {\"format\": \"date\"} to the properties, or remove x-confirm."});
}

/// The first value of a record that must carry a 確認日 and has none; nullptr when all is well.
model::FieldValue const* unconfirmed_value(Record const& record, std::vector<Field const*> const& fields,
                                           Field const& day) {
  if (day_in(record, day)) return nullptr;
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

void name_records(model::Schema& schema, std::vector<Record>& records, base::Diagnostics& diagnostics) {
  auto const names = name_fields(schema, records, diagnostics);
  auto const reading = schema.field_for(Role::reading).slot;
  for (auto& record : records) {
    auto const name = std::find_if(names.begin(), names.end(), [&](Field const* field) { return has_text(record, field); });
    if (name != names.end()) record.name_slot = (*name)->slot;
    record.reading_slot = reading;
  }
}

void tell_unconfirmed(model::Schema const& schema, std::vector<Record> const& records,
                      base::Diagnostics& diagnostics) {
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
  for (auto const& record : records) {
    auto const* value = unconfirmed_value(record, fields, *day);
    if (!value) continue;
    auto& file = files[record.at.file];
    if (file.count++ == 0) file.first = &record, file.value = value;
  }
  for (auto const& [file, found] : files) {
    auto const field = std::find_if(fields.begin(), fields.end(), [&](auto* f) { return f->slot == found.value->slot; });
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

model::PublishingPeriod period_of(Record const& record, model::Schema const& schema, base::Diagnostics& diagnostics) {
  auto const* until = record.find(schema.field_for(Role::publish_until));
  model::PublishingPeriod const period{day_in(record, schema.field_for(Role::publish_from)),
                                       day_in(record, schema.field_for(Role::publish_until))};
  check_period(period, until ? until->at : record.at, diagnostics);
  return period;
}

}  // namespace tebiki::loading
