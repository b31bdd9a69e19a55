#include "pdf/fonts/characters.hpp"

#include <hb.h>

#include <map>

#include "base/unicode.hpp"

namespace tebiki::pdf {

namespace {

bool joins_previous(char32_t c) {
  if (c < 0x300) return false;
  if (is_invisible(c)) return true;
  auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
  return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

}  // namespace

bool TextClusters::next(TextCluster& cluster) {
  if (at_ >= text_.size()) return false;
  cluster.offset = std::uint32_t(at_);
  cluster.characters.assign(1, base::next_character(text_, at_));
  while (at_ < text_.size()) {
    std::size_t after = at_;
    char32_t mark = base::next_character(text_, after);
    if (!joins_previous(mark)) break;
    cluster.characters += mark;
    at_ = after;
  }
  return true;
}

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
