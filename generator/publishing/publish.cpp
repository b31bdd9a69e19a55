#include "publishing/publish.hpp"

#include <algorithm>
#include <atomic>

#include "base/files.hpp"
#include "base/parallel.hpp"
#include "publishing/output_folder.hpp"
#include "publishing/plan.hpp"
#include "publishing/swap.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

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
  for (auto const& file : files) paths.push_back(file.path);
  bool const same_names = now.others.empty() &&
                          std::equal(paths.begin(), paths.end(), now.files.begin(), now.files.end()) &&
                          folders_for(paths, now) == now.folders;
  if (!same_names || disk.read_whole(folder->output / manifest_name) != manifest_text(paths)) return false;
  std::atomic<bool> same = true;
  base::parallel_for(files.size(), jobs, [&](std::size_t i) {
    if (same && base::digest_of(disk.read_whole(folder->output / files[i].path)) != files[i].digest) same = false;
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
