#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace tebiki::publishing {

/// What a folder holds, as sorted paths relative to it. Links are never followed.
/// Whatever has a name beginning with a dot is the user's; the manifest is left out.
struct Contents {
  std::vector<std::string> files;        ///< ordinary files
  std::vector<std::string> others;       ///< links, pipes and the like
  std::vector<std::string> folders;      ///< ordinary folders, each before what is in it
  std::vector<std::string> dot_files;    ///< anything but a folder
  std::vector<std::string> dot_folders;  ///< not looked into
};

/// Throws Failure when a folder cannot be read. Nothing at all when `folder` does not exist.
Contents contents_of(std::filesystem::path const& folder);

}  // namespace tebiki::publishing
