#pragma once
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"

namespace tebiki {

/// An empty folder of a test, removed at the end. In memory where the system has such a disk: the tests make and
/// remove thousands of files.
class TestFolder {
 public:
  TestFolder() {
    std::filesystem::path const memory = "/dev/shm";
    bool const in_memory = access(memory.c_str(), W_OK) == 0;
    std::string name = ((in_memory ? memory : std::filesystem::temp_directory_path()) / "tebiki-XXXXXX").string();
    root = std::filesystem::canonical(mkdtemp(name.data()));
  }
  TestFolder(TestFolder const&) = delete;
  ~TestFolder() { std::filesystem::remove_all(root); }
  std::filesystem::path root;
};

inline void write(std::filesystem::path const& path, std::string const& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

inline std::string read(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Every file below the folder with its text, dot files too; folders end with '/', and only empty ones are there.
inline std::map<std::string, std::string> tree(std::filesystem::path const& root) {
  std::map<std::string, std::string> all;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(root)) {
    std::string const path = std::filesystem::relative(entry.path(), root).string();
    if (!entry.is_directory()) {
      all[path] = read(entry.path());
    } else if (std::filesystem::is_empty(entry.path())) {
      all[path + "/"] = "";
    }
  }
  return all;
}

/// What tells a file that was left alone from one that was written again.
inline std::pair<ino_t, long> identity(std::filesystem::path const& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? std::pair(status.st_ino, status.st_mtim.tv_nsec) : std::pair(ino_t{0}, 0L);
}

/// What `action` says when it is done by a user who may not do everything: the superuser is nobody for that, in a
/// process of its own.
template <class Action>
std::string said_without_rights(Action&& action) {
  if (geteuid() != 0) return action();
  int ends[2];
  if (pipe(ends) != 0) return "no pipe";
  pid_t const child = fork();
  if (child == 0) {
    constexpr uid_t nobody = 65534;
    std::string const said = setgid(nobody) == 0 && setuid(nobody) == 0 ? action() : "cannot become nobody";
    _exit(::write(ends[1], said.data(), said.size()) == ssize_t(said.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string said;
  char part[4096];
  for (ssize_t length; (length = ::read(ends[0], part, sizeof part)) > 0;) said.append(part, std::size_t(length));
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return said;
}

template <class Action>
base::Message failure_of(Action&& action) {
  try {
    action();
  } catch (base::Failure const& failure) {
    return failure.message();
  }
  return {};
}

}  // namespace tebiki
