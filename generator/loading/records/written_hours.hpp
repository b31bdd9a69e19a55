#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/field_value.hpp"

namespace tebiki::loading {

constexpr int minutes_of_day = 24 * 60;
constexpr int noon = minutes_of_day / 2;

/// Times that stand alone in a text: 9時半 → 9:30, 午後1時30分 → 13:30, 9時〜17時 and 9:00-17:00 → 9:00〜17:00,
/// 9:00～12:00，13時から17時 → 9:00〜12:00、13:00〜17:00, 21:00〜翌6:00, Excel's 0.375 → 9:00.
/// Nothing when there are other words or a time that does not exist.
std::optional<model::Hours> hours_in(std::string_view text);

/// The end of a range in minutes: one that begins after noon and ends earlier than it begins ends on the next day
/// (17:00〜9:00).
std::int16_t until_after(std::int16_t from, std::int16_t until);

}  // namespace tebiki::loading
