#pragma once
#include <filesystem>

namespace tebiki::publishing {

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
