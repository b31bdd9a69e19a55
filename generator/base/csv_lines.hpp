#pragma once
#include <cstddef>
#include <string_view>

/// Guesses about the lines of a CSV file whose quotation marks are not in order.
namespace tebiki::base {

/// Text with what parts its cells.
struct CsvText {
  std::string_view text;
  char separator = ',';
};

/// What parts the cells: a tab where the first line that has tabs or commas has no comma (Excel's
/// 「テキスト（タブ区切り）」), a semicolon where the upper lines have neither and the first one has it, otherwise a
/// comma.
char csv_separator(std::string_view text);

/// Where the line that holds byte `at` ends: at its line break or the end of the text.
std::size_t line_end(std::string_view text, std::size_t at);
/// Where the next line begins.
std::size_t next_line(std::string_view text, std::size_t at);

/// How many cells begin on the line from `at`; a quotation mark that is not closed on the line counts as a character.
std::size_t cells_on_line(CsvText const& csv, std::size_t at);

/// How many cells the row has from `at`, just behind a cell, to its end, that cell not counted; cells of several lines
/// are followed. Stops counting at `most`.
std::size_t cells_behind(CsvText const& csv, std::size_t at, std::size_t most);

}  // namespace tebiki::base
