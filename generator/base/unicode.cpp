#include "base/unicode.hpp"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "base/diagnostics.hpp"

namespace tebiki::base {
namespace {

void require(UErrorCode status) {
  if (U_FAILURE(status)) {
    rule_out_lack_of_memory();
    throw Failure({fmt::format("ICU の処理に失敗しました（{}）。", u_errorName(status)),
                   std::string("ICU failed: ") + u_errorName(status)});
  }
}

icu::BreakIterator& line_breaker(LineBreaking style) {
  auto make = [](icu::Locale const& locale) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createLineInstance(locale, status));
    require(status);
    return made;
  };
  // Plain `ja` lets a line begin with ょ.
  thread_local auto strict = make(icu::Locale("ja@lb=strict"));
  thread_local auto phrase = make(icu::Locale("ja@lb=strict;lw=phrase"));
  return style == LineBreaking::strict ? *strict : *phrase;
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), std::int32_t(text.size())));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

/// ICU objects are costly to make and not to be shared between threads: one of each a thread.
icu::Collator& japanese_collator() {
  thread_local std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale::getJapan(), status));
    require(status);
    return made;
  }();
  return *collator;
}

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

/// For one text.
constexpr std::int32_t most_steps = 1000;

/// Counts the steps of a match, of about a millisecond; ICU calls it after each.
UBool U_CALLCONV count_step(void const* steps, std::int32_t) {
  auto& left = *static_cast<std::int32_t*>(const_cast<void*>(steps));
  return --left > 0;
}

}  // namespace

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

std::optional<std::string> from_cp932(std::string_view bytes) { return convert_cp932(bytes, UCNV_TO_U_CALLBACK_STOP); }

std::string from_broken_cp932(std::string_view bytes) {
  auto text = convert_cp932(bytes, UCNV_TO_U_CALLBACK_SUBSTITUTE).value_or(std::string());
  // What ICU puts for a single byte.
  for (auto at = text.find('\x1A'); at != text.npos; at = text.find('\x1A', at)) text.replace(at, 1, "\uFFFD");
  return text;
}

char32_t decoded_character(std::string_view text, std::size_t& offset) {
  auto bytes = reinterpret_cast<std::uint8_t const*>(text.data());
  auto i = std::int32_t(offset);
  UChar32 c;
  U8_NEXT_OR_FFFD(bytes, i, std::int32_t(text.size()), c);
  offset = std::size_t(i);
  return char32_t(c);
}

std::string_view first_characters(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (; most > 0 && end < text.size(); --most) next_character(text, end);
  return text.substr(0, end);
}

void append_utf8(std::string& text, char32_t character) {
  char bytes[4];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, UChar32(character));
  text.append(bytes, length);
}

std::size_t character_count(std::string_view text) {
  return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::optional<HiddenCharacter> first_hidden_character(std::string_view text, std::size_t from) {
  auto const hides = [](char c) { return is_control_character(c) || c == '\xD8' || c == '\xE2' || c == '\xEF'; };
  for (auto at = text.begin() + std::ptrdiff_t(from); (at = std::find_if(at, text.end(), hides)) != text.end(); ++at) {
    auto const begin = std::size_t(at - text.begin());
    auto end = begin;
    auto const character = next_character(text, end);
    auto const is_in = [&](char32_t first, char32_t last) { return character >= first && character <= last; };
    bool const turns = character == 0x61C || is_in(0x200E, 0x200F) || is_in(0x202A, 0x202E) || is_in(0x2066, 0x2069);
    if (turns || is_in(0xFFFE, 0xFFFF) || is_control_character(*at))
      return HiddenCharacter{begin, end - begin, character};
  }
  return std::nullopt;
}

void append_json_string(std::string& out, std::string_view text) {
  auto const is_escaped = [](unsigned char c) { return c == '"' || c == '\\' || c == '<' || c < 0x20; };
  out += '"';
  for (auto from = text.begin(); from != text.end();) {
    auto const end = std::find_if(from, text.end(), is_escaped);
    out.append(from, end);
    if (end == text.end()) break;
    if (*end == '"' || *end == '\\')
      out.append({'\\', *end});
    else if (auto const letter = std::string_view("\n\r\t").find(*end); letter != std::string_view::npos)
      out.append({'\\', "nrt"[letter]});
    else
      out += fmt::format("\\u{:04x}", *end);
    from = end + 1;
  }
  out += '"';
}

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

bool is_wide(char32_t character) {
  auto const width = u_getIntPropertyValue(UChar32(character), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
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

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
  return result;
}

std::string nfkc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  auto* normalizer = icu::Normalizer2::getNFKCInstance(status);
  require(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), std::int32_t(text.size())), sink, nullptr, status);
  require(status);
  return out;
}

