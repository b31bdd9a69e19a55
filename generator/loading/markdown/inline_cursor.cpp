#include "loading/markdown/inline_cursor.hpp"

#include <algorithm>

#include "loading/markdown/cmark_tree.hpp"
#include "loading/markdown/link_syntax.hpp"

namespace tebiki::loading {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_of_entity(char c) {
  return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::optional<InlineCursor::Entity> InlineCursor::entity_here() {
  if (here() != '&' || verbatim_) return std::nullopt;
  constexpr std::size_t longest = 40;
  std::size_t name_end = 1;
  while (name_end < longest && is_of_entity(here(name_end))) ++name_end;
  if (here(name_end) != ';') return std::nullopt;
  auto entity = std::string(rest().substr(0, name_end + 1));
  auto known = entities_.find(entity);
  if (known == entities_.end()) known = entities_.emplace(entity, decoded_entity(entity)).first;
  if (known->second == entity || known->second.empty()) return std::nullopt;
  return Entity{known->second, entity.size()};
}

void InlineCursor::search(std::string_view text) {
  constexpr std::size_t furthest = 2000;
  auto found = rest().substr(0, furthest).find(text.substr(0, 12));
  if (found != std::string_view::npos) at_ += found;
}

PlacedText InlineCursor::follow_text(std::string_view literal) {
  PlacedText placed{literal, {}};
  placed.at.reserve(literal.size());
  bool lost = false;
  while (placed.at.size() < literal.size()) {
    auto wanted = literal.substr(placed.at.size());
    if (!verbatim_ && here() == '\\' && is_ascii_punctuation(here(1)) && here(1) == wanted[0]) {
      placed.at.push_back(at());
      at_ += 2;
    } else if (auto entity = entity_here(); entity && wanted.starts_with(entity->characters)) {
      placed.at.insert(placed.at.end(), entity->characters.size(), at());
      at_ += entity->length;
    } else if (here() == wanted[0]) {
      placed.at.push_back(at());
      ++at_;
    } else {
      if (!lost) search(wanted);
      lost = here() != wanted[0];
      if (lost) placed.at.push_back(at());
    }
  }
  return placed;
}

void InlineCursor::follow_code() {
  if (here() != '`') search("`");
  auto fence = std::min(rest().find_first_not_of('`'), rest().size());
  at_ += fence;
  while (at_ < content_.size()) {
    auto next = content_.find('`', at_);
    at_ = std::min(next, content_.size());
    auto run = std::min(rest().find_first_not_of('`'), rest().size());
    at_ += run;
    if (run == fence) return;
  }
}

void InlineCursor::follow_line_end() {
  while (is_blank(here())) ++at_;
  bool backslash = here() == '\\';
  if (backslash) ++at_;
  if (here() == '\r') ++at_;
  if (here() == '\n') ++at_;
  // Behind a backslash cmark leaves the next line's indentation in its text.
  while (!backslash && is_blank(here())) ++at_;
}

void InlineCursor::follow_footnote_mark() {
  auto end = rest().find(']');
  if (end != std::string_view::npos) at_ += end + 1;
}

InlineCursor::LinkForm InlineCursor::begin_link() {
  verbatim_ = here() != '[' && here() != '<';
  if (verbatim_) return LinkForm::bare;
  ++at_;
  return content_[at_ - 1] == '[' ? LinkForm::bracketed : LinkForm::angled;
}

std::optional<std::size_t> InlineCursor::end_link(LinkForm form) {
  verbatim_ = false;
  if (form == LinkForm::bare) return std::nullopt;
  char closing = form == LinkForm::angled ? '>' : ']';
  if (here() != closing) search(std::string_view(&closing, 1));
  if (here() == closing) ++at_;
  if (form == LinkForm::angled) return std::nullopt;
  if (auto tail = inline_link_tail(content_, at_)) {
    at_ = tail->end;
    return map_(tail->address);
  }
  at_ = link_label_end(content_, at_).value_or(at_);
  return std::nullopt;
}

}  // namespace tebiki::loading
