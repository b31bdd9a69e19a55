#include "publishing/publish.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <iterator>
#include <sstream>

#include "base/files.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

/// Absolute and without `.`, `..` or links, but for the last part, which may be a link or not exist.
fs::path resolved(fs::path const& output) {
  std::error_code error;
  fs::path path = fs::absolute(output, error);
  if (error) throw disk_failure(Attempt::read, output, error.value());
  if (path.filename().empty()) path = path.parent_path();
  if (path.filename() == "." || path.filename() == "..") path = fs::weakly_canonical(path, error);
  fs::create_directories(path.parent_path(), error);
  if (error) throw disk_failure(Attempt::make_folder, path.parent_path(), error.value());
  fs::path const parent = fs::canonical(path.parent_path(), error);
  if (error) throw disk_failure(Attempt::read, path.parent_path(), error.value());
  return parent / path.filename();
}

OutputFolder beside(fs::path const& path) {
  auto named = [&](char const* ending) {
    return path.parent_path() / fmt::format(".{}.tebiki-{}", path.filename().string(), ending);
  };
  return {path, named("lock"), named("stage"), named("old"), named("record")};
}

void refuse_unusual(fs::path const& output) {
  struct stat status {};
  if (lstat(output.c_str(), &status) != 0) {
    if (errno != ENOENT) throw disk_failure(Attempt::read, output, errno);
    return;
  }
  if (S_ISLNK(status.st_mode)) {
    throw path_failure(output, "はリンクです。リンク先のフォルダーそのものを --output で指定してください。",
                       "is a link. Name the folder it points at with --output.");
  }
  if (!S_ISDIR(status.st_mode)) {
    throw path_failure(output, "はフォルダーではありません。別の名前を --output で指定してください。",
                       "is not a folder. Name another place with --output.");
  }
  struct stat above {};
  if (stat(output.parent_path().c_str(), &above) == 0 && above.st_dev != status.st_dev) {
    throw disk_failure(Attempt::rename, output, EXDEV);
  }
  std::error_code error;
  if (fs::path const here = fs::current_path(error); !error && base::lies_inside(here, output)) {
    throw path_failure(output, "は、いま作業しているフォルダーです。その外に移ってから実行してください。",
                       "is the folder you are standing in. Leave it and build again.");
  }
}

/// Home folders of the user, by what the session says and by what the system says.
std::vector<fs::path> homes() {
  std::vector<fs::path> found;
  auto add = [&](char const* path) {
    std::error_code error;
    auto home = path && *path ? fs::canonical(path, error) : fs::path();
    if (!home.empty() && home != home.root_path()) found.push_back(std::move(home));
  };
  add(std::getenv("HOME"));
  if (auto const* user = getpwuid(geteuid())) add(user->pw_dir);
  return found;
}

/// A home folder often shows nothing but dot files, which count as kept by the user in an output.
void refuse_home(fs::path const& output) {
  for (auto const& home : homes()) {
    if (!base::lies_inside(home, output)) continue;
    throw path_failure(output,
                       "はホームフォルダー（またはそれを含むフォルダー）なので、出力先にできません。"
                       "その中に新しいフォルダーを決めて、--output で指定してください。",
                       "is your home folder or holds it, and cannot be the output. "
                       "Name a new folder inside it with --output.");
  }
}

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

/// The `.htaccess` that a build wrote is no file of the user's.
void take_server_file(Contents& contents, fs::path const& folder, Disk const& disk) {
  auto& dots = contents.dot_files;
  auto const found = std::find(dots.begin(), dots.end(), server_file_name);
  auto const& ours = contents.written_by_us;
  if (found == dots.end() || !std::binary_search(ours.begin(), ours.end(), server_file_name)) return;
  if (!disk.read_whole(folder / server_file_name).starts_with(server_file_mark)) return;
  contents.files.insert(std::lower_bound(contents.files.begin(), contents.files.end(), *found), *found);
  dots.erase(found);
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
                     "holds a file that tebiki did not write: “" + first +
                         "”. Nothing was written, so as not to lose it. "
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
                     "holds “" + first +
                         "” and was not made for tebiki's output, it seems. Nothing was written. "
                         "Name a new folder with --output; or, if this is the right one, "
                         "make an empty file .gitignore in it and build again.");
}

}  // namespace

OutputFolder find_output_folder(fs::path const& output) {
  fs::path const path = resolved(output);
  if (path == path.root_path() || path.filename().empty()) {
    throw path_failure(path, "には出力できません。その中のフォルダーを --output で指定してください。",
                       "cannot be the output. Name a folder inside it with --output.");
  }
  refuse_unusual(path);
  refuse_home(path);
  return beside(path);
}

std::optional<OutputFolder> present_output_folder(fs::path const& output) {
  std::error_code error;
  fs::path path = fs::absolute(output, error);
  if (path.filename().empty()) path = path.parent_path();
  bool const is_folder = fs::symlink_status(path, error).type() == fs::file_type::directory;
  path = fs::canonical(path, error);
  if (!is_folder || error || path == path.root_path()) return std::nullopt;
  return beside(path);
}

Lock::Lock(std::filesystem::path file) : file_(std::move(file)) {
  while (!acquire()) {
  }
}

/// False when the file that was locked had meanwhile been removed by the build that held it.
bool Lock::acquire() {
  descriptor_ = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (descriptor_ < 0) throw disk_failure(Attempt::lock, file_, errno);
  while (flock(descriptor_, LOCK_EX) != 0) {
    int const error = errno;
    if (error == EINTR) continue;
    close(descriptor_);
    throw disk_failure(Attempt::lock, file_, error);
  }
  struct stat locked {};
  struct stat named {};
  bool const same = fstat(descriptor_, &locked) == 0 && stat(file_.c_str(), &named) == 0 &&
                    locked.st_ino == named.st_ino && locked.st_dev == named.st_dev;
  if (!same) close(descriptor_);
  return same;
}

Lock::~Lock() {
  unlink(file_.c_str());
  close(descriptor_);
}

std::string manifest_text(std::vector<std::string_view> const& paths) {
  std::string text(first_line);
  text += '\n';
  for (std::string_view path : paths) (text += path) += '\n';
  return text;
}

bool keeps_own_server_file(Contents const& now) {
  return std::binary_search(now.dot_files.begin(), now.dot_files.end(), server_file_name);
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
  take_server_file(contents, folder, disk);
  return contents;
}

void refuse_foreign(Contents const& now, fs::path const& output, Disk const& disk) {
  refuse_files_of_others(now, output);
  refuse_unprepared(now, output, disk);
}

}  // namespace tebiki::publishing
