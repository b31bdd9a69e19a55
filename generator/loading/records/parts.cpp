#include "loading/records/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/unicode.hpp"
#include "model/written_hours.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;
using model::Value;

std::optional<Value> taken(model::Object& members, std::string_view key) {
  auto found = std::find_if(members.begin(), members.end(), [&](auto& member) { return member.key == key; });
  if (found == members.end()) return std::nullopt;
  auto value = std::move(found->value);
  members.erase(found);
  return value;
}

std::string text_in(std::optional<Value> const& value) {
  if (!value) return {};
  return value->text() ? *value->text() : model::to_json(*value);
}

std::optional<double> number_in(Value const& value) {
  if (value.number()) return *value.number();
  auto text = base::nfkc(base::trimmed(text_in(value)));
  double number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

void report_missing_half(Field const& given, Field const& missing, Value const& value, base::Diagnostics& diagnostics) {
  diagnostics.error(value.at, "missing-value",
                    {fmt::format("「{}」だけで、「{}」がありません。", given.label, missing.label),
                     fmt::format("“{}” is given without “{}”.", given.label, missing.label)},
                    {"両方を書くか、両方とも空けてください。", "Give both or none."});
}

void report_no_number(Field const& half, Value const& value, base::Diagnostics& diagnostics) {
  // What the schema declares as a number was reported when the record was checked.
  if (half.at.file != base::FileId::none && half.kind == FieldKind::number) return;
  diagnostics.error(value.at, "malformed-value",
                    {fmt::format("{}「{}」は数として読めません。", half.label, text_in(value)),
                     fmt::format("{} “{}” is no number.", half.label, text_in(value))},
                    {"「35.3354」のように、度を小数で書いてください。分からなければ空けておきます。",
                     "Write degrees with a decimal point, like 35.3354, or leave it empty."});
}

std::optional<Value> coordinates(std::array<std::optional<Value>, 2> const& halves, Field const& field,
                                 base::Diagnostics& diagnostics) {
  model::Values pair;
  for (std::size_t i = 0; i < 2; ++i) {
    auto const& half = halves[i];
    if (!half) {
      report_missing_half(field.parts[1 - i], field.parts[i], *halves[1 - i], diagnostics);
      return std::nullopt;
    }
    auto number = number_in(*half);
    if (!number) {
      report_no_number(field.parts[i], *half, diagnostics);
      return std::nullopt;
    }
    pair.push_back({*number, half->at});
  }
  return Value{std::move(pair), halves[0]->at};
}

}  // namespace

Value* join_parts(model::Object& members, Field const& field, base::Diagnostics& diagnostics) {
  if (field.parts.size() != 2) return nullptr;
  std::array halves = {taken(members, field.parts[0].key), taken(members, field.parts[1].key)};
  if (!halves[0] && !halves[1]) return nullptr;
  // A column headed by the name of the whole holds the opening time where another one is headed 終了時間.
  if (!halves[0] && field.kind == FieldKind::hours) halves[0] = taken(members, field.key);
  auto const at = (halves[0] ? halves[0] : halves[1])->at;
  auto whole = field.kind == FieldKind::hours
                   ? std::optional(Value{model::joined_hours(text_in(halves[0]), text_in(halves[1])), at})
                   : coordinates(halves, field, diagnostics);
  if (!whole) return nullptr;
  auto same = [&](model::Member const& member) { return member.key == field.key; };
  std::erase_if(members, same);
  members.push_back({field.key, at, std::move(*whole)});
  return &members.back().value;
}

}  // namespace tebiki::loading
