#include "publishing/publish.hpp"

#include <gtest/gtest.h>

#include "test_folder.hpp"

namespace tebiki::publishing {
namespace {

TEST(Replace, WritesAFileWhole) {
  TestFolder folder;
  write(folder.root / "a.json", "old");
  replace_file(folder.root / "a.json", "new");
  EXPECT_EQ(tree(folder.root), (std::map<std::string, std::string>{{"a.json", "new"}})) << "no left-over beside it";
}

TEST(Replace, IsNotStoppedByWhatAKilledRunLeftBehind) {
  TestFolder folder;
  write(folder.root / ".a.json.new", "half");
  replace_file(folder.root / "a.json", "new");
  EXPECT_EQ(tree(folder.root), (std::map<std::string, std::string>{{"a.json", "new"}}));
}

TEST(Replace, KeepsTheRightsOfTheOldFile) {
  TestFolder folder;
  auto const path = folder.root / "a.json";
  write(path, "old");
  auto const rights = std::filesystem::perms(0664);
  std::filesystem::permissions(path, rights);
  replace_file(path, "new");
  EXPECT_EQ(std::filesystem::status(path).permissions(), rights);
}

TEST(Replace, MakesTheFolderThatTheFileStandsIn) {
  TestFolder folder;
  replace_file(folder.root / ".import/a.json", "new");
  EXPECT_EQ(read(folder.root / ".import/a.json"), "new");
  EXPECT_THROW(replace_file(folder.root / "b/c/a.json", "new"), base::Failure);
}

TEST(Replace, LeavesTheOldFileWhereTheNewOneCannotStand) {
  TestFolder folder;
  write(folder.root / "a.json/inside", "a folder");
  EXPECT_THROW(replace_file(folder.root / "a.json", "new"), base::Failure);
  EXPECT_EQ(tree(folder.root), (std::map<std::string, std::string>{{"a.json/inside", "a folder"}}));
}

}  // namespace
}  // namespace tebiki::publishing
