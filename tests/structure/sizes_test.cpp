// Holds the sizes of print and drawings in templates/print: the layout of pages, and views that draw, name shares, ems
// and counts, but no points and no colours.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "source_dir.hpp"

namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

/// Statements without what is said in comments and literals.
Strings statements_of(std::string const& source) {
  static std::regex const said(R"re(//[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|#[^\n]*)re");
  auto const code = std::regex_replace(source, said, " ");
  static std::regex const statement(R"([^;{}]*(?:\{[^;{}]*\}[^;{}]*)*[;{}])");
  return {std::sregex_token_iterator(code.begin(), code.end(), statement), std::sregex_token_iterator()};
}

/// Numbers but for those that only halve, double or count on: what is divided by is a share.
Strings numbers_in(std::string const& statement) {
  static std::regex const number(R"((/ |== )?(?:^|[^\w.])(\d[\d.]*(?:e-?\d+)?)F?)");
  Strings found;
  for (std::sregex_iterator at(statement.begin(), statement.end(), number), end; at != end; ++at) {
    static std::regex const harmless("0|1|2|0\\.0|1\\.0|2\\.0|0\\.5|0\\.01");
    auto const text = (*at)[2].str();
    auto const before = statement.substr(0, std::size_t(at->position(2)));
    bool const share = before.ends_with("/ ") || before.ends_with("== ");
    if (!share && !std::regex_match(text, harmless)) found.push_back(text);
  }
  return found;
}

/// What a statement has of sizes: a colour, a number that is no named constant, and a large constant that does not say
/// that it is none. Shares, and ems of one letter or two, are small.
Strings sizes_in(std::string const& statement) {
  static std::regex const count("constexpr (?:std::size_t|int|unsigned) ");
  static std::regex const constant("constexpr ");
  static std::regex const no_length(
      "ems|lines|rows|parts|weight|penalty|loss|moves|unbounded|pixels|factors|metres|model::Colour black");
  static std::regex const angle("upright = 90");
  constexpr double largest_share = 3;
  static std::regex const colour(R"(\{0x\w\w, 0x\w\w, 0x\w\w\})");
  if (std::regex_search(statement, colour)) return {"a colour"};
  if (std::regex_search(statement, count)) return {};
  auto numbers = numbers_in(statement);
  if (!std::regex_search(statement, constant)) return numbers;
  if (std::regex_search(statement, no_length) || std::regex_search(statement, angle)) return {};
  std::erase_if(numbers, [&](std::string const& number) { return std::stod(number) <= largest_share; });
  return numbers;
}

Strings sizes_of(std::string const& source) {
  Strings found;
  for (auto const& statement : statements_of(source)) {
    for (auto const& size : sizes_in(statement)) found.push_back(size + " in " + statement);
  }
  return found;
}

TEST(Sizes, OfPrintStandInItsTemplate) {
  auto const layout = fs::path(TEBIKI_SOURCE_DIR) / "generator/pdf/layout";
  std::size_t looked_at = 0;
  for (auto const& entry : fs::directory_iterator(layout)) {
    // The flow knows no style: what it needs to come to an end is its own.
    if (entry.path().stem() == "page_flow") continue;
    ++looked_at;
    std::ifstream file(entry.path());
    std::string const source{std::istreambuf_iterator<char>(file), {}};
    for (auto const& size : sizes_of(source)) ADD_FAILURE() << entry.path().filename() << ": " << size;
  }
  EXPECT_GT(looked_at, 20u);
}

TEST(Sizes, OfDrawingsStandInTheTemplateOfPrint) {
  auto const views = fs::path(TEBIKI_SOURCE_DIR) / "generator/views";
  std::size_t looked_at = 0;
  for (auto const& entry : fs::directory_iterator(views)) {
    std::ifstream file(entry.path());
    std::string const source{std::istreambuf_iterator<char>(file), {}};
    auto const name = entry.path().filename();
    bool const draws = name == "drawings.hpp" || name == "booklets.cpp" || name == "qr_code.cpp" ||
                       source.find("\"views/drawings.hpp\"") != source.npos;
    if (!draws) continue;
    ++looked_at;
    for (auto const& size : sizes_of(source)) ADD_FAILURE() << name << ": " << size;
  }
  EXPECT_GT(looked_at, 8u);
}

TEST(Sizes, TheRuleSeesWhatItForbids) {
  for (auto const* bare : {"rule.height = 0.8;", "y += 4;", "constexpr double gap = 16, padding = 7;",
                           "Box{{x, y, 120, height}, 0, style.ink, {}, 0};", "float size = few ? 9 : 10.5F;",
                           "constexpr double foot = 64 * millimetre;", "constexpr model::Colour ink{0x1b, 0x20, 0x23};",
                           "constexpr MeasuredFont name{12, true};", "return {1000, leading};"})
    EXPECT_THAT(sizes_of(bare), testing::Not(testing::IsEmpty())) << bare;
  for (auto const* sound : {"rule.height = style.break_rule;", "y += style.size / 3;", "x = 2 * gap;",
                            "constexpr double share_of_name = 0.2;", "constexpr std::size_t most_told = 10;",
                            "constexpr double least_ems_of_name = 4.2;", "auto const level = role == 3;",
                            "// 64 mm of A4\nint a;", "auto const name = \"12 points\";", "heading2.size;"})
    EXPECT_THAT(sizes_of(sound), testing::IsEmpty()) << sound;
}

}  // namespace
