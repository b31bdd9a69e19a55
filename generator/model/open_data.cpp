// The columns of the standards, in their order: 推奨データセット as the government's digital agency gives them,
// 自治体標準オープンデータセット with its common block, of events as municipalities publish them.
#include "model/open_data.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.hpp"

namespace tebiki::model {
namespace {

using enum OpenDataColumn::Content;
using Columns = std::vector<OpenDataColumn>;

// Headings with commas between, as files have them.
constexpr std::string_view recommended_medical =
    "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所,方書,緯度,"
    "経度,電話番号,内線番号,FAX番号,法人番号,法人の名称,医療機関コード,診療曜日,診療開始時間,診療終了時間,"
    "診療日時特記事項,時間外における対応,診療科目,病床数,URL,備考";
constexpr std::string_view municipal_medical =
    "全国地方公共団体コード,ID,地方公共団体名,名称,名称_カナ,医療機関の種類,所在地_全国地方公共団体コード,"
    "町字ID,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,建物名等(方書),緯度,"
    "経度,電話番号,内線番号,FAX番号,法人番号,法人の名称,医療機関コード,診療曜日,診療開始時間,診療終了時間,"
    "診療日時特記事項,時間外における対応,診療科目,病床数,URL,備考";
constexpr std::string_view recommended_care =
    "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,介護サービス事業所名称,"
    "介護サービス事業所名称_カナ,実施サービス,住所,方書,緯度,経度,電話番号,内線番号,FAX番号,法人番号,"
    "法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL,備考";
constexpr std::string_view municipal_care =
    "全国地方公共団体コード,ID,地方公共団体名,介護サービス事業所名称,介護サービス事業所名称_カナ,実施サービス,"
    "所在地_全国地方公共団体コード,町字ID,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,"
    "所在地_番地以下,建物名等(方書),緯度,経度,電話番号,内線番号,FAX番号,法人番号,法人の名称,事業所番号,"
    "利用可能曜日,利用可能曜日特記事項,定員,URL,備考";
constexpr std::string_view recommended_events =
    "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,イベント名,イベント名_カナ,イベント名_英語,"
    "開始日,終了日,開始時間,終了時間,開始日時特記事項,説明,料金(基本),料金(詳細),連絡先名称,連絡先電話番号,"
    "連絡先内線番号,主催者,場所名称,住所,方書,緯度,経度,アクセス方法,駐車場情報,定員,参加申込終了日,"
    "参加申込終了時間,参加申込方法,URL,備考";
constexpr std::string_view municipal_events =
    "全国地方公共団体コード,法人番号,ID,地方公共団体名,イベント名,言語コード,イベント通称,サブタイトル,"
    "イベント名_カナ,イベント名_英語,コンテンツURL,状態,キーワード,タグ,対象となる産業,開催パターン,開始日,"
    "終了日,開始時間,終了時間,開始日時特記事項,所要時間,掲載開始日,掲載終了日,概要,説明,サブイベント,"
    "イベント種類,料金(基本),料金(詳細),連絡先名称,連絡先電話番号,連絡先内線番号,主催者,共催団体,関連組織,"
    "対象者,対象者備考,場所名称,集合（受付）場所,所在地_全国地方公共団体コード,町字ID,所在地_連結表記,"
    "所在地_都道府県,所在地_市区町村,所在地_町字,所在地_番地以下,建物名等(方書),緯度,経度,アクセス方法,"
    "駐車場情報,駐車場料金,駐輪場情報,Web開催,Web開催URL,ツール・環境,定員,定員備考,料金種別,決済種別,"
    "外国語対応,外国語対応備考,開催条件,参加申込終了日,参加申込終了時間,参加申込方法,申込開始日,申込開始時刻,"
    "申込URL,URL,授乳室,おむつ替えコーナー,飲食可否,ベビーカー貸出,ベビーカー利用,画像,画像_ライセンス,備考,"
    "イベントジャンル";

/// Columns that do not take words as they are.
constexpr std::array<OpenDataColumn, 27> contents = {{{"都道府県コード又は市区町村コード", code},
                                                      {"全国地方公共団体コード", code},
                                                      {"所在地_全国地方公共団体コード", code},
                                                      {"NO", id},
                                                      {"ID", id},
                                                      {"都道府県名", prefecture},
                                                      {"所在地_都道府県", prefecture},
                                                      {"市区町村名", municipality},
                                                      {"地方公共団体名", municipality},
                                                      {"所在地_市区町村", municipality},
                                                      {"名称_カナ", katakana},
                                                      {"介護サービス事業所名称_カナ", katakana},
                                                      {"イベント名_カナ", katakana},
                                                      {"医療機関の種類", several},
                                                      {"実施サービス", several},
                                                      {"診療科目", several},
                                                      {"キーワード", several},
                                                      {"タグ", several},
                                                      {"診療開始時間", clock},
                                                      {"診療終了時間", clock},
                                                      {"開始時間", clock},
                                                      {"終了時間", clock},
                                                      {"参加申込終了時間", clock},
                                                      {"申込開始時刻", clock},
                                                      {"診療日時特記事項", note},
                                                      {"利用可能曜日特記事項", note},
                                                      {"開始日時特記事項", note}}};

Columns columns_in(std::string_view headings) {
  Columns columns;
  while (!headings.empty()) {
    auto const comma = std::min(headings.find(','), headings.size());
    auto const heading = headings.substr(0, comma);
    auto const known = std::find_if(contents.begin(), contents.end(),
                                    [&](OpenDataColumn const& column) { return column.heading == heading; });
    columns.push_back(known == contents.end() ? OpenDataColumn{heading} : *known);
    headings.remove_prefix(std::min(comma + 1, headings.size()));
  }
  return columns;
}

/// By data set and standard, in the order of their enums.
std::array<std::array<Columns, 2>, 3> all_columns() {
  return {{{columns_in(recommended_medical), columns_in(municipal_medical)},
           {columns_in(recommended_care), columns_in(municipal_care)},
           {columns_in(recommended_events), columns_in(municipal_events)}}};
}

/// What the two standards call otherwise, the recommended one first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> renamed = {
    {{"住所", "所在地_連結表記"}, {"方書", "建物名等(方書)"}}};

/// By the first two digits of a code, from 01.
constexpr std::array<std::string_view, 47> prefectures = {
    "北海道", "青森県", "岩手県", "宮城県",   "秋田県", "山形県",   "福島県", "茨城県", "栃木県", "群馬県",
    "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県",   "石川県", "福井県", "山梨県", "長野県",
    "岐阜県", "静岡県", "愛知県", "三重県",   "滋賀県", "京都府",   "大阪府", "兵庫県", "奈良県", "和歌山県",
    "鳥取県", "島根県", "岡山県", "広島県",   "山口県", "徳島県",   "香川県", "愛媛県", "高知県", "福岡県",
    "佐賀県", "長崎県", "熊本県", "大分県",   "宮崎県", "鹿児島県", "沖縄県"};

}  // namespace

