#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loading/syntax/source_map.hpp"

namespace tebiki::loading {

/// What is put into Markdown before cmark reads it, and taken out of what cmark makes of it.
enum class Mark {
  gap,     ///< a blank, and a sign to know it by: ends a bare URL where Japanese follows without one
  letter,  ///< stands between a delimiter and punctuation, so that cmark sees a letter there
  bar,     ///< in place of the bar of `{漢字|かんじ}`, so that a table does not split there
};

/// Whether the character at `at` stands behind a backslash that is not itself escaped.
bool is_escaped(std::string_view text, std::size_t at);

/// Markdown as cmark gets it. Marks are made of private-use characters that the file does not hold;
/// they are empty, and nothing is marked with them, should it hold all of those.
struct MarkedText {
  std::string text;
  SourceMap map;  ///< from `text` to the file
  std::string gap;
  std::string letter;
  std::string bar;
  std::vector<std::size_t> lines;  ///< where each line begins in `text`

  /// Line `number` (from 1, as cmark counts) without its line end; empty for a number out of range.
  std::string_view line(std::size_t number) const;
  std::size_t line_begin(std::size_t number) const;
  /// The mark that `piece` begins with.
  std::optional<Mark> mark_at(std::string_view piece) const;
  std::string const& written(Mark mark) const;
  std::size_t length(Mark mark) const { return written(mark).size(); }
  /// A piece of `text`, or what cmark made of it, as the author wrote it.
  std::string without_marks(std::string_view piece) const;
};

/// Marks the Markdown from `begin` on in a file's text. Control characters become blanks: they are reported where
/// files are read, and cmark would change their length. Linear.
MarkedText mark(std::string_view file_text, std::size_t begin);

}  // namespace tebiki::loading
