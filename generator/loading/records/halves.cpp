#include "loading/records/halves.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;
using model::FieldValue;

std::optional<FieldValue> taken(model::Record& record, std::uint16_t slot) {
  auto found = std::find_if(record.values.begin(), record.values.end(),
                            [&](FieldValue const& value) { return value.slot == slot; });
  if (found == record.values.end()) return std::nullopt;
  auto value = std::move(*found);
  record.values.erase(found);
  return value;
}

using Halves = std::array<std::optional<FieldValue>, 2>;

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

std::optional<ReadValue> join_place(Halves const& halves, Field const& field, RecordMistakes& mistakes) {
  std::array<model::Decimal, 2> degrees;
  for (std::size_t i = 0; i < 2; ++i) {
    if (!halves[i]) {
      report_missing_half(field.parts[1 - i], field.parts[i], *halves[1 - i], mistakes);
      return std::nullopt;
    }
    auto const text = base::nfkc(base::trimmed(model::exported_text(*halves[i])));
    auto const number = model::parse_decimal(text);
    if (!number) {
      report_no_number(field.parts[i], *halves[i], mistakes);
      return std::nullopt;
    }
    degrees[i] = *number;
  }
  return read_place(degrees[0], degrees[1]);
}

}  // namespace

void join_halves(model::Record& record, model::Schema const& schema, RecordMistakes& mistakes) {
  for (auto const& field : schema.fields) {
    if (field.parts.size() != 2) continue;
    Halves halves{taken(record, field.parts[0].slot), taken(record, field.parts[1].slot)};
    if (!halves[0] && !halves[1]) continue;
    bool const hours = field.kind == FieldKind::hours;
    // A column headed by the name of the whole holds the opening time where another one is headed 終了時間.
    if (!halves[0] && hours) halves[0] = taken(record, field.slot);
    auto const pointer = [](auto const& half) { return half ? &*half : nullptr; };
    auto whole = hours ? std::optional(join_hours(pointer(halves[0]), pointer(halves[1])))
                       : join_place(halves, field, mistakes);
    if (!whole) continue;
    FieldValue value{std::move(whole->data), (halves[0] ? halves[0] : halves[1])->at, field.slot};
    if (whole->mistake) mistakes.refuse(*whole->mistake, field, model::exported_text(value), value.at);
    taken(record, field.slot);
    record.values.push_back(std::move(value));
  }
}

}  // namespace tebiki::loading
