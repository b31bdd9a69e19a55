#include <unicode/uchar.h>

#include "base/unicode.hpp"

namespace tebiki::base {

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

bool never_begins_a_line(char32_t character) {
  constexpr std::u32string_view set =
      U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーゝゞヽヾ々〻、。，．・：；！？」』）］｝〕〉》】〗〙";
  return set.find(character) != set.npos;
}

}  // namespace tebiki::base
