#include "publishing/publish.hpp"

#include <algorithm>
#include <atomic>
#include <set>

#include "base/files.hpp"
#include "base/parallel.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

bool safe_part(std::string_view part) {
  return !part.empty() && part.front() != '.' &&
         std::all_of(part.begin(), part.end(), [](unsigned char c) { return c >= 0x20 && c != 0x7F && c != '\\'; });
}

bool safe(std::string_view path) {
  if (path == server_file_name) return true;
  for (std::size_t begin = 0;;) {
    std::size_t const end = path.find('/', begin);
    if (!safe_part(path.substr(begin, end - begin))) return false;
    if (end == std::string_view::npos) return true;
    begin = end + 1;
  }
}

void refuse_collision(std::vector<model::OutputFile const*> const& sorted, std::string_view path) {
  auto less = [](model::OutputFile const* file, std::string_view wanted) { return file->path < wanted; };
  auto const found = std::lower_bound(sorted.begin(), sorted.end(), path, less);
  if (found == sorted.end() || (*found)->path != path) return;
  throw path_failure(path, "が出力の中で重なっています。ページの名前を変えてください。",
                     "stands twice in the output. Give one of the pages another name.");
}

/// The files by path, each path safe and standing for one file.
std::vector<model::OutputFile const*> checked_order(std::vector<model::OutputFile> const& files) {
  std::vector<model::OutputFile const*> sorted;
  sorted.reserve(files.size());
  for (model::OutputFile const& file : files) {
    if (!safe(file.path)) {
      throw path_failure(file.path, "は出力するファイルの名前に使えません。",
                         "cannot be the name of a file in the output.");
    }
    sorted.push_back(&file);
  }
  std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->path < b->path; });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i]->path == sorted[i - 1]->path) refuse_collision(sorted, sorted[i]->path);
  }
  std::string_view before;
  for (model::OutputFile const* file : sorted) {
    std::string_view const path = file->path;
    for (auto end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
      if (!before.starts_with(path.substr(0, end + 1))) refuse_collision(sorted, path.substr(0, end));
    }
    before = path;
  }
  return sorted;
}

void add_folders_above(std::string_view path, std::set<std::string, std::less<>>& folders) {
  for (auto end = path.rfind('/'); end != std::string_view::npos; end = path.rfind('/', end - 1)) {
    if (!folders.emplace(path.substr(0, end)).second || end == 0) return;
  }
}

/// Nothing is kept that a new file or folder takes the name of, or that would need a folder of a new file's name.
std::vector<std::string> kept_files(std::vector<model::OutputFile const*> const& made, Contents const& now,
                                    Keep const& keep) {
  if (!keep || now.files.empty()) return {};
  std::set<std::string, std::less<>> new_files, taken;
  for (auto const* file : made) new_files.insert(file->path), add_folders_above(file->path, taken);
  std::vector<std::string> kept;
  for (std::string const& path : now.files) {
    if (!keep(path) || taken.contains(path) || new_files.contains(path)) continue;
    std::set<std::string, std::less<>> folders;
    add_folders_above(path, folders);
    auto const is_new_file = [&](std::string const& folder) { return new_files.contains(folder); };
    if (std::none_of(folders.begin(), folders.end(), is_new_file)) kept.push_back(path);
  }
  return kept;
}

/// Every folder that the files and the dot entries of the output need, each before what is in it. `files` are sorted.
std::vector<std::string> folders_for(std::vector<std::string_view> const& files, Contents const& now) {
  std::vector<std::string> folders;
  std::string_view before;
  auto const add_above = [&](std::string_view path) {
    for (auto end = path.rfind('/'); end != path.npos && end > 0; end = path.rfind('/', end - 1)) {
      if (before.starts_with(path.substr(0, end + 1))) break;
      folders.emplace_back(path.substr(0, end));
    }
    before = path;
  };
  for (std::string_view const path : files) add_above(path);
  for (auto const* paths : {&now.dot_files, &now.dot_folders}) {
    for (std::string const& path : *paths) add_above(path);
  }
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  return folders;
}

