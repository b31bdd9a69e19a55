#include "publishing/swap.hpp"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cstdio>

#include <algorithm>
#include <cerrno>

#include "publishing/contents.hpp"
#include "publishing/disk.hpp"
#include "publishing/failures.hpp"
#include "publishing/manifest.hpp"
#include "support/parallel.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

bool stands(fs::path const& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

/// 0, or the system's error; EINVAL, ENOSYS or EOPNOTSUPP where it cannot exchange at all.
int exchange(fs::path const& one, fs::path const& other) {
  // Not every C library has the function, and some only under a macro of their own.
  return syscall(SYS_renameat2, AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0 ? 0 : errno;
}

void refuse_to_choose(fs::path const& old, fs::path const& present) {
  throw path_failure(old,
                     "は前回の出力にあったものですが、「" + present.string() +
                         "」もあるため戻せません。必要なほうを選んで、もう一方を別の場所に移してください。",
                     "was in the output before, but cannot go back because \"" + present.string() +
                         "\" exists, too. Choose one and move the other away.");
}

enum class Owner { user, unknown };

/// A file of the old output goes into the new one. A dot file stands there already (see build_stage),
/// unless it was made or replaced while publishing; then the younger one is the user's last word.
void carry_file(fs::path const& old, fs::path const& target, Owner owner) {
  struct stat before {};
  struct stat now {};
  if (lstat(old.c_str(), &before) != 0) return;
  if (lstat(target.c_str(), &now) != 0) {
    std::error_code ignored;
    fs::create_directories(target.parent_path(), ignored);
    return rename_one(old, target);
  }
  if (before.st_ino == now.st_ino && before.st_dev == now.st_dev) return remove_file(old);
  if (owner == Owner::unknown || S_ISDIR(now.st_mode)) refuse_to_choose(old, target);
  auto age = [](struct stat const& s) { return std::pair(s.st_mtim.tv_sec, s.st_mtim.tv_nsec); };
  if (age(before) > age(now)) return rename_one(old, target);
  remove_file(old);
}

void carry_folder(fs::path const& old, fs::path const& target) {
  if (stands(target)) refuse_to_choose(old, target);
  std::error_code ignored;
  fs::create_directories(target.parent_path(), ignored);
  rename_one(old, target);
}

void carry_dot_entries(Contents const& contents, Place const& place) {
  for (std::string const& path : contents.dot_folders) carry_folder(place.old / path, place.output / path);
  for (std::string const& path : contents.dot_files) carry_file(place.old / path, place.output / path, Owner::user);
}

/// From the inside out, the manifest last, because it says what may be removed. False when one is not empty.
bool remove_folders(Contents const& contents, fs::path const& root) {
  for (auto path = contents.folders.rbegin(); path != contents.folders.rend(); ++path) {
    if (!remove_empty_folder(root / *path)) return false;
  }
  remove_file(root / manifest_name);
  return remove_empty_folder(root);
}

}  // namespace

void swap_in(Place const& place, Swapping swapping) {
  if (!stands(place.output)) return rename_one(place.stage, place.output);
  if (swapping == Swapping::one_step_if_possible) {
    // From here on the folder is named as one whose contents matter, for after the exchange they do.
    rename_one(place.stage, place.old);
    int const error = exchange(place.old, place.output);
    if (error == 0) return;
    rename_one(place.old, place.stage);
    if (error != EINVAL && error != ENOSYS && error != EOPNOTSUPP) {
      throw disk_failure(Attempt::rename, place.output, error);
    }
  }
  rename_one(place.output, place.old);
  try {
    rename_one(place.stage, place.output);
  } catch (...) {
    // Better the old output than none.
    std::rename(place.old.c_str(), place.output.c_str());
    throw;
  }
}

void clear_old(Place const& place) {
  Contents const contents = contents_of(place.old);
  std::vector<std::string> const ours = read_manifest(place.old);
  carry_dot_entries(contents, place);
  for (std::string const& path : contents.others) carry_file(place.old / path, place.output / path, Owner::unknown);
  for (std::string const& path : contents.files) {
    if (std::binary_search(ours.begin(), ours.end(), path)) {
      remove_file(place.old / path);
    } else {
      carry_file(place.old / path, place.output / path, Owner::unknown);
    }
  }
  if (!remove_folders(contents, place.old)) clear_old(place);  // something came in the meantime
}

void clear_old(Place const& place, Contents const& known, unsigned jobs) {
  carry_dot_entries(known, place);
  support::parallel_for(known.files.size(), jobs, [&](std::size_t i) { remove_file(place.old / known.files[i]); });
  if (!remove_folders(known, place.old)) clear_old(place);
}

void recover(Place const& place) {
  std::error_code error;
  fs::remove_all(place.stage, error);
  if (error) throw disk_failure(Attempt::remove, place.stage, error.value());
  if (!stands(place.old)) return;
  if (!stands(place.output)) return rename_one(place.old, place.output);
  clear_old(place);
}

}  // namespace tebiki::publishing
