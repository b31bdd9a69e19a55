// Which names can be of one office, corporation or service, and the kinds of services by their national names.
#include "importing/office_rows.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"

namespace tebiki::importing {

namespace {

using Words = std::vector<std::string>;

/// As search keys, the longest first: 訪問リハビリテーション before リハビリテーション.
Words keys_of(std::vector<std::string_view> const& words) {
  Words keys;
  for (std::string_view word : words) keys.push_back(base::search_key(word));
  std::stable_sort(keys.begin(), keys.end(), [](auto const& a, auto const& b) { return a.size() > b.size(); });
  return keys;
}

/// What a service is called within a name.
Words const& service_words() {
  static Words const words = keys_of(
      {"訪問リハビリテーション", "通所リハビリテーション", "訪問リハビリ", "通所リハビリ", "訪問リハ", "通所リハ",
       "デイケア", "デイサービス", "ショートステイ", "ショート", "短期入所療養介護", "短期入所生活介護", "短期入所",
       "訪問入浴介護", "訪問入浴", "訪問看護", "訪問介護", "福祉用具貸与", "特定福祉用具販売", "福祉用具販売",
       "福祉用具レンタル", "レンタル", "貸与", "販売", "福祉用具", "特定福祉用具", "通所介護", "認知症対応型",
       "小規模多機能型居宅介護", "小規模多機能", "看護小規模多機能", "看多機", "夜間対応型", "定期巡回", "随時対応型",
       "介護予防", "予防"});
  return words;
}

/// Words that tell no office from another.
Words const& general_words() {
  static Words const words = keys_of(
      {"リハビリテーション", "リハビリ", "リハ", "センター", "ステーション", "事業所", "事業部", "事業", "サービス",
       "営業所", "指定", "ユニット", "施設", "ホーム", "医療法人", "社会医療法人", "特定医療法人", "社会福祉法人",
       "社団法人", "財団法人", "社団", "財団", "一般", "公益", "公益社団法人", "独立行政法人", "地方独立行政法人",
       "特定非営利活動法人", "npo法人", "株式会社", "有限会社", "合同会社", "合資会社", "(株)", "(有)", "(医)",
       "生活協同組合", "協同組合", "介護老人保健施設", "老人保健施設", "老健", "特別養護老人ホーム", "特養",
       "介護医療院", "介護療養型", "介護付き", "介護付", "有料老人ホーム", "住宅型", "サービス付き高齢者向け住宅",
       "グループホーム", "地域密着型", "介護", "老人", "(", ")", "・", "「", "」", "【", "】", "訪問", "通所", "入所", "巡回",
       "いりょうほうじん", "しゃかいふくしほうじん", "しゃだん", "ざいだん", "かいごろうじんほけんしせつ",
       "ろうじんほけんしせつ", "ろうけん", "とくべつようごろうじんほーむ", "かいごいりょういん", "ほうもん",
       "つうしょ", "たんきにゅうしょ", "りょうようかいご", "かぶしきがいしゃ", "ゆうげんがいしゃ", "じぎょうしょ",
       "していほうもん", "かいご"});
  return words;
}

std::string without(std::string text, Words const& words) {
  for (std::string const& word : words) text = replaced(std::move(text), word, "");
  return text;
}

/// Nothing at all is held by everything, and proves nothing.
bool one_holds_the_other(std::string_view one, std::string_view other) {
  if (one.empty() || other.empty()) return one == other;
  return one.find(other) != one.npos || other.find(one) != other.npos;
}

bool is_only_kana(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    if (base::is_han(base::next_character(name, at))) return false;
  }
  return true;
}

/// A long name in kana and one in kanji: somebody wrote the reading into the cell of the name.
bool one_is_only_read(std::string_view one, std::string_view other) {
  constexpr std::size_t too_long_for_a_name = 12;
  if (is_only_kana(one) == is_only_kana(other)) return false;
  return base::character_count(is_only_kana(one) ? one : other) >= too_long_for_a_name;
}

std::u32string characters(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) result += base::next_character(text, at);
  return result;
}

/// What is left of a name without the words that tell no office from another. A name of nothing but such words is all
/// there is to compare.
std::string core_of(std::string_view name) {
  std::string core = without(without(std::string(name), service_words()), general_words());
  return core.empty() ? std::string(name) : core;
}

