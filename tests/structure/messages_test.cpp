// Messages are whole sentences: what a clerk reads ends with 。, whatever the layer that says it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "source_dir.hpp"

namespace {

namespace fs = std::filesystem;

std::string text_of(fs::path const& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The English words of a text, literal by literal, as they are written.
std::vector<std::string> english_literals_in(std::string const& source) {
  static std::regex const token(
      R"re(//[^\n]*|R"(\w*)\([^]*?\)\1"|"(?:[^"\\\n]|\\.)*"|\b\d[\w'.]*|'(?:[^'\\\n]|\\.)+')re");
  std::vector<std::string> found;
  for (std::sregex_iterator at(source.begin(), source.end(), token), end; at != end; ++at) {
    auto const text = at->str();
    if (text.front() == '"' && text.find("\xE3\x81") == text.npos) found.push_back(text.substr(1, text.size() - 2));
  }
  return found;
}

/// Whether names stand in other quotes than “ and ”: in 'these', or in those of code though the name is no code.
bool quotes_otherwise(std::string const& english) {
  static std::regex const single(R"re((^|[ (,])'[^'"]+'($|[ .,:;?)]))re");
  static std::regex const of_code(R"re((^|[a-z,] )\\"\{\}\\"(?!:))re");
  return std::regex_search(english, single) || std::regex_search(english, of_code);
}

/// Literals that stand side by side are one.
std::string joined(std::string const& literals) {
  static std::regex const part(R"re("((?:[^"\\]|\\.)*)")re");
  std::string text;
  for (std::sregex_iterator at(literals.begin(), literals.end(), part), end; at != end; ++at) text += (*at)[1].str();
  return text;
}

bool holds_japanese(std::string const& text) {
  return text.find("\xE3\x81") != text.npos || text.find("\xE3\x82") != text.npos;
}

struct Pair {
  std::string ja, en;
};

/// The pairs of literals that a text has as messages: `{"…", "…"}` and `{fmt::format("…"…), fmt::format("…"…)}`. The
/// first is Japanese, the second a sentence of English.
std::vector<Pair> messages_in(std::string const& source) {
  static std::string const literal = R"re(((?:"(?:[^"\\\n]|\\.)*"\s*)+))re";
  static std::string const formatted = R"re((?:,(?:[^"{};]|"")*)?\)?)re";
  static std::regex const pair("\\{\\s*(?:fmt::format\\()?" + literal + formatted + "\\s*,\\s*(?:fmt::format\\()?" +
                               literal);
  std::vector<Pair> found;
  for (std::sregex_iterator at(source.begin(), source.end(), pair), end; at != end; ++at) {
    Pair const made{joined((*at)[1].str()), joined((*at)[2].str())};
    bool const sentence = made.en.ends_with('.') || made.en.ends_with('?');
    if (holds_japanese(made.ja) && !holds_japanese(made.en) && sentence) found.push_back(made);
  }
  return found;
}

/// A sentence, or one that ends with words put in, which close it.
bool is_whole(std::string const& ja) { return ja.ends_with("。") || ja.ends_with("。\\n") || ja.ends_with("{}"); }

TEST(Messages, AreWholeSentencesInJapaneseWhereTheyAreSoInEnglish) {
  std::size_t looked_at = 0;
  for (auto const& entry : fs::recursive_directory_iterator(fs::path(TEBIKI_SOURCE_DIR) / "generator")) {
    if (entry.path().extension() != ".cpp") continue;
    for (auto const& [ja, en] : messages_in(text_of(entry.path()))) {
      ++looked_at;
      EXPECT_TRUE(is_whole(ja)) << entry.path().filename() << ": " << ja << " | " << en;
    }
  }
  EXPECT_GT(looked_at, 250u) << "the rule no longer finds the messages";
}

TEST(Messages, OfFailuresAreWholeSentencesInJapanese) {
  static std::regex const failure(R"re(Failure\(\s*\{\s*(?:fmt::format\(\s*)?((?:"(?:[^"\\\n]|\\.)*"\s*)+))re");
  std::size_t looked_at = 0;
  for (auto const& entry : fs::recursive_directory_iterator(fs::path(TEBIKI_SOURCE_DIR) / "generator")) {
    if (entry.path().extension() != ".cpp") continue;
    auto const source = text_of(entry.path());
    for (std::sregex_iterator at(source.begin(), source.end(), failure), end; at != end; ++at) {
      ++looked_at;
      auto const behind = source.substr(std::size_t(at->position() + at->length()), 1);
      if (behind == "+") continue;  // only the beginning of the sentence
      EXPECT_TRUE(is_whole(joined((*at)[1].str()))) << entry.path().filename() << ": " << (*at)[1].str();
    }
  }
  EXPECT_GT(looked_at, 15u) << "the rule no longer finds the failures";
}

TEST(Messages, QuoteNamesInEnglishInOneStyle) {
  std::size_t quoted = 0;
  for (auto const& entry : fs::recursive_directory_iterator(fs::path(TEBIKI_SOURCE_DIR) / "generator")) {
    if (entry.path().extension() != ".cpp") continue;
    for (auto const& english : english_literals_in(text_of(entry.path()))) {
      if (english.starts_with("default-src ")) continue;  // a policy for browsers, which quotes its own words
      quoted += english.find("“") != english.npos;
      EXPECT_FALSE(quotes_otherwise(english)) << entry.path().filename() << ": " << english;
    }
  }
  EXPECT_GT(quoted, 150u) << "the rule no longer finds the messages";
}

TEST(Messages, TheRuleSeesWhatItForbids) {
  auto const found = messages_in(R"x({"「a」がありません", "There is no a."}, {fmt::format("「{}」は使えません。", a),
      fmt::format("“{}” cannot be used.", a)})x");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(is_whole(found[0].ja));
  EXPECT_TRUE(is_whole(found[1].ja));

  auto const english = english_literals_in(R"x(say("'{}' is no list."); // "'a'"
      c == '\"' || say("\"{}\" is no list.") || say("The list's “{}”.", "「a」は", "write {{\"id\": \"{}\"}}"))x");
  ASSERT_EQ(english.size(), 4u);
  EXPECT_TRUE(quotes_otherwise(english[0]));
  EXPECT_TRUE(quotes_otherwise(english[1]));
  EXPECT_FALSE(quotes_otherwise(english[2]));
  EXPECT_FALSE(quotes_otherwise(english[3]));
}

}  // namespace
