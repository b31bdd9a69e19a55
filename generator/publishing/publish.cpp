#include "publishing/publish.hpp"

#include <algorithm>

#include "publishing/contents.hpp"
#include "publishing/place.hpp"
#include "publishing/plan.hpp"
#include "publishing/swap.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

std::size_t stale_files(Contents const& now, Plan const& plan) {
  std::size_t kept = 0;
  for (auto const* file : plan.files) kept += std::binary_search(now.files.begin(), now.files.end(), file->path);
  return now.files.size() - kept;
}

bool nothing_to_do(Plan const& plan, Published const& result, Contents const& now, Place const& place,
                   Disk const& disk) {
  return result.written == 0 && result.removed == 0 && plan.folders == now.folders &&
         disk.read_whole(place.output / manifest_name) == plan.manifest;
}

/// After a failure, which is the one worth telling. What stays is removed by the next build.
void remove_stage(Place const& place, Disk const& disk) {
  try {
    disk.remove_all(place.stage);
  } catch (base::Failure const&) {
  }
}

void stage_and_swap(Plan const& plan, Contents const& now, Place const& place, unsigned jobs, Disk const& disk) {
  try {
    build_stage(plan, now, place, jobs, disk);
    swap_in(place, disk);
  } catch (...) {
    remove_stage(place, disk);
    throw;
  }
  clear_old(place, now, jobs, disk);
}

}  // namespace

Published publish(std::vector<model::OutputFile> const& files, fs::path const& output, unsigned jobs,
                  Disk const& disk) {
  Place const place = place_of(output);
  Lock const lock(place.lock);
  recover(place, disk);
  Contents const now = contents_of(place.output, disk);
  refuse_foreign(now, place.output, disk);
  Plan const plan = plan_of(files, now, place.output, jobs, disk);
  Published result;
  result.unchanged = static_cast<std::size_t>(std::count(plan.unchanged.begin(), plan.unchanged.end(), 1));
  result.written = plan.files.size() - result.unchanged;
  result.removed = stale_files(now, plan);
  if (!nothing_to_do(plan, result, now, place, disk)) stage_and_swap(plan, now, place, jobs, disk);
  return result;
}

}  // namespace tebiki::publishing