/// Without long vowels: きゅーしー and きゅうしー. As it is where hardly anything would be left: あおい.
std::string short_vowels(std::string const& text) {
  constexpr std::size_t enough = 2;
  std::string shorter = text;
  for (std::string_view vowel : {"ー", "-", "う", "お", "い", "え", "あ"}) {
    shorter = replaced(std::move(shorter), vowel, "");
  }
  return base::character_count(shorter) < enough ? text : shorter;
}

/// In the order of their codes, 110 to 780.
constexpr std::array<std::string_view, 29> kinds = {
    "訪問介護",
    "訪問入浴介護",
    "訪問看護",
    "訪問リハビリテーション",
    "居宅療養管理指導",
    "通所介護",
    "療養通所介護",
    "通所リハビリテーション",
    "福祉用具貸与",
    "短期入所生活介護",
    "短期入所療養介護",
    "認知症対応型共同生活介護",
    "特定施設入居者生活介護",
    "地域密着型特定施設入居者生活介護",
    "特定福祉用具販売",
    "居宅介護支援",
    "介護予防支援",
    "介護老人福祉施設",
    "介護老人保健施設",
    "介護療養型医療施設",
    "地域密着型介護老人福祉施設入所者生活介護",
    "介護医療院",
    "夜間対応型訪問介護",
    "認知症対応型通所介護",
    "小規模多機能型居宅介護",
    "定期巡回・随時対応型訪問介護看護",
    "看護小規模多機能型居宅介護",
    "地域密着型通所介護",
    "複合型サービス",
};

/// Without what stands in brackets (the kind of house) and without 指定.
std::string plain_key(std::string_view name) {
  std::string key = base::search_key(name);
  key.resize(std::min(key.size(), key.find('(')));
  constexpr std::string_view designated = "指定";
  if (key.starts_with(designated)) key.erase(0, designated.size());
  return key;
}

}  // namespace

bool names_a_service(std::string_view name) {
  std::string const key = base::search_key(name);
  return std::any_of(service_words().begin(), service_words().end(),
                     [&](std::string const& word) { return key.find(word) != key.npos; });
}

bool are_one_name(std::string_view one, std::string_view other) {
  if (one_holds_the_other(one, other) || one_is_only_read(one, other)) return true;
  return one_holds_the_other(core_of(one), core_of(other));
}

bool are_one_reading(std::string_view one, std::string_view other) {
  constexpr std::size_t slips = 3;
  auto const plain = [](std::string_view reading) { return replaced(std::string(reading), "・", ""); };
  if (are_one_name(plain(one), plain(other))) return true;
  std::string const a = short_vowels(core_of(plain(one)));
  std::string const b = short_vowels(core_of(plain(other)));
  bool const long_enough = std::min(a.size(), b.size()) > 4 * slips * 3;  // of kana of three bytes
  if (one_holds_the_other(a, b)) return true;
  std::size_t const allowed = long_enough ? slips : 1;
  return base::edit_distance(characters(a), characters(b), allowed + 1, base::Swaps::two_slips) <= allowed;
}

bool names_a_corporation(std::string_view name) {
  constexpr std::string_view forms[] = {"法人", "会社", "組合", "㈱", "㈲", "(株)", "(有)", "（株）", "（有）", "協会"};
  bool const form = std::any_of(std::begin(forms), std::end(forms),
                                [&](std::string_view mark) { return name.find(mark) != name.npos; });
  return form || name.ends_with("市") || name.ends_with("町") || name.ends_with("村") || name.ends_with("県");
}

bool are_one_corporation(std::string_view one, std::string_view other) {
  return are_one_name(one, other) || names_a_corporation(one) != names_a_corporation(other);
}

std::optional<ServiceKind> service_kind(std::string_view national_name) {
  std::string key = plain_key(national_name);
  if (key == "地域密着型介護老人福祉施設") key += "入所者生活介護";
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (base::search_key(kinds[i]) == key) return ServiceKind{std::string(kinds[i]), i};
  }
  return std::nullopt;
}

}  // namespace tebiki::importing
