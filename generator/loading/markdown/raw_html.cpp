// What to write in Markdown instead of HTML.
#include <fmt/format.h>

#include <array>

#include "base/unicode.hpp"
#include "loading/markdown/markdown.hpp"

namespace tebiki::loading {
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
