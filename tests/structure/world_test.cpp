// Who may touch the world: only main prints, only publishing writes files.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "source_dir.hpp"

namespace {

namespace fs = std::filesystem;

fs::path const generator = fs::path(TEBIKI_SOURCE_DIR) / "generator";

using Words = std::vector<std::string>;

/// A word with `(` behind it is a call. What else a file could print or write with needs one of the headers.
Words const printing{"std::cout", "std::cerr", "std::clog", "fmt::print", "stdout",  "stderr",     "printf(",
                     "fprintf(",  "puts(",     "fputs(",    "putchar(",   "perror(", "<iostream>", "<unistd.h>"};
Words const writing{"std::ofstream",   "std::fstream", "std::rename", "fopen(",         "fwrite(",
                    "fs::rename",      "fs::remove",   "fs::copy",    "fs::remove_all", "fs::copy_file",
                    "fs::resize_file", "fs::create_",  "<fcntl.h>",   "<sys/stat.h>",   "<sys/file.h>",
                    "<sys/syscall.h>", "<linux/fs.h>"};

bool is_of_a_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Whether the code uses the word: as a whole name, unless the word ends with a sign.
bool uses(std::string const& code, std::string const& word) {
  for (auto at = code.find(word); at != std::string::npos; at = code.find(word, at + 1)) {
    auto const behind = at + word.size();
    bool begins = at == 0 || !is_of_a_name(code[at - 1]);
    bool ends =
        !std::isalpha(static_cast<unsigned char>(word.back())) || behind == code.size() || !is_of_a_name(code[behind]);
    if (begins && ends) return true;
  }
  return false;
}

/// A source without what is only said in comments, and with one name for the file system.
std::string code_of(std::istream& source) {
  std::string code;
  for (std::string line; std::getline(source, line);) code += line.substr(0, line.find("//")) + "\n";
  std::string const name = "std::filesystem::";
  for (auto at = code.find(name); at != std::string::npos; at = code.find(name)) code.replace(at, name.size(), "fs::");
  return code;
}

/// Each word that a source outside the exempted file or folder uses.
Words offenders(Words const& forbidden, Words const& exempted) {
  Words found;
  for (auto& entry : fs::recursive_directory_iterator(generator)) {
    auto const within = fs::relative(entry.path(), generator);
    auto const ending = within.extension();
    auto const layer = within.begin()->string();
    bool exempt = std::find(exempted.begin(), exempted.end(), layer) != exempted.end();
    if ((ending != ".cpp" && ending != ".hpp") || exempt) continue;
    std::ifstream file(entry.path());
    auto const code = code_of(file);
    for (auto& word : forbidden) {
      if (uses(code, word)) found.push_back(within.string() + ": " + word);
    }
  }
  return found;
}

TEST(World, OnlyMainPrints) { EXPECT_EQ(offenders(printing, {"main.cpp", "publishing"}), Words()); }

TEST(World, OnlyPublishingWritesFiles) { EXPECT_EQ(offenders(writing, {"publishing"}), Words()); }

TEST(World, TheRulesSeeWhatTheyForbid) {
  auto any_of = [](Words const& words, std::string const& line) {
    std::istringstream source(line);
    auto const code = code_of(source);
    return std::any_of(words.begin(), words.end(), [&](auto& word) { return uses(code, word); });
  };
  for (auto line : {"std::cout << 1;", "fmt::print(\"x\");", "printf(\"x\");", "std::puts(text);"})
    EXPECT_TRUE(any_of(printing, line)) << line;
  for (auto line : {"std::ofstream out(path);", "fopen(name, \"w\")", "fs::rename(a, b);", "std::rename(a, b);",
                    "std::filesystem::create_directories(path);", "fs::remove(path, failed)"})
    EXPECT_TRUE(any_of(writing, line)) << line;
  for (auto line : {"snprintf(buffer, 9, \"x\")", "std::remove(v.begin(), v.end(), 1)", "std::ifstream in(path);",
                    "std::copy(a.begin(), a.end(), b)", "int x;  // std::cout", "footprints(x)"})
    EXPECT_FALSE(any_of(printing, line) || any_of(writing, line)) << line;
}

}  // namespace
