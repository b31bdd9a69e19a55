#include "publishing/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "publishing/failures.hpp"

namespace tebiki::publishing {

Lock::Lock(std::filesystem::path file) : file_(std::move(file)) {
  while (!acquire()) {
  }
}

/// False when the file that was locked had meanwhile been removed by the build that held it.
bool Lock::acquire() {
  descriptor_ = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (descriptor_ < 0) throw disk_failure(Attempt::lock, file_, errno);
  while (flock(descriptor_, LOCK_EX) != 0) {
    int const error = errno;
    if (error == EINTR) continue;
    close(descriptor_);
    throw disk_failure(Attempt::lock, file_, error);
  }
  struct stat locked {};
  struct stat named {};
  bool const same = fstat(descriptor_, &locked) == 0 && stat(file_.c_str(), &named) == 0 &&
                    locked.st_ino == named.st_ino && locked.st_dev == named.st_dev;
  if (!same) close(descriptor_);
  return same;
}

Lock::~Lock() {
  unlink(file_.c_str());
  close(descriptor_);
}

}  // namespace tebiki::publishing