std::string_view trimmed(std::string_view text) {
  static constexpr std::u32string_view never_seen = U"\u00AD\u200B\u200C\u200D\u2060\u3164\uFEFF";
  auto const blank = [](char32_t c) { return u_isUWhiteSpace(UChar32(c)) || never_seen.find(c) != never_seen.npos; };
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

std::string collation_key(std::string_view text) {
  auto source = utf16(text);
  auto& collator = japanese_collator();
  std::string key(64, '\0');
  auto fill = [&] {
    return std::size_t(
        collator.getSortKey(source, reinterpret_cast<std::uint8_t*>(key.data()), std::int32_t(key.size())));
  };
  auto length = fill();
  if (length > key.size()) key.resize(length), length = fill();
  key.resize(length ? length - 1 : 0);  // without the closing NUL
  return key;
}

std::vector<std::uint32_t> line_breaks(std::string_view text, LineBreaking style) {
  // ICU's search for phrases takes time that grows with the square of the text, and none so long is a heading.
  constexpr std::size_t longest_of_phrases = 3'000;
  if (text.size() > longest_of_phrases) style = LineBreaking::strict;
  // UTF-16 is what ICU's dictionary reads: of UTF-8 it makes a copy and a map of places for every stretch of Japanese.
  auto source = utf16(text);
  auto& breaker = line_breaker(style);
  breaker.setText(source);
  std::vector<std::uint32_t> result;
  std::size_t byte = 0;
  std::int32_t unit = 0;
  for (auto at = breaker.first(); at != icu::BreakIterator::DONE; at = breaker.next()) {
    while (unit < at) unit += U16_LENGTH(UChar32(next_character(text, byte)));
    auto next = byte;
    if (byte > 0 && byte < text.size() && !never_begins_a_line(next_character(text, next)))
      result.push_back(std::uint32_t(byte));
  }
  // The breaker would keep pointing at a text that goes.
  static icu::UnicodeString const nothing;
  breaker.setText(nothing);
  return result;
}

struct Pattern::Compiled {
  std::unique_ptr<icu::RegexPattern> pattern;
};

Pattern::Pattern(Compiled* compiled) : compiled_(compiled) {}
Pattern::Pattern(Pattern&& other) noexcept : compiled_(std::exchange(other.compiled_, nullptr)) {}
Pattern& Pattern::operator=(Pattern&& other) noexcept {
  std::swap(compiled_, other.compiled_);
  return *this;
}
Pattern::~Pattern() { delete compiled_; }

std::optional<Pattern> Pattern::compile(std::string_view expression) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::RegexPattern> pattern(icu::RegexPattern::compile(utf16(expression), 0, status));
  if (U_FAILURE(status)) return std::nullopt;
  return Pattern(new Compiled{std::move(pattern)});
}

Match Pattern::match_part_of(std::string_view text, MatchSteps& steps) const {
  UErrorCode status = U_ZERO_ERROR;
  auto source = utf16(text);
  std::unique_ptr<icu::RegexMatcher> matcher(compiled_->pattern->matcher(source, status));
  auto const allowed = std::min(most_steps, steps.left);
  auto left = allowed;
  matcher->setMatchCallback(count_step, &left, status);
  bool const found = matcher->find(status);
  steps.left -= allowed - left;
  if (U_FAILURE(status)) return Match::took_too_long;
  return found ? Match::found : Match::not_found;
}

}  // namespace tebiki::base
