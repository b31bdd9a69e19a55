// Folding, collation and line breaking.
#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/failure.hpp"
#include "base/kanji_variants.hpp"
#include "base/memory.hpp"
#include "base/unicode.hpp"

namespace tebiki::base {
namespace {

void require(UErrorCode status) {
  if (U_FAILURE(status)) {
    rule_out_lack_of_memory();
    throw Failure({std::string("ICU の処理に失敗しました: ") + u_errorName(status),
                   std::string("ICU failed: ") + u_errorName(status)});
  }
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), std::int32_t(text.size())));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

char32_t hiragana_of(char32_t c) { return (c >= 0x30A1 && c <= 0x30F6) ? c - 0x60 : c; }

bool is_hyphen(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D || c == 0xFE63;
}

/// ヶ and ヵ are read as ケ and カ.
char32_t folded_character(char32_t c) {
  if (is_hyphen(c)) return U'-';
  c = hiragana_of(char32_t(u_foldCase(UChar32(c), U_FOLD_CASE_DEFAULT)));
  return c == U'ゕ' ? U'か' : c == U'ゖ' ? U'け' : usual_kanji(c);
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

}  // namespace

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

std::string hiragana(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) append_utf8(out, hiragana_of(next_character(text, i)));
  return out;
}

std::string search_key(std::string_view text) {
  auto folded = nfkc(text);
  std::string out;
  for (std::size_t i = 0; i < folded.size();) {
    auto c = next_character(folded, i);
    if (u_isUWhiteSpace(UChar32(c)) || u_hasBinaryProperty(UChar32(c), UCHAR_VARIATION_SELECTOR)) continue;
    append_utf8(out, folded_character(c));
  }
  return out;
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

std::string_view kana_row(std::string_view reading) {
  struct Row {
    char32_t first;
    std::string_view head;
  };
  static constexpr std::array<Row, 10> rows{{{U'ぁ', "あ"},
                                             {U'か', "か"},
                                             {U'さ', "さ"},
                                             {U'た', "た"},
                                             {U'な', "な"},
                                             {U'は', "は"},
                                             {U'ま', "ま"},
                                             {U'ゃ', "や"},
                                             {U'ら', "ら"},
                                             {U'ゎ', "わ"}}};
  auto folded = nfkc(trimmed(reading));
  if (folded.empty()) return "他";
  std::size_t offset = 0;
  auto c = hiragana_of(next_character(folded, offset));
  if (c == U'ゔ') return "あ";
  if (c < U'ぁ' || c > U'ゖ') return "他";
  if (c == U'ゕ' || c == U'ゖ') return "か";
  auto after =
      std::upper_bound(rows.begin(), rows.end(), c, [](char32_t value, Row const& row) { return value < row.first; });
  return std::prev(after)->head;
}

std::vector<std::uint32_t> line_breaks(std::string_view text, LineBreaking style) {
  std::vector<std::uint32_t> result;
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), std::int64_t(text.size()), &status);
  require(status);
  auto& breaker = line_breaker(style);
  breaker.setText(&source, status);
  for (auto at = breaker.first(); at != icu::BreakIterator::DONE; at = breaker.next()) {
    if (at > 0 && std::size_t(at) < text.size()) result.push_back(std::uint32_t(at));
  }
  utext_close(&source);
  require(status);
  return result;
}

}  // namespace tebiki::base
