#include "publishing/contents.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view first_line = "tebiki manifest 1";

std::vector<std::string> manifest_paths(std::string const& manifest) {
  std::istringstream in(manifest);
  std::vector<std::string> paths;
  std::string line;
  if (!std::getline(in, line) || line != first_line) return paths;
  while (std::getline(in, line)) paths.push_back(line);
  std::sort(paths.begin(), paths.end());
  return paths;
}

void add(Contents& contents, FolderEntry::Kind kind, std::string path, bool dot) {
  if (kind == FolderEntry::Kind::folder) {
    (dot ? contents.dot_folders : contents.folders).push_back(std::move(path));
  } else if (dot) {
    if (path != manifest_name) contents.dot_files.push_back(std::move(path));
  } else {
    (kind == FolderEntry::Kind::file ? contents.files : contents.others).push_back(std::move(path));
  }
}

void add_entries(Contents& contents, fs::path const& root, std::string const& prefix, Disk const& disk) {
  auto const entries = disk.entries(root / prefix);
  if (!entries) return;
  for (auto const& entry : *entries) add(contents, entry.kind, prefix + entry.name, entry.name.starts_with('.'));
}

void refuse_files_of_others(Contents const& now, fs::path const& output) {
  std::vector<std::string> foreign = now.others;
  std::set_difference(now.files.begin(), now.files.end(), now.written_by_us.begin(), now.written_by_us.end(),
                      std::back_inserter(foreign));
  if (foreign.empty()) return;
  std::string const& first = *std::min_element(foreign.begin(), foreign.end());
  throw path_failure(output,
                     "には、tebiki が作っていないファイル「" + first +
                         "」があります。消してしまわないよう、何も書き込みませんでした。"
                         "別の場所に移すか、別のフォルダーを --output で指定してください。",
                     "holds a file that tebiki did not write: \"" + first +
                         "\". Nothing was written, so as not to lose it. "
                         "Move it elsewhere, or name another folder with --output.");
}

/// Where all else is missing, dot files are most likely a home's or a program's own.
void refuse_unprepared(Contents const& now, fs::path const& output, Disk const& disk) {
  if (now.dot_files.empty() && now.dot_folders.empty()) return;
  for (std::string_view const mark : {manifest_name, std::string_view(".git"), std::string_view(".gitignore")}) {
    if (disk.state(output / mark)) return;
  }
  std::string const& first = now.dot_files.empty() ? now.dot_folders.front() : now.dot_files.front();
  throw path_failure(output,
                     "には「" + first +
                         "」があり、tebiki の出力先として作られたフォルダーではないようです。"
                         "何も書き込みませんでした。新しいフォルダーを --output で指定してください。"
                         "このフォルダーでよければ、中に .gitignore という空のファイルを作ってから実行してください。",
                     "holds \"" + first +
                         "\" and was not made for tebiki's output, it seems. Nothing was written. "
                         "Name a new folder with --output; or, if this is the right one, "
                         "make an empty file .gitignore in it and build again.");
}

}  // namespace

std::string manifest_text(std::vector<std::string_view> const& paths) {
  std::string text(first_line);
  text += '\n';
  for (std::string_view path : paths) (text += path) += '\n';
  return text;
}

Contents contents_of(fs::path const& folder, Disk const& disk) {
  Contents contents;
  add_entries(contents, folder, "", disk);
  for (std::size_t i = 0; i < contents.folders.size(); ++i)
    add_entries(contents, folder, contents.folders[i] + "/", disk);
  for (auto* list :
       {&contents.files, &contents.others, &contents.folders, &contents.dot_files, &contents.dot_folders}) {
    std::sort(list->begin(), list->end());
  }
  contents.written_by_us = manifest_paths(disk.read_whole(folder / manifest_name));
  return contents;
}

void refuse_foreign(Contents const& now, fs::path const& output, Disk const& disk) {
  refuse_files_of_others(now, output);
  refuse_unprepared(now, output, disk);
}

}  // namespace tebiki::publishing
