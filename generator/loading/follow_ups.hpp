#pragma once
#include "loading/records/records.hpp"

/// What would only be said because of a mistake that was reported before is not said.
namespace tebiki::loading {

/// A file that lies in the wrong place or has a wrong name is not missing, too: whatever its path could have meant
/// becomes doubtful.
void doubt_strays(std::vector<std::string> const& paths, Absent& absent);

}  // namespace tebiki::loading
