#include "publishing/publish.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/files.hpp"
#include "test_folder.hpp"

namespace tebiki::publishing {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

class Publishing : public ::testing::Test {
 protected:
  TestFolder folder;
  fs::path output = folder.root / "output";
  std::vector<model::OutputFile> two = {{"index.html", "home"}, {"taxis/index.html", "taxis"}};
  std::vector<model::OutputFile> with_server_file = {{"a.html", "1"}, {".htaccess", "# tebiki 1\nHeader"}};

  base::Message failure(std::vector<model::OutputFile> const& files) {
    return failure_of([&] { publish(files, output); });
  }
  std::vector<std::string> beside() const {
    std::vector<std::string> names;
    for (auto const& entry : fs::directory_iterator(folder.root)) names.push_back(entry.path().filename());
    return names;
  }
};

TEST_F(Publishing, MakesTheFolderAndListsWhatItWrote) {
  EXPECT_EQ(publish(two, output), (Published{2, 0, 0}));
  EXPECT_THAT(tree(output), ElementsAre(Pair(".tebiki-manifest", "tebiki manifest 1\nindex.html\ntaxis/index.html\n"),
                                        Pair("index.html", "home"), Pair("taxis/index.html", "taxis")));
}

TEST_F(Publishing, LeavesNothingBesideTheOutput) {
  publish(two, output);
  publish({{"index.html", "new"}}, output);
  EXPECT_THAT(beside(), ElementsAre("output"));
}

TEST_F(Publishing, MakesTheFoldersAboveToo) {
  output = folder.root / "srv/www/care";
  publish(two, output);
  EXPECT_EQ(read(output / "index.html"), "home");
}

TEST_F(Publishing, TouchesNothingWhenNothingChanged) {
  publish(two, output);
  auto const home = identity(output / "index.html");
  auto const self = identity(output);
  EXPECT_EQ(publish(two, output), (Published{0, 2, 0}));
  EXPECT_EQ(identity(output / "index.html"), home);
  EXPECT_EQ(identity(output), self);
}

TEST_F(Publishing, LeavesUnchangedFilesAloneBesideChangedOnes) {
  publish(two, output);
  auto const home = identity(output / "index.html");
  auto const taxis = identity(output / "taxis/index.html");
  EXPECT_EQ(publish({{"index.html", "home"}, {"taxis/index.html", "other"}}, output), (Published{1, 1, 0}));
  EXPECT_EQ(identity(output / "index.html"), home);
  EXPECT_NE(identity(output / "taxis/index.html"), taxis);
  EXPECT_EQ(read(output / "taxis/index.html"), "other");
}

TEST_F(Publishing, MendsAFileThatWasAlteredByHandEvenAtTheSameLengthAndTime) {
  publish(two, output);
  auto const time = fs::last_write_time(output / "index.html");
  write(output / "index.html", "hoax");
  fs::last_write_time(output / "index.html", time);
  EXPECT_EQ(publish(two, output), (Published{1, 1, 0}));
  EXPECT_EQ(read(output / "index.html"), "home");
}

TEST_F(Publishing, PutsBackAFileThatWasRemovedByHand) {
  publish(two, output);
  fs::remove(output / "index.html");
  EXPECT_EQ(publish(two, output), (Published{1, 1, 0}));
  EXPECT_EQ(read(output / "index.html"), "home");
}

TEST_F(Publishing, RemovesStaleFilesAndEmptyFolders) {
  publish(two, output);
  fs::create_directories(output / "empty/deep");
  EXPECT_EQ(publish({two[0]}, output), (Published{0, 1, 1}));
  EXPECT_THAT(tree(output),
              ElementsAre(Pair(".tebiki-manifest", "tebiki manifest 1\nindex.html\n"), Pair("index.html", "home")));
}

TEST_F(Publishing, RemovesAnEmptyFolderThoughAllFilesAreRight) {
  publish(two, output);
  fs::create_directories(output / "empty");
  EXPECT_EQ(publish(two, output), (Published{0, 2, 0}));
  EXPECT_FALSE(fs::exists(output / "empty"));
}

TEST_F(Publishing, TurnsAFileIntoAFolderAndBack) {
  publish({{"a", "1"}}, output);
  publish({{"a/b", "2"}}, output);
  EXPECT_EQ(read(output / "a/b"), "2");
  publish({{"a", "3"}}, output);
  EXPECT_EQ(read(output / "a"), "3");
}

TEST_F(Publishing, KeepsTheUsersDotFilesWhereverTheyStand) {
  write(output / ".gitignore", "*");
  write(output / ".git/HEAD", "ref: refs/heads/main");
  fs::create_symlink("nowhere", output / ".link");
  publish(two, output);
  write(output / "taxis/.htaccess", "Deny from all");
  write(output / "gone/.well-known/x", "x");
  auto const head = identity(output / ".git/HEAD");
  auto const ignore = identity(output / ".gitignore");
  publish({{"index.html", "new"}}, output);
  EXPECT_EQ(identity(output / ".git/HEAD"), head);
  EXPECT_EQ(identity(output / ".gitignore"), ignore);
  EXPECT_EQ(fs::read_symlink(output / ".link"), "nowhere");
  EXPECT_EQ(read(output / "taxis/.htaccess"), "Deny from all");
  EXPECT_EQ(read(output / "gone/.well-known/x"), "x");
  EXPECT_FALSE(fs::exists(output / "taxis/index.html"));
  EXPECT_THAT(beside(), ElementsAre("output"));
}

TEST_F(Publishing, WritesTheFileForApacheAndRemovesItWhenItIsNotMadeAnyMore) {
  publish(with_server_file, output);
  EXPECT_EQ(read(output / ".htaccess"), "# tebiki 1\nHeader");
  publish({{"a.html", "1"}, {".htaccess", "# tebiki 2\nHeader"}}, output);
  EXPECT_EQ(read(output / ".htaccess"), "# tebiki 2\nHeader");
  auto const result = publish({{"a.html", "1"}}, output);
  EXPECT_EQ(result.removed, 1u);
  EXPECT_FALSE(fs::exists(output / ".htaccess"));
}

TEST_F(Publishing, LeavesAFileForApacheThatSomebodyWroteAsItIs) {
  publish(with_server_file, output);
  for (auto const* own : {"Header\n", "# tebike 1\nHeader"}) {
    write(output / ".htaccess", own);
    publish(with_server_file, output);
    EXPECT_EQ(read(output / ".htaccess"), own);
    publish(with_server_file, output);
    EXPECT_EQ(read(output / ".htaccess"), own) << "also the second time";
    auto const digest = [](std::string_view bytes) { return base::digest_of(bytes); };
    EXPECT_TRUE(stands_as(output, {{".htaccess", digest("# tebiki 1\nHeader")}, {"a.html", digest("1")}}, 1));
  }
}

TEST_F(Publishing, LeavesAFileForApacheThatWasThereBeforeTheFirstBuild) {
  write(output / ".htaccess", "# tebiki is not what wrote this\n");
  write(output / ".gitignore", "");
  publish(with_server_file, output);
  EXPECT_EQ(read(output / ".htaccess"), "# tebiki is not what wrote this\n");
}

TEST_F(Publishing, KeepsTheRightsOfTheFolder) {
  publish(two, output);
  fs::permissions(output, fs::perms(0750));
  publish({{"index.html", "new"}}, output);
  EXPECT_EQ(fs::status(output).permissions(), fs::perms(0750));
}

TEST_F(Publishing, RefusesAFolderThatHoldsAFileOfSomebodyElse) {
  write(output / "letters/to-mother.txt", "dear");
  EXPECT_EQ(failure(two).ja, "「" + output.string() +
                                 "」には、tebiki が作っていないファイル「letters/to-mother.txt」があります。"
                                 "消してしまわないよう、何も書き込みませんでした。"
                                 "別の場所に移すか、別のフォルダーを --output で指定してください。");
  EXPECT_EQ(failure(two).en, "“" + output.string() +
                                 "” holds a file that tebiki did not write: “letters/to-mother.txt”. "
                                 "Nothing was written, so as not to lose it. "
                                 "Move it elsewhere, or name another folder with --output.");
  EXPECT_THAT(tree(output), ElementsAre(Pair("letters/to-mother.txt", "dear")));
}

TEST_F(Publishing, RefusesAFileThatSomebodyPutAmongItsOwn) {
  publish(two, output);
  write(output / "taxis/photo.jpg", "jpg");
  EXPECT_THAT(failure(two).en, HasSubstr("“taxis/photo.jpg”"));
  EXPECT_EQ(read(output / "taxis/photo.jpg"), "jpg");
}

TEST_F(Publishing, RefusesALinkThatSomebodyPutAmongItsOwn) {
  publish(two, output);
  write(folder.root / "elsewhere/precious", "x");
  fs::create_directory_symlink(folder.root / "elsewhere", output / "link");
  EXPECT_THAT(failure({}).en, HasSubstr("“link”"));
  EXPECT_EQ(read(folder.root / "elsewhere/precious"), "x");
}

/// HOME as a session may say it, for the life of a test.
class Home {
 public:
  explicit Home(fs::path const& home) : before_(std::getenv("HOME") ? std::getenv("HOME") : "") {
    setenv("HOME", home.c_str(), 1);
  }
  ~Home() { setenv("HOME", before_.c_str(), 1); }
  Home(Home const&) = delete;

