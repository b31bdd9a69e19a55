#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "loading/records/field_formats.hpp"

/// Days and times of day.
namespace tebiki::loading {

std::optional<FormatMistake> date_mistake(std::string_view text);
/// Tolerant: `9:00-17:00`, `月〜金 8:30〜17:15（祝日を除く）`, `24時間`; refuses times that do not exist.
std::optional<FormatMistake> hours_mistake(std::string_view text);
/// `2026/4/1`, `2026年4月1日(水)`, `令和8年4月1日` or `R8.4.1` as 2026-04-01; nothing when it is no such day.
std::optional<std::string> iso_date(std::string_view text);

}  // namespace tebiki::loading
