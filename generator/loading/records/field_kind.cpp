#include "loading/records/field_kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {
namespace {

using model::FieldKind;
using model::Value;

constexpr std::array formats = {std::pair{"tel", FieldKind::tel},
                                std::pair{"fax", FieldKind::fax},
                                std::pair{"email", FieldKind::email},
                                std::pair{"uri", FieldKind::uri},
                                std::pair{"postal-code", FieldKind::postal_code},
                                std::pair{"address", FieldKind::address},
                                std::pair{"coordinates", FieldKind::coordinates},
                                std::pair{"date", FieldKind::date},
                                std::pair{"hours", FieldKind::hours},
                                std::pair{"yen", FieldKind::yen},
                                std::pair{"kana", FieldKind::kana},
                                std::pair{"youtube", FieldKind::youtube},
                                std::pair{"image", FieldKind::image},
                                std::pair{"markdown", FieldKind::markdown},
                                std::pair{"reference", FieldKind::reference},
                                std::pair{"choice", FieldKind::choice},
                                std::pair{"choices", FieldKind::choices},
                                std::pair{"support", FieldKind::availability},
                                std::pair{"rows", FieldKind::rows},
                                std::pair{"series", FieldKind::rows}};

std::optional<FieldKind> kind_by_format(Value const& property, base::Diagnostics& diagnostics) {
  auto* format = property.find("format");
  if (!format || !format->text()) return std::nullopt;
  std::vector<std::string> names;
  for (auto [name, kind] : formats) {
    if (*format->text() == name) return kind;
    names.emplace_back(name);
  }
  diagnostics.error(format->at, "unknown-format",
                    {fmt::format("「{}」という形式（format）はありません。", *format->text()),
                     fmt::format("There is no format “{}”.", *format->text())},
                    did_you_mean(*format->text(), names));
  return std::nullopt;
}

FieldKind kind_by_type(Value const& property) {
  auto type = type_of(property);
  auto* items = property.find("items");
  if (type == "number" || type == "integer") return FieldKind::number;
  if (type == "boolean") return FieldKind::boolean;
  if (type == "array") return items && type_of(*items) == "object" ? FieldKind::rows : FieldKind::choices;
  return property.find("enum") ? FieldKind::choice : FieldKind::text;
}

}  // namespace

std::string type_of(Value const& property) {
  auto* type = property.find("type");
  if (!type) return {};
  if (type->text()) return *type->text();
  for (auto const& word : texts_of(property, "type")) {
    if (word != "null") return word;
  }
  return {};
}

void check_type(Value const& property, base::Diagnostics& diagnostics) {
  static std::vector<std::string> const types = {"string", "number", "integer", "boolean", "array", "object", "null"};
  auto* type = property.find("type");
  if (!type) return;
  auto check = [&](Value const& word) {
    auto text = word.text() ? *word.text() : std::string();
    if (std::find(types.begin(), types.end(), text) != types.end()) return;
    diagnostics.error(
        word.at, "unknown-type",
        {fmt::format("「{}」という型（type）はありません。", text), fmt::format("There is no type “{}”.", text)},
        did_you_mean(text, types));
  };
  if (type->list()) {
    for (auto const& word : *type->list()) check(word);
  } else {
    check(*type);
  }
}

model::FieldKind kind_of(Value const& property, base::Diagnostics& diagnostics) {
  auto kind = kind_by_format(property, diagnostics).value_or(kind_by_type(property));
  return kind == FieldKind::choice && type_of(property) == "array" ? FieldKind::choices : kind;
}

}  // namespace tebiki::loading
