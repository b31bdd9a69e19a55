#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

#include "base/unicode.hpp"
#include "importing/reading.hpp"

namespace tebiki::importing {

namespace {

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// The rectangle from 沖ノ鳥島 to 択捉島.
bool in_japan(double latitude, double longitude) {
  return latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 154;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Doubt outside(std::string_view latitude, std::string_view longitude) {
  return {"import-coordinates",
          {fmt::format("緯度・経度「{}, {}」は日本の中にありません。", latitude, longitude),
           fmt::format("The coordinates \"{}, {}\" are not in Japan.", latitude, longitude)},
          {"取り込みませんでした。地図で確かめて書き足してください。",
           "They were left out. Look the place up and add them."}};
}

}  // namespace

Reading read_coordinates(std::string_view latitude_text, std::string_view longitude_text) {
  std::string const one = base::nfkc(base::trimmed(latitude_text));
  std::string const other = base::nfkc(base::trimmed(longitude_text));
  if (one.empty() && other.empty()) return {};
  auto const latitude = number_in(one);
  auto const longitude = number_in(other);
  if (!latitude || !longitude) return {"", outside(one, other)};
  if (in_japan(*latitude, *longitude)) return {fmt::format("{:.6f},{:.6f}", *latitude, *longitude), {}};
  if (!in_japan(*longitude, *latitude)) return {"", outside(one, other)};
  return {fmt::format("{:.6f},{:.6f}", *longitude, *latitude),
          Doubt{"import-coordinates",
                {fmt::format("緯度と経度「{}, {}」が逆です。", one, other),
                 fmt::format("Latitude and longitude \"{}, {}\" are exchanged.", one, other)},
                {"入れ替えて取り込みました。", "They were taken the other way round."}}};
}

double metres_between(std::string_view one, std::string_view other) {
  auto const parts = [](std::string_view text) {
    auto const comma = std::min(text.find(','), text.size());
    auto const degrees = [](std::string_view t) { return number_in(t).value_or(0) * std::numbers::pi / 180; };
    return std::pair(degrees(text.substr(0, comma)), degrees(text.substr(std::min(comma + 1, text.size()))));
  };
  auto const [latitude, longitude] = parts(one);
  auto const [other_latitude, other_longitude] = parts(other);
  constexpr double radius = 6'371'000;
  return radius * std::hypot(latitude - other_latitude, (longitude - other_longitude) * std::cos(latitude));
}

Reading read_capacity(std::string_view text) {
  std::string const given = base::nfkc(base::trimmed(text));
  if (given.empty()) return {};
  auto const number = number_in(given);
  if (number && *number >= 1 && *number <= 9999 && std::floor(*number) == *number) {
    return {fmt::format("{:.0f}", *number), {}};
  }
  if (number && *number == 0) return {};
  return {"", Doubt{"import-capacity",
                    {fmt::format("定員「{}」が人数として読めません。", given),
                     fmt::format("The capacity \"{}\" is no number of persons.", given)},
                    {"取り込みませんでした。事業所に確かめてください。", "It was left out. Ask the office."}}};
}

Reading read_corporate_number(std::string_view text) {
  std::string const given = base::nfkc(base::trimmed(text));
  if (given.empty() || (given.size() == 13 && all_digits(given))) return {given, {}};
  return {"", Doubt{"import-corporate-number",
                    {fmt::format("法人番号「{}」が13桁の数字ではありません。", given),
                     fmt::format("The corporate number \"{}\" is not 13 digits.", given)},
                    {"取り込みませんでした。国税庁の法人番号公表サイトで確かめられます。",
                     "It was left out. The National Tax Agency's site has all of them."}}};
}

}  // namespace tebiki::importing
