#pragma once
#include <string>
#include <string_view>

namespace tebiki::base {

/// The form of a Chinese character that is usual in Japan: 高 for 髙, 崎 for 﨑, 吉 for 𠮷; otherwise the character
/// itself. For finding only: a name is shown as it is written. Two usual characters are never one.
/// Source: the Unicode Han Database (`kanji_variants.cmake` says which of its fields) and corrections.
char32_t usual_kanji(char32_t character);

/// Every variant whose usual form the text holds, each followed by that form: 髙高﨑崎. For a script that folds what
/// is searched for as `search_key` folded the text. Linear in the text and in the table.
std::string kanji_variants_of(std::string_view folded_text);

}  // namespace tebiki::base
