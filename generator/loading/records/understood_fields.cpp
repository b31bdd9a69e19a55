#include <algorithm>

#include "loading/records/schema.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;

Field understood(std::string key, std::string label, FieldKind kind) {
  Field field;
  field.key = std::move(key);
  field.label = std::move(label);
  field.kind = kind;
  return field;
}

}  // namespace

Field const* understood_field(std::string_view key) {
  static std::vector<Field> const fields = {
      understood("id", "ID", FieldKind::text),
      understood("name", "名称", FieldKind::text),
      understood("title", "題名", FieldKind::text),
      understood("kana", "よみがな", FieldKind::kana),
      understood("areas", "地域", FieldKind::choices),
      understood("scenes", "場面", FieldKind::choices),
      understood("sources", "出典", FieldKind::choices),
      understood("publish_from", "公開開始日", FieldKind::date),
      understood("publish_until", "公開終了日", FieldKind::date),
  };
  auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string> known_keys(model::Schema const& schema) {
  std::vector<std::string> keys;
  for (auto const& field : schema.fields) keys.push_back(field.key);
  for (auto key : {"id", "name", "title", "kana", "areas", "scenes", "sources", "publish_from", "publish_until"}) {
    if (!schema.find(key)) keys.emplace_back(key);
  }
  return keys;
}

}  // namespace tebiki::loading
