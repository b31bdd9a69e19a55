// Of Japanese: kinds of characters, what two spellings of a text share, and the eras of its calendar.
#include <unicode/calendar.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"

namespace tebiki::base {
namespace {

using Pair = std::pair<char32_t, char32_t>;

constexpr Pair from_unihan[] = {
#include "base/kanji_variants.inc"
};

/// Forms that Unihan does not relate, or relates to another word of Japanese: former forms of 常用漢字表 (1981, 2010),
/// the 29 simplified forms that JIS C 6226 introduced in 1983, and forms that are common in names of people and places.
constexpr std::u32string_view corrections =
    U"壓圧圍囲隱隠營営驛駅歐欧毆殴穩穏假仮繪絵擴拡殼殻覺覚學学嶽岳勸勧歡歓罐缶觀観關関顏顔歸帰犧犠據拠擧挙挾挟區区驅駆"
    U"徑径溪渓經経繼継"
    U"莖茎螢蛍輕軽缺欠權権鑛鉱濟済齋斎劑剤參参慘惨棧桟殘残絲糸齒歯舍舎寫写釋釈肅粛繩縄壤壌觸触圖図隨随髓髄數数樞枢淺浅"
    U"踐践錢銭總総聰聡"
    U"續続墮堕對対擇択澤沢遲遅黨党當当鬭闘讀読惱悩腦脳廢廃麥麦發発蠻蛮甁瓶邊辺辨弁辯弁瓣弁豐豊沒没滿満譯訳豫予餘余譽誉"
    U"獵猟勵励靈霊齡齢"
    U"勞労樓楼灣湾壹壱貳弐濱浜濵浜淸清靑青內内閱閲麵麺"
    U"唖啞焔焰鴎鷗噛嚙侠俠躯軀鹸鹼麹麴屡屢繋繫蒋蔣醤醬蝉蟬掻搔騨驒箪簞掴摑填塡顛顚涜瀆嚢囊溌潑醗醱頬頰莱萊蝋蠟攅攢剥剝"
    U"叱𠮟"
    U"﨑崎嵜崎碕崎㟢崎𥔎崎陭崎邉辺舘館嶌島桒桑曻昇靏鶴靍鶴舩船舖舗栅柵渕淵渊淵頴穎篭籠侭儘莵兎薮藪籔藪桺柳槗橋𣘺橋廏厩"
    U"斈学埀垂"
    U"壷壺躰体枩松枀松蘒萩穐秋麪麺諌諫靭靱賎賤烟煙迹跡个個棊棋盌椀𫜸𠮟";

/// Words of their own in Japanese, whatever else they are in China: 籐 is no 藤, 鯰 no 鮎.
constexpr std::u32string_view own_words = U"籐鯰卍澳孀蕈肆仟于箴愿姆厶咨荐荅挂侚伭寨楞瓷忻洤澹泛炮亲";

/// Sorted by variant.
std::vector<Pair> made_table() {
  std::vector<Pair> table;
  for (std::size_t i = 0; i + 1 < corrections.size(); i += 2) table.emplace_back(corrections[i], corrections[i + 1]);
  for (auto word : own_words) table.emplace_back(word, word);
  table.insert(table.end(), std::begin(from_unihan), std::end(from_unihan));
  auto const by_variant = [](Pair const& one, Pair const& other) { return one.first < other.first; };
  std::stable_sort(table.begin(), table.end(), by_variant);  // the corrections stay before what they correct
  auto const same = [](Pair const& one, Pair const& other) { return one.first == other.first; };
  table.erase(std::unique(table.begin(), table.end(), same), table.end());
  std::erase_if(table, [](Pair const& pair) { return pair.first == pair.second; });
  return table;
}

std::vector<Pair> const& table() {
  static auto const made = made_table();
  return made;
}

char32_t hiragana_of(char32_t c) { return (c >= 0x30A1 && c <= 0x30F6) ? c - 0x60 : c; }

/// ヶ and ヵ are read as ケ and カ.
char32_t folded_character(char32_t c) {
  if (is_hyphen(c)) return U'-';
  c = hiragana_of(char32_t(u_foldCase(UChar32(c), U_FOLD_CASE_DEFAULT)));
  return c == U'ゕ' ? U'か' : c == U'ゖ' ? U'け' : usual_kanji(c);
}

}  // namespace

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
  bool const possible = (character >= 0x3000 && character <= 0x30FF) || character >= 0xFF00;
  return possible && set.find(character) != set.npos;
}

