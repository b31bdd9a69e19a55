// Holds the grain of files and functions: no file that one must scroll through, no function of ten thoughts, no header
// that only one file needs.
#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "source_dir.hpp"

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

fs::path const generator = fs::path(TEBIKI_SOURCE_DIR) / "generator";

/// The text of every source and header, by its path in generator/.
std::map<std::string, std::string> const& sources() {
  static auto const read = [] {
    std::map<std::string, std::string> texts;
    for (auto& entry : fs::recursive_directory_iterator(generator)) {
      auto const ending = entry.path().extension();
      if (ending != ".cpp" && ending != ".hpp") continue;
      std::ifstream file(entry.path());
      texts[fs::relative(entry.path(), generator).generic_string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return texts;
  }();
  return read;
}

std::string layer_of(std::string const& path) {
  return path.find('/') == path.npos ? "" : path.substr(0, path.find('/'));
}

std::vector<std::string> includes_in(std::string const& text) {
  static std::regex const directive("#include \"([^\"]+)\"");
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), directive), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

/// Headers that fewer than two files include, their own .cpp not counted. One that another layer includes, or main, is
/// a front door of its own.
Names headers_of_one_file(std::map<std::string, std::string> const& texts) {
  std::map<std::string, Names> users;
  for (auto& [path, text] : texts) {
    for (auto& header : includes_in(text)) users[header].insert(path);
  }
  Names found;
  for (auto& [path, text] : texts) {
    if (!path.ends_with(".hpp")) continue;
    auto& all = users[path];
    all.erase(path.substr(0, path.size() - 4) + ".cpp");
    bool const front_door = std::any_of(
        all.begin(), all.end(), [&](auto& user) { return layer_of(user) != layer_of(path) || user == "main.cpp"; });
    if (!front_door && all.size() < 2) found.insert(path);
  }
  return found;
}

/// The code with blanks in place of what stands in comments and literals.
std::string bare_code(std::string const& text) {
  static std::regex const words(
      R"re(//[^\n]*|/\*[^]*?\*/|R"(\w*)\([^]*?\)\1"|"(?:[^"\\\n]|\\.)*"|\b\d[\w'.]*|'(?:[^'\\\n]|\\.)+')re");
  std::string code;
  auto rest = text.cbegin();
  for (std::sregex_iterator at(text.begin(), text.end(), words), end; at != end; ++at) {
    code.append(rest, (*at)[0].first);
    for (auto c : at->str()) code += c == '\n' ? '\n' : ' ';
    rest = (*at)[0].second;
  }
  return code.append(rest, text.cend());
}

/// A function and its lines from the one that opens it to the one that closes it.
struct Function {
  std::size_t line = 0;
  std::size_t length = 0;
};

/// In code that clang-format wrote, what opens a function ends its line with `) {`, `) const {` and the like, outside
/// of all other functions.
std::vector<Function> functions_in(std::string const& text) {
  static std::regex const opening(R"([)}](?: const| noexcept| override| final| mutable| -> .*)* \{$)");
  auto const code = bare_code(text);
  std::vector<Function> found;
  std::size_t line = 1, line_begin = 0, depth = 0, depth_of_function = 0;
  bool inside = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '\n') ++line, line_begin = i + 1;
    if (code[i] == '{') {
      auto const begins = !inside && std::regex_search(code.substr(line_begin, i + 1 - line_begin), opening);
      bool const ends_line = i + 1 == code.size() || code[i + 1] == '\n';
      if (begins && ends_line) inside = true, depth_of_function = depth, found.push_back({line, 0});
      ++depth;
    } else if (code[i] == '}' && depth > 0) {
      --depth;
      if (inside && depth == depth_of_function) inside = false, found.back().length = line + 1 - found.back().line;
    }
  }
  return found;
}

TEST(Grain, HeadersAreForTwoFilesOrMore) {
  for (auto& header : headers_of_one_file(sources()))
    ADD_FAILURE() << header << " is needed by one file, and belongs into it";
}

TEST(Grain, FunctionsHaveAtMostSixtyLines) {
  constexpr std::size_t most = 60;
  std::size_t looked_at = 0;
  for (auto& [path, text] : sources()) {
    for (auto [line, length] : functions_in(text)) {
      ++looked_at;
      EXPECT_LE(length, most) << path << ":" << line;
    }
  }
  EXPECT_GT(looked_at, 2000u) << "the rule no longer finds the functions";
}

TEST(Grain, FilesHaveAtMostThreeHundredLines) {
  constexpr std::ptrdiff_t most = 300;
  for (auto& [path, text] : sources()) {
    auto const lines = std::count(text.begin(), text.end(), '\n');
    EXPECT_LE(lines, most) << path << " has " << lines << " lines";
  }
}

/// Visitors that take whatever comes and do nothing: no compiler tells them of a new block.
bool passes_over_anything(std::string const& text) {
  static std::regex const lambda(R"(\](?:\(auto(?: const)?&{1,2} ?\w*\)|\(\.\.\.\)) \{\})");
  static std::regex const any_type(R"(template <class \w+>\s+void operator\(\)\(\w+(?: const)?&\)(?: const)? \{\})");
  auto const code = bare_code(text);
  return std::regex_search(code, lambda) || std::regex_search(code, any_type);
}

TEST(Grain, VisitorsNameWhatTheyPassOver) {
  for (auto& [path, text] : sources()) EXPECT_FALSE(passes_over_anything(text)) << path;
  EXPECT_TRUE(passes_over_anything("visit(Overloaded{[&](Quote& q) { f(q); }, [](auto&) {}}, node);"));
  EXPECT_TRUE(passes_over_anything("template <class Other>\n  void operator()(Other const&) {}"));
  EXPECT_FALSE(passes_over_anything("[](OneOf<Text, Code> auto&) {}"));
}

TEST(Grain, TheRulesSeeWhatTheyForbid) {
  std::map<std::string, std::string> files{
      {"a/one.hpp", ""}, {"a/one.cpp", "#include \"a/one.hpp\"\n"}, {"a/two.cpp", "#include \"a/one.hpp\"\n"}};
  EXPECT_THAT(headers_of_one_file(files), testing::ElementsAre("a/one.hpp"));
  files["a/three.cpp"] = "#include \"a/one.hpp\"\n";
  EXPECT_THAT(headers_of_one_file(files), testing::IsEmpty());
  files.erase("a/three.cpp");
  files["b/door.cpp"] = "#include \"a/one.hpp\"\n";
  EXPECT_THAT(headers_of_one_file(files), testing::IsEmpty());

  auto lengths = [](std::string const& code) {
    std::vector<std::size_t> found;
    for (auto function : functions_in(code)) found.push_back(function.length);
    return found;
  };
  EXPECT_THAT(lengths("int f() {\n  if (a) {\n    b();\n  }\n}\n"), testing::ElementsAre(5u));
  EXPECT_THAT(
      lengths("class A {\n  A(int a)\n      : a_(a) {\n    g();\n  }\n  int h() const {\n    return '{';\n  }\n};\n"),
      testing::ElementsAre(3u, 3u));
  EXPECT_THAT(lengths("auto t = R\"({ ) {\n)\";  // ) {\nint f() { return 1'000; }\nvoid g(char c = '\"') {\n}\n"),
              testing::ElementsAre(2u));
  EXPECT_THAT(lengths("struct S : T {\n  int x = 1;\n};\nint const table[] = {\n    {1},\n};\n"), testing::IsEmpty());
}

}  // namespace
