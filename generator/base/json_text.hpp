#pragma once
#include <string>
#include <string_view>

namespace tebiki::base {

/// `text` as a JSON string with its quotes (RFC 8259 §7). Also safe inside an HTML script element: `<` is escaped.
std::string json_string(std::string_view text);

}  // namespace tebiki::base
