// What readers see is written in templates/words, not in C++: in model, html, views and pdf Japanese stands only in
// diagnostics, which carry it beside English, in the tables of Japanese typography, and in the notation of content.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "source_dir.hpp"

namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

fs::path const generator = fs::path(TEBIKI_SOURCE_DIR) / "generator";

/// Files that hold characters and words of Japanese as the subject of their work: what may not begin a line, which
/// words stay together, the rows of the kana; names of fields, and how staff write values and what a form asks for.
std::set<std::string> const tables_of_japanese{
    "model/roles.cpp",    "model/open_data.cpp",        "model/typed_values.cpp", "pdf/text/characters.cpp",
    "pdf/text/items.cpp", "pdf/text/line_breaking.cpp", "views/sorted_lists.cpp", "views/form_fields.cpp",
    "model/date.cpp",     "model/events_and_films.cpp", "html/name_breaks.cpp"};

std::string content_of(fs::path const& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A string literal, and the code of the statement around it.
struct Literal {
  std::string text;
  std::size_t begin = 0, end = 0;
};

/// The end of the literal or comment that begins here; `at` where neither does.
std::size_t behind_literal(std::string const& code, std::size_t at) {
  char const quote = code[at];
  auto end = at + 1;
  while (end < code.size() && code[end] != quote && code[end] != '\n') end += code[end] == '\\' ? 2 : 1;
  return std::min(end + 1, code.size());
}

std::vector<Literal> literals_of(std::string const& code) {
  std::vector<Literal> found;
  for (std::size_t at = 0; at < code.size();) {
    if (code.compare(at, 2, "//") == 0) {
      at = std::min(code.find('\n', at), code.size());
    } else if (code[at] == '"') {
      auto const end = behind_literal(code, at);
      found.push_back({code.substr(at, end - at), at, end});
      at = end;
    } else if (code[at] == '\'' && at > 0 && !std::isalnum(static_cast<unsigned char>(code[at - 1]))) {
      at = behind_literal(code, at);
    } else {
      ++at;
    }
  }
  return found;
}

/// Kana, ideographs, and signs of Japanese: U+3000 to U+9FFF and U+FF00 to U+FFEF.
bool is_japanese(std::string const& text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    auto const a = static_cast<unsigned char>(text[i]), b = static_cast<unsigned char>(text[i + 1]);
    if ((a >= 0xE3 && a <= 0xE9) || (a == 0xEF && (b == 0xBC || b == 0xBD || b == 0xBE || b == 0xBF))) return true;
  }
  return false;
}

/// The code with blanks for all that stands in quotes.
std::string without_literals(std::string code, std::vector<Literal> const& literals) {
  for (auto const& literal : literals) std::fill(code.begin() + literal.begin, code.begin() + literal.end, ' ');
  return code;
}

/// The innermost braces around a place: from behind the opening one to the closing one.
std::pair<std::size_t, std::size_t> braces_around(std::string const& bare, std::size_t place) {
  int depth = 0;
  auto from = place;
  while (from > 0 && (bare[from - 1] != '{' || depth > 0)) {
    --from;
    depth += bare[from] == '}' ? 1 : bare[from] == '{' ? -1 : 0;
  }
  depth = 0;
  auto to = place;
  for (; to < bare.size() && (bare[to] != '}' || depth > 0); ++to)
    depth += bare[to] == '{' ? 1 : bare[to] == '}' ? -1 : 0;
  return {from, to};
}

bool is_english(std::string const& text) {
  return !is_japanese(text) &&
         std::count_if(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c); }) > 1;
}

/// In a diagnostic Japanese has its English beside it: `{"…。", "…"}`, or is added to the Japanese of a Message.
bool is_in_diagnostics(std::string const& bare, std::vector<Literal> const& literals, Literal const& literal) {
  auto const begin = bare.find_last_of(";{}", literal.begin) + 1;
  auto const end = bare.find(';', literal.end);
  auto const statement = bare.substr(begin, end == bare.npos ? end : end - begin);
  if (statement.find(".ja") != statement.npos || statement.find("refuse(") != statement.npos) return true;
  auto const [from, to] = braces_around(bare, literal.begin);
  if (bare.substr(from, to - from).find(';') != std::string::npos) return false;  // the body of a function
  return std::any_of(literals.begin(), literals.end(), [&, from = from, to = to](Literal const& other) {
    return other.begin >= from && other.end <= to && is_english(other.text);
  });
}

Strings japanese_in(std::string const& code) {
  Strings found;
  auto const literals = literals_of(code);
  auto const bare = without_literals(code, literals);
  for (auto const& literal : literals) {
    if (is_japanese(literal.text) && !is_in_diagnostics(bare, literals, literal)) found.push_back(literal.text);
  }
  return found;
}

