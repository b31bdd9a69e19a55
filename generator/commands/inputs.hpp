#pragma once
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/files.hpp"
#include "commands/run.hpp"

namespace tebiki::commands {

/// The defaults, but the templates and assets that were installed with the program (`../share/tebiki` beside its own
/// folder) where the current directory has none.
Folders default_folders(std::filesystem::path const& program);

/// A folder that a build reads. It remembers the digest of every file that was read, so that the build's key is made of
/// what the build saw, whatever happens to the folder meanwhile.
class InputFolder : public base::FileTree {
 public:
  /// Throws Failure when there is no such folder; `option` is what names another one on the command line.
  InputFolder(std::filesystem::path const& root, std::string_view option);
  /// Listed once.
  std::vector<base::TreeEntry> entries() const override;
  std::optional<std::string> read(std::string_view path) const override;
  /// Of the names, kinds and bytes of everything in the folder. Reads what was not read before, on `jobs` threads.
  std::string digest(unsigned jobs) const;

 private:
  base::DiskTree tree_;
  mutable std::mutex mutex_;
  mutable std::optional<std::vector<base::TreeEntry>> entries_;
  mutable std::unordered_map<std::string, std::string> digests_;
};

/// What a build reads.
struct Inputs {
  explicit Inputs(Folders const& folders)
      : content(folders.content, "--content"),
        templates(folders.templates, "--templates"),
        assets(folders.assets, "--assets") {}
  InputFolder content, templates, assets;
};

/// Tells whether the output would be the same: made of the inputs, the day, the program and the installed fonts of the
/// print style. Not of the number of threads, which changes nothing, nor of where the folders stand.
std::string build_key(Inputs const& inputs, Settings const& settings);

/// Which program and which libraries are running: their paths, sizes and times, and those of the files given besides.
std::string identity_of(std::vector<std::string> const& files);
/// The same of all that this process has mapped to run.
std::string program_identity();

}  // namespace tebiki::commands
