#include "loading/records/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/unicode.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;
using model::FieldValue;
using model::Record;
using model::Role;
using Halves = std::array<std::optional<FieldValue>, 2>;

auto with_role(std::vector<Field>& fields, Role role) {
  return std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.role == role; });
}

/// A kind of field that may be given in two halves.
struct Whole {
  FieldKind kind;
  std::array<Role, 2> halves;
};
constexpr std::array wholes = {Whole{FieldKind::hours, {Role::opening, Role::closing}},
                               Whole{FieldKind::coordinates, {Role::latitude, Role::longitude}}};

/// 診療開始時間 → 診療時間, 緯度 and 経度 → 緯度・経度.
std::string label_of_both(Field const& first, Field const& second) {
  constexpr std::string_view beginning = "開始";
  auto label = first.label;
  auto at = label.find(beginning);
  if (at == label.npos || label == beginning) return label + "・" + second.label;
  return label.erase(at, beginning.size());
}

/// The first half becomes the whole, in its place; the second is no field any more.
void combine(std::vector<Field>& fields, FieldKind kind, std::vector<Field>::iterator first,
             std::vector<Field>::iterator second) {
  auto whole = *first;
  whole.kind = kind;
  whole.role = Role::none;
  whole.label = label_of_both(*first, *second);
  whole.required = first->required || second->required;
  whole.column = first->column || second->column;
  for (std::size_t i = 0; i < std::min(whole.exports.size(), second->exports.size()); ++i) {
    auto const& headings = second->exports[i].headings;
    if (second->exports[i].set == whole.exports[i].set)
      whole.exports[i].headings.insert(whole.exports[i].headings.end(), headings.begin(), headings.end());
  }
  whole.parts = {*first, *second};
  *first = std::move(whole);
  fields.erase(second);
}

Field undeclared_part(Role role) {
  auto const& entry = model::role_entry(role);
  Field part;
  part.key = entry.word;
  part.label = entry.names.back();
  part.kind = entry.kinds.front();
  part.role = role;
  return part;
}

std::optional<FieldValue> taken(model::Record& record, std::uint16_t slot) {
  auto found = std::find_if(record.values.begin(), record.values.end(),
                            [&](FieldValue const& value) { return value.slot == slot; });
  if (found == record.values.end()) return std::nullopt;
  auto value = std::move(*found);
  record.values.erase(found);
  return value;
}

void report_missing_half(Field const& given, Field const& missing, FieldValue const& value, RecordMistakes& mistakes) {
  mistakes.error(value.at, "missing-value",
                 {fmt::format("「{}」だけで、「{}」がありません。", given.label, missing.label),
                  fmt::format("“{}” is given without “{}”.", given.label, missing.label)},
                 {"両方を書くか、両方とも空けてください。", "Give both or none."});
}

void report_no_number(Field const& half, FieldValue const& value, RecordMistakes& mistakes) {
  // What the schema declares as a number was reported when the record was checked.
  if (half.at.file != base::FileId::none && half.kind == FieldKind::number) return;
  auto const shown = model::exported_text(value);
  mistakes.error(value.at, "malformed-value",
                 {fmt::format("{}「{}」は数として読めません。", half.label, shown),
                  fmt::format("{} “{}” is no number.", half.label, shown)},
                 {"「35.3354」のように、度を小数で書いてください。分からなければ空けておきます。",
                  "Write degrees with a decimal point, like 35.3354, or leave it empty."});
}

std::optional<model::Decimal> degrees_of(FieldValue const& half) {
  if (auto const* number = half.as<model::Decimal>()) return *number;
  return model::parse_decimal(base::nfkc(base::trimmed(model::exported_text(half))));
}

std::optional<ReadValue> join_place(Halves const& halves, Field const& field, RecordMistakes& mistakes) {
  std::array<model::Decimal, 2> degrees;
  for (std::size_t i = 0; i < 2; ++i) {
    if (!halves[i]) {
      report_missing_half(field.parts[1 - i], field.parts[i], *halves[1 - i], mistakes);
      return std::nullopt;
    }
    auto const number = degrees_of(*halves[i]);
    if (!number) {
      report_no_number(field.parts[i], *halves[i], mistakes);
      return std::nullopt;
    }
    degrees[i] = *number;
  }
  return read_place(degrees[0], degrees[1]);
}

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
    constexpr std::array free{Role::none,  Role::days,   Role::opening_note, Role::remark,   Role::summary, Role::area,
                              Role::place, Role::series, Role::audience, Role::contact, Role::host};
    bool const is_free = std::find(free.begin(), free.end(), field.role) != free.end();
    return field.kind == model::FieldKind::text && is_free && &field != &schema.field_for(Role::id);
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

}  // namespace

Role role_of(model::Value const& property, FieldKind kind, base::Diagnostics& diagnostics) {
  auto* given = property.find("x-role");
  if (!given || !given->text()) return Role::none;
  std::vector<std::string> words;
  for (auto const& entry : model::role_entries()) {
    bool meant = entry.word == *given->text();
    if (meant && model::may_have(entry, kind)) return entry.role;
    if (model::may_have(entry, kind)) words.emplace_back(entry.word);
  }
  diagnostics.error(given->at, "unknown-role",
                    {fmt::format("この項目は「{}」という役割（x-role）になれません。", *given->text()),
                     fmt::format("This field cannot have the role “{}”.", *given->text())},
                    did_you_mean(*given->text(), words));
  return Role::none;
}

void combine_parts(std::vector<Field>& fields) {
  for (auto const& [kind, halves] : wholes) {
    auto first = with_role(fields, halves[0]), second = with_role(fields, halves[1]);
    if (first != fields.end() && second != fields.end()) {
      combine(fields, kind, first, second);
      continue;
    }
    auto whole = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.kind == kind; });
    if (first == fields.end() && second == fields.end() && whole != fields.end())
      whole->parts = {undeclared_part(halves[0]), undeclared_part(halves[1])};
  }
}

void join_halves(model::Record& record, model::Schema const& schema, RecordMistakes& mistakes) {
  for (auto const& field : schema.fields) {
    if (field.parts.size() != 2) continue;
    Halves halves{taken(record, field.parts[0].slot), taken(record, field.parts[1].slot)};
    if (!halves[0] && !halves[1]) continue;
    bool const hours = field.kind == FieldKind::hours;
    // A column headed by the name of the whole holds the opening time where another one is headed 終了時間.
    if (!halves[0] && hours) halves[0] = taken(record, field.slot);
    auto const pointer = [](auto const& half) { return half ? &*half : nullptr; };
    auto whole =
        hours ? std::optional(join_hours(pointer(halves[0]), pointer(halves[1]))) : join_place(halves, field, mistakes);
    if (!whole) continue;
    FieldValue value{std::move(whole->data), (halves[0] ? halves[0] : halves[1])->at, field.slot};
    if (whole->mistake) mistakes.refuse(*whole->mistake, field, model::exported_text(value), value.at);
    taken(record, field.slot);
    record.values.push_back(std::move(value));
  }
}

void name_records(model::Schema& schema, std::vector<Record>& records, base::Diagnostics& diagnostics) {
  auto const names = name_fields(schema, records, diagnostics);
  auto const reading = schema.field_for(Role::reading).slot;
  for (auto& record : records) {
    auto const name =
        std::find_if(names.begin(), names.end(), [&](Field const* field) { return has_text(record, field); });
    if (name != names.end()) record.name_slot = (*name)->slot;
    record.reading_slot = reading;
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
