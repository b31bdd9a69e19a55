#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "publishing/disk.hpp"

namespace tebiki::publishing {

inline constexpr std::string_view manifest_name = ".tebiki-manifest";

/// The list of files that tebiki wrote, as it stands in the output: a first line naming the format, then one path
/// a line, in byte order. `paths` are sorted.
std::string manifest_text(std::vector<std::string_view> const& paths);

/// What a folder holds, as sorted paths relative to it. Links are never followed.
/// Whatever has a name beginning with a dot is the user's; the manifest is left out.
struct Contents {
  std::vector<std::string> files;        ///< ordinary files
  std::vector<std::string> others;       ///< links, pipes and the like
  std::vector<std::string> folders;      ///< ordinary folders, each before what is in it
  std::vector<std::string> dot_files;    ///< anything but a folder
  std::vector<std::string> dot_folders;  ///< not looked into
  /// The paths that the manifest names, sorted; none when there is no manifest or it is of no known format.
  std::vector<std::string> written_by_us;
};

/// Throws Failure when a folder cannot be read. Nothing at all when `folder` does not exist.
Contents contents_of(std::filesystem::path const& folder, Disk const& disk);

/// Nobody's files are ever wiped. Throws Failure when the output holds a file that the manifest does not name, or dot
/// files but no sign that somebody made it an output: neither the manifest nor `.git` nor `.gitignore`.
void refuse_foreign(Contents const& now, std::filesystem::path const& output, Disk const& disk);

}  // namespace tebiki::publishing
