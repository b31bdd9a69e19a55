#pragma once
#include <map>

#include "loading/records/records.hpp"

namespace tebiki::loading {

/// Reads the pictures of `images/` without what cameras write beside the pixels. Errors: unreadable, damaged, too
/// large, neither PNG nor JPEG; their paths go to `absent`.
std::map<std::string, model::ImageFile> read_images(std::vector<std::string> const& paths,
                                                    base::FileTree const& content, unsigned jobs, Absent& absent,
                                                    base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
