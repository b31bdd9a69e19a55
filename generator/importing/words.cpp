#include <fmt/format.h>

#include <cstdint>
#include <utility>

#include "base/unicode.hpp"
#include "importing/reading.hpp"

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

Reading read_words(std::string_view text) { return {plain_width(text), {}}; }

Reading read_name(std::string_view text) { return {long_vowels(plain_width(text)), {}}; }

Reading read_kana(std::string_view text) {
  std::string spelled(text);
  // ヴ is often written as ウ with a voiced mark of its own, or with a quotation mark for it.
  for (std::string_view mark : {"゛", "゙", "‶", "”"})
    spelled = replaced(std::move(spelled), "ウ" + std::string(mark), "ヴ");
  std::string const kana = base::hiragana(long_vowels(plain_width(base::nfkc(spelled))));
  for (std::size_t at = 0; at < kana.size();) {
    if (!base::is_han(base::next_character(kana, at))) continue;
    return {"", Doubt{"import-kana",
                      {fmt::format("よみがな「{}」に漢字が含まれています。", text),
                       fmt::format("The reading \"{}\" holds kanji.", text)},
                      {"取り込みませんでした。事業所に確かめて、よみを書き足してください。",
                       "It was left out. Ask the office and add the reading."}}};
  }
  return {kana, {}};
}

}  // namespace tebiki::importing
