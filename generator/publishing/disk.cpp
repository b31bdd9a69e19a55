#include "publishing/publish.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

using base::Message;

Message attempted(Attempt attempt) {
  switch (attempt) {
    case Attempt::read:
      return {"読み取れません", "cannot be read"};
    case Attempt::write:
      return {"書き込めません", "cannot be written"};
    case Attempt::make_folder:
      return {"フォルダーとして作れません", "cannot be made as a folder"};
    case Attempt::link:
      return {"リンクできません", "cannot be linked"};
    case Attempt::rename:
      return {"名前を変えられません", "cannot be renamed"};
    case Attempt::remove:
      return {"削除できません", "cannot be removed"};
    case Attempt::lock:
      return {"ロックできません", "cannot be locked"};
  }
  return {};
}

Message cause(int error) {
  switch (error) {
    case ENOSPC:
      return {"ディスクの空き容量がありません。空きを作ってから、もう一度実行してください。",
              "the disk is full. Free some space and build again."};
    case EDQUOT:
      return {"ディスクの割り当て容量を使い切っています。空きを作ってから、もう一度実行してください。",
              "your disk quota is used up. Free some space and build again."};
    case EACCES:
    case EPERM:
      return {"権限がありません。フォルダーの書き込み権限を確かめてください。",
              "permission is missing. Check who may write to the folder."};
    case EROFS:
      return {"読み取り専用のディスクです。書き込める場所を --output で指定してください。",
              "the disk is read-only. Name a place that can be written with --output."};
    case EXDEV:
    case EBUSY:
      return {
          "別のディスクのマウント点、またはコンテナーの下の層にあるフォルダーのようです。"
          "その中の（または別の）フォルダーを --output で指定してください。",
          "it seems to be a mount point, or a folder of a container's lower layer. "
          "Name a folder inside it, or another one, with --output."};
    case ENAMETOOLONG:
      return {"名前が長すぎます。", "the name is too long."};
    default:
      return {fmt::format("{}。", std::strerror(error)), fmt::format("{}.", std::strerror(error))};
  }
}

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

/// The kinds come with the directory listing; asking for the link first avoids following it.
FolderEntry::Kind kind_of(fs::directory_entry const& entry) {
  std::error_code ignored;
  if (entry.is_symlink(ignored)) return FolderEntry::Kind::other;
  if (entry.is_directory(ignored)) return FolderEntry::Kind::folder;
  return entry.is_regular_file(ignored) ? FolderEntry::Kind::file : FolderEntry::Kind::other;
}

}  // namespace

base::Failure disk_failure(Attempt attempt, std::filesystem::path const& path, int error) {
  auto const [tried_ja, tried_en] = attempted(attempt);
  auto const [cause_ja, cause_en] = cause(error);
  return path_failure(path, fmt::format("{}：{}", tried_ja, cause_ja), fmt::format("{}: {}", tried_en, cause_en));
}

base::Failure path_failure(std::filesystem::path const& path, std::string const& words_ja,
                           std::string const& words_en) {
  return base::Failure(
      Message{fmt::format("「{}」{}", path.string(), words_ja), fmt::format("“{}” {}", path.string(), words_en)});
}

std::optional<std::vector<FolderEntry>> LocalDisk::entries(fs::path const& folder) const {
  std::vector<FolderEntry> found;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  if (error == std::errc::no_such_file_or_directory) return std::nullopt;
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    found.push_back({entry->path().filename().string(), kind_of(*entry)});
  }
  if (error) throw disk_failure(Attempt::read, folder, error.value());
  return found;
}

std::optional<FileState> LocalDisk::state(fs::path const& path) const {
  struct stat status {};
  if (lstat(path.c_str(), &status) == 0) {
    return FileState{
        S_ISDIR(status.st_mode), {status.st_dev, status.st_ino}, {status.st_mtim.tv_sec, status.st_mtim.tv_nsec}};
  }
  if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
  throw disk_failure(Attempt::read, path, errno);
}

