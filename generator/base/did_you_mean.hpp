#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace tebiki::base {

/// The candidate nearest to `word` for a "did you mean"; nothing when none is near.
std::optional<std::string> nearest(std::string_view word, std::vector<std::string> const& candidates);

/// The remedy for a name that nobody knows: 「…」のことでしょうか, or what may be written instead.
Message did_you_mean(std::string_view word, std::vector<std::string> const& candidates);

/// The first of the names, as a remedy lists them: 使えるのは「…、…」です.
Message possible_names(std::vector<std::string> const& names);

}  // namespace tebiki::base
