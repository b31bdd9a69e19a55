#include "publishing/contents.hpp"

#include <algorithm>

#include "publishing/failures.hpp"
#include "publishing/manifest.hpp"

namespace tebiki::publishing {

namespace fs = std::filesystem;

namespace {

void add(Contents& contents, fs::directory_entry const& entry, std::string path, bool dot) {
  // The kinds come with the directory listing; asking for the link first avoids following it.
  std::error_code ignored;
  bool const link = entry.is_symlink(ignored);
  if (!link && entry.is_directory(ignored)) {
    (dot ? contents.dot_folders : contents.folders).push_back(std::move(path));
  } else if (dot) {
    if (path != manifest_name) contents.dot_files.push_back(std::move(path));
  } else {
    bool const ordinary = !link && entry.is_regular_file(ignored);
    (ordinary ? contents.files : contents.others).push_back(std::move(path));
  }
}

void add_entries(Contents& contents, fs::path const& root, std::string const& prefix) {
  std::error_code error;
  fs::path const folder = root / prefix;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    std::string const name = entry->path().filename().string();
    add(contents, *entry, prefix + name, name.starts_with('.'));
  }
  if (error && !(prefix.empty() && error == std::errc::no_such_file_or_directory)) {
    throw disk_failure(Attempt::read, folder, error.value());
  }
}

}  // namespace

Contents contents_of(fs::path const& folder) {
  Contents contents;
  add_entries(contents, folder, "");
  for (std::size_t i = 0; i < contents.folders.size(); ++i) add_entries(contents, folder, contents.folders[i] + "/");
  for (auto* list :
       {&contents.files, &contents.others, &contents.folders, &contents.dot_files, &contents.dot_folders}) {
    std::sort(list->begin(), list->end());
  }
  return contents;
}

}  // namespace tebiki::publishing
