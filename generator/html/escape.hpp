#pragma once
#include <string>
#include <string_view>

namespace tebiki::html {

/// Appends text so that it is text in an element and in a quoted attribute alike (HTML Standard, 13.1).
/// Control characters that HTML forbids are left out.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

/// Appends a path for `href` and `src`: everything but unreserved characters and `/` becomes %XX (RFC 3986).
void append_url_path(std::string& out, std::string_view path);
/// Appends `#fragment`, or nothing for an empty one. Letters of other scripts stay as they are (RFC 3987).
void append_fragment(std::string& out, std::string_view fragment);

/// `mailto:soudan@example.jp`; empty for no address (RFC 6068).
std::string mail_href(std::string_view address);

}  // namespace tebiki::html
