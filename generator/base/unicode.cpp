#include "base/unicode.hpp"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <iterator>

#include "base/failure.hpp"
#include "base/memory.hpp"

namespace tebiki::base {

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  auto bytes = reinterpret_cast<std::uint8_t const*>(text.data());
  auto length = std::int32_t(text.size());
  for (std::int32_t i = 0; i < length;) {
    auto begin = i;
    UChar32 c;
    U8_NEXT(bytes, i, length, c);
    if (c < 0) return std::size_t(begin);
  }
  return std::nullopt;
}

namespace {

/// Windows-31J as UTF-8; nothing when `callback` stops at bytes that are not of it.
std::optional<std::string> convert_cp932(std::string_view bytes, UConverterToUCallback callback) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("ibm-943_P15A-2003", &status);
  if (U_FAILURE(status)) rule_out_lack_of_memory();
  if (U_FAILURE(status)) throw Failure({"ICU に CP932 の変換表がありません。", "ICU has no CP932 converter"});
  ucnv_setToUCallBack(converter, callback, nullptr, nullptr, nullptr, &status);
  auto text = icu::UnicodeString(bytes.data(), std::int32_t(bytes.size()), converter, status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

std::optional<std::string> from_cp932(std::string_view bytes) { return convert_cp932(bytes, UCNV_TO_U_CALLBACK_STOP); }

std::string from_broken_cp932(std::string_view bytes) {
  auto text = convert_cp932(bytes, UCNV_TO_U_CALLBACK_SUBSTITUTE).value_or(std::string());
  // What ICU puts for a single byte.
  for (auto at = text.find('\x1A'); at != text.npos; at = text.find('\x1A', at)) text.replace(at, 1, "\uFFFD");
  return text;
}

char32_t next_character(std::string_view text, std::size_t& offset) {
  auto bytes = reinterpret_cast<std::uint8_t const*>(text.data());
  auto i = std::int32_t(offset);
  UChar32 c;
  U8_NEXT_OR_FFFD(bytes, i, std::int32_t(text.size()), c);
  offset = std::size_t(i);
  return char32_t(c);
}

void append_utf8(std::string& text, char32_t character) {
  std::uint8_t bytes[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, UChar32(character));
  text.append(reinterpret_cast<char*>(bytes), std::size_t(length));
}

std::size_t character_count(std::string_view text) {
  return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_wide(char32_t character) {
  switch (u_getIntPropertyValue(UChar32(character), UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return true;
    default:
      return false;
  }
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    auto c = next_character(text, i);
    auto category = u_charType(UChar32(c));
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK) continue;
    width += is_wide(c) ? 2 : 1;
  }
  return width;
}

bool is_han(char32_t character) { return u_hasBinaryProperty(UChar32(character), UCHAR_IDEOGRAPHIC); }

bool is_kana(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) || (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xFF66 && c <= 0xFF9F);
}

bool is_cjk_punctuation(char32_t c) {
  if (!u_ispunct(UChar32(c)) && u_charType(UChar32(c)) != U_MATH_SYMBOL && u_charType(UChar32(c)) != U_OTHER_SYMBOL)
    return false;
  return (c >= 0x3000 && c <= 0x303F) || c == 0x30FB || c == 0x30A0 || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2190 && c <= 0x21FF) ||
         (c >= 0x2460 && c <= 0x27BF);
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

std::string_view trimmed(std::string_view text) {
  auto blank = [](char32_t c) { return u_isUWhiteSpace(UChar32(c)) || c == 0xFEFF; };
  std::size_t begin = 0;
  while (begin < text.size()) {
    auto next = begin;
    if (!blank(next_character(text, next))) break;
    begin = next;
  }
  auto end = text.size();
  while (end > begin) {
    auto last = end - 1;
    while (last > begin && (text[last] & 0xC0) == 0x80) --last;
    auto next = last;
    if (!blank(next_character(text, next))) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

}  // namespace tebiki::base
