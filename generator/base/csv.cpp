#include "base/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/unicode.hpp"

namespace tebiki::base {
namespace {

constexpr auto npos = std::string_view::npos;

/// Text with what parts its cells.
struct CsvText {
  std::string_view text;
  char separator = ',';
};

/// Where the line that holds byte `at` ends: at its line break or the end of the text.
std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of("\r\n", at), text.size());
}

/// Where the next line begins.
std::size_t next_line(std::string_view text, std::size_t at) {
  auto end = line_end(text, at);
  if (end < text.size() && text[end] == '\r') ++end;
  if (end < text.size() && text[end] == '\n') ++end;
  return end;
}

/// What parts the cells: a tab where the first line that has tabs or commas has no comma (Excel's
/// 「テキスト（タブ区切り）」), a semicolon where the upper lines have neither and the first one has it, otherwise a
/// comma.
char csv_separator(std::string_view text) {
  constexpr int looked_at = 5;
  std::size_t begin = 0;
  for (int i = 0; i < looked_at && begin < text.size(); ++i, begin = next_line(text, begin)) {
    auto const line = text.substr(begin, line_end(text, begin) - begin);
    if (line.find(',') != npos) return ',';
    if (line.find('\t') != npos) return '\t';
  }
  return text.substr(0, line_end(text, 0)).find(';') != npos ? ';' : ',';
}

/// Behind the closing quotation mark of the cell that begins with one at `at`; `npos` when there is none.
std::size_t behind_quotes(std::string_view text, std::size_t at) {
  for (auto end = text.find('"', at + 1); end != npos; end = text.find('"', end + 2)) {
    if (end + 1 >= text.size() || text[end + 1] != '"') return end + 1;
  }
  return npos;
}

/// How many cells begin on the line from `at`; a quotation mark that is not closed on the line counts as a character.
std::size_t cells_on_line(CsvText const& csv, std::size_t at) {
  auto line = csv.text.substr(at, line_end(csv.text, at) - at);
  std::size_t count = 1;
  for (std::size_t i = 0; i < line.size(); ++i) {
    bool begins = line[i] == '"' && (i == 0 || line[i - 1] == csv.separator);
    auto behind = begins ? behind_quotes(line, i) : npos;
    if (behind != npos) i = behind - 1;
    if (line[i] == csv.separator) ++count;
  }
  return count;
}

/// How many cells the row has from `at`, just behind a cell, to its end, that cell not counted; cells of several lines
/// are followed. Stops counting at `most`.
std::size_t cells_behind(CsvText const& csv, std::size_t at, std::size_t most) {
  auto const& [text, separator] = csv;
  std::size_t count = 0;
  while (at < text.size() && count < most) {
    if (text[at] == '\r' || text[at] == '\n') break;
    if (text[at++] != separator) continue;
    ++count;
    auto behind = at < text.size() && text[at] == '"' ? behind_quotes(text, at) : npos;
    if (behind != npos) at = behind;
  }
  return count;
}

/// Text between quotes: `""` is a quote, CRLF and CR are line feeds.
std::string unescape(std::string_view raw) {
  std::string text;
  text.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    char const c = raw[i];
    char const next = i + 1 < raw.size() ? raw[i + 1] : '\0';
    if ((c == '"' && next == '"') || (c == '\r' && next == '\n')) ++i;
    text += c == '\r' ? '\n' : c;
  }
  return text;
}

void report_unclosed(SourceLocation at, Diagnostics& diagnostics) {
  diagnostics.error(at, "csv-unclosed-quote",
                    {"引用符「\"」が閉じられていません。", "This quotation mark is never closed."},
                    {"セルの終わりにも「\"」を付けてください。セルの中の「\"」は「\"\"」と二つ続けて書きます。",
                     "Put a \" at the end of the cell, too. A \" inside the cell is written twice: \"\"."});
}

/// A value that nobody wrote by hand: mostly everything up to a quotation mark that stands far below.
constexpr std::size_t longest_cell = 1'000'000;

