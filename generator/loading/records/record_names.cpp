#include "loading/records/record_names.hpp"

#include <fmt/format.h>

#include <algorithm>

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

/// The field by whose value a record is called; nullptr when there is none.
Field const* name_field(model::Schema& schema, std::vector<Record> const& records, base::Diagnostics& diagnostics) {
  if (auto* field = schema.with_role(Role::name)) return field;
  bool named = std::any_of(records.begin(), records.end(),
                           [](Record const& record) { return record.find("name") || record.find("title"); });
  auto text = std::find_if(schema.fields.begin(), schema.fields.end(), [](Field const& field) {
    return field.kind == model::FieldKind::text && field.role == Role::none && field.key != "id";
  });
  if (named || records.empty() || text == schema.fields.end()) return nullptr;
  text->role = Role::name;
  tell_of_name(*text, diagnostics);
  return &*text;
}

std::string text_of(Record const& record, Field const* field) {
  return field ? std::string(record.fields.text_of(field->key)) : std::string();
}

}  // namespace

void name_records(model::Schema& schema, std::vector<Record>& records, base::Diagnostics& diagnostics) {
  auto const* name = name_field(schema, records, diagnostics);
  auto const* reading = schema.with_role(Role::reading);
  for (auto& record : records) {
    record.called = text_of(record, name);
    record.reading = text_of(record, reading);
  }
}

}  // namespace tebiki::loading
