#pragma once
#include <string_view>
#include <vector>

#include "model/list.hpp"

namespace tebiki::model {

/// Fields that every list understands without declaring them: id, name, title, kana, areas, scenes, sources,
/// aliases, publish_from, publish_until. One that the schema declares is found there instead.
std::vector<Field> const& understood_fields();
/// The one of that name, or nullptr.
Field const* understood_field(std::string_view key);

}  // namespace tebiki::model
