#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#include <random>
#include <thread>

#include "publishing/publish.hpp"
#include "test_folder.hpp"

namespace tebiki::publishing {
namespace {

namespace fs = std::filesystem;

/// Files that all hold the edition's number; half of their names are the edition's own.
std::vector<model::OutputFile> edition(int number, int count) {
  std::vector<model::OutputFile> files;
  std::string const text(200, static_cast<char>('a' + number));
  for (int i = 0; i < count; ++i) {
    files.push_back({"list/" + std::to_string(i) + "/index.html", text});
    files.push_back({"own" + std::to_string(number) + "/" + std::to_string(i), text});
  }
  files.push_back({"same.html", "same"});
  return files;
}

std::map<std::string, std::string> expected(std::vector<model::OutputFile> const& files) {
  std::map<std::string, std::string> all;
  for (auto const& file : files) all[file.path] = file.bytes;
  return all;
}

/// The output without dot files.
std::map<std::string, std::string> published(fs::path const& output) {
  auto all = tree(output);
  std::erase_if(all, [](auto const& entry) { return entry.first.starts_with('.'); });
  return all;
}

void wait_for(pid_t child) {
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
}

/// Two editions of one output, and builds of it that die.
class Killed : public ::testing::Test {
 protected:
  void SetUp() override {
    write(output / ".gitignore", "*");
    write(output / ".git/HEAD", "x");
  }
  void expect_whole(std::string const& moment) {
    auto const found = published(output);
    bool const whole = found == expected(editions[0]) || found == expected(editions[1]);
    ASSERT_TRUE(whole) << moment;
    ASSERT_EQ(read(output / ".gitignore"), "*") << moment;
  }
  void expect_mended_by_the_next(std::vector<model::OutputFile> const& files, std::string const& moment) {
    publish(files, output);
    ASSERT_EQ(published(output), expected(files)) << moment;
    ASSERT_EQ(read(output / ".git/HEAD"), "x") << moment;
    ASSERT_EQ(std::distance(fs::directory_iterator(folder.root), {}), 1) << moment << ": something was left";
  }

  TestFolder folder;
  fs::path output = folder.root / "output";
  std::vector<std::vector<model::OutputFile>> editions;
};

TEST_F(Killed, AtRandomMomentsLeavesTheOldOutputOrTheNewOneWhole) {
  editions = {edition(0, 100), edition(1, 100)};
  publish(editions[1], output);
  auto const start = std::chrono::steady_clock::now();
  publish(editions[0], output);
  auto const whole_build = std::chrono::duration<double>(std::chrono::steady_clock::now() - start);
  std::mt19937 random(20260401);
  for (int round = 0; round < 50; ++round) {
    pid_t const child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      publish(editions[1], output);
      _exit(0);
    }
    std::this_thread::sleep_for(whole_build * 1.3 * (random() % 1000) / 1000);
    kill(child, SIGKILL);
    wait_for(child);
    ASSERT_NO_FATAL_FAILURE(expect_whole("round " + std::to_string(round)));
    ASSERT_NO_FATAL_FAILURE(expect_mended_by_the_next(editions[0], "round " + std::to_string(round)));
  }
}

/// Publishes in a child that is killed at its system call number `last`. False when it ended before.
bool killed_at(int last, std::vector<model::OutputFile> const& files, fs::path const& output) {
  pid_t const child = fork();
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    publish(files, output);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  for (int stops = 0; stops < 2 * last; ++stops) {  // one stop before each call, one behind
    ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
    waitpid(child, &status, 0);
    if (WIFEXITED(status)) return false;
  }
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  return true;
}

bool may_trace() {
  pid_t const child = fork();
  if (child == 0) _exit(ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0 ? 0 : 1);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_F(Killed, AtAnySystemCallLeavesTheOldOutputOrTheNewOneWhole) {
  if (!may_trace()) GTEST_SKIP() << "processes may not be traced here";
  editions = {edition(0, 1), edition(1, 1)};
  publish(editions[0], output);
  int call = 1;
  for (bool killed = true; killed; ++call) {
    std::string const moment = "system call " + std::to_string(call);
    killed = killed_at(call, editions[1], output);
    ASSERT_NO_FATAL_FAILURE(expect_whole(moment));
    ASSERT_NO_FATAL_FAILURE(expect_mended_by_the_next(editions[0], moment));
  }
  EXPECT_GT(call, 60);
}

TEST(Interruption, NeverShowsAReaderAHalfOutput) {
  TestFolder folder;
  fs::path const output = folder.root / "output";
  publish(edition(0, 20), output);
  pid_t const child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    for (int round = 1; round <= 40; ++round) publish(edition(round % 2, 20), output);
    _exit(0);
  }
  std::size_t misses = 0, reads = 0;
  int status = 0;
  for (; waitpid(child, &status, WNOHANG) == 0; ++reads) misses += read(output / "same.html") != "same";
  EXPECT_EQ(misses, 0U);
  EXPECT_EQ(status, 0) << "the publisher must have published";
  EXPECT_GT(reads, 20U);
}

TEST(Interruption, LetsTwoBuildsWaitForEachOther) {
  TestFolder folder;
  fs::path const output = folder.root / "output";
  std::vector<pid_t> children;
  for (int number = 0; number < 4; ++number) {
    pid_t const child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      for (int round = 0; round < 15; ++round) publish(edition(number, 10), output);
      _exit(0);
    }
    children.push_back(child);
  }
  for (pid_t child : children) {
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0) << "a build failed while another ran";
  }
  auto const found = published(output);
  bool whole = false;
  for (int number = 0; number < 4; ++number) whole = whole || found == expected(edition(number, 10));
  EXPECT_TRUE(whole);
}

/// In a child with a small disk of its own: 0 when a publication that does not fit is refused and the old one stays.
int publish_more_than_fits(fs::path const& root) {
  constexpr int not_allowed = 77;
  fs::path const disk = root / "disk";
  fs::create_directory(disk);
  if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return not_allowed;
  if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=256k") != 0) return not_allowed;
  std::vector<model::OutputFile> const old = {{"index.html", "old"}};
  publish(old, disk / "output");
  std::vector<model::OutputFile> huge = {{"index.html", "new"}};
  for (int i = 0; i < 50; ++i) huge.push_back({std::to_string(i), std::string(20'000, 'x')});
  std::string const words = failure_of([&] { publish(huge, disk / "output"); }).ja;
  bool const said = words.find("ディスクの空き容量がありません。") != std::string::npos;
  bool const whole = published(disk / "output") == expected(old);
  bool const tidy = std::distance(fs::directory_iterator(disk), {}) == 1;
  return said && whole && tidy ? 0 : 1;
}

TEST(Interruption, ByAFullDiskLeavesTheOldOutput) {
  TestFolder folder;
  pid_t const child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) _exit(publish_more_than_fits(folder.root));
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status));
  if (WEXITSTATUS(status) == 77) GTEST_SKIP() << "only the superuser may mount a small disk";
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(Interruption, LetsThreadsWaitForEachOther) {
  TestFolder folder;
  fs::path const output = folder.root / "output";
  {
    std::vector<std::jthread> threads;
    for (int number = 0; number < 3; ++number) {
      threads.emplace_back([&, number] {
        for (int round = 0; round < 10; ++round) publish(edition(number, 5), output);
      });
    }
  }
  EXPECT_EQ(published(output).size(), 11U);
}

}  // namespace
}  // namespace tebiki::publishing
