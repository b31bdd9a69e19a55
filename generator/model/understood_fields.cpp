#include "model/understood_fields.hpp"

#include <algorithm>

namespace tebiki::model {
namespace {

Field understood(std::string key, std::string label, FieldKind kind) {
  Field field;
  field.key = std::move(key);
  field.label = std::move(label);
  field.kind = kind;
  return field;
}

}  // namespace

std::vector<Field> const& understood_fields() {
  static std::vector<Field> const fields = {
      understood("id", "ID", FieldKind::text),
      understood("name", "名称", FieldKind::text),
      understood("title", "題名", FieldKind::text),
      understood("kana", "よみがな", FieldKind::kana),
      understood("areas", "地域", FieldKind::choices),
      understood("scenes", "場面", FieldKind::choices),
      understood("sources", "出典", FieldKind::choices),
      understood("aliases", "以前のID", FieldKind::choices),
      understood("publish_from", "公開開始日", FieldKind::date),
      understood("publish_until", "公開終了日", FieldKind::date),
  };
  return fields;
}

Field const* understood_field(std::string_view key) {
  auto const& fields = understood_fields();
  auto found = std::find_if(fields.begin(), fields.end(), [&](Field const& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace tebiki::model
