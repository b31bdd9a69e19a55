#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "loading/markdown/markdown.hpp"

namespace tebiki::loading {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_any_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : base::next_character(text, at);
}

std::string_view without_blanks(std::string_view text) {
  for (std::string_view blank : {" ", "\t", "　"}) {
    if (text.starts_with(blank)) return without_blanks(text.substr(blank.size()));
  }
  return text;
}

/// A line of a paragraph, without its indentation.
struct Line {
  std::string_view text;
  std::size_t at = 0;        ///< in the content
  bool broken = false;       ///< a line break is written at its end
  bool wide_indent = false;  ///< a full-width blank stands before it
};

std::vector<Line> lines_of(std::string_view content) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < content.size();) {
    auto end = std::min(content.find('\n', begin), content.size());
    auto whole = content.substr(begin, end - begin);
    if (whole.ends_with('\r')) whole.remove_suffix(1);
    auto text = without_blanks(whole);
    lines.push_back({text, begin + (whole.size() - text.size()), whole.ends_with("  ") || whole.ends_with('\\'),
                     whole.substr(0, whole.size() - text.size()).find("　") != npos});
    begin = end + 1;
  }
  return lines;
}

/// Looks at how the lines of one paragraph begin: what was meant to be more than a paragraph would be shown as it is
/// written.
class LineBeginnings {
 public:
  LineBeginnings(MarkdownFile& markdown, std::string_view content, SourceMap const& map)
      : markdown_(markdown), map_(map), lines_(lines_of(content)) {}

  void check() {
    for (auto const& line : lines_) check_heading(line);
    check_items();
    check_task();
    check_colons();
    check_indentation();
    check_table();
    check_signs();
  }

 private:
  std::size_t place(Line const& line) const { return map_(line.at); }

  void check_heading(Line const& line) {
    std::size_t level = 0;
    auto rest = line.text;
    for (std::string_view sign : {"#", "＃", "#", "＃"}) {
      for (; rest.starts_with(sign); ++level) rest.remove_prefix(sign.size());
    }
    auto words = base::trimmed(without_blanks(rest));
    if (level == 0 || words.empty()) return;
    bool apart = without_blanks(rest).size() < rest.size();
    if (level == 1 && is_any_digit(first_of(rest))) return;
    auto meant =
        std::string(std::min<std::size_t>(level, 6), '#') + " " + std::string(base::first_characters(words, 40));
    base::Message message{"この行は見出しにならず、「#」がそのまま表示されます。",
                          "This line is no heading: its # would be shown as they are."};
    base::Message hint{
        fmt::format(
            "見出しなら、半角の「#」のあとに半角の空白を入れてください：「{}」。「#」そのものなら「\\#」と書きます。",
            meant),
        fmt::format("For a heading write ASCII # and a blank: {}. For the sign itself write \\#.", meant)};
    // 「#介護」 may be no heading, and 「#7119」 is none.
    if (level == 1 && !apart) return markdown_.warning(place(line), "not-a-heading", message, hint);
    markdown_.error(place(line), "not-a-heading", message, hint);
  }

  static bool is_dot(Line const& line) {
    return (line.text.starts_with("・") && !line.text.starts_with("・・")) || line.text.starts_with("•");
  }

  /// `-項目` and `1.項目`: a list but for the blank.
  static bool lacks_blank(Line const& line) {
    auto rest = line.text;
    auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    bool numbered = digits > 0 && digits < 4 && rest.substr(digits).starts_with(".");
    if (!numbered && !rest.starts_with("-")) return false;
    rest.remove_prefix(numbered ? digits + 1 : 1);
    return !rest.starts_with("　") && base::is_wide(first_of(rest)) && !is_any_digit(first_of(rest));
  }

