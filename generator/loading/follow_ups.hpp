#pragma once
#include "loading/records/records.hpp"

/// What would only be said because of a mistake that was reported before is not said.
namespace tebiki::loading {

/// A file that lies in the wrong place or has a wrong name is not missing, too: whatever its path could have meant
/// becomes doubtful.
void doubt_strays(std::vector<std::string> const& paths, Absent& absent);

enum class SiteFile { read, lost };

/// Takes out of pages, parts and records what later steps would blame for the mistakes of others: views on lists
/// without a readable schema, conditions on lists of which some record is not known, QR codes when there is no
/// site.json.
void silence_directives(model::Site& site, Absent const& absent, SiteFile site_file);

}  // namespace tebiki::loading
