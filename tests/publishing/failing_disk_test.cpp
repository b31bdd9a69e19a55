#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>

#include "publishing/publish.hpp"
#include "test_folder.hpp"

namespace tebiki::publishing {
namespace {

namespace fs = std::filesystem;

/// What becomes of the calls after the first that fails.
enum class Afterwards { work, fail };

/// Whether a file may have two names, which FAT and some shares of other machines refuse.
enum class HardLinks { allowed, refused };

/// A disk whose call number `failing` fails as one that is full does. Not for several threads.
class FailingDisk : public LocalDisk {
 public:
  FailingDisk(int failing, Afterwards afterwards, HardLinks links = HardLinks::allowed)
      : failing_(failing), afterwards_(afterwards), links_(links) {}
  bool has_failed() const { return calls_ >= failing_; }

  std::optional<std::vector<FolderEntry>> entries(fs::path const& folder) const override {
    return count(Attempt::read, folder), LocalDisk::entries(folder);
  }
  std::optional<FileState> state(fs::path const& path) const override {
    return count(Attempt::read, path), LocalDisk::state(path);
  }
  void write_new(fs::path const& path, std::string_view bytes) const override {
    // A full disk takes half of it.
    if (fails()) LocalDisk::write_new(path, bytes.substr(0, bytes.size() / 2)), refuse(Attempt::write, path);
    LocalDisk::write_new(path, bytes);
  }
  bool hard_link(fs::path const& existing, fs::path const& path) const override {
    if (links_ == HardLinks::refused) return false;
    return count(Attempt::link, path), LocalDisk::hard_link(existing, path);
  }
  void copy_file(fs::path const& from, fs::path const& to) const override {
    if (fails()) LocalDisk::write_new(to, read_whole(from).substr(1)), refuse(Attempt::write, to);
    LocalDisk::copy_file(from, to);
    ++copies_;
  }
  int copies() const { return copies_; }
  void make_folder(fs::path const& path) const override {
    count(Attempt::make_folder, path), LocalDisk::make_folder(path);
  }
  void make_folders(fs::path const& path) const override {
    count(Attempt::make_folder, path), LocalDisk::make_folders(path);
  }
  void rename(fs::path const& from, fs::path const& to) const override {
    count(Attempt::rename, from), LocalDisk::rename(from, to);
  }
  bool exchange(fs::path const& one, fs::path const& other) const override {
    return count(Attempt::rename, one), LocalDisk::exchange(one, other);
  }
  void remove_file(fs::path const& path) const override { count(Attempt::remove, path), LocalDisk::remove_file(path); }
  bool remove_empty_folder(fs::path const& path) const override {
    return count(Attempt::remove, path), LocalDisk::remove_empty_folder(path);
  }
  void remove_all(fs::path const& path) const override { count(Attempt::remove, path), LocalDisk::remove_all(path); }

 private:
  bool fails() const {
    ++calls_;
    return calls_ == failing_ || (calls_ > failing_ && afterwards_ == Afterwards::fail);
  }
  void count(Attempt attempt, fs::path const& path) const {
    if (fails()) refuse(attempt, path);
  }
  [[noreturn]] static void refuse(Attempt attempt, fs::path const& path) { throw disk_failure(attempt, path, ENOSPC); }

  int failing_;
  Afterwards afterwards_;
  HardLinks links_;
  mutable int calls_ = 0;
  mutable int copies_ = 0;
};

std::string const old_text = "old", new_text = "new";
std::vector<model::OutputFile> const old_files{{"a.html", old_text}, {"b/c.html", old_text}, {"same.html", "same"}};
std::vector<model::OutputFile> const new_files{{"a.html", new_text}, {"d/e.html", new_text}, {"same.html", "same"}};

using Tree = std::map<std::string, std::string>;

Tree without_manifest(fs::path const& output) {
  auto found = tree(output);
  found.erase(std::string(".tebiki-manifest"));
  return found;
}

class FullDisk : public ::testing::TestWithParam<Afterwards> {
 protected:
  void SetUp() override {
    publish(old_files, output, 1, LocalDisk(), {{}, "old"});
    write(output / ".gitignore", "*");
    write(output / ".git/HEAD", "x");
    before = without_manifest(output);
    after = {
        {".git/HEAD", "x"}, {".gitignore", "*"}, {"a.html", new_text}, {"d/e.html", new_text}, {"same.html", "same"}};
  }

  /// Makes every call of a build fail in turn, and a build without mistake after each. The number of calls that failed.
  int build_with_every_failure(HardLinks links) {
    for (int call = 1;; ++call) {
      SCOPED_TRACE("call " + std::to_string(call));
      FailingDisk const disk(call, GetParam(), links);
      auto const failure = failure_of([&] { publish(new_files, output, 1, disk, {{}, "new"}); });
      EXPECT_THAT(failure.en, ::testing::AnyOf("", ::testing::HasSubstr("the disk is full")));
      if (!disk.has_failed()) {
        EXPECT_EQ(disk.copies() > 0, links == HardLinks::refused);
        return call - 1;
      }
      auto now = without_manifest(output);
      now.emplace(".git/HEAD", "x");  // a dot folder may still wait in the old output
      EXPECT_THAT(now, ::testing::AnyOf(before, after));
      auto const record = record_of(output);
      EXPECT_TRUE(record.empty() || now == (record == "old" ? before : after)) << record;
      publish(old_files, output, 1, LocalDisk(), {{}, "old"});
      EXPECT_EQ(without_manifest(output), before);
      EXPECT_EQ(std::distance(fs::directory_iterator(folder.root), {}), 2) << "more than the output and its record";
    }
  }

  TestFolder folder;
  fs::path output = folder.root / "output";
  Tree before, after;
};

TEST_P(FullDisk, AtAnyCallLeavesTheOldOutputOrTheNewOneAndTheNextBuildMendsTheRest) {
  EXPECT_GT(build_with_every_failure(HardLinks::allowed), 25);
}

TEST_P(FullDisk, WithoutHardLinksAtAnyCopyLeavesTheOldOutputOrTheNewOneAndTheNextBuildMendsTheRest) {
  EXPECT_GT(build_with_every_failure(HardLinks::refused), 25);
}

TEST_P(FullDisk, AtAnyCallLeavesTheOldFileOrTheNewOne) {
  auto const path = folder.root / "list" / "source.json";
  for (int call = 1;; ++call) {
    SCOPED_TRACE("call " + std::to_string(call));
    write(path, old_text);
    FailingDisk const disk(call, GetParam());
    auto const failure = failure_of([&] { replace_file(path, new_text, disk); });
    EXPECT_EQ(read(path), failure.en.empty() ? new_text : old_text);
    if (!disk.has_failed()) break;
    EXPECT_FALSE(failure.en.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(Once, FullDisk, ::testing::Values(Afterwards::work));
INSTANTIATE_TEST_SUITE_P(FromThenOn, FullDisk, ::testing::Values(Afterwards::fail));

}  // namespace
}  // namespace tebiki::publishing
