#include "publishing/place.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "base/files.hpp"
#include "publishing/disk.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

/// Absolute and without `.`, `..` or links, but for the last part, which may be a link or not exist.
fs::path resolved(fs::path const& output) {
  std::error_code error;
  fs::path path = fs::absolute(output, error);
  if (error) throw disk_failure(Attempt::read, output, error.value());
  if (path.filename().empty()) path = path.parent_path();
  if (path.filename() == "." || path.filename() == "..") path = fs::weakly_canonical(path, error);
  fs::create_directories(path.parent_path(), error);
  if (error) throw disk_failure(Attempt::make_folder, path.parent_path(), error.value());
  fs::path const parent = fs::canonical(path.parent_path(), error);
  if (error) throw disk_failure(Attempt::read, path.parent_path(), error.value());
  return parent / path.filename();
}

void refuse_unusual(fs::path const& output) {
  struct stat status {};
  if (lstat(output.c_str(), &status) != 0) {
    if (errno != ENOENT) throw disk_failure(Attempt::read, output, errno);
    return;
  }
  if (S_ISLNK(status.st_mode)) {
    throw path_failure(output, "はリンクです。リンク先のフォルダーそのものを --output で指定してください。",
                       "is a link. Name the folder it points at with --output.");
  }
  if (!S_ISDIR(status.st_mode)) {
    throw path_failure(output, "はフォルダーではありません。別の名前を --output で指定してください。",
                       "is not a folder. Name another place with --output.");
  }
  struct stat above {};
  if (stat(output.parent_path().c_str(), &above) == 0 && above.st_dev != status.st_dev) {
    throw disk_failure(Attempt::rename, output, EXDEV);
  }
  std::error_code error;
  if (fs::path const here = fs::current_path(error); !error && base::lies_inside(here, output)) {
    throw path_failure(output, "は、いま作業しているフォルダーです。その外に移ってから実行してください。",
                       "is the folder you are standing in. Leave it and build again.");
  }
}

/// Home folders of the user, by what the session says and by what the system says.
std::vector<fs::path> homes() {
  std::vector<fs::path> found;
  auto add = [&](char const* path) {
    std::error_code error;
    auto home = path && *path ? fs::canonical(path, error) : fs::path();
    if (!home.empty() && home != home.root_path()) found.push_back(std::move(home));
  };
  add(std::getenv("HOME"));
  if (auto const* user = getpwuid(geteuid())) add(user->pw_dir);
  return found;
}

/// A home folder often shows nothing but dot files, which count as kept by the user in an output.
void refuse_home(fs::path const& output) {
  for (auto const& home : homes()) {
    if (!base::lies_inside(home, output)) continue;
    throw path_failure(output,
                       "はホームフォルダー（またはそれを含むフォルダー）なので、出力先にできません。"
                       "その中に新しいフォルダーを決めて、--output で指定してください。",
                       "is your home folder or holds it, and cannot be the output. "
                       "Name a new folder inside it with --output.");
  }
}

}  // namespace

Place place_of(fs::path const& output) {
  fs::path const path = resolved(output);
  if (path == path.root_path() || path.filename().empty()) {
    throw path_failure(path, "には出力できません。その中のフォルダーを --output で指定してください。",
                       "cannot be the output. Name a folder inside it with --output.");
  }
  refuse_unusual(path);
  refuse_home(path);
  auto beside = [&](char const* ending) {
    return path.parent_path() / fmt::format(".{}.tebiki-{}", path.filename().string(), ending);
  };
  return {path, beside("lock"), beside("stage"), beside("old")};
}

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
