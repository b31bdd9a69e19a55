#pragma once
#include <optional>
#include <string_view>

#include "loading/records/field_formats.hpp"

namespace tebiki::loading {

/// What is wrong with a text that should be a day in ISO form; nothing when all is well. One that people write in
/// another form (平2.10.17) is told with its ISO form, an impossible one as what it is.
std::optional<FormatMistake> date_mistake(std::string_view text);

}  // namespace tebiki::loading
