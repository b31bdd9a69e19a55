#include "html/directory.hpp"

#include <algorithm>

#include "html/escape.hpp"
#include "html/page_writer.hpp"

namespace tebiki::html {
namespace {

char const* ability_class(model::Answer answer) {
  switch (answer) {
    case model::Answer::yes:
      return "yes";
    case model::Answer::ask:
      return "ask";
    case model::Answer::no:
      return "no";
    case model::Answer::unanswered:
      return "unanswered";
  }
  return "unanswered";
}

/// ○ and × speak for themselves to the eye; △ and — say their word to everybody.
bool word_is_shown(model::Answer answer) { return answer == model::Answer::ask || answer == model::Answer::unanswered; }

void append_ability(std::string& out, model::Entry::Ability const& ability) {
  out += "<li><span class=\"mark ";
  out += ability_class(ability.answer);
  out += "\" aria-hidden=\"true\">";
  out += model::sign(ability.answer);
  out += "</span>";
  append_escaped(out, ability.label);
  out += word_is_shown(ability.answer) ? " <small>" : "<span class=\"vh\"> ";
  out += model::word(ability.answer);
  out += word_is_shown(ability.answer) ? "</small></li>" : "</span></li>";
}

void append_abilities(std::string& out, std::vector<model::Entry::Ability> const& abilities) {
  if (abilities.empty()) return;
  out += "<ul class=\"abilities\">";
  for (auto const& ability : abilities) append_ability(out, ability);
  out += "</ul>";
}

void append_phone(std::string& out, model::Entry const& entry) {
  auto const address = telephone_href(entry.tel);
  if (!address.empty()) {
    out += "<a class=\"tel\" href=\"" + address + "\">";
    append_escaped(out, entry.tel);
    out += "</a>";
  }
  if (!entry.fax.empty()) {
    out += "<p class=\"fax\">FAX ";
    append_escaped(out, entry.fax);
    out += "</p>";
  }
  if (!entry.confirmed.empty()) {
    out += "<p class=\"when\">";
    append_escaped(out, entry.confirmed);
    out += "</p>";
  }
}

void append_tags(std::string& out, std::vector<std::string> const& tags) {
  for (auto const& tag : tags) {
    out += "<span class=\"tag\">";
    append_escaped(out, tag);
    out += "</span>";
  }
}

bool shows_abilities(model::Directory const& directory) {
  for (auto const& group : directory.groups) {
    for (auto const& entry : group.entries) {
      if (!entry.abilities.empty()) return true;
    }
  }
  return false;
}

/// What the marks mean; above all that — is no "no".
void append_legend(std::string& out) {
  out += "<p class=\"legend\">";
  for (auto answer : {model::Answer::yes, model::Answer::ask, model::Answer::no, model::Answer::unanswered}) {
    out += "<span><span class=\"mark ";
    out += ability_class(answer);
    out += "\" aria-hidden=\"true\">";
    out += model::sign(answer);
    out += "</span>";
    out += model::word(answer);
    out += answer == model::Answer::unanswered ? "（できないという意味ではありません）</span>" : "</span>";
  }
  out += "</p>\n";
}

/// What the schema calls the ○ △ questions together: 対応できる医療処置.
std::string wishes_legend(model::Site const& site, model::Directory const& directory) {
  auto const* list = site.list(directory.list);
  auto const* field = list ? list->schema.first(model::FieldKind::support) : nullptr;
  return field && !field->group.empty() ? field->group : "対応できること";
}

}  // namespace

void PageWriter::operator()(model::Directory const& node) {
  auto const count = entry_count(node);
  FacetNumbers const numbers(node);
  // Only the list's own page is a finder; within a chapter the entries are read, not filtered.
  bool const finder = page_.kind == model::DocumentKind::list && !finder_written_ && count > 1;
  finder_written_ = finder_written_ || finder;
  if (finder) {
    out_ += "<div class=\"finder\" data-finder>\n";
    append_filters(out_, node, numbers, wishes_legend(site_, node));
    out_ += "<div class=\"results\">\n<p class=\"count\" aria-live=\"polite\"><b>" + std::to_string(count) +
            "件</b><span class=\"chosen\"></span></p>\n";
    if (shows_abilities(node)) append_legend(out_);
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
    id("group-" + group.title);
    out_ += '>';
    text(group.title);
    out_ += "</" + tag + ">\n";
  }
  out_ += "<ol class=\"entries\">\n";
  for (auto const& entry : group.entries) directory_entry(entry, numbers, std::min(level + 1, 6));
  out_ += "</ol>\n</section>\n";
}

void PageWriter::directory_entry(model::Entry const& entry, FacetNumbers const* numbers, int level) {
  auto const tag = "h" + std::to_string(level);
  out_ += "<li class=\"entry\"";
  id(entry.anchor);
  if (numbers) {
    attribute("data-has", numbers->tokens(entry));
    attribute("data-words", entry.search);
  }
  out_ += "><span class=\"pin\">" + std::to_string(entry.number) + "</span><div class=\"what\">";
  if (!entry.kana.empty()) {
    out_ += "<p class=\"kana\">";
    text(entry.kana);
    out_ += "</p>";
  }
  auto const address = href(entry.page);
  out_ += '<' + tag + " class=\"name\">";
  if (!address.empty()) out_ += "<a href=\"" + escaped(address) + "\">";
  text(entry.name);
  out_ += address.empty() ? "</" + tag + ">" : "</a></" + tag + ">";
  entry_details(entry);
  out_ += "</div><div class=\"reach\">";
  append_phone(out_, entry);
  out_ += "</div>";
  append_abilities(out_, entry.abilities);
  out_ += "</li>\n";
}

void PageWriter::entry_details(model::Entry const& entry) {
  if (entry.tags.empty() && entry.details.empty()) return;
  out_ += "<p class=\"details\">";
  append_tags(out_, entry.tags);
  for (auto const& detail : entry.details) {
    out_ += "<span class=\"detail\">";
    write(detail);
    out_ += "</span>";
  }
  out_ += "</p>";
}

}  // namespace tebiki::html
