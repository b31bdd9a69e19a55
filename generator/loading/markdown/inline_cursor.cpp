#include "loading/markdown/markdown.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace tebiki::loading {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr bool is_ascii_punctuation(char c) {
  return (c > 0x20 && c < 0x30) || (c > 0x39 && c < 0x41) || (c > 0x5A && c < 0x61) || (c > 0x7A && c < 0x7F);
}

std::size_t skip_blanks(std::string_view content, std::size_t at) {
  return std::min(content.find_first_not_of(" \t\r\n", at), content.size());
}

/// The next of `stops` that is not escaped; npos when there is none.
std::size_t find_unescaped(std::string_view content, std::string_view stops, std::size_t at) {
  for (; at < content.size(); ++at) {
    if (stops.find(content[at]) != npos) return at;
    if (content[at] == '\\' && at + 1 < content.size() && is_ascii_punctuation(content[at + 1])) ++at;
  }
  return npos;
}

/// Behind the address that begins at `at`; npos when it is none.
std::size_t address_end(std::string_view content, std::size_t at) {
  if (at < content.size() && content[at] == '<') {
    auto end = find_unescaped(content, "<>\r\n", at + 1);
    return end != npos && content[end] == '>' ? end + 1 : npos;
  }
  int open = 0;
  while ((at = find_unescaped(content, "() \t\r\n", at)) != npos) {
    if (content[at] == '(') {
      if (++open > 32) return npos;
    } else if (content[at] != ')' || open-- == 0) {
      return at;
    }
    ++at;
  }
  return npos;
}

std::size_t title_end(std::string_view content, std::size_t at) {
  if (at >= content.size()) return npos;
  auto closing = content[at] == '(' ? std::string_view(")") : content.substr(at, 1);
  if (closing != ")" && closing != "\"" && closing != "'") return npos;
  auto end = find_unescaped(content, closing, at + 1);
  return end == npos ? npos : end + 1;
}

/// `(address "title")` behind the words of a link (CommonMark §6.3).
struct LinkTail {
  std::size_t address = 0;      ///< where the address begins
  std::size_t address_end = 0;  ///< behind its last character
  std::size_t end = 0;          ///< behind the closing parenthesis
};

std::optional<LinkTail> inline_link_tail(std::string_view content, std::size_t at) {
  if (at >= content.size() || content[at] != '(') return std::nullopt;
  auto address = skip_blanks(content, at + 1);
  auto end = address_end(content, address);
  if (end == npos) return std::nullopt;
  at = skip_blanks(content, end);
  if (at > end) {
    if (auto behind_title = title_end(content, at); behind_title != npos) at = skip_blanks(content, behind_title);
  }
  if (at >= content.size() || content[at] != ')') return std::nullopt;
  bool angled = address < content.size() && content[address] == '<';
  return LinkTail{angled ? address + 1 : address, angled ? end - 1 : end, at + 1};
}

/// Behind the `[label]` that stands at `at`.
std::optional<std::size_t> link_label_end(std::string_view content, std::size_t at) {
  if (at >= content.size() || content[at] != '[') return std::nullopt;
  constexpr std::size_t longest = 1001;
  auto end = find_unescaped(content.substr(0, std::min(content.size(), at + longest)), "[]", at + 1);
  if (end == npos || content[end] != ']') return std::nullopt;
  return end + 1;
}

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

std::optional<InlineCursor::Address> InlineCursor::end_link(LinkForm form) {
  verbatim_ = false;
  if (form == LinkForm::bare) return std::nullopt;
  char closing = form == LinkForm::angled ? '>' : ']';
  if (here() != closing) search(std::string_view(&closing, 1));
  if (here() == closing) ++at_;
  if (form == LinkForm::angled) return std::nullopt;
  if (auto tail = inline_link_tail(content_, at_)) {
    at_ = tail->end;
    auto last = std::max(tail->address, tail->address_end - 1);
    return Address{map_(tail->address), map_(last) + 1};
  }
  at_ = link_label_end(content_, at_).value_or(at_);
  return std::nullopt;
}

}  // namespace tebiki::loading
