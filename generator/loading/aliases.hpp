#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// Reads the `aliases` of an object: names that `target` had before. One without a slash is completed by `folder`
/// (`facilities/`, or empty). Errors: what cannot be a name in a URL.
void read_aliases(model::Value const& object, std::string const& folder, std::string const& target,
                  std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
