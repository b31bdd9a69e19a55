#include "importing/office_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

#include "base/unicode.hpp"
#include "model/typed_values.hpp"

namespace tebiki::importing {

namespace {

bool is_blank(char32_t c) { return c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x2028 || c == 0x2029 || c == 0x3000; }
/// Characters without a shape: of no width, of the direction of writing (U+202E turns all that follows round), fillers,
/// and code points that are none (U+FFFE).
bool is_unseen(char32_t c) {
  bool const direction =
      c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  bool const no_width = c == 0xAD || c == 0x180E || (c >= 0x200B && c <= 0x200D) || (c >= 0x2060 && c <= 0x2065) ||
                        (c >= 0x206A && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
  bool const filler = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
  bool const none = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return direction || no_width || filler || none || (c >= 0x80 && c <= 0x9F);
}

bool is_half_width_katakana(char32_t c) { return c >= 0xFF61 && c <= 0xFF9F; }
bool is_katakana(char32_t c) { return c >= 0x30A1 && c <= 0x30FC && c != 0x30FB; }

/// Radicals that a PDF gives for the kanji they look like (⺠ for 民); those of Kangxi are left to NFKC.
char32_t kanji_of_radical(char32_t c) {
  constexpr std::pair<char32_t, char32_t> kanji[] = {{U'⺟', U'母'}, {U'⺠', U'民'}, {U'⻁', U'虎'}, {U'⻄', U'西'},
                                                     {U'⻆', U'角'}, {U'⻑', U'長'}, {U'⻘', U'青'}, {U'⻝', U'食'},
                                                     {U'⻣', U'骨'}, {U'⻤', U'鬼'}, {U'⻨', U'麦'}, {U'⻩', U'黄'},
                                                     {U'⻫', U'斉'}, {U'⻭', U'歯'}, {U'⻯', U'竜'}, {U'⻲', U'亀'}};
  for (auto const& [radical, meant] : kanji) {
    if (radical == c) return meant;
  }
  return c;
}

/// Signs that Japanese fonts have as they are, among those that NFKC takes apart.
bool is_japanese_sign(char32_t c) {
  constexpr std::u32string_view signs = U"℃℉ℓ№℡™Å㎎㎏㎜㎝㎞㎡㎥㏄㏍";
  return signs.find(c) != signs.npos;
}

/// Superscripts, subscripts, Kangxi radicals, letter-like and squared signs, letters of mathematics: no Japanese font
/// need have them, so that they could not be printed.
bool is_unprintable_form(char32_t c) {
  if (is_japanese_sign(c)) return false;
  return (c >= 0x2070 && c <= 0x209F) || (c >= 0x2F00 && c <= 0x2FD5) || (c >= 0x2100 && c <= 0x214F) ||
         (c >= 0x3380 && c <= 0x33DF) || (c >= 0x1D400 && c <= 0x1D7FF) || (c >= 0xFB00 && c <= 0xFB06);
}

/// The everyday characters for one that only looks like them.
std::string everyday(char32_t c) {
  std::string text;
  base::append_utf8(text, kanji_of_radical(c));
  if (c == 0x207B || c == 0x208B) return "-";
  return is_unprintable_form(c) ? base::nfkc(text) : text;
}

char32_t narrow(char32_t c) {
  bool const letter_or_digit =
      (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
  return letter_or_digit || c == 0xFF06 || c == 0xFF0D ? c - 0xFEE0 : c;
}

std::string long_vowels(std::string_view text) {
  std::string result;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t c = base::next_character(text, at);
    std::size_t ahead = at;
    char32_t const next = at < text.size() ? base::next_character(text, ahead) : 0;
    if (base::is_hyphen(c) && is_katakana(before) && is_katakana(next)) c = 0x30FC;
    base::append_utf8(result, c);
    before = c;
  }
  return result;
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// 9:00 of 9:00, 09:00:00 or 0.375.
std::optional<std::string> time_in(std::string const& text) {
  int minutes = -1;
  auto const colon = text.find(':');
  auto const share = number_in(text);
  if (share && *share > 0 && *share < 1) {
    minutes = int(std::lround(*share * 24 * 60));
  } else if (colon != text.npos && colon > 0 && text.size() >= colon + 3) {
    auto const hour = number_in(text.substr(0, colon)), minute = number_in(text.substr(colon + 1, 2));
    bool const sound = hour && minute && *hour >= 0 && *hour <= 24 && *minute >= 0 && *minute < 60;
    if (sound) minutes = int(*hour) * 60 + int(*minute);
  }
  if (minutes < 0 || minutes > 24 * 60) return std::nullopt;
  return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

Doubt outside(std::string_view latitude, std::string_view longitude) {
  return {"import-coordinates",
          {fmt::format("緯度・経度「{}, {}」は日本の中にありません。", latitude, longitude),
           fmt::format("The coordinates “{}, {}” are not in Japan.", latitude, longitude)},
          {"取り込みませんでした。地図で確かめて書き足してください。",
           "They were left out. Look the place up and add them."}};
}

}  // namespace

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string even_width(std::string_view text) {
  // Literally in the data, where a form once had a line break.
  std::string const source = replaced(std::string(text), "（改行）", " ");
  std::string result;
  bool blank = false;
  for (std::size_t at = 0; at < source.size();) {
    std::size_t const begin = at;
    char32_t c = base::next_character(source, at);
    if (is_blank(c)) {
      blank = !result.empty();
      continue;
    }
    if (std::exchange(blank, false)) result += ' ';
    if (!is_half_width_katakana(c)) {
      base::append_utf8(result, narrow(c));
      continue;
    }
    // A whole run at once, because a voiced sound is two half-width characters.
    std::size_t end = at;
    while (end < source.size() && is_half_width_katakana(base::next_character(source, end))) at = end;
    result += base::nfkc(std::string_view(source).substr(begin, at - begin));
  }
  return result;
}

std::string with_unseen_named(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    char32_t const c = base::next_character(text, at);
    if (is_unseen(c)) {
      result += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
    } else {
      base::append_utf8(result, c);
    }
  }
  return result;
}

std::string plain_width(std::string_view text) {
  std::string seen;
  for (std::size_t at = 0; at < text.size();) {
    char32_t const c = base::next_character(text, at);
    if (!is_unseen(c)) base::append_utf8(seen, c);
  }
  std::string const even = even_width(seen);
  std::string result;
  for (std::size_t at = 0; at < even.size();) result += everyday(base::next_character(even, at));
  return result;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), base::is_digit);
}

ReadCell read_words(std::string_view text) { return {plain_width(text), {}}; }

ReadCell read_name(std::string_view text) { return {long_vowels(plain_width(text)), {}}; }

ReadCell read_items(std::string_view text) {
  std::string const plain = replaced(replaced(plain_width(text), "；", ";"), "、", ";");
  std::string items;
  for (std::size_t begin = 0; begin < plain.size();) {
    auto const end = std::min(plain.find(';', begin), plain.size());
    auto const item = base::trimmed(std::string_view(plain).substr(begin, end - begin));
    if (!item.empty()) items += (items.empty() ? "" : "、") + std::string(item);
    begin = end + 1;
  }
  return {items, {}};
}

ReadCell read_hours(std::string_view opening, std::string_view closing) {
  std::string const from = base::nfkc(base::trimmed(opening));
  std::string const to = base::nfkc(base::trimmed(closing));
  auto const begin = time_in(from);
  auto const end = time_in(to);
  if (from.empty() && to.empty()) return {};
  if (begin && end && *begin != *end) return {*begin + "〜" + *end, {}};
  return {"",
          Doubt{"import-hours",
                {fmt::format("診療の時間「{}」「{}」が、始まりと終わりの時刻として読めません。", from, to),
                 fmt::format("“{}” and “{}” are not the times of opening and closing.", from, to)},
                {"取り込みませんでした。医療機関に確かめてください。", "They were left out. Ask the institution."}}};
}

ReadCell read_kana(std::string_view text) {
  std::string spelled(text);
  // ヴ is often written as ウ with a voiced mark of its own, or with a quotation mark for it.
  for (std::string_view mark : {"゛", "゙", "‶", "”"})
    spelled = replaced(std::move(spelled), "ウ" + std::string(mark), "ヴ");
  std::string const kana = base::hiragana(long_vowels(plain_width(base::nfkc(spelled))));
  for (std::size_t at = 0; at < kana.size();) {
    if (!base::is_han(base::next_character(kana, at))) continue;
    return {"", Doubt{"import-kana",
                      {fmt::format("よみがな「{}」に漢字が含まれています。", text),
                       fmt::format("The reading “{}” holds kanji.", text)},
                      {"取り込みませんでした。事業所に確かめて、よみを書き足してください。",
                       "It was left out. Ask the office and add the reading."}}};
  }
  return {kana, {}};
}

ReadCell read_coordinates(std::string_view latitude_text, std::string_view longitude_text) {
  std::string const one = base::nfkc(base::trimmed(latitude_text));
  std::string const other = base::nfkc(base::trimmed(longitude_text));
  if (one.empty() && other.empty()) return {};
  auto const latitude = number_in(one);
  auto const longitude = number_in(other);
  if (!latitude || !longitude) return {"", outside(one, other)};
  if (model::in_japan(*latitude, *longitude)) return {fmt::format("{:.6f},{:.6f}", *latitude, *longitude), {}};
  if (!model::in_japan(*longitude, *latitude)) return {"", outside(one, other)};
  return {fmt::format("{:.6f},{:.6f}", *longitude, *latitude),
          Doubt{"import-coordinates",
                {fmt::format("緯度と経度「{}, {}」が逆です。", one, other),
                 fmt::format("Latitude and longitude “{}, {}” are exchanged.", one, other)},
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

ReadCell read_capacity(std::string_view text) {
  std::string const given = base::nfkc(base::trimmed(text));
  if (given.empty()) return {};
  auto const number = number_in(given);
  if (number && *number >= 1 && *number <= 9999 && std::floor(*number) == *number) {
    return {fmt::format("{:.0f}", *number), {}};
  }
  if (number && *number == 0) return {};
  return {"", Doubt{"import-capacity",
                    {fmt::format("定員「{}」が人数として読めません。", given),
                     fmt::format("The capacity “{}” is no number of persons.", given)},
                    {"取り込みませんでした。事業所に確かめてください。", "It was left out. Ask the office."}}};
}

ReadCell read_corporate_number(std::string_view text) {
  std::string const given = base::nfkc(base::trimmed(text));
  if (given.empty() || (given.size() == 13 && all_digits(given))) return {given, {}};
  return {"", Doubt{"import-corporate-number",
                    {fmt::format("法人番号「{}」が13桁の数字ではありません。", given),
                     fmt::format("The corporate number “{}” is not 13 digits.", given)},
                    {"取り込みませんでした。国税庁の法人番号公表サイトで確かめられます。",
                     "It was left out. The National Tax Agency's site has all of them."}}};
}

}  // namespace tebiki::importing
