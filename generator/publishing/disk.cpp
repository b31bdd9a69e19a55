#include "publishing/disk.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <utility>

#include "publishing/failures.hpp"

namespace tebiki::publishing {

namespace {

/// An open file; closed at the end of its life.
struct Descriptor {
  int number;
  explicit Descriptor(int n) : number(n) {}
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  ~Descriptor() {
    if (number >= 0) close(number);
  }
};

}  // namespace

void write_new(std::filesystem::path const& path, std::string_view bytes) {
  Descriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.number < 0) throw disk_failure(Attempt::write, path, errno);
  while (!bytes.empty()) {
    ssize_t const count = write(file.number, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw disk_failure(Attempt::write, path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  // A full disk or quota may show itself only here (NFS).
  int const number = std::exchange(file.number, -1);
  if (close(number) != 0 && errno != EINTR) throw disk_failure(Attempt::write, path, errno);
}

std::string read_whole(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool has_bytes(std::filesystem::path const& path, std::string_view bytes) {
  Descriptor const file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status {};
  if (file.number < 0 || fstat(file.number, &status) != 0 || !S_ISREG(status.st_mode)) return false;
  if (static_cast<std::uint64_t>(status.st_size) != bytes.size()) return false;
  std::array<char, 65536> buffer;
  while (!bytes.empty()) {
    ssize_t const count = read(file.number, buffer.data(), std::min(buffer.size(), bytes.size()));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0 || std::memcmp(buffer.data(), bytes.data(), static_cast<std::size_t>(count)) != 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool hard_link(std::filesystem::path const& existing, std::filesystem::path const& path) {
  if (linkat(AT_FDCWD, existing.c_str(), AT_FDCWD, path.c_str(), 0) == 0) return true;
  if (errno == ENOSPC || errno == EDQUOT || errno == EIO || errno == EROFS) {
    throw disk_failure(Attempt::link, path, errno);
  }
  return false;
}

void make_folder(std::filesystem::path const& path) {
  if (mkdir(path.c_str(), 0777) != 0) throw disk_failure(Attempt::make_folder, path, errno);
}

void rename_one(std::filesystem::path const& from, std::filesystem::path const& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) throw disk_failure(Attempt::rename, from, errno);
}

void remove_file(std::filesystem::path const& path) {
  if (unlink(path.c_str()) != 0 && errno != ENOENT) throw disk_failure(Attempt::remove, path, errno);
}

bool remove_empty_folder(std::filesystem::path const& path) {
  if (rmdir(path.c_str()) == 0 || errno == ENOENT) return true;
  if (errno == ENOTEMPTY || errno == EEXIST) return false;
  throw disk_failure(Attempt::remove, path, errno);
}

}  // namespace tebiki::publishing