  /// `１．申し込む`: a numbered item in full-width digits; 「３．５％」 is none.
  static bool has_wide_number(Line const& line) {
    std::size_t at = 0, digits = 0;
    for (auto next = at; next < line.text.size(); at = next, ++digits) {
      auto const c = base::next_character(line.text, next);
      if (c < U'０' || c > U'９') break;
    }
    auto rest = line.text.substr(at);
    auto const dot = rest.starts_with("．") ? std::string_view("．").size() : rest.starts_with(".") ? 1 : 0;
    if (digits == 0 || digits > 2 || dot == 0) return false;
    rest = without_blanks(rest.substr(dot));
    return !rest.empty() && !is_any_digit(first_of(rest));
  }

  /// 「■」 and the like may head a line; but where several lines do, they run together.
  static bool is_mark(Line const& line) {
    constexpr std::array<std::string_view, 9> marks = {"●", "■", "◆", "◇", "□", "○", "◎", "★", "－"};
    return std::any_of(marks.begin(), marks.end(), [&](auto mark) { return line.text.starts_with(mark); }) ||
           has_number(line.text);
  }

  /// `１．申し込む`, `1．申し込む`, `(1)申し込む`, `（１）申し込む`, `①申し込む`: numbers that Markdown does not know.
  static bool has_number(std::string_view text) {
    auto first = first_of(text);
    if (first >= U'①' && first <= U'⑳') return true;
    bool opened = first == U'(' || first == U'（';
    std::size_t at = 0, digits = 0;
    if (opened) base::next_character(text, at);
    for (auto next = at; next < text.size() && is_any_digit(base::next_character(text, next)); ++digits) at = next;
    auto rest = text.substr(at);
    if (digits == 0 || digits > 3) return false;
    if (opened) return rest.starts_with(")") || rest.starts_with("）");
    return rest.starts_with("．") || rest.starts_with("）");
  }

  /// `　- 項目`: an item but for the width of the blank before it.
  static bool is_indented_item(Line const& line) {
    if (!line.wide_indent) return false;
    auto digits = std::min(line.text.find_first_not_of("0123456789"), line.text.size());
    auto rest = line.text.substr(digits);
    return digits > 0 ? digits < 4 && rest.starts_with(". ")
                      : rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ");
  }

  void check_indentation() {
    auto item = std::find_if(lines_.begin(), lines_.end(), is_indented_item);
    if (item == lines_.end()) return;
    markdown_.warning(place(*item), "not-a-list",
                      {"行の頭の空白が全角なので、この行は箇条書きにならず、前の行とつながって表示されます。",
                       "The blank before this line is full-width, so it is no list item and runs into the line above."},
                      {"行の頭の空白を、半角の空白 2 つに直してください。", "Indent it with two ASCII blanks."});
  }

  void check_items() {
    if (std::any_of(lines_.begin(), lines_.end(), [](Line const& line) { return line.broken; })) return;
    bool several_marks = std::count_if(lines_.begin(), lines_.end(), is_mark) > 1;
    auto item = std::find_if(lines_.begin(), lines_.end(), [&](Line const& line) {
      return is_dot(line) || lacks_blank(line) || has_wide_number(line) || (several_marks && is_mark(line));
    });
    if (item == lines_.end()) return;
    markdown_.warning(place(*item), "not-a-list",
                      {"この行は箇条書きにならず、印もそのまま、前後の行とつながって表示されます。",
                       "This line is no list item: it is shown with its mark and runs into the lines beside it."},
                      {"箇条書きなら、行の頭を「- 」か「1. 」（半角の印と半角の空白）にしてください。",
                       "For a list begin each line with “- ” or “1. ”."});
  }

  /// `- [ ]かく`: an item to be ticked off but for the blank.
  void check_task() {
    if (lines_.empty()) return;
    auto const& text = lines_.front().text;
    bool const box = text.starts_with("[ ]") || text.starts_with("[x]") || text.starts_with("[X]");
    if (!box || text.size() == 3 || std::string_view(" (:").find(text[3]) != npos) return;
    markdown_.warning(place(lines_.front()), "not-a-task",
                      {"この行はチェックの四角にならず、「[ ]」がそのまま表示されます。",
                       "This line has no box to tick: its “[ ]” is shown as it is."},
                      {"「- [ ] 書く」のように、「]」のあとに半角の空白を入れてください。",
                       "Write a blank behind the bracket: - [ ] words."});
  }