 private:
  std::string before_;
};

TEST_F(Publishing, RefusesTheHomeFolderAndTheFoldersAboveIt) {
  output = folder.root / "home/hanako";
  write(output / ".gitignore", "*");
  write(output / ".ssh/id", "key");
  fs::create_directory_symlink("home", folder.root / "link");
  Home const session(folder.root / "link/hanako/.");
  EXPECT_EQ(failure(two).ja, "「" + output.string() +
                                 "」はホームフォルダー（またはそれを含むフォルダー）なので、出力先にできません。"
                                 "その中に新しいフォルダーを決めて、--output で指定してください。");
  output = folder.root / "home";
  EXPECT_THAT(failure(two).en, HasSubstr("is your home folder or holds it"));
  EXPECT_EQ(read(folder.root / "home/hanako/.ssh/id"), "key");
  output = folder.root / "home/hanako/site";
  publish(two, output);
  EXPECT_EQ(read(output / "index.html"), "home");
}

TEST_F(Publishing, RefusesAFolderOfDotFilesThatNobodyMadeAnOutput) {
  write(output / "projects/.cache/x", "x");
  write(output / ".bashrc", "alias ll");
  EXPECT_THAT(failure(two).ja, HasSubstr("「.bashrc」があり、tebiki の出力先として作られたフォルダーではないようです"));
  fs::remove(output / ".bashrc");
  EXPECT_THAT(failure(two).en, HasSubstr("holds “projects/.cache” and was not made for tebiki's output"));
  EXPECT_THAT(tree(folder.root), ElementsAre(Pair("output/projects/.cache/x", "x")));
  write(output / ".gitignore", "");
  publish(two, output);
  EXPECT_EQ(read(output / "projects/.cache/x"), "x");
}

TEST_F(Publishing, RefusesWhatIsNoFolder) {
  write(output, "a file");
  EXPECT_EQ(failure(two).ja,
            "「" + output.string() + "」はフォルダーではありません。別の名前を --output で指定してください。");
  EXPECT_EQ(read(output), "a file");
}

TEST_F(Publishing, RefusesALink) {
  fs::create_directory(folder.root / "real");
  fs::create_directory_symlink("real", output);
  EXPECT_EQ(failure(two).en, "“" + output.string() + "” is a link. Name the folder it points at with --output.");
  EXPECT_TRUE(fs::is_symlink(output));
}

TEST_F(Publishing, RefusesTheFolderOneIsStandingIn) {
  fs::create_directories(output / "deep");
  fs::path const before = fs::current_path();
  fs::current_path(output / "deep");
  base::Message const words = failure(two);
  fs::current_path(before);
  EXPECT_EQ(words.en, "“" + output.string() + "” is the folder you are standing in. Leave it and build again.");
}

TEST_F(Publishing, RefusesAMountPoint) {
  output = "/proc";
  EXPECT_EQ(failure(two).en,
            "“/proc” cannot be renamed: it seems to be a mount point, or a folder of a container's lower layer. "
            "Name a folder inside it, or another one, with --output.");
  output = "/";
  EXPECT_EQ(failure(two).en, "“/” cannot be the output. Name a folder inside it with --output.");
}

TEST_F(Publishing, RefusesPathsThatLeadOutOfTheOutputOrIntoDotFiles) {
  for (std::string const path : {"../x", "/etc/x", "a/../x", "a//x", "", "a/", ".git/config", "a/.x", "a/.htaccess",
                                 ".htaccess/a", "./a", "a\nb", "a\\b"}) {
    EXPECT_EQ(failure({{path, "x"}}).en, "“" + path + "” cannot be the name of a file in the output.");
  }
  EXPECT_THAT(beside(), IsEmpty());
}

TEST_F(Publishing, KeepsFilesOfAnEarlierBuildThatAreNotMadeNow) {
  publish({{"index.html", "home"}, {"pdf/a.pdf", "A"}, {"pdf/b.pdf", "B"}, {"old.html", "old"}}, output);
  auto const kept = identity(output / "pdf/b.pdf");
  Keep const keep = [](std::string_view path) { return path.starts_with("pdf/"); };
  auto const result = publish({{"index.html", "new"}, {"pdf/a.pdf", "AA"}}, output, 1, LocalDisk(), {keep, ""});
  EXPECT_EQ(result, (Published{2, 1, 1}));
  EXPECT_EQ(identity(output / "pdf/b.pdf"), kept);
  EXPECT_EQ(read(output / "pdf/a.pdf"), "AA");
  EXPECT_FALSE(fs::exists(output / "old.html"));
  EXPECT_EQ(publish({{"index.html", "new"}, {"pdf/a.pdf", "AA"}}, output).removed, 1u) << "it is on the list of files";
}

TEST_F(Publishing, KeepsNoFileWhoseNameIsANewFolderOrTheOtherWayRound) {
  publish({{"a", "file"}, {"b/c", "in a folder"}}, output);
  Keep const all = [](std::string_view) { return true; };
  publish({{"a/x", "1"}, {"b", "2"}}, output, 1, LocalDisk(), {all, ""});
  EXPECT_EQ(read(output / "a/x") + read(output / "b"), "12");
}

TEST_F(Publishing, NotesWhatABuildSaysOfItselfAndForgetsItWhenTheOutputChangesWithoutOne) {
  EXPECT_EQ(record_of(output), "");
  publish(two, output, 1, LocalDisk(), {{}, "of two"});
  EXPECT_EQ(record_of(output), "of two");
  publish({{"index.html", "new"}}, output);
  EXPECT_EQ(record_of(output), "");
}

TEST_F(Publishing, KnowsAnOutputThatStandsAsItWasPublished) {
  publish({{"a.html", "a"}, {"b/c.html", "c"}}, output);
  std::vector<FileDigest> const files{{"a.html", base::digest_of("a")}, {"b/c.html", base::digest_of("c")}};
  EXPECT_TRUE(stands_as(output, files, 2));
  EXPECT_FALSE(stands_as(folder.root / "nowhere", files, 1));
  EXPECT_FALSE(stands_as(output, {files[0]}, 1)) << "a file too many";
  write(output / "b/c.html", "x");
  EXPECT_FALSE(stands_as(output, files, 1)) << "another byte";
  write(output / "b/c.html", "c");
  EXPECT_TRUE(stands_as(output, files, 1));
  fs::create_directory(output / "empty");
  EXPECT_FALSE(stands_as(output, files, 1)) << "a folder too many";
}

TEST_F(Publishing, RefusesTwoFilesOfOneName) {
  EXPECT_EQ(failure({{"a", "1"}, {"a", "2"}}).en,
            "“a” stands twice in the output. Give one of the pages another name.");
  EXPECT_EQ(failure({{"a/b/c", "1"}, {"a/b", "2"}, {"a-", "3"}}).en,
            "“a/b” stands twice in the output. Give one of the pages another name.");
}

TEST_F(Publishing, SaysThatTheParentCannotBeWritten) {
  fs::permissions(folder.root, fs::perms(0555));
  std::string const words = said_without_rights([&] { return failure(two).ja; });
  fs::permissions(folder.root, fs::perms(0755));
  EXPECT_THAT(words, HasSubstr("ロックできません：権限がありません。フォルダーの書き込み権限を確かめてください。"));
}

TEST_F(Publishing, AcceptsAnOutputWithASlashBehindAndDotsInside) {
  publish(two, folder.root / "x/../output/");
  EXPECT_EQ(read(output / "index.html"), "home");
}

}  // namespace
}  // namespace tebiki::publishing