std::vector<OpenDataSetEntry> const& open_data_sets() {
  static std::vector<OpenDataSetEntry> const sets = {{OpenDataSet::medical, "medical", "医療機関一覧"},
                                                     {OpenDataSet::care, "care", "介護サービス事業所一覧"},
                                                     {OpenDataSet::events, "events", "イベント一覧"}};
  return sets;
}

std::vector<OpenDataStandardEntry> const& open_data_standards() {
  static std::vector<OpenDataStandardEntry> const standards = {
      {OpenDataStandard::recommended, "recommended", "推奨データセット"},
      {OpenDataStandard::municipal, "municipal", "自治体標準オープンデータセット"}};
  return standards;
}

std::vector<OpenDataColumn> const& open_data_columns(OpenDataSet set, OpenDataStandard standard) {
  static auto const all = all_columns();
  return all[std::size_t(set)][std::size_t(standard)];
}

std::string_view heading_in(OpenDataStandard standard, std::string_view heading) {
  for (auto const& [recommended, municipal] : renamed) {
    if (heading == recommended || heading == municipal)
      return standard == OpenDataStandard::municipal ? municipal : recommended;
  }
  return heading;
}

std::vector<std::string> export_headings(OpenDataSet set) {
  std::vector<std::string> headings;
  for (auto const& of : open_data_standards()) {
    for (auto const& column : open_data_columns(set, of.standard)) {
      bool const known = std::find(headings.begin(), headings.end(), column.heading) != headings.end();
      if (column.is_for_fields() && !known) headings.emplace_back(column.heading);
    }
  }
  return headings;
}

char check_digit(std::string_view five) {
  int sum = 0;
  for (std::size_t i = 0; i < 5; ++i) sum += (five[i] - '0') * (6 - static_cast<int>(i));
  return static_cast<char>('0' + (11 - sum % 11) % 10);
}

std::optional<std::string> parse_municipality_code(std::string_view text) {
  auto code = base::nfkc(base::trimmed(text));
  bool const digits = std::all_of(code.begin(), code.end(), base::is_digit);
  if (!digits || (code.size() != 5 && code.size() != 6)) return std::nullopt;
  auto const check = check_digit(code);
  if (code.size() == 5) code += check;
  if (code[5] != check || code.substr(2, 3) == "000" || prefecture_of(code).empty()) return std::nullopt;
  return code;
}

std::string_view prefecture_of(std::string_view code) {
  if (code.size() < 2 || !base::is_digit(code[0]) || !base::is_digit(code[1])) return {};
  auto const number = std::size_t(code[0] - '0') * 10 + std::size_t(code[1] - '0');
  return number >= 1 && number <= prefectures.size() ? prefectures[number - 1] : std::string_view();
}

std::vector<std::string> const& schema_org_types() {
  static std::vector<std::string> const types = {
      "MedicalClinic", "Hospital", "Pharmacy", "Dentist",        "MedicalOrganization", "LocalBusiness",
      "TaxiService",   "NGO",      "Event",    "EducationEvent", "GovernmentOffice",    "Organization",
      "VideoObject",   "FAQPage",  "Article",  "NewsArticle"};
  return types;
}

}  // namespace tebiki::model
