#include "publishing/publish.hpp"

#include <algorithm>

#include "publishing/contents.hpp"
#include "publishing/disk.hpp"
#include "publishing/failures.hpp"
#include "publishing/lock.hpp"
#include "publishing/manifest.hpp"
#include "publishing/paths.hpp"
#include "publishing/place.hpp"
#include "publishing/stage.hpp"
#include "publishing/swap.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

/// Nobody's files are ever wiped: what the manifest does not name must go elsewhere first.
void refuse_foreign(Contents const& now, Place const& place) {
  std::vector<std::string> const ours = read_manifest(place.output);
  std::vector<std::string> foreign = now.others;
  std::set_difference(now.files.begin(), now.files.end(), ours.begin(), ours.end(), std::back_inserter(foreign));
  if (foreign.empty()) return;
  std::string const& first = *std::min_element(foreign.begin(), foreign.end());
  throw path_failure(place.output,
                     "には、tebiki が作っていないファイル「" + first +
                         "」があります。消してしまわないよう、何も書き込みませんでした。"
                         "別の場所に移すか、別のフォルダーを --output で指定してください。",
                     "holds a file that tebiki did not write: \"" + first +
                         "\". Nothing was written, so as not to lose it. "
                         "Move it elsewhere, or name another folder with --output.");
}

/// Dot files are kept, but only where somebody made the folder an output: by a build, or by putting it under git.
/// Where all else is missing they are most likely a home's or a program's own.
void refuse_unprepared(Contents const& now, Place const& place) {
  if (now.dot_files.empty() && now.dot_folders.empty()) return;
  for (std::string_view const mark : {manifest_name, std::string_view(".git"), std::string_view(".gitignore")}) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(place.output / mark, ignored))) return;
  }
  std::string const& first = now.dot_files.empty() ? now.dot_folders.front() : now.dot_files.front();
  throw path_failure(place.output,
                     "には「" + first +
                         "」があり、tebiki の出力先として作られたフォルダーではないようです。"
                         "何も書き込みませんでした。新しいフォルダーを --output で指定してください。"
                         "このフォルダーでよければ、中に .gitignore という空のファイルを作ってから実行してください。",
                     "holds \"" + first +
                         "\" and was not made for tebiki's output, it seems. Nothing was written. "
                         "Name a new folder with --output; or, if this is the right one, "
                         "make an empty file .gitignore in it and build again.");
}

std::size_t stale_files(Contents const& now, Plan const& plan) {
  std::size_t kept = 0;
  for (auto const* file : plan.files) kept += std::binary_search(now.files.begin(), now.files.end(), file->path);
  return now.files.size() - kept;
}

bool nothing_to_do(Plan const& plan, Published const& result, Contents const& now, Place const& place) {
  return result.written == 0 && result.removed == 0 && plan.folders == now.folders &&
         read_whole(place.output / manifest_name) == plan.manifest;
}

void stage_and_swap(Plan const& plan, Contents const& now, Place const& place, unsigned jobs) {
  try {
    build_stage(plan, now, place, jobs);
    swap_in(place);
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(place.stage, ignored);
    throw;
  }
  clear_old(place, now, jobs);
}

}  // namespace

Published publish(std::vector<model::OutputFile> const& files, fs::path const& output, unsigned jobs) {
  auto ordered = checked_order(files);
  Place const place = place_of(output);
  Lock const lock(place.lock);
  recover(place);
  Contents const now = contents_of(place.output);
  refuse_foreign(now, place);
  refuse_unprepared(now, place);
  Plan const plan = plan_of(std::move(ordered), now, place.output, jobs);
  Published result;
  result.unchanged = static_cast<std::size_t>(std::count(plan.unchanged.begin(), plan.unchanged.end(), 1));
  result.written = plan.files.size() - result.unchanged;
  result.removed = stale_files(now, plan);
  if (!nothing_to_do(plan, result, now, place)) stage_and_swap(plan, now, place, jobs);
  return result;
}

}  // namespace tebiki::publishing
