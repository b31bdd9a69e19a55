#include "loading/records/field_formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/unicode.hpp"
#include "loading/records/contact_formats.hpp"
#include "loading/records/dates.hpp"
#include "loading/records/hours.hpp"

namespace tebiki::loading {
namespace {

using model::FieldKind;
using model::Value;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<double> number_in(std::string_view text) {
  text = base::trimmed(text);
  double result = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return result;
}

/// Latitude and longitude, from `35.33,139.34` or [35.33, 139.34].
std::optional<std::array<double, 2>> pair_of(Value const& value) {
  if (auto* list = value.list()) {
    if (list->size() != 2 || !(*list)[0].number() || !(*list)[1].number()) return std::nullopt;
    return std::array{*(*list)[0].number(), *(*list)[1].number()};
  }
  auto* text = value.text();
  auto comma = text ? text->find(',') : std::string::npos;
  if (comma == std::string::npos) return std::nullopt;
  auto latitude = number_in(std::string_view(*text).substr(0, comma));
  auto longitude = number_in(std::string_view(*text).substr(comma + 1));
  if (!latitude || !longitude) return std::nullopt;
  return std::array{*latitude, *longitude};
}

bool in_japan(double latitude, double longitude) {
  return latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 154;
}

std::optional<FormatMistake> coordinates(Value const& value) {
  auto pair = pair_of(value);
  base::Message example = {"「35.3354,139.3496」のように、緯度、経度の順に書いてください。",
                           "Write latitude and longitude, like 35.3354,139.3496."};
  if (!pair) return FormatMistake{{"緯度と経度の形ではありません。", "is no pair of coordinates."}, example};
  auto [latitude, longitude] = *pair;
  if (in_japan(latitude, longitude)) return std::nullopt;
  if (in_japan(longitude, latitude))
    return FormatMistake{{"緯度と経度が逆です。", "has latitude and longitude the wrong way round."},
                         {fmt::format("「{},{}」と書いてください。", longitude, latitude),
                          fmt::format("Write {},{}.", longitude, latitude)}};
  return FormatMistake{{"日本の外を指しています。", "lies outside Japan."}, example};
}

std::optional<FormatMistake> yen(Value const& value) {
  if (auto* number = value.number()) {
    if (*number >= 0) return std::nullopt;
  } else if (auto* text = value.text()) {
    if (std::any_of(text->begin(), text->end(), is_digit)) return std::nullopt;
  }
  return FormatMistake{{"金額として読めません。", "is no amount of money."},
                       {"「1500」のように、円の数を書いてください。", "Write a number of yen, like 1500."}};
}

std::optional<FormatMistake> kana(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!base::is_han(base::next_character(text, at))) continue;
    return FormatMistake{{"よみがなですが、漢字が含まれています。", "is a reading but holds kanji."},
                         {"ひらがなかカタカナだけで書いてください。", "Write it in hiragana or katakana only."}};
  }
  return std::nullopt;
}

/// The eleven characters of a video in an id or in any address that YouTube itself hands out.
bool is_youtube(std::string_view text) {
  constexpr std::array prefixes = {
      "https://www.youtube.com/watch?v=", "https://youtube.com/watch?v=",           "https://youtu.be/",
      "https://www.youtube.com/embed/",   "https://www.youtube.com/shorts/",        "https://www.youtube.com/live/",
      "https://m.youtube.com/watch?v=",   "https://www.youtube-nocookie.com/embed/"};
  for (std::string_view prefix : prefixes) {
    if (!text.starts_with(prefix)) continue;
    text.remove_prefix(prefix.size());
    text = text.substr(0, text.find_first_of("?&#/"));
    break;
  }
  auto good = [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  };
  return text.size() == 11 && std::all_of(text.begin(), text.end(), good);
}

std::optional<FormatMistake> youtube(std::string_view text) {
  if (is_youtube(text)) return std::nullopt;
  return FormatMistake{
      {"YouTubeの動画ではありません。", "is no YouTube video."},
      {"動画のアドレス（https://www.youtube.com/watch?v=…）か、11文字の動画IDを書いてください。",
       "Write the address of the video (https://www.youtube.com/watch?v=…) or its id of eleven characters."}};
}

std::optional<FormatMistake> answer(std::string_view text) {
  if (text == "yes" || text == "ask" || text == "no") return std::nullopt;
  return FormatMistake{{"対応の可否として読めません。", "is no answer."},
                       {"CSV なら ○、△（要相談）、×、ほかのファイルなら yes、ask、no "
                        "のどれかにしてください。回答がなければ空けておきます。",
                        "Write ○, △ or × in a CSV file, otherwise yes, ask or no; leave it out when unanswered."}};
}

std::optional<FormatMistake> text_mistake(FieldKind kind, std::string_view text) {
  switch (kind) {
    case FieldKind::tel:
      return telephone_mistake(text);
    case FieldKind::fax:
      return telephone_mistake(text);
    case FieldKind::email:
      return email_mistake(text);
    case FieldKind::uri:
      return uri_mistake(text);
    case FieldKind::postal_code:
      return postal_code_mistake(text);
    case FieldKind::date:
      return date_mistake(text);
    case FieldKind::hours:
      return hours_mistake(text);
    case FieldKind::kana:
      return kana(text);
    case FieldKind::youtube:
      return youtube(text);
    case FieldKind::availability:
      return answer(text);
    default:
      return std::nullopt;
  }
}

bool is_textual(FieldKind kind) {
  constexpr std::array kinds = {FieldKind::tel,         FieldKind::fax,         FieldKind::email, FieldKind::uri,
                                FieldKind::postal_code, FieldKind::date,        FieldKind::hours, FieldKind::kana,
                                FieldKind::youtube,     FieldKind::availability};
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

std::optional<FormatMistake> format_mistake(FieldKind kind, Value const& value) {
  if (kind == FieldKind::coordinates) return coordinates(value);
  if (kind == FieldKind::yen) return yen(value);
  if (auto* text = value.text()) return text_mistake(kind, *text);
  if (!is_textual(kind) || value.is_null()) return std::nullopt;
  return FormatMistake{{"文字でなければなりません。", "must be text."},
                       {"「\"」で囲んで書いてください。", "Put it between quotation marks."}};
}

}  // namespace tebiki::loading