void report_long_cell(SourceLocation at, std::size_t length, Diagnostics& diagnostics) {
  diagnostics.error(
      at, "csv-long-cell",
      {fmt::format("ここから始まるセルが長すぎます（{}バイト、{}バイトまで）。", length, longest_cell),
       fmt::format("The cell that begins here is too long ({} bytes; {} are the limit).", length, longest_cell)},
      {"引用符「\"」を閉じ忘れていないか確かめてください。長い文章は、1件を1つの .md のファイルにします。",
       "See whether its closing \" is missing. A long text belongs into an .md file of its own."});
}

void report_text_behind(SourceLocation at, Diagnostics& diagnostics) {
  diagnostics.error(
      at, "csv-text-after-quote",
      {"閉じた引用符「\"」のうしろに文字があります。", "There is text behind the closing quotation mark."},
      {"前の行のセルで「\"」を閉じ忘れていないか確かめてください。セルの中の「\"」は「\"\"」と二つ続けて書きます。",
       "See whether a cell above lacks its closing \". A \" inside a cell is written twice: \"\"."});
}

void report_stray(SourceLocation at, Diagnostics& diagnostics) {
  diagnostics.warning(
      at, "csv-stray-quote",
      {"セルの途中に引用符「\"」があります。文字として扱いました。",
       "There is a quotation mark inside the cell. It was taken as a character."},
      {"いらない「\"」なら消してください。残すなら、セル全体を「\"」で囲み、中の「\"」は「\"\"」と二つ続けて"
       "書きます。",
       "Remove it if it is not wanted; otherwise put the whole cell in \" and write a \" inside it "
       "twice: \"\"."});
}

}  // namespace

class CsvReader {
 public:
  CsvReader(FileId file, std::string_view text, Diagnostics& diagnostics)
      : file_(file), text_(text), csv_{text, csv_separator(text)}, diagnostics_(diagnostics), table_(file) {}

