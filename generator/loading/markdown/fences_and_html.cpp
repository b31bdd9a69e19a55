// What Markdown leaves as it is written: fenced blocks, which are directives or code, and HTML, which is refused.
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

/// Languages whose names are near to a directive's, but right.
constexpr std::array<std::string_view, 10> languages{"r", "q", "tex", "toml", "vim", "vue", "text", "html", "c", "go"};

/// The opening line of a fenced block: ```` ```view ````.
struct Fence {
  std::size_t at = 0;  ///< of the first backtick
  std::string word;
  std::size_t word_at = 0;
  std::string rest;  ///< behind the word
};

Fence fence_of(MarkdownFile const& markdown, cmark_node* node) {
  auto number = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1));
  auto line = markdown.marked.line(number);
  auto begin = markdown.marked.line_begin(number);
  auto column = std::min(static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1)) - 1, line.size());
  auto sign = line.substr(column, 1);
  auto word_at = std::min(line.find_first_not_of(sign.empty() ? "`" : sign, column), line.size());
  word_at = std::min(line.find_first_not_of(" \t", word_at), line.size());
  auto info = markdown.marked.without_marks(cmark_node_get_fence_info(node));
  auto word = info.substr(0, info.find_first_of(" \t"));
  return {begin + column, word, begin + word_at, std::string(base::trimmed(info.substr(word.size())))};
}

/// Whether the last line of the block is its closing fence, and not the end of the file or of the quote it stands in.
bool is_closed(MarkdownFile const& markdown, cmark_node* node, std::size_t length, char sign) {
  auto last = cmark_node_get_end_line(node);
  if (last <= cmark_node_get_start_line(node)) return false;
  auto line = markdown.marked.line(static_cast<std::size_t>(last));
  auto begin = std::min(line.find_first_not_of("> \t"), line.size());
  auto fence = base::trimmed(line.substr(begin));
  return fence.size() >= length && fence.find_first_not_of(sign) == std::string_view::npos;
}

void report_unclosed(MarkdownFile& markdown, Fence const& fence, std::string const& signs) {
  markdown.error(fence.at, "unclosed-fence",
                 {fmt::format("このブロックを閉じる「{}」の行がありません。", signs),
                  fmt::format("No line of {} closes this block.", signs)},
                 {fmt::format("ブロックの終わりに「{}」だけの行を書いてください。", signs),
                  fmt::format("Write a line of {} after it.", signs)});
}

std::string names_of_directives() { return fmt::format("{}", fmt::join(model::directive_words, "、")); }

void report_unknown(MarkdownFile& markdown, Fence const& fence, std::string const& meant) {
  markdown.error({fence.word_at, fence.word_at + fence.word.size()}, "unknown-directive",
                 {fmt::format("「{}」というブロックはありません。", fence.word),
                  fmt::format("There is no block “{}”.", fence.word)},
                 {fmt::format("「{}」のことでしょうか。使えるのは {} です。", meant, names_of_directives()),
                  fmt::format("Did you mean “{}”?", meant)});
}

void report_words(MarkdownFile& markdown, Fence const& fence) {
  auto at = fence.word_at + fence.word.size();
  markdown.error(at, "unknown-directive",
                 {fmt::format("「{}」の後ろに余分な言葉「{}」があります。", fence.word, fence.rest),
                  fmt::format("There is something after “{}”: “{}”.", fence.word, fence.rest)},
                 {"設定は次の行から「項目名: 値」の形で書いてください。",
                  "Write the options on the following lines as “key: value”."});
}

/// The directive that a word was meant to be; nothing when it is most likely a programming language.
std::optional<std::string> meant_directive(std::string const& word) {
  if (word.empty() || std::find(languages.begin(), languages.end(), word) != languages.end()) return std::nullopt;
  if (word == "目次") return "toc";
  if (word == "索引") return "index";
  if (word == "書式") return "form";
  if (word == "改ページ" || word == "pagebreak" || word == "page_break") return "page-break";
  return base::nearest(word, {model::directive_words.begin(), model::directive_words.end()});
}

/// What stands between the fences, as the author wrote it.
struct Written {
  std::string text;
  SourceMap map;  ///< to the file
};

Written written_in(MarkedText const& marked, cmark_node* node) {
  std::string_view literal = cmark_node_get_literal(node);
  auto first = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1)) + 1;
  auto last = std::max(first, static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 1)));
  auto map = map_of_lines(marked, literal, first, last);
  Written written;
  auto expected = std::string_view::npos;
  for (std::size_t i = 0; i < literal.size();) {
    auto mark = marked.mark_at(literal.substr(i));
    if (!mark || *mark == Mark::bar) {
      auto at = marked.map(map(i));
      if (at != expected) written.map.add(written.text.size(), at);
      written.text += mark ? '|' : literal[i];
      expected = at + 1;
    }
    i += mark ? marked.length(*mark) : 1;
  }
  if (written.text.empty()) written.map.add(0, marked.map(marked.line_begin(first)));
  return written;
}

