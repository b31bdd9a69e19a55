#pragma once
#include <filesystem>
#include <vector>

#include "model/documents.hpp"

namespace tebiki::publishing {

struct Published {
  std::size_t written = 0;    ///< new or changed files
  std::size_t unchanged = 0;  ///< files that were already right and keep their time stamps
  std::size_t removed = 0;    ///< stale files
};

/// Makes `output` hold exactly `files` (and its own dot files), in one step: a reader, or a build killed at any
/// moment, sees the old output or the new one, whole. A second build waits for the first.
/// Throws Failure when the folder holds files that tebiki did not write, naming one, or when the disk fails.
Published publish(std::vector<model::OutputFile> const& files, std::filesystem::path const& output);

}  // namespace tebiki::publishing
