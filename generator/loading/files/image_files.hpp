#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// Reads the pictures of `images/` without what cameras write beside the pixels. Errors: unreadable, damaged, too
/// large, neither PNG nor JPEG; their paths go to `unread`.
std::map<std::string, model::ImageFile> read_images(std::vector<std::string> const& paths,
                                                    base::FileTree const& content, unsigned jobs,
                                                    std::vector<std::string>& unread, base::Sources& sources,
                                                    base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