  /// `::: 注意`, a block of other programs.
  void check_colons() {
    auto const line =
        std::find_if(lines_.begin(), lines_.end(), [](Line const& l) { return l.text.starts_with(":::"); });
    if (line == lines_.end()) return;
    markdown_.warning(place(*line), "not-a-block",
                      {"「:::」の囲みは使えず、そのまま表示されます。", "“:::” makes no block and is shown as it is."},
                      {"囲みたい文は、どの行の頭にも「> 」をつけてください。",
                       "Begin each line of what is to stand apart with “> ”."});
  }

  void check_table() {
    auto is_row = [](Line const& line) {
      return line.text.starts_with("｜") || (line.text.starts_with('|') && line.text.find('|', 1) != npos);
    };
    auto row = std::find_if(lines_.begin(), lines_.end(), is_row);
    if (row == lines_.end()) return;
    markdown_.error(place(*row), "not-a-table",
                    {"この行は表にならず、縦棒がそのまま表示されます。",
                     "This line is no table: its bars would be shown as they are."},
                    {"縦棒は半角の「|」にし、見出しの行のすぐ次に「|---|---|」のような行を、列の数だけ書いてください。",
                     "Use ASCII bars, and below the heads a line such as |---|---| with as many columns."});
  }

  void check_signs() {
    struct Sign {
      std::string_view written, meant;
    };
    constexpr std::array<Sign, 2> signs = {Sign{"＞", "> "}, Sign{"｀｀｀", "```"}};
    for (auto const& line : lines_) {
      auto sign =
          std::find_if(signs.begin(), signs.end(), [&](Sign const& s) { return line.text.starts_with(s.written); });
      if (sign == signs.end()) continue;
      markdown_.warning(place(line), "wide-sign",
                        {fmt::format("全角の「{}」は記号のはたらきをせず、そのまま表示されます。", sign->written),
                         fmt::format("The full-width “{}” is shown as it is.", sign->written)},
                        {fmt::format("半角の「{}」に直してください。", sign->meant),
                         fmt::format("Write the ASCII “{}”.", sign->meant)});
    }
  }

  MarkdownFile& markdown_;
  SourceMap const& map_;
  std::vector<Line> lines_;
};

}  // namespace

void check_line_beginnings(MarkdownFile& markdown, std::string_view content, SourceMap const& map) {
  LineBeginnings(markdown, content, map).check();
}

namespace {

/// The label of a footnote that a line begins with; empty when it begins with none.
std::string_view footnote_label(std::string_view line) {
  auto begin = std::min(line.find_first_not_of(" >"), line.size());
  auto rest = line.substr(begin);
  auto end = rest.find("]:");
  if (!rest.starts_with("[^") || end == std::string_view::npos || end < 3) return {};
  auto label = rest.substr(2, end - 2);
  return label.find_first_of("[] ") == std::string_view::npos ? label : std::string_view();
}

}  // namespace

void report_unused_footnotes(MarkdownFile& markdown) {
  auto const& marked = markdown.marked;
  for (std::size_t number = 1; number <= marked.lines.size(); ++number) {
    auto line = marked.line(number);
    auto label = marked.without_marks(footnote_label(line));
    if (label.empty() || markdown.used_lines.contains(static_cast<int>(number))) continue;
    markdown.warning(marked.line_begin(number) + line.find("[^"), "unused-footnote",
                     {fmt::format("脚注「{}」は本文のどこからも指されていないため、表示されません。", label),
                      fmt::format("Nothing refers to the footnote “{}”, so it is not shown.", label)},
                     {fmt::format("本文に「[^{}]」と書くか、脚注を消してください。", label),
                      fmt::format("Write [^{}] in the text, or remove the footnote.", label)});
  }
}

}  // namespace tebiki::loading
