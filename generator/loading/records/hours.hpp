#pragma once
#include <optional>
#include <string_view>

#include "loading/records/field_formats.hpp"

namespace tebiki::loading {

/// Tolerant: `9:00-17:00`, `月〜金 8:30〜17:15（祝日を除く）`, `24時間`; refuses times that do not exist.
std::optional<FormatMistake> hours_mistake(std::string_view text);

}  // namespace tebiki::loading
