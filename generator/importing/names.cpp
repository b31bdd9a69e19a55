#include "importing/names.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "importing/reading.hpp"
#include "support/unicode.hpp"

namespace tebiki::importing {

namespace {

using Words = std::vector<std::string>;

/// As search keys, the longest first: 訪問リハビリテーション before リハビリテーション.
Words keys_of(std::vector<std::string_view> const& words) {
  Words keys;
  for (std::string_view word : words) keys.push_back(support::search_key(word));
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
       "グループホーム", "地域密着型", "介護", "老人", "(", ")", "・", "「", "」", "訪問", "通所", "入所", "巡回",
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

bool one_holds_the_other(std::string_view one, std::string_view other) {
  return one.find(other) != one.npos || other.find(one) != other.npos;
}

/// Without long vowels: きゅーしー and きゅうしー.
std::string short_vowels(std::string text) {
  for (std::string_view vowel : {"ー", "-", "う", "お", "い", "え", "あ"}) {
    text = replaced(std::move(text), vowel, "");
  }
  return text;
}

}  // namespace

bool names_a_service(std::string_view name) {
  std::string const key = support::search_key(name);
  return std::any_of(service_words().begin(), service_words().end(),
                     [&](std::string const& word) { return key.find(word) != key.npos; });
}

bool are_one_name(std::string_view one, std::string_view other) {
  if (one_holds_the_other(one, other)) return true;
  auto const core = [](std::string_view name) {
    return without(without(std::string(name), service_words()), general_words());
  };
  return one_holds_the_other(core(one), core(other));
}

bool are_one_reading(std::string_view one, std::string_view other) {
  auto const plain = [](std::string_view reading) { return replaced(std::string(reading), "・", ""); };
  if (are_one_name(plain(one), plain(other))) return true;
  auto const core = [&](std::string_view reading) {
    return short_vowels(without(without(plain(reading), service_words()), general_words()));
  };
  return one_holds_the_other(core(one), core(other));
}

}  // namespace tebiki::importing