void read_directive(MarkdownFile& markdown, cmark_node* node, Fence const& fence, model::DirectiveKind kind,
                    model::Blocks& blocks) {
  if (!fence.rest.empty()) report_words(markdown, fence);
  auto written = written_in(markdown.marked, node);
  YamlText yaml{written.text, std::move(written.map), markdown.file};
  base::Message what{fmt::format("「{}」の設定", fence.word), fmt::format("The options of “{}”", fence.word)};
  auto options = read_yaml_object(yaml, what, markdown.diagnostics);
  if (!options) return;
  model::for_each_text_in(*options, [&](std::string const& text, base::SourceLocation at) {
    check_site_words(text, at, markdown.site, markdown.diagnostics);
  });
  blocks.push_back(
      {model::Directive{kind, std::move(*options)}, markdown.at({fence.at, fence.word_at + fence.word.size()})});
}

void read_indented_code(MarkdownFile& markdown, cmark_node* node, model::Blocks& blocks) {
  auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1));
  auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1)) - 1;
  auto text = markdown.marked.without_marks(cmark_node_get_literal(node));
  blocks.push_back({model::CodeBlock{std::move(text), ""}, markdown.at(markdown.marked.line_begin(line) + column)});
}

}  // namespace

void read_code_block(MarkdownFile& markdown, cmark_node* node, model::Blocks& blocks) {
  int length = 0, offset = 0;
  char sign = 0;
  if (!cmark_node_get_fenced(node, &length, &offset, &sign)) return read_indented_code(markdown, node, blocks);
  auto fence = fence_of(markdown, node);
  auto signs = static_cast<std::size_t>(std::clamp(length, 3, 20));
  if (!is_closed(markdown, node, signs, sign)) {
    // What follows is swallowed to the end: nothing more can be said of it.
    return report_unclosed(markdown, fence, std::string(signs, sign));
  }
  if (auto const kind = model::directive_kind(fence.word)) return read_directive(markdown, node, fence, *kind, blocks);
  if (auto meant = meant_directive(fence.word)) return report_unknown(markdown, fence, *meant);
  auto text = markdown.marked.without_marks(cmark_node_get_literal(node));
  blocks.push_back({model::CodeBlock{std::move(text), fence.word}, markdown.at(fence.at)});
}

// What to write in Markdown instead of HTML.

namespace {

std::string tag_name(std::string_view html) {
  auto begin = html.find_first_not_of(" \t</");
  if (begin == std::string_view::npos) return {};
  std::string name;
  for (auto c : html.substr(begin)) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter) break;
    name += c;
  }
  return base::lower_case(name);
}

struct Remedy {
  std::string_view tag;
  char const* ja;
  char const* en;
};

constexpr std::array<Remedy, 11> remedies{{
    {"br", "改行は、行の終わりに「\\」を書きます。", "For a line break end the line with a backslash."},
    {"b", "太字は「**重要**」と書きます。", "Write **important** for bold text."},
    {"strong", "太字は「**重要**」と書きます。", "Write **important** for bold text."},
    {"i", "強調は「*言葉*」と書きます。", "Write *words* for emphasis."},
    {"em", "強調は「*言葉*」と書きます。", "Write *words* for emphasis."},
    {"a", "リンクは「[言葉](ref:taxis)」か「[言葉](https://…)」と書きます。",
     "Write a link as [words](ref:taxis) or [words](https://…)."},
    {"img", "画像は「![説明](images/room.jpg)」と書きます。", "Write a picture as ![what it shows](images/room.jpg)."},
    {"ruby", "ふりがなは「{漢字|かんじ}」と書きます。", "Write ruby as {漢字|かんじ}."},
    {"table", "表は「| 見出し | 見出し |」の形か、一覧（view）で書きます。",
     "Write a table with | bars, or use a view."},
    {"del", "取り消し線は「~~言葉~~」と書きます。", "Write ~~words~~ to strike them through."},
    {"hr", "区切り線は「---」だけの行を書きます。", "Write a line of --- for a rule."},
}};

base::Message remedy(std::string const& tag) {
  for (auto const& known : remedies) {
    if (known.tag == tag) return {known.ja, known.en};
  }
  return {"消すか、Markdown で書き直してください。「<」そのものなら「\\<」と書きます。",
          "Remove it or write it in Markdown; for the sign itself write \\<."};
}

}  // namespace

void report_html(MarkdownFile& markdown, std::string_view html, std::size_t offset) {
  if (html.find("<!--") != std::string_view::npos && html.find("<!--") == html.find('<')) {
    markdown.error(offset, "raw-html",
                   {"HTML の注釈（<!-- … -->）は書けません。", "HTML comments (<!-- … -->) are not allowed."},
                   {"消してください。", "Remove it."});
    return;
  }
  auto tag = tag_name(html);
  markdown.error(offset, "raw-html",
                 {tag.empty() ? "HTML は書けません。" : fmt::format("HTML の <{}> は書けません。", tag),
                  tag.empty() ? "HTML is not allowed." : fmt::format("HTML such as <{}> is not allowed.", tag)},
                 remedy(tag));
}

}  // namespace tebiki::loading
