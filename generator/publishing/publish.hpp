#pragma once
#include <filesystem>
#include <vector>

#include "model/documents.hpp"
#include "publishing/disk.hpp"

namespace tebiki::publishing {

struct Published {
  std::size_t written = 0;    ///< new or changed files
  std::size_t unchanged = 0;  ///< files that were already right and keep their time stamps
  std::size_t removed = 0;    ///< stale files

  friend bool operator==(Published const&, Published const&) = default;
};

/// Makes `output` hold exactly `files` (and its own dot files), in one step: a reader, or a build killed at any
/// moment, sees the old output or the new one, whole. A second build waits for the first. When nothing changed,
/// nothing is touched; otherwise the folder is a new one, and programs standing in it keep looking at the old.
///
/// Files and folders of `output` whose names begin with a dot belong to the user and stay. The dot file
/// `.tebiki-manifest` lists what tebiki wrote. What a killed build left beside `output` is cleared up by the next.
///
/// `jobs` files are compared and written side by side.
///
/// Nothing is forced to the disk (fsync): a killed process loses nothing, and the next build mends what a power
/// failure tore, because unchanged files are known by comparing their bytes.
///
/// Throws Failure when the folder holds files that tebiki did not write, naming one; when it holds dot files but
/// neither the manifest nor `.git` nor `.gitignore`; when `output` is a link, a file, a mount point, the user's home
/// or the current folder; when a path in `files` is unsafe; when the disk fails or is full.
Published publish(std::vector<model::OutputFile> const& files, std::filesystem::path const& output, unsigned jobs = 1,
                  Disk const& disk = LocalDisk());

}  // namespace tebiki::publishing
