#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/source.hpp"

namespace tebiki::html {

enum class TagKind { variable, unescaped, section, inverted, close, partial, comment };

/// One `{{…}}` of a template. Offsets are bytes of the template.
struct Tag {
  TagKind kind = TagKind::variable;
  std::string_view name;
  std::uint32_t from = 0;  ///< of the opening braces
  std::uint32_t to = 0;    ///< behind the closing braces
  std::uint32_t name_at = 0;
};

/// The tags of a template in order (mustache(5)). Changing the delimiters is refused, so that a name can always be
/// found by searching. Errors: a tag or section left open, a section closed that is not open. After an error the
/// tags may be used for checking further, not for rendering.
std::vector<Tag> tags_of(std::string_view text, base::FileId file, base::Diagnostics& diagnostics);

}  // namespace tebiki::html
