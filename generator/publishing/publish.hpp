#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
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

/// Which files that an earlier build wrote stay, although they are not made again; asked for their paths.
using Keep = std::function<bool(std::string_view path)>;

/// What a build publishes beside the files that it made.
struct Beside {
  /// Files of earlier builds that stay; the counts tell them as unchanged. None where it is empty.
  Keep keep;
  /// What the build notes of itself beside the output, for `record_of`. Gone while the output changes.
  std::string record;
};

/// The digest of a file's bytes (base::Digest), by its path in the output.
struct FileDigest {
  std::string path;
  std::string digest;
};

/// What the last build that finished noted of itself; empty where it noted nothing or another one was cut short.
std::string record_of(std::filesystem::path const& output, Disk const& disk = LocalDisk());

/// Whether `output` is as a build left it that published just these files, which are sorted by path: no byte changed,
/// no file or folder too many or missing. Reads every file once, on `jobs` threads.
bool stands_as(std::filesystem::path const& output, std::vector<FileDigest> const& files, unsigned jobs,
               Disk const& disk = LocalDisk());

/// Makes `output` hold exactly `files` (and its own dot files), in one step: a reader, or a build killed at any
/// moment, sees the old output or the new one, whole. A second build waits for the first. When nothing changed,
/// nothing is touched; otherwise the folder is a new one, and programs standing in it keep looking at the old.
///
/// Files and folders of `output` whose names begin with a dot belong to the user and stay; so does a `.htaccess` that
/// a build did not write or that does not begin with `# tebiki ` any more, even if `files` has one. The dot file
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
                  Disk const& disk = LocalDisk(), Beside const& beside = {});

}  // namespace tebiki::publishing
