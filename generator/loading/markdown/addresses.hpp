#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tebiki::loading {

/// `%E5%B9%B3` decoded; a `%` that begins no escape stays.
std::string percent_decoded(std::string_view text);
/// The scheme that a browser would see, lower case: it passes over control characters and blanks, and what is
/// percent-encoded is decoded to be on the safe side. Nothing for a relative address.
std::optional<std::string> scheme_of(std::string_view address);
/// A blank or control character, which no address holds.
bool holds_blanks(std::string_view address);
/// The `ref:` name that a path of a content file or web page stands for: `../pages/scenes/daily.md` → `scenes/daily`.
std::string reference_name(std::string_view path);

}  // namespace tebiki::loading
