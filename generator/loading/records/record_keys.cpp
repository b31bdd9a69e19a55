// Which keys a record has: unknown ones, missing ones, empty ones.
#include <fmt/format.h>

#include <algorithm>

#include "base/did_you_mean.hpp"
#include "loading/records/record_check.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {

using model::Field;
using model::Value;

bool is_empty(Value const& value) { return value.is_null() || (value.text() && base::trimmed(*value.text()).empty()); }

Field const* find_field(std::vector<Field> const& fields, std::string_view key) {
  auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

void RecordCheck::refuse_unknown_key(model::Member const& member, std::vector<std::string> const& known) {
  if (auto near = base::nearest(member.key, known)) meant_.insert(*near);
  error(member.key_at, "unknown-key",
        {fmt::format("「{}」という項目は schema.json にありません。", member.key),
         fmt::format("schema.json has no field “{}”.", member.key)},
        did_you_mean(member.key, known));
}

/// An empty value of a required field is reported where it stands, so that it is not called missing afterwards.
void RecordCheck::drop_absent(model::Object& members, std::vector<Field> const& fields) {
  auto absent = [&](model::Member const& member) {
    auto* field = find_field(fields, member.key);
    return is_empty(member.value) && !(field && field->required) && member.key != "id";
  };
  std::erase_if(members, absent);
}

void RecordCheck::check_required(Value const& object, std::vector<Field> const& fields) {
  for (auto const& field : fields) {
    if (!field.required || field.key == "id") continue;
    auto* value = object.find(field.key);
    if (value && !is_empty(*value)) continue;
    if (meant_.contains(field.key) || file_->missing.contains(field.key)) continue;
    bool empty = value || file_->headings.contains(field.key);
    error(value ? value->at : object.at, "missing-value",
          {fmt::format("必ず要る「{}」が{}。", field.label, empty ? "空です" : "ありません"),
           fmt::format("“{}” is required but {}.", field.label, empty ? "empty" : "missing")},
          missing_advice(field, empty));
  }
}

/// Where the value is to be written, in the words of the file at hand.
base::Message RecordCheck::missing_advice(Field const& field, bool empty) const {
  auto heading = file_->headings.find(field.key);
  if (heading != file_->headings.end())
    return {fmt::format("この行の「{}」の列に書き入れてください。", heading->second),
            fmt::format("Fill in the column “{}” of this row.", heading->second)};
  if (empty)
    return {fmt::format("「{}」の値を書いてください。", field.key), fmt::format("Give “{}” a value.", field.key)};
  return {fmt::format("「{}」を書き足してください。", field.key), fmt::format("Add “{}”.", field.key)};
}

}  // namespace tebiki::loading
