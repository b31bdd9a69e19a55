#include "base/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <set>

#include "base/diagnostics.hpp"
#include "test_folder.hpp"

namespace {

namespace fs = std::filesystem;
using namespace tebiki::base;

/// A folder of its own that goes with the test.
struct FolderTest : testing::Test {
  tebiki::TestFolder const folder;
  fs::path const root = folder.root;
  fs::path const content = root / "content";

  void SetUp() override { fs::create_directories(content / "pages"); }
  void write(fs::path const& path, std::string const& text) const { tebiki::write(path, text); }
};

TEST_F(FolderTest, ListsFilesSortedWithoutHiddenOnes) {
  write(content / "b.md", "b");
  write(content / "pages/a.md", "a");
  write(content / ".secret", "x");
  auto entries = DiskTree(content).entries();
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].path, "b.md");
  EXPECT_EQ(entries[1].path, "pages/a.md");
  EXPECT_EQ(DiskTree(content).read("pages/a.md"), "a");
}

TEST_F(FolderTest, ReadsNothingThroughALinkThatLeadsOut) {
  write(root / "passwords", "secret");
  fs::create_symlink(root / "passwords", content / "link.md");
  fs::create_directory_symlink(root, content / "loop");
  DiskTree tree(content);
  EXPECT_EQ(tree.read("link.md"), std::nullopt);
  EXPECT_EQ(tree.read("../passwords"), std::nullopt);
  EXPECT_EQ(tree.read("loop/passwords"), std::nullopt);
  auto entries = tree.entries();
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].kind, EntryKind::link_outside);
  EXPECT_EQ(entries[1].kind, EntryKind::link_outside);
}

TEST_F(FolderTest, FollowsALinkThatStaysInside) {
  write(content / "a.md", "a");
  fs::create_symlink("a.md", content / "b.md");
  EXPECT_EQ(DiskTree(content).read("b.md"), "a");
  EXPECT_EQ(DiskTree(content).entries()[1].kind, EntryKind::file);
}

TEST_F(FolderTest, FollowsALinkedFolderThatStaysInside) {
  write(content / "pages/a.md", "a");
  fs::create_directory_symlink("pages", content / "again");
  EXPECT_EQ(DiskTree(content).read("again/a.md"), "a");
}

TEST_F(FolderTest, ReadsNothingAboveItHoweverItIsNamed) {
  write(root / "passwords", "secret");
  DiskTree const tree(content);
  EXPECT_EQ(tree.read("pages/../../passwords"), std::nullopt);
  EXPECT_EQ(tree.read((root / "passwords").string()), std::nullopt);
}

TEST_F(FolderTest, DoesNotWaitForAPipe) {
  ASSERT_EQ(mkfifo((content / "pipe.md").c_str(), 0600), 0);
  EXPECT_EQ(DiskTree(content).read("pipe.md"), std::nullopt);
  EXPECT_EQ(DiskTree(content).entries()[0].kind, EntryKind::special);
}

TEST_F(FolderTest, SaysThatAFolderIsMissing) {
  try {
    DiskTree tree(root / "nowhere");
    FAIL();
  } catch (Failure const& failure) {
    EXPECT_EQ(failure.message().ja, "フォルダー「" + (root / "nowhere").string() + "」がありません。");
  }
}

TEST(Digest, IsTheSameForTheSameBytesOnly) {
  EXPECT_EQ(digest_of("見本"), digest_of(std::string("見本")));
  std::set<std::string> seen;
  std::string text(64, '\0');
  seen.insert(digest_of(text));
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    auto changed = text;
    changed[bit / 8] = char(1 << bit % 8);
    seen.insert(digest_of(changed));
  }
  for (std::size_t length = 0; length < text.size(); ++length) seen.insert(digest_of(text.substr(0, length)));
  EXPECT_EQ(seen.size(), 1 + 64 * 8 + 64u);
}

TEST(Digest, KnowsWhereOneTextEndsAndTheNextBegins) {
  EXPECT_NE(Digest().add("a").add("bc").hex(), Digest().add("ab").add("c").hex());
  EXPECT_NE(Digest().add("a").add("b").hex(), Digest().add("b").add("a").hex());
  EXPECT_EQ(digest_of("").size(), 32u);
}

}  // namespace
