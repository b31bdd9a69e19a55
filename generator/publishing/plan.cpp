#include "publishing/plan.hpp"

#include <algorithm>
#include <set>

#include "base/parallel.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

bool safe_part(std::string_view part) {
  return !part.empty() && part.front() != '.' &&
         std::all_of(part.begin(), part.end(), [](unsigned char c) { return c >= 0x20 && c != 0x7F && c != '\\'; });
}

bool safe(std::string_view path) {
  for (std::size_t begin = 0;;) {
    std::size_t const end = path.find('/', begin);
    if (!safe_part(path.substr(begin, end - begin))) return false;
    if (end == std::string_view::npos) return true;
    begin = end + 1;
  }
}

void refuse_collision(std::vector<model::OutputFile const*> const& sorted, std::string const& path) {
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
  for (model::OutputFile const* file : sorted) {
    std::string_view const path = file->path;
    for (auto end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
      refuse_collision(sorted, std::string(path.substr(0, end)));
    }
  }
  return sorted;
}

void add_folders_above(std::string_view path, std::set<std::string, std::less<>>& folders) {
  for (auto end = path.rfind('/'); end != std::string_view::npos; end = path.rfind('/', end - 1)) {
    if (!folders.emplace(path.substr(0, end)).second || end == 0) return;
  }
}

}  // namespace

Plan plan_of(std::vector<model::OutputFile> const& files, Contents const& now, fs::path const& output, unsigned jobs,
             Disk const& disk) {
  Plan plan{checked_order(files), {}, {}, {}};
  plan.unchanged.resize(plan.files.size());
  base::parallel_for(plan.files.size(), jobs, [&](std::size_t i) {
    plan.unchanged[i] = disk.has_bytes(output / plan.files[i]->path, plan.files[i]->bytes) ? 1 : 0;
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

}  // namespace tebiki::publishing