  CsvTable read() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < text_.size()) read_row();
    return std::move(table_);
  }

 private:
  void read_row() {
    first_cell_ = table_.cells_.size();
    broken_ = false;
    bool has_text = false;
    for (bool more = true; more;) {
      CsvCell const cell = at_ < text_.size() && text_[at_] == '"' ? quoted_cell() : unquoted_cell(at_);
      has_text = has_text || !trimmed(cell.text).empty();
      table_.cells_.push_back(cell);
      if (cell.text.size() > longest_cell) refuse_length();
      more = at_ < text_.size() && text_[at_] == csv_.separator;
      if (more) ++at_;
    }
    skip_line_end();
    if (has_text) {
      finish_row();
    } else {
      table_.cells_.resize(first_cell_);
    }
  }

  /// Of the last cell, whose text goes: its row is broken.
  void refuse_length() {
    auto& cell = table_.cells_.back();
    auto const length = std::exchange(cell.text, {}).size();
    if (!std::exchange(broken_, true))
      report_long_cell(position(cell.offset - (cell.quoted ? 1 : 0)), length, diagnostics_);
  }

  /// Behind a quote left open come the other lines of its cell, until a row is whole again.
  void finish_row() {
    auto const count = table_.cells_.size() - first_cell_;
    if (columns_ == 0) columns_ = count;
    lost_ = lost_ && count != columns_;
    if (broken_ || lost_) table_.broken_.insert(table_.row_ends_.size());
    table_.row_ends_.push_back(static_cast<std::uint32_t>(table_.cells_.size()));
  }

  void skip_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  bool at_cell_end() const {
    return at_ >= text_.size() || text_[at_] == csv_.separator || text_[at_] == '\r' || text_[at_] == '\n';
  }

  /// From `start` to the next comma or line end; the quotes on the way are characters. Behind a quote left open they
  /// may be its end.
  CsvCell unquoted_cell(std::size_t start) {
    bool reported = lost_;
    for (; !at_cell_end(); ++at_) {
      if (text_[at_] == '"' && !std::exchange(reported, true)) report_stray(position(at_), diagnostics_);
    }
    return {text_.substr(start, at_ - start), offset(start), false};
  }

  CsvCell quoted_cell() {
    std::size_t const start = at_ + 1;
    bool plain = true;
    std::size_t end = start;
    while (true) {
      end = text_.find('"', end);
      if (end == std::string_view::npos) return unclosed_cell(start);
      if (end + 1 >= text_.size() || text_[end + 1] != '"') break;
      plain = false;
      end += 2;
    }
    if (swallows_rows(start, end)) return unclosed_cell(start);
    at_ = end + 1;
    std::string_view const raw = text_.substr(start, end - start);
    CsvCell cell{raw, offset(start), true};
    if (!plain || raw.find('\r') != std::string_view::npos) cell.text = keep(unescape(raw));
    if (!at_cell_end()) add_text_behind(cell);
    return cell;
  }

  /// Whether the quote at `end` is not the closing one but belongs to a later row: the cell goes over a line end, and
  /// either what stands around the quote or the number of cells says that its lines are rows.
  bool swallows_rows(std::size_t start, std::size_t end) const {
    auto const second = next_line(text_, start);
    if (second > end) return false;
    auto const behind = end + 1 < text_.size() ? text_[end + 1] : '\n';
    bool const closes = behind == csv_.separator || behind == '\r' || behind == '\n';
    auto const before = text_[end - 1];
    bool const opens = before == csv_.separator || before == '\r' || before == '\n';
    if (!closes && opens) return true;
    auto const index = table_.cells_.size() - first_cell_;
    bool const looks_like_rows =
        index + cells_on_line(csv_, start) == columns_ && cells_on_line(csv_, second) == columns_;
    if (!closes) return columns_ == 0 || looks_like_rows;
    return looks_like_rows && columns_ > 1 && index + 1 + cells_behind(csv_, end + 1, columns_) != columns_;
  }

  /// Ends the cell with its line, so that the rows below are still read.
  CsvCell unclosed_cell(std::size_t start) {
    report_unclosed(position(start - 1), diagnostics_);
    broken_ = lost_ = true;
    at_ = line_end(text_, start);
    return {keep(unescape(text_.substr(start, at_ - start))), offset(start), true};
  }

  void add_text_behind(CsvCell& cell) {
    report_text_behind(position(at_), diagnostics_);
    broken_ = true;
    std::size_t const start = at_;
    while (!at_cell_end()) ++at_;
    cell.text = keep(std::string(cell.text) + std::string(text_.substr(start, at_ - start)));
  }

  std::string_view keep(std::string text) { return table_.unescaped_.emplace_back(std::move(text)); }
  static std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }
  SourceLocation position(std::size_t at) const { return {file_, offset(at)}; }

  FileId file_;
  std::string_view text_;
  CsvText csv_;
  std::size_t at_ = 0;
  std::size_t first_cell_ = 0;  ///< of the row at hand
  std::size_t columns_ = 0;     ///< cells of the first row; 0 before it is read
  bool broken_ = false;         ///< the row at hand
  bool lost_ = false;           ///< a quote was left open, and no row of the right length was met since
  Diagnostics& diagnostics_;
  CsvTable table_;
};

CsvRow CsvTable::row(std::size_t index) const {
  std::size_t const begin = index == 0 ? 0 : row_ends_[index - 1];
  return CsvRow(cells_).subspan(begin, row_ends_[index] - begin);
}

SourceLocation CsvTable::at(CsvCell const& cell, std::size_t index, Sources const& sources) const {
  std::string_view const text = sources.text(file_);
  std::size_t at = cell.offset;
  for (std::size_t i = 0; i < index && at < text.size(); ++i, ++at) {
    if (!cell.quoted || at + 1 >= text.size()) continue;
    bool const pair = (text[at] == '"' && text[at + 1] == '"') || (text[at] == '\r' && text[at + 1] == '\n');
    if (pair) ++at;
  }
  return {file_, static_cast<std::uint32_t>(std::min(at, text.size()))};
}

CsvTable read_csv(FileId file, Sources const& sources, Diagnostics& diagnostics) {
  return CsvReader(file, sources.text(file), diagnostics).read();
}

}  // namespace tebiki::base
