#include "html/directory.hpp"

#include <algorithm>
#include <set>

#include "base/unicode.hpp"
#include "html/escape.hpp"
#include "html/marks.hpp"
#include "html/page_writer.hpp"
#include "html/search_data.hpp"

namespace tebiki::html {
namespace {

using Answers = std::set<model::Availability>;

/// The answers that entries show.
Answers answers_in(model::Directory const& directory) {
  Answers found;
  for (auto const& group : directory.groups) {
    for (auto const& entry : group.entries) {
      for (auto const& ability : entry.abilities) found.insert(ability.answer);
    }
  }
  return found;
}

/// What the marks mean that are to be seen; above all that — is no "no".
void append_legend(std::string& out, Answers const& answers) {
  if (answers.empty()) return;
  out += "<p class=\"legend\">";
  for (auto answer : answers) {
    out += "<span>";
    append_mark(out, answer);
    out += model::word(answer);
    out += answer == model::Availability::unanswered ? "（できないという意味ではありません）</span>" : "</span>";
  }
  out += "</p>\n";
}

/// Groups enough to make jumping worth a tap.
constexpr std::size_t groups_to_jump = 4;

std::string group_anchor(model::EntryGroup const& group) { return "group-" + group.title; }

/// Links to the groups, for long lists: they work without scripts and from the disk.
void append_jumps(std::string& out, model::Directory const& directory) {
  auto const titled = [](model::EntryGroup const& group) { return !group.title.empty(); };
  if (directory.groups.size() < groups_to_jump ||
      !std::all_of(directory.groups.begin(), directory.groups.end(), titled)) {
    return;
  }
  out += "<nav class=\"jumps\" aria-label=\"この一覧の見出し\"><ul>\n";
  for (auto const& group : directory.groups) {
    out += "<li><a href=\"";
    append_fragment(out, group_anchor(group));
    out += "\">";
    append_escaped(out, group.title);
    out += "</a></li>\n";
  }
  out += "</ul></nav>\n";
}

/// What the schema calls the ○ △ questions together: 対応できる医療処置.
std::string wishes_legend(model::Site const& site, model::Directory const& directory) {
  auto const* list = site.list(directory.list);
  auto const* field = list ? list->schema.first(model::FieldKind::availability) : nullptr;
  return field && !field->group.empty() ? field->group : "対応できること";
}

/// All that the rows can be found by.
std::string searched_text(model::Directory const& directory) {
  std::string text;
  for (auto const& group : directory.groups) {
    for (auto const& entry : group.entries) text += entry.search;
  }
  return text;
}

}  // namespace

void PageWriter::operator()(model::Directory const& node) {
  auto const count = entry_count(node);
  FacetNumbers const numbers(node);
  // Only the list's own page is a finder; within a chapter the entries are read, not filtered.
  bool const finder = page_.kind == model::DocumentKind::list && !finder_written_ && count > 1;
  finder_written_ = finder_written_ || finder;
  if (finder) {
    out_ += "<div class=\"finder\" data-finder";
    auto const same = synonym_lines(site_);
    attribute("data-same", same);
    attribute("data-variants", base::kanji_variants_of(same + searched_text(node)));
    out_ += ">\n";
    append_filters(out_, node, numbers, wishes_legend(site_, node));
    out_ += "<div class=\"results\">\n<p class=\"count\" aria-live=\"polite\"><b>" + std::to_string(count) +
            "件</b><span class=\"chosen\"></span></p>\n";
    append_jumps(out_, node);
    append_legend(out_, answers_in(node));
  } else if (!node.caption.empty()) {
    out_ += "<p class=\"directory-caption\">";
    write(node.caption);
    out_ += "</p>\n";
  }
  int const level = level_;
  for (auto const& group : node.groups) directory_group(group, finder ? &numbers : nullptr, level);
  level_ = level;
  if (finder)
    out_ += "<p class=\"none\" hidden>条件に合うものがありません。条件を一つ外してみてください。</p>\n</div>\n</div>\n";
}

void PageWriter::directory_group(model::EntryGroup const& group, FacetNumbers const* numbers, int level) {
  out_ += "<section class=\"group\">\n";
  if (!group.title.empty()) {
    ++level;
    auto const tag = "h" + std::to_string(std::min(level, 6));
    out_ += '<' + tag + " class=\"group-title\"";
    id(group_anchor(group));
    out_ += '>';
    text(group.title);
    out_ += "</" + tag + ">\n";
  }
  out_ += "<ol class=\"entries\">\n";
  for (auto const& entry : group.entries) directory_entry(entry, numbers, std::min(level + 1, 6));
  out_ += "</ol>\n</section>\n";
}

}  // namespace tebiki::html
