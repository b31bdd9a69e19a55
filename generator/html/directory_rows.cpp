#include "html/directory.hpp"
#include "html/escape.hpp"
#include "html/marks.hpp"
#include "html/page_writer.hpp"
#include "model/telephone.hpp"

namespace tebiki::html {
namespace {

/// ○ and × speak for themselves to the eye; △ and — say their word to everybody.
bool word_is_shown(model::Availability answer) {
  return answer == model::Availability::ask || answer == model::Availability::unanswered;
}

void append_ability(std::string& out, model::Entry::Ability const& ability) {
  out += "<li>";
  append_mark(out, ability.answer);
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
  auto const address = model::telephone_address(entry.tel);
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

}  // namespace

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
