#pragma once
#include <optional>
#include <string_view>

#include "loading/records/field_formats.hpp"

/// How people and places are reached: each function says what is wrong with a text, or nothing.
namespace tebiki::loading {

/// Japanese numbers of 10 or 11 digits with hyphens or brackets, short ones (119, #7119), +81; 内線 may follow.
std::optional<FormatMistake> telephone_mistake(std::string_view text);
std::optional<FormatMistake> email_mistake(std::string_view text);
/// http, https, mailto and tel only.
std::optional<FormatMistake> uri_mistake(std::string_view text);
/// 254-0043.
std::optional<FormatMistake> postal_code_mistake(std::string_view text);

}  // namespace tebiki::loading
