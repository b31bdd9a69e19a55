#include "pdf/text/writing_systems.hpp"

#include <hb.h>

#include <map>

namespace tebiki::pdf {

base::Message const* complex_writing_system(char32_t character) {
  static std::map<hb_script_t, base::Message> const names = {
      {HB_SCRIPT_ARABIC, {"アラビア文字", "Arabic"}},
      {HB_SCRIPT_HEBREW, {"ヘブライ文字", "Hebrew"}},
      {HB_SCRIPT_SYRIAC, {"シリア文字", "Syriac"}},
      {HB_SCRIPT_THAANA, {"ターナ文字", "Thaana"}},
      {HB_SCRIPT_NKO, {"ンコ文字", "N'Ko"}},
      {HB_SCRIPT_DEVANAGARI, {"デーヴァナーガリー文字（ヒンディー語、ネパール語など）", "Devanagari"}},
      {HB_SCRIPT_BENGALI, {"ベンガル文字", "Bengali"}},
      {HB_SCRIPT_GURMUKHI, {"グルムキー文字", "Gurmukhi"}},
      {HB_SCRIPT_GUJARATI, {"グジャラート文字", "Gujarati"}},
      {HB_SCRIPT_ORIYA, {"オリヤー文字", "Odia"}},
      {HB_SCRIPT_TAMIL, {"タミル文字", "Tamil"}},
      {HB_SCRIPT_TELUGU, {"テルグ文字", "Telugu"}},
      {HB_SCRIPT_KANNADA, {"カンナダ文字", "Kannada"}},
      {HB_SCRIPT_MALAYALAM, {"マラヤーラム文字", "Malayalam"}},
      {HB_SCRIPT_SINHALA, {"シンハラ文字", "Sinhala"}},
      {HB_SCRIPT_THAI, {"タイ文字", "Thai"}},
      {HB_SCRIPT_LAO, {"ラオス文字", "Lao"}},
      {HB_SCRIPT_TIBETAN, {"チベット文字", "Tibetan"}},
      {HB_SCRIPT_MYANMAR, {"ミャンマー文字", "Myanmar"}},
      {HB_SCRIPT_KHMER, {"クメール文字", "Khmer"}},
      {HB_SCRIPT_MONGOLIAN, {"モンゴル文字", "Mongolian"}},
      {HB_SCRIPT_BALINESE, {"バリ文字", "Balinese"}},
      {HB_SCRIPT_JAVANESE, {"ジャワ文字", "Javanese"}},
  };
  if (character < 0x590) return nullptr;
  auto found = names.find(hb_unicode_script(hb_unicode_funcs_get_default(), character));
  return found == names.end() ? nullptr : &found->second;
}

}  // namespace tebiki::pdf
