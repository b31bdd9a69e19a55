#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tebiki::model {

/// Times of day in one form, from a text that holds nothing else: 9時半 → 9:30, 午後1時30分 → 13:30, 9時〜17時 and
/// 9:00-17:00 → 9:00〜17:00, 9:00～12:00，13時から17時 → 9:00〜12:00、13:00〜17:00, Excel's 0.375 → 9:00.
/// Nothing when there are other words or a time that does not exist.
std::optional<std::string> hours_as_written(std::string_view text);

/// One range of opening and closing time, each of which may be missing or in any form; of several at once
/// (9:00、13:00 and 12:00、17:00) each with its own.
std::string joined_hours(std::string_view opening, std::string_view closing);

}  // namespace tebiki::model
