#include "publishing/swap.hpp"

#include <algorithm>

#include "base/parallel.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

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

void carry_dot_entries(Contents const& contents, Place const& place, Disk const& disk) {
  for (std::string const& path : contents.dot_folders) carry_folder(place.old / path, place.output / path, disk);
  for (std::string const& path : contents.dot_files)
    carry_file(place.old / path, place.output / path, Owner::user, disk);
}

/// From the inside out, the manifest last, because it says what may be removed. False when one is not empty.
bool remove_folders(Contents const& contents, fs::path const& root, Disk const& disk) {
  for (auto path = contents.folders.rbegin(); path != contents.folders.rend(); ++path) {
    if (!disk.remove_empty_folder(root / *path)) return false;
  }
  disk.remove_file(root / manifest_name);
  return disk.remove_empty_folder(root);
}

/// Better the old output than none. What cannot be undone now, the next build undoes.
void undo_rename(fs::path const& from, fs::path const& to, Disk const& disk) {
  try {
    disk.rename(to, from);
  } catch (base::Failure const&) {
  }
}

}  // namespace

void build_stage(Plan const& plan, Contents const& now, Place const& place, unsigned jobs, Disk const& disk) {
  disk.make_folder(place.stage);
  disk.write_new(place.stage / manifest_name, plan.manifest);
  for (std::string const& folder : plan.folders) disk.make_folder(place.stage / folder);
  base::parallel_for(plan.files.size(), jobs, [&](std::size_t i) {
    model::OutputFile const& file = *plan.files[i];
    fs::path const target = place.stage / file.path;
    if (plan.unchanged[i] == 0 || !disk.hard_link(place.output / file.path, target)) disk.write_new(target, file.bytes);
  });
  for (std::string const& path : now.dot_files) {
    if (!disk.hard_link(place.output / path, place.stage / path))
      disk.copy_file(place.output / path, place.stage / path);
  }
  disk.copy_rights(place.output, place.stage);
}

void swap_in(Place const& place, Disk const& disk) {
  if (!disk.state(place.output)) return disk.rename(place.stage, place.output);
  // From here on the folder is named as one whose contents matter, for after the exchange they do.
  disk.rename(place.stage, place.old);
  bool exchanged = false;
  try {
    exchanged = disk.exchange(place.old, place.output);
  } catch (...) {
    undo_rename(place.stage, place.old, disk);
    throw;
  }
  if (exchanged) return;
  disk.rename(place.old, place.stage);
  disk.rename(place.output, place.old);
  try {
    disk.rename(place.stage, place.output);
  } catch (...) {
    undo_rename(place.output, place.old, disk);
    throw;
  }
}

void clear_old(Place const& place, Disk const& disk) {
  Contents const contents = contents_of(place.old, disk);
  carry_dot_entries(contents, place, disk);
  for (std::string const& path : contents.others)
    carry_file(place.old / path, place.output / path, Owner::unknown, disk);
  for (std::string const& path : contents.files) {
    if (std::binary_search(contents.written_by_us.begin(), contents.written_by_us.end(), path)) {
      disk.remove_file(place.old / path);
    } else {
      carry_file(place.old / path, place.output / path, Owner::unknown, disk);
    }
  }
  if (!remove_folders(contents, place.old, disk)) clear_old(place, disk);  // something came in the meantime
}

void clear_old(Place const& place, Contents const& known, unsigned jobs, Disk const& disk) {
  carry_dot_entries(known, place, disk);
  base::parallel_for(known.files.size(), jobs, [&](std::size_t i) { disk.remove_file(place.old / known.files[i]); });
  if (!remove_folders(known, place.old, disk)) clear_old(place, disk);
}

void recover(Place const& place, Disk const& disk) {
  disk.remove_all(place.stage);
  if (!disk.state(place.old)) return;
  if (!disk.state(place.output)) return disk.rename(place.old, place.output);
  clear_old(place, disk);
}

}  // namespace tebiki::publishing