std::string LocalDisk::read_whole(fs::path const& path) const {
  Descriptor const file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status {};
  if (file.number < 0 || fstat(file.number, &status) != 0 || !S_ISREG(status.st_mode)) return {};
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    ssize_t const count = read(file.number, bytes.data() + at, bytes.size() - at);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return {};  // it was cut meanwhile
    at += static_cast<std::size_t>(count);
  }
  return bytes;
}

bool LocalDisk::has_bytes(fs::path const& path, std::string_view bytes) const {
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

void LocalDisk::write_new(fs::path const& path, std::string_view bytes) const {
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

bool LocalDisk::hard_link(fs::path const& existing, fs::path const& path) const {
  if (linkat(AT_FDCWD, existing.c_str(), AT_FDCWD, path.c_str(), 0) == 0) return true;
  if (errno == ENOSPC || errno == EDQUOT || errno == EIO || errno == EROFS) {
    throw disk_failure(Attempt::link, path, errno);
  }
  return false;
}

void LocalDisk::copy_file(fs::path const& from, fs::path const& to) const {
  std::error_code error;
  fs::copy(from, to, fs::copy_options::copy_symlinks, error);
  if (error) throw disk_failure(Attempt::write, to, error.value());
  struct stat status {};
  if (lstat(from.c_str(), &status) != 0) throw disk_failure(Attempt::read, from, errno);
  timespec const times[2] = {status.st_atim, status.st_mtim};
  utimensat(AT_FDCWD, to.c_str(), times, AT_SYMLINK_NOFOLLOW);
}

void LocalDisk::copy_rights(fs::path const& from, fs::path const& to) const {
  struct stat status {};
  if (stat(from.c_str(), &status) != 0) return;
  if (chown(to.c_str(), status.st_uid, status.st_gid) != 0 &&
      chown(to.c_str(), static_cast<uid_t>(-1), status.st_gid) != 0) {
    // Another owner's: ours from now on.
  }
  chmod(to.c_str(), status.st_mode & 07777);
}

void LocalDisk::make_folder(fs::path const& path) const {
  if (mkdir(path.c_str(), 0777) != 0) throw disk_failure(Attempt::make_folder, path, errno);
}

void LocalDisk::make_folders(fs::path const& path) const {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) throw disk_failure(Attempt::make_folder, path, error.value());
}

void LocalDisk::rename(fs::path const& from, fs::path const& to) const {
  if (std::rename(from.c_str(), to.c_str()) != 0) throw disk_failure(Attempt::rename, from, errno);
}

bool LocalDisk::exchange(fs::path const& one, fs::path const& other) const {
  // Not every C library has the function, and some only under a macro of their own.
  if (syscall(SYS_renameat2, AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP) return false;
  throw disk_failure(Attempt::rename, other, errno);
}

void LocalDisk::remove_file(fs::path const& path) const {
  if (unlink(path.c_str()) != 0 && errno != ENOENT) throw disk_failure(Attempt::remove, path, errno);
}

bool LocalDisk::remove_empty_folder(fs::path const& path) const {
  if (rmdir(path.c_str()) == 0 || errno == ENOENT) return true;
  if (errno == ENOTEMPTY || errno == EEXIST) return false;
  throw disk_failure(Attempt::remove, path, errno);
}

void LocalDisk::remove_all(fs::path const& path) const {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) throw disk_failure(Attempt::remove, path, error.value());
}

std::filesystem::path fresh_file(std::filesystem::path const& path) {
  // A dot file: what a killed run leaves behind is nobody's content.
  return path.parent_path() / ("." + path.filename().string() + ".new");
}

void replace_file(std::filesystem::path const& path, std::string_view bytes, Disk const& disk) {
  auto const fresh = fresh_file(path);
  if (!disk.state(path.parent_path())) disk.make_folder(path.parent_path());
  try {
    disk.remove_file(fresh);
    disk.write_new(fresh, bytes);
    disk.copy_rights(path, fresh);
    disk.rename(fresh, path);
  } catch (base::Failure const&) {
    try {
      disk.remove_file(fresh);
    } catch (base::Failure const&) {
      // The first failure is the one worth telling.
    }
    throw;
  }
}

}  // namespace tebiki::publishing
