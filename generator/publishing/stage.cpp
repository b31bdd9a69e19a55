#include "publishing/stage.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <set>

#include "publishing/disk.hpp"
#include "publishing/failures.hpp"
#include "publishing/manifest.hpp"
#include "support/parallel.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

void add_folders_above(std::string_view path, std::set<std::string, std::less<>>& folders) {
  for (auto end = path.rfind('/'); end != std::string_view::npos; end = path.rfind('/', end - 1)) {
    if (!folders.emplace(path.substr(0, end)).second || end == 0) return;
  }
}

/// The dot file as a file of its own, with its rights and time, where hard links are not to be had.
void copy_dot_file(fs::path const& from, fs::path const& to) {
  std::error_code error;
  fs::copy(from, to, fs::copy_options::copy_symlinks, error);
  if (error) throw disk_failure(Attempt::write, to, error.value());
  struct stat status {};
  if (lstat(from.c_str(), &status) != 0) throw disk_failure(Attempt::read, from, errno);
  timespec const times[2] = {status.st_atim, status.st_mtim};
  utimensat(AT_FDCWD, to.c_str(), times, AT_SYMLINK_NOFOLLOW);
}

/// Rights and owner of the old output's folder, as far as we may give them.
void take_over_rights(fs::path const& from, fs::path const& to) {
  struct stat status {};
  if (stat(from.c_str(), &status) != 0) return;
  if (chown(to.c_str(), status.st_uid, status.st_gid) != 0 &&
      chown(to.c_str(), static_cast<uid_t>(-1), status.st_gid) != 0) {
    // Another owner's folder: ours from now on.
  }
  chmod(to.c_str(), status.st_mode & 07777);
}

}  // namespace

Plan plan_of(std::vector<model::OutputFile const*> files, Contents const& now, fs::path const& output, unsigned jobs) {
  Plan plan{std::move(files), {}, {}, {}};
  plan.unchanged.resize(plan.files.size());
  support::parallel_for(plan.files.size(), jobs, [&](std::size_t i) {
    plan.unchanged[i] = has_bytes(output / plan.files[i]->path, plan.files[i]->bytes) ? 1 : 0;
  });
  std::set<std::string, std::less<>> folders;
  std::vector<std::string_view> paths;
  for (model::OutputFile const* file : plan.files) {
    paths.push_back(file->path);
    add_folders_above(file->path, folders);
  }
  for (std::string const& path : now.dot_files) add_folders_above(path, folders);
  for (std::string const& path : now.dot_folders) add_folders_above(path, folders);
  plan.folders.assign(folders.begin(), folders.end());
  plan.manifest = manifest_text(paths);
  return plan;
}

void build_stage(Plan const& plan, Contents const& now, Place const& place, unsigned jobs) {
  make_folder(place.stage);
  write_new(place.stage / manifest_name, plan.manifest);
  for (std::string const& folder : plan.folders) make_folder(place.stage / folder);
  support::parallel_for(plan.files.size(), jobs, [&](std::size_t i) {
    model::OutputFile const& file = *plan.files[i];
    fs::path const target = place.stage / file.path;
    if (plan.unchanged[i] == 0 || !hard_link(place.output / file.path, target)) write_new(target, file.bytes);
  });
  for (std::string const& path : now.dot_files) {
    if (!hard_link(place.output / path, place.stage / path)) copy_dot_file(place.output / path, place.stage / path);
  }
  take_over_rights(place.output, place.stage);
}

}  // namespace tebiki::publishing