TEST(Words, OfReadersStandInTheWordsFileAlone) {
  for (auto layer : {"model", "html", "views", "pdf", "exporting"}) {
    for (auto& entry : fs::recursive_directory_iterator(generator / layer)) {
      auto const ending = entry.path().extension();
      auto const name = fs::relative(entry.path(), generator).generic_string();
      if ((ending != ".cpp" && ending != ".hpp") || tables_of_japanese.contains(name)) continue;
      EXPECT_EQ(japanese_in(content_of(entry.path())), Strings()) << name;
    }
  }
}

TEST(Words, NoFileIsATableOfJapaneseWithoutNeed) {
  for (auto& name : tables_of_japanese) EXPECT_NE(japanese_in(content_of(generator / name)), Strings()) << name;
}

TEST(Words, OfTemplatesStandInTheWordsFileToo) {
  for (auto& entry : fs::recursive_directory_iterator(generator.parent_path() / "templates" / "site")) {
    if (!entry.is_regular_file()) continue;
    EXPECT_FALSE(is_japanese(content_of(entry.path()))) << entry.path();
  }
}

bool is_key(std::string const& text) {
  return text.find('.') != text.npos && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == text.npos;
}

/// The keys within `words[…]` and those that begin `words.filled(…`.
std::set<std::string> keys_in(std::string const& code) {
  std::set<std::string> keys;
  auto const literals = literals_of(code);
  auto const bare = without_literals(code, literals);
  for (auto const& literal : literals) {
    auto const text = literal.text.substr(1, literal.text.size() - 2);
    auto const open = bare.rfind("words", literal.begin);
    if (!is_key(text) || open == bare.npos) continue;
    auto between = bare.substr(open + 5, literal.begin - open - 5);
    if (between.starts_with('_')) between.erase(0, 1);
    bool const in_brackets = between.starts_with('[') && between.find_first_of("];") == between.npos;
    if (in_brackets || between == ".filled(") keys.insert(text);
  }
  return keys;
}

/// The words by which kinds of fields say their units and what they hold.
std::set<std::string> keys_of_kinds(std::string const& code) {
  static std::regex const unit("(?:with_unit|meaning) = \"([^\"]+)\"");
  std::set<std::string> keys;
  for (std::sregex_iterator at(code.begin(), code.end(), unit), end; at != end; ++at) keys.insert((*at)[1]);
  return keys;
}

TEST(Words, ThatTheProgramAsksForAreThoseThatItDeclares) {
  std::set<std::string> asked;
  for (auto layer : {"model", "loading", "html", "views", "pdf", "exporting"}) {
    for (auto& entry : fs::recursive_directory_iterator(generator / layer)) {
      if (entry.path().extension() == ".cpp") asked.merge(keys_in(content_of(entry.path())));
    }
  }
  for (auto file : {"model/list.cpp", "model/list.hpp"}) asked.merge(keys_of_kinds(content_of(generator / file)));
  asked.merge(
      std::set<std::string>{"availability.yes", "availability.ask", "availability.no", "availability.unanswered"});
  std::set<std::string> declared;
  auto const list = content_of(generator / "model/words.cpp");
  for (auto at = list.find("WordUse{\""); at != list.npos; at = list.find("WordUse{\"", at + 1)) {
    auto const begin = at + 9;
    declared.insert(list.substr(begin, list.find('"', begin) - begin));
  }
  Strings differing;
  std::set_symmetric_difference(asked.begin(), asked.end(), declared.begin(), declared.end(),
                                std::back_inserter(differing));
  EXPECT_EQ(differing, Strings());
}

TEST(Words, TheRulesSeeWhatTheyForbid) {
  EXPECT_EQ(japanese_in("void f() { out += \"一覧\"; }"), Strings{"\"一覧\""});
  EXPECT_EQ(japanese_in("auto a = \"、\";"), Strings{"\"、\""});
  EXPECT_EQ(japanese_in("auto a = \"\\\"（\" ; // \"一覧\""), Strings{"\"\\\"（\""});
  EXPECT_EQ(japanese_in("diagnostics.error(at, \"c\", {\"誤り。\", \"error\"});\nx = \"語\";"), Strings{"\"語\""});
  EXPECT_EQ(japanese_in("void f() { base::Message m = {\"誤\", \"error; two\"}; g(\"語\", \"word\"); }"),
            Strings{"\"語\""});
  EXPECT_EQ(japanese_in("base::Message remedy() {\n  return {\"直す。\", \"mend\"};\n}"), Strings());
  EXPECT_EQ(japanese_in("// 一覧 \"一覧\"\nauto a = \"list\";"), Strings());
  EXPECT_EQ(keys_in("auto a = words[\"view.none\"]; b(\"c.d\");"), std::set<std::string>{"view.none"});
  EXPECT_EQ(keys_in("words[many ? \"a.many\" : \"a.one\"]; add(words[\"b.c\"], \"index.html\");"),
            (std::set<std::string>{"a.many", "a.one", "b.c"}));
  EXPECT_EQ(keys_in("site.words.filled(\"join.label\", {})"), std::set<std::string>{"join.label"});
}

}  // namespace
