#pragma once
#include <filesystem>
#include <string_view>

#include "publishing/disk.hpp"

namespace tebiki::publishing {

/// Writes one file outside the output, such as an imported list: a reader sees the old bytes or the new ones. Makes the
/// folder that it stands in, but not the one above. Rights are those of the old file.
/// Throws Failure when the disk does not let it; the old file then stands.
void replace_file(std::filesystem::path const& path, std::string_view bytes, Disk const& disk = LocalDisk());

}  // namespace tebiki::publishing
