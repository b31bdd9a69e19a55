#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <random>
#include <thread>

#include "folder.hpp"
#include "publishing/publish.hpp"

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

TEST(Interruption, LeavesTheOldOutputOrTheNewOneWhole) {
  TestFolder folder;
  fs::path const output = folder.root / "output";
  write(output / ".gitignore", "*");
  write(output / ".git/HEAD", "x");
  auto const editions = std::vector{edition(0, 40), edition(1, 40)};
  publish(editions[0], output);
  std::mt19937 random(20260401);
  int done = 0;
  for (int round = 0; round < 50; ++round) {
    auto const& next = editions[static_cast<std::size_t>((round + 1) % 2)];
    pid_t const child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      publish(next, output);
      _exit(0);
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 8'000));
    kill(child, SIGKILL);
    wait_for(child);
    auto const found = published(output);
    bool const whole = found == expected(editions[0]) || found == expected(editions[1]);
    ASSERT_TRUE(whole) << "round " << round;
    ASSERT_EQ(read(output / ".gitignore"), "*") << "round " << round;
    done += found == expected(next);
    publish(editions[static_cast<std::size_t>(round % 2)], output);
    ASSERT_EQ(read(output / ".git/HEAD"), "x") << "round " << round;
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.root), {}), 1) << "something was left beside the output";
  RecordProperty("killed_after_the_swap", done);
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
  std::size_t misses = 0;
  while (waitpid(child, nullptr, WNOHANG) == 0) misses += read(output / "same.html") != "same";
  EXPECT_EQ(misses, 0U);
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
