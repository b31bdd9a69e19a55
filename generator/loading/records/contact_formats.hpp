#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "loading/records/field_formats.hpp"

/// How people and places are reached: each function says what is wrong with a text, or nothing.
namespace tebiki::loading {

/// Japanese numbers of 10 or 11 digits with hyphens or brackets, short ones (119, #7119), +81; 内線 may follow.
std::optional<FormatMistake> telephone_mistake(std::string_view text);
/// The telephone number that a text in full-width characters or with odd hyphens stands for; nothing when it is none.
std::optional<std::string> plain_telephone(std::string_view text);
std::optional<FormatMistake> email_mistake(std::string_view text);
/// http, https, mailto and tel only.
std::optional<FormatMistake> uri_mistake(std::string_view text);
/// 254-0043.
std::optional<FormatMistake> postal_code_mistake(std::string_view text);
/// 254-0043 of 〒２５４−００４３ or 2540043; nothing when it is no postal code.
std::optional<std::string> plain_postal_code(std::string_view text);

}  // namespace tebiki::loading
