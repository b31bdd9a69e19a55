#include "publishing/publish.hpp"

#include <algorithm>

#include "base/parallel.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

void refuse_to_choose(fs::path const& old, fs::path const& present) {
  throw path_failure(old,
                     "は前回の出力にあったものですが、「" + present.string() +
                         "」もあるため戻せません。必要なほうを選んで、もう一方を別の場所に移してください。",
                     "was in the output before, but cannot go back because “" + present.string() +
                         "” exists, too. Choose one and move the other away.");
}

enum class Owner { user, unknown };

/// A file of the old output goes into the new one. A dot file stands there already (see build_stage),
/// unless it was made or replaced while publishing; then the younger one is the user's last word.
void carry_file(fs::path const& old, fs::path const& target, Owner owner, Disk const& disk) {
  auto const before = disk.state(old);
  if (!before) return;
  auto const now = disk.state(target);
  if (!now) {
    disk.make_folders(target.parent_path());
    return disk.rename(old, target);
  }
  if (before->identity == now->identity) return disk.remove_file(old);
  if (owner == Owner::unknown || now->is_folder) refuse_to_choose(old, target);
  if (before->last_written > now->last_written) return disk.rename(old, target);
  disk.remove_file(old);
}

void carry_folder(fs::path const& old, fs::path const& target, Disk const& disk) {
  if (disk.state(target)) refuse_to_choose(old, target);
  disk.make_folders(target.parent_path());
  disk.rename(old, target);
}

void carry_dot_entries(Contents const& contents, OutputFolder const& folder, Disk const& disk) {
  for (std::string const& path : contents.dot_folders) carry_folder(folder.old / path, folder.output / path, disk);
  for (std::string const& path : contents.dot_files)
    carry_file(folder.old / path, folder.output / path, Owner::user, disk);
}

/// From the inside out, the manifest last, because it says what may be removed. False when one is not empty.
bool remove_folders(Contents const& contents, fs::path const& root, Disk const& disk) {
  for (auto path = contents.folders.rbegin(); path != contents.folders.rend(); ++path) {
    if (!disk.remove_empty_folder(root / *path)) return false;
  }
  disk.remove_file(root / manifest_name);
  return disk.remove_empty_folder(root);
}

constexpr std::string_view page_ending = "/index.html";

/// A folder of the new output, made together with its page: the system makes folders of one place one by one, and other
/// threads write meanwhile.
struct NewFolder {
  std::string_view path;
  std::optional<std::size_t> page;  ///< among the files of the plan
};

/// Those that lie deeper come later: each then has the folder around it.
std::vector<std::vector<NewFolder>> by_depth(Plan const& plan) {
  std::vector<std::vector<NewFolder>> levels;
  for (std::string const& path : plan.folders) {
    auto const page = path + std::string(page_ending);
    auto const found =
        std::lower_bound(plan.files.begin(), plan.files.end(), page,
                         [](auto const* file, std::string const& wanted) { return file->path < wanted; });
    bool const has_page = found != plan.files.end() && (*found)->path == page;
    auto const depth = std::size_t(std::count(path.begin(), path.end(), '/'));
    if (levels.size() <= depth) levels.resize(depth + 1);
    levels[depth].push_back({path, has_page ? std::optional(std::size_t(found - plan.files.begin())) : std::nullopt});
  }
  return levels;
}

/// All files but the pages that are made together with their folders.
std::vector<std::size_t> other_files(Plan const& plan) {
  std::vector<std::size_t> files;
  for (std::size_t i = 0; i < plan.files.size(); ++i) {
    if (!plan.files[i]->path.ends_with(page_ending)) files.push_back(i);
  }
  return files;
}

/// A file of the output goes into the stage as it is.
void keep_file(std::string const& path, OutputFolder const& folder, Disk const& disk) {
  if (!disk.hard_link(folder.output / path, folder.stage / path))
    disk.copy_file(folder.output / path, folder.stage / path);
}

/// Better the old output than none. What cannot be undone now, the next build undoes.
void undo_rename(fs::path const& from, fs::path const& to, Disk const& disk) {
  try {
    disk.rename(to, from);
  } catch (base::Failure const&) {
  }
}

}  // namespace

void build_stage(Plan const& plan, Contents const& now, OutputFolder const& folder, unsigned jobs, Disk const& disk) {
  disk.make_folder(folder.stage);
  disk.write_new(folder.stage / manifest_name, plan.manifest);
  auto const place = [&](std::size_t i) {
    model::OutputFile const& file = *plan.files[i];
    fs::path const target = folder.stage / file.path;
    if (plan.unchanged[i] == 0 || !disk.hard_link(folder.output / file.path, target))
      disk.write_new(target, file.bytes);
  };
  for (auto const& folders : by_depth(plan)) {
    base::parallel_for(folders.size(), jobs, [&](std::size_t i) {
      disk.make_folder(folder.stage / folders[i].path);
      if (folders[i].page) place(*folders[i].page);
    });
  }
  auto const others = other_files(plan);
  base::parallel_for(others.size(), jobs, [&](std::size_t i) { place(others[i]); });
  for (std::string const& path : plan.kept) keep_file(path, folder, disk);
  for (std::string const& path : now.dot_files) keep_file(path, folder, disk);
  disk.copy_rights(folder.output, folder.stage);
}

void swap_in(OutputFolder const& folder, Disk const& disk) {
  if (!disk.state(folder.output)) return disk.rename(folder.stage, folder.output);
  // From here on the folder is named as one whose contents matter, for after the exchange they do.
  disk.rename(folder.stage, folder.old);
  bool exchanged = false;
  try {
    exchanged = disk.exchange(folder.old, folder.output);
  } catch (...) {
    undo_rename(folder.stage, folder.old, disk);
    throw;
  }
  if (exchanged) return;
  disk.rename(folder.old, folder.stage);
  disk.rename(folder.output, folder.old);
  try {
    disk.rename(folder.stage, folder.output);
  } catch (...) {
    undo_rename(folder.output, folder.old, disk);
    throw;
  }
}

void clear_old(OutputFolder const& folder, Disk const& disk) {
  Contents const contents = contents_of(folder.old, disk);
  carry_dot_entries(contents, folder, disk);
  for (std::string const& path : contents.others)
    carry_file(folder.old / path, folder.output / path, Owner::unknown, disk);
  for (std::string const& path : contents.files) {
    if (std::binary_search(contents.written_by_us.begin(), contents.written_by_us.end(), path)) {
      disk.remove_file(folder.old / path);
    } else {
      carry_file(folder.old / path, folder.output / path, Owner::unknown, disk);
    }
  }
  if (!remove_folders(contents, folder.old, disk)) clear_old(folder, disk);  // something came in the meantime
}

void clear_old(OutputFolder const& folder, Contents const& known, unsigned jobs, Disk const& disk) {
  carry_dot_entries(known, folder, disk);
  base::parallel_for(known.files.size(), jobs, [&](std::size_t i) { disk.remove_file(folder.old / known.files[i]); });
  if (!remove_folders(known, folder.old, disk)) clear_old(folder, disk);
}

void recover(OutputFolder const& folder, Disk const& disk) {
  disk.remove_all(folder.stage);
  disk.remove_file(fresh_file(folder.record));
  if (!disk.state(folder.old)) return;
  if (!disk.state(folder.output)) return disk.rename(folder.old, folder.output);
  clear_old(folder, disk);
}

}  // namespace tebiki::publishing
