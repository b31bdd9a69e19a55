// The day of confirmation (確認日) that is missing.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "loading/records/schema.hpp"

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

}  // namespace tebiki::loading
