
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "publishing/publish.hpp"
#include "test_folder.hpp"

namespace tebiki::publishing {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::Pair;

class Swap : public ::testing::Test {
 protected:
  TestFolder folder;
  OutputFolder place = find_output_folder(folder.root / "output");
  LocalDisk disk;
  std::vector<model::OutputFile> old_files = {{"a.html", "old"}, {"b/c.html", "old"}};
  std::vector<model::OutputFile> new_files = {{"a.html", "new"}};

  /// Makes `at` a whole output of its own.
  static void make(fs::path const& at, std::vector<model::OutputFile> const& files) { publish(files, at); }
  void expect_output(std::string const& text) {
    EXPECT_EQ(read(place.output / "a.html"), text);
    EXPECT_FALSE(fs::exists(place.stage));
    EXPECT_FALSE(fs::exists(place.old));
  }
};

/// As NFS and others.
class DiskThatCannotExchange : public LocalDisk {
 public:
  bool exchange(fs::path const&, fs::path const&) const override { return false; }
};

TEST_F(Swap, PutsTheStageInPlaceInOneStepOrInTwo) {
  DiskThatCannotExchange const two_steps;
  for (Disk const* kind : std::initializer_list<Disk const*>{&disk, &two_steps}) {
    make(place.output, old_files);
    make(place.stage, new_files);
    swap_in(place, *kind);
    EXPECT_EQ(read(place.output / "a.html"), "new");
    EXPECT_EQ(read(place.old / "a.html"), "old");
    clear_old(place, *kind);
    expect_output("new");
  }
}

TEST_F(Swap, ThrowsAwayAStageThatWasNeverFinished) {
  make(place.output, old_files);
  write(place.stage / "half", "x");
  recover(place, disk);
  expect_output("old");
}

TEST_F(Swap, ThrowsAwayARecordThatWasNeverFinished) {
  make(place.output, old_files);
  write(place.record, "of the last build");
  write(fresh_file(place.record), "ha");
  recover(place, disk);
  expect_output("old");
  EXPECT_FALSE(fs::exists(fresh_file(place.record)));
  EXPECT_EQ(read(place.record), "of the last build");
}

TEST_F(Swap, BringsBackAnOutputThatWasOnlyMovedAway) {
  make(place.old, old_files);
  write(place.old / ".git/HEAD", "x");
  make(place.stage, new_files);
  recover(place, disk);
  expect_output("old");
  EXPECT_EQ(read(place.output / ".git/HEAD"), "x");
}

TEST_F(Swap, CarriesOverWhatABuildKilledBehindTheExchangeLeft) {
  make(place.output, new_files);
  make(place.old, old_files);
  write(place.old / ".git/HEAD", "x");
  write(place.old / ".made-meanwhile", "x");
  write(place.old / "b/photo.jpg", "x");
  recover(place, disk);
  expect_output("new");
  EXPECT_EQ(read(place.output / ".git/HEAD"), "x");
  EXPECT_EQ(read(place.output / ".made-meanwhile"), "x");
  EXPECT_EQ(read(place.output / "b/photo.jpg"), "x");
  EXPECT_FALSE(fs::exists(place.output / "b/c.html"));
}

TEST_F(Swap, KeepsTheYoungerOfTwoDotFiles) {
  make(place.output, new_files);
  make(place.old, old_files);
  for (std::string const name : {".younger", ".older"}) {
    write(place.output / name, "output");
    write(place.old / name, "old");
  }
  auto const time = fs::last_write_time(place.output / ".older");
  fs::last_write_time(place.old / ".younger", time + std::chrono::hours(1));
  fs::last_write_time(place.old / ".older", time - std::chrono::hours(1));
  recover(place, disk);
  EXPECT_EQ(read(place.output / ".younger"), "old");
  EXPECT_EQ(read(place.output / ".older"), "output");
}

TEST_F(Swap, DoesNotChooseBetweenTwoRepositories) {
  make(place.output, new_files);
  make(place.old, old_files);
  write(place.output / ".git/HEAD", "1");
  write(place.old / ".git/HEAD", "2");
  std::string const one = (place.old / ".git").string();
  std::string const other = (place.output / ".git").string();
  EXPECT_EQ(failure_of([&] { recover(place, disk); }).en,
            "“" + one + "” was in the output before, but cannot go back because “" + other +
                "” exists, too. Choose one and move the other away.");
  EXPECT_EQ(read(place.output / ".git/HEAD"), "1");
  EXPECT_EQ(read(place.old / ".git/HEAD"), "2");
}

}  // namespace
}  // namespace tebiki::publishing
