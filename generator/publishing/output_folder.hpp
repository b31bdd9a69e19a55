#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publishing/disk.hpp"

namespace tebiki::publishing {

/// The output folder and what stands beside it, on the same disk, while a build publishes.
struct OutputFolder {
  std::filesystem::path output;
  std::filesystem::path lock;    ///< held while publishing
  std::filesystem::path stage;   ///< the new output being made; never holds anything that is only there
  std::filesystem::path old;     ///< the output before the swap, until it is cleared up
  std::filesystem::path record;  ///< what the last build noted of itself
};

/// Makes the folders above `output`. Throws Failure when `output` cannot be swapped for another folder:
/// a link, a file, a mount point, the user's home, the current folder, or a folder above one of these two.
OutputFolder find_output_folder(std::filesystem::path const& output);

/// The same where the output stands already; nothing otherwise, or where it is no folder. Changes nothing.
std::optional<OutputFolder> present_output_folder(std::filesystem::path const& output);

/// Keeps other builds out while it lives; they wait. Released by the system when the process dies.
/// The file is gone afterwards.
class Lock {
 public:
  /// Waits without limit. Throws Failure when the file cannot be made or locked.
  explicit Lock(std::filesystem::path file);
  ~Lock();
  Lock(Lock const&) = delete;
  Lock& operator=(Lock const&) = delete;

 private:
  bool acquire();
  std::filesystem::path file_;
  int descriptor_ = -1;
};

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