/// Compares every file with the one in the output, byte by byte; `files` must outlive the plan. Throws Failure when a
/// path leads out of the output or into a dot file, cannot be a file name, stands twice, or is both a file and a
/// folder.
Plan plan_of(std::vector<model::OutputFile> const& files, Contents const& now, fs::path const& output, unsigned jobs,
             Keep const& keep, Disk const& disk) {
  Plan plan{checked_order(files), {}, {}, {}, {}};
  if (keeps_own_server_file(now)) {
    std::erase_if(plan.files, [](auto const* file) { return file->path == server_file_name; });
  }
  plan.unchanged.resize(plan.files.size());
  base::parallel_for(plan.files.size(), jobs, [&](std::size_t i) {
    auto const& [path, bytes] = *plan.files[i];
    bool const stands = std::binary_search(now.files.begin(), now.files.end(), path);
    plan.unchanged[i] = stands && disk.has_bytes(output / path, bytes) ? 1 : 0;
  });
  plan.kept = kept_files(plan.files, now, keep);
  std::vector<std::string_view> paths(plan.kept.begin(), plan.kept.end());
  for (model::OutputFile const* file : plan.files) paths.push_back(file->path);
  std::sort(paths.begin(), paths.end());
  plan.folders = folders_for(paths, now);
  plan.manifest = manifest_text(paths);
  return plan;
}

std::size_t stale_files(Contents const& now, Plan const& plan) {
  std::size_t kept = 0;
  for (auto const* file : plan.files) kept += std::binary_search(now.files.begin(), now.files.end(), file->path);
  return now.files.size() - kept - plan.kept.size();
}

bool nothing_to_do(Plan const& plan, Published const& result, Contents const& now, OutputFolder const& folder,
                   Disk const& disk) {
  return result.written == 0 && result.removed == 0 && plan.folders == now.folders &&
         disk.read_whole(folder.output / manifest_name) == plan.manifest;
}

/// After a failure, which is the one worth telling. What stays is removed by the next build.
void remove_stage(OutputFolder const& folder, Disk const& disk) {
  try {
    disk.remove_all(folder.stage);
  } catch (base::Failure const&) {
  }
}

void stage_and_swap(Plan const& plan, Contents const& now, OutputFolder const& folder, unsigned jobs,
                    Disk const& disk) {
  try {
    build_stage(plan, now, folder, jobs, disk);
    swap_in(folder, disk);
  } catch (...) {
    remove_stage(folder, disk);
    throw;
  }
  clear_old(folder, now, jobs, disk);
}

/// Only where it says something new: an unchanged build writes nothing.
void note(std::string const& record, OutputFolder const& folder, Disk const& disk) {
  if (disk.read_whole(folder.record) == record) return;
  if (record.empty()) return disk.remove_file(folder.record);
  replace_file(folder.record, record, disk);
}

}  // namespace

std::string record_of(fs::path const& output, Disk const& disk) {
  auto const folder = present_output_folder(output);
  return folder ? disk.read_whole(folder->record) : std::string();
}

bool stands_as(fs::path const& output, std::vector<FileDigest> const& files, unsigned jobs, Disk const& disk) {
  auto const folder = present_output_folder(output);
  if (!folder || disk.state(folder->stage) || disk.state(folder->old)) return false;
  Contents const now = contents_of(folder->output, disk);
  std::vector<std::string_view> paths;
  for (auto const& file : files) {
    if (file.path != server_file_name || !keeps_own_server_file(now)) paths.push_back(file.path);
  }
  bool const same_names = now.others.empty() &&
                          std::equal(paths.begin(), paths.end(), now.files.begin(), now.files.end()) &&
                          folders_for(paths, now) == now.folders;
  if (!same_names || disk.read_whole(folder->output / manifest_name) != manifest_text(paths)) return false;
  std::atomic<bool> same = true;
  base::parallel_for(files.size(), jobs, [&](std::size_t i) {
    bool const mine = std::binary_search(paths.begin(), paths.end(), files[i].path);
    if (mine && same && base::digest_of(disk.read_whole(folder->output / files[i].path)) != files[i].digest)
      same = false;
  });
  return same;
}

Published publish(std::vector<model::OutputFile> const& files, fs::path const& output, unsigned jobs, Disk const& disk,
                  Beside const& beside) {
  OutputFolder const folder = find_output_folder(output);
  Lock const lock(folder.lock);
  recover(folder, disk);
  Contents const now = contents_of(folder.output, disk);
  refuse_foreign(now, folder.output, disk);
  Plan const plan = plan_of(files, now, folder.output, jobs, beside.keep, disk);
  Published result;
  result.unchanged = static_cast<std::size_t>(std::count(plan.unchanged.begin(), plan.unchanged.end(), 1));
  result.written = plan.files.size() - result.unchanged;
  result.removed = stale_files(now, plan);
  result.unchanged += plan.kept.size();
  if (!nothing_to_do(plan, result, now, folder, disk)) {
    disk.remove_file(folder.record);
    stage_and_swap(plan, now, folder, jobs, disk);
  }
  note(beside.record, folder, disk);
  return result;
}

}  // namespace tebiki::publishing
