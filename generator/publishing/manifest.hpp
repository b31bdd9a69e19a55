#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tebiki::publishing {

inline constexpr std::string_view manifest_name = ".tebiki-manifest";

/// The list of files that tebiki wrote, as it stands in the output: a first line naming the format, then one path
/// a line, in byte order. `paths` are sorted.
std::string manifest_text(std::vector<std::string_view> const& paths);

/// The paths of the manifest in `folder`, sorted; none when there is no manifest or it is of no known format.
std::vector<std::string> read_manifest(std::filesystem::path const& folder);

}  // namespace tebiki::publishing