char32_t usual_kanji(char32_t character) {
  if (character < 0x3400) return character;
  auto const before = [](Pair const& pair, char32_t c) { return pair.first < c; };
  auto const found = std::lower_bound(table().begin(), table().end(), character, before);
  return found != table().end() && found->first == character ? found->second : character;
}

std::string folding_table(std::vector<std::string_view> const& folded_texts) {
  constexpr char32_t first_kanji = 0x3400, beyond_unicode = 0x110000;
  constexpr char first_byte_of_kanji = '\xE3';
  std::vector<bool> occurring(beyond_unicode);
  for (auto const text : folded_texts) {
    for (std::size_t at = 0; at < text.size();) {
      if (static_cast<unsigned char>(text[at]) < static_cast<unsigned char>(first_byte_of_kanji))
        ++at;
      else
        occurring[next_character(text, at)] = true;
    }
  }
  std::string pairs;
  for (char32_t c = 0x80; c < first_kanji; ++c) {
    auto const folded = folded_character(c);
    if (folded == char32_t(u_foldCase(UChar32(c), U_FOLD_CASE_DEFAULT))) continue;
    append_utf8(pairs, c);
    append_utf8(pairs, folded);
  }
  for (auto const& [variant, usual] : table()) {
    if (!occurring[usual]) continue;
    append_utf8(pairs, variant);
    append_utf8(pairs, usual);
  }
  return pairs;
}

bool is_hyphen(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x207B || c == 0x208B || c == 0xFE58 ||
         c == 0xFE63 || c == 0xFF0D;
}

bool is_hyphen_between_digits(char32_t c) { return is_hyphen(c) || c == U'ー' || c == U'ｰ' || c == U'─' || c == U'━'; }

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return digits;
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

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

/// Asks ICU's Japanese calendar about days.
class IcuCalendar {
 public:
  IcuCalendar() : locale_("ja_JP@calendar=japanese") {
    UErrorCode status = U_ZERO_ERROR;
    auto utc = icu::TimeZone::createTimeZone("UTC");
    calendar_.reset(icu::Calendar::createInstance(utc, locale_, status));
    if (U_FAILURE(status)) throw Failure({"ICU の和暦を使えません。", "ICU's Japanese calendar is not available."});
  }

  int era_number(sys_days day) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_->setTime(milliseconds(day), status);
    return calendar_->get(UCAL_ERA, status);
  }

  /// The day's era in a pattern of CLDR: GGGG 令和, GGGGG R.
  std::string era_name(sys_days day, char const* pattern) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::SimpleDateFormat format(pattern, locale_, status);
    format.setTimeZone(calendar_->getTimeZone());
    icu::UnicodeString name;
    std::string utf8;
    format.format(milliseconds(day), name);
    return name.toUTF8String(utf8);
  }

 private:
  static UDate milliseconds(sys_days day) { return UDate(day.time_since_epoch().count()) * 24 * 60 * 60 * 1000; }

  icu::Locale locale_;
  std::unique_ptr<icu::Calendar> calendar_;
};

constexpr sys_days before_meiji = year(1868) / 1 / 1;
constexpr sys_days far_ahead = year(2200) / 1 / 1;

/// Eras are numbered in their order, so the first day of one is found by halving.
sys_days first_day_of(int number, IcuCalendar& calendar) {
  auto before = before_meiji, in_it = far_ahead;
  while (in_it - before > days(1)) {
    auto const middle = before + (in_it - before) / 2;
    (calendar.era_number(middle) < number ? before : in_it) = middle;
  }
  return in_it;
}

std::vector<JapaneseEra> read_eras() {
  IcuCalendar calendar;
  std::vector<JapaneseEra> eras;
  auto const newest = calendar.era_number(far_ahead);
  for (auto number = calendar.era_number(before_meiji) + 1; number <= newest; ++number) {
    auto const first = first_day_of(number, calendar);
    if (!eras.empty()) eras.back().last = first - days(1);
    eras.push_back({calendar.era_name(first, "GGGG"), calendar.era_name(first, "GGGGG"), first, std::nullopt});
  }
  return eras;
}

}  // namespace

int JapaneseEra::gregorian(int year_of_era) const {
  return int(std::chrono::year_month_day(first).year()) + year_of_era - 1;
}

std::vector<JapaneseEra> const& japanese_eras() {
  static std::vector<JapaneseEra> const eras = read_eras();
  return eras;
}

JapaneseEra const* japanese_era_on(sys_days day) {
  auto const& eras = japanese_eras();
  auto after = std::upper_bound(eras.begin(), eras.end(), day,
                                [](sys_days wanted, JapaneseEra const& era) { return wanted < era.first; });
  return after == eras.begin() ? nullptr : &*std::prev(after);
}

}  // namespace tebiki::base
