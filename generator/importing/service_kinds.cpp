#include "importing/service_kinds.hpp"

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace tebiki::importing {

namespace {

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

std::optional<ServiceKind> service_kind(std::string_view national_name) {
  std::string key = plain_key(national_name);
  if (key == "地域密着型介護老人福祉施設") key += "入所者生活介護";
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (base::search_key(kinds[i]) == key) return ServiceKind{std::string(kinds[i]), i};
  }
  return std::nullopt;
}

}  // namespace tebiki::importing
