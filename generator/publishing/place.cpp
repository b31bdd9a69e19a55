#include "publishing/place.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "publishing/failures.hpp"
#include "support/files.hpp"

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
  if (fs::path const here = fs::current_path(error); !error && support::lies_inside(here, output)) {
    throw path_failure(output, "は、いま作業しているフォルダーです。その外に移ってから実行してください。",
                       "is the folder you are standing in. Leave it and build again.");
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
  auto beside = [&](char const* ending) {
    return path.parent_path() / fmt::format(".{}.tebiki-{}", path.filename().string(), ending);
  };
  return {path, beside("lock"), beside("stage"), beside("old")};
}

}  // namespace tebiki::publishing
