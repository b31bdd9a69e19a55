#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "loading/records/field_reading.hpp"

namespace tebiki::loading {
namespace {

using model::Decimal;

/// 1,500 in characters of any width.
std::optional<Decimal> number_of(std::string_view text) {
  std::string digits;
  for (char c : base::nfkc(text)) {
    if (c != ',') digits += c;
  }
  return model::parse_decimal(digits);
}

/// 1,500 ¥1,500 1500円
std::optional<Decimal> yen_of(std::string_view text) {
  auto folded = base::nfkc(text);
  std::string_view rest = folded;
  for (std::string_view sign : {"¥", "\\"}) {
    if (rest.starts_with(sign)) rest.remove_prefix(sign.size());
  }
  constexpr std::string_view unit = "円";
  if (rest.ends_with(unit)) rest.remove_suffix(unit.size());
  return number_of(rest);
}

FormatMistake no_amount() {
  return {{"金額として読めません。", "is no amount of money."},
          {"「1500」のように、円の数を書いてください。", "Write a number of yen, like 1500."}};
}

bool in_japan(double latitude, double longitude) {
  return latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 154;
}

base::Message example_of_place() {
  return {"「35.3354,139.3496」のように、緯度、経度の順に書いてください。",
          "Write latitude and longitude, like 35.3354,139.3496."};
}

std::optional<FormatMistake> place_mistake(Decimal latitude, Decimal longitude) {
  if (in_japan(latitude.approximate(), longitude.approximate())) return std::nullopt;
  if (!in_japan(longitude.approximate(), latitude.approximate()))
    return FormatMistake{{"日本の外を指しています。", "lies outside Japan."}, example_of_place()};
  auto const turned = model::text_of(longitude) + "," + model::text_of(latitude);
  return FormatMistake{
      {"緯度と経度が逆です。", "has latitude and longitude the wrong way round."},
      {fmt::format("「{}」と書いてください。", turned), fmt::format("Write {}.", turned)}};
}

}  // namespace

ReadValue read_number_text(model::Field const&, std::string_view text, Form form) {
  if (auto number = form == Form::cell ? number_of(text) : std::nullopt) return {*number};
  return {std::string(text)};
}

ReadValue read_yen(model::Field const& field, std::string_view text, Form form) {
  bool const numeric = field.type.empty() || field.type == "number" || field.type == "integer";
  if (auto number = form == Form::cell && numeric ? yen_of(text) : std::nullopt) return {*number, number->digits < 0 ? std::optional(no_amount()) : std::nullopt};
  bool const some = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return {std::string(text), some ? std::nullopt : std::optional(no_amount())};
}

ReadValue read_boolean(model::Field const&, std::string_view text, Form form) {
  if (auto truth = form == Form::cell ? model::truth_written_as(text) : std::nullopt) return {*truth};
  return {std::string(text)};
}

ReadValue read_place(Decimal latitude, Decimal longitude) {
  return {model::Coordinates{latitude, longitude}, place_mistake(latitude, longitude)};
}

ReadValue read_coordinates(model::Field const&, std::string_view text, Form) {
  auto const comma = text.find(',');
  if (comma != text.npos) {
    auto const latitude = number_of(base::trimmed(text.substr(0, comma)));
    auto const longitude = number_of(base::trimmed(text.substr(comma + 1)));
    if (latitude && longitude) return read_place(*latitude, *longitude);
  }
  return {std::string(text),
          FormatMistake{{"緯度と経度の形ではありません。", "is no pair of coordinates."}, example_of_place()}};
}

}  // namespace tebiki::loading
