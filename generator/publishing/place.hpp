#pragma once
#include <filesystem>

namespace tebiki::publishing {

/// The output folder and what stands beside it, on the same disk, while a build publishes.
struct Place {
  std::filesystem::path output;
  std::filesystem::path lock;   ///< held while publishing
  std::filesystem::path stage;  ///< the new output being made; never holds anything that is only there
  std::filesystem::path old;    ///< the output before the swap, until it is cleared up
};

/// Makes the folders above `output`. Throws Failure when `output` cannot be swapped for another folder:
/// a link, a file, a mount point, the user's home, the current folder, or a folder above one of these two.
Place place_of(std::filesystem::path const& output);

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

}  // namespace tebiki::publishing
