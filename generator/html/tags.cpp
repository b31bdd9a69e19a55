#include "html/tags.hpp"

#include <optional>
#include <string>

namespace tebiki::html {
namespace {

TagKind kind_of(char sigil) {
  switch (sigil) {
    case '#':
      return TagKind::section;
    case '^':
      return TagKind::inverted;
    case '/':
      return TagKind::close;
    case '>':
      return TagKind::partial;
    case '!':
      return TagKind::comment;
    case '&':
      return TagKind::unescaped;
    default:
      return TagKind::variable;
  }
}

class Scanner {
 public:
  Scanner(std::string_view text, base::FileId file, base::Diagnostics& diagnostics)
      : text_(text), file_(file), diagnostics_(diagnostics) {}

  std::vector<Tag> scan() {
    for (std::size_t at = 0; (at = text_.find("{{", at)) != std::string_view::npos;) {
      auto tag = read(at);
      if (!tag) break;
      nest(*tag);
      tags_.push_back(*tag);
      at = tag->to;
    }
    for (auto const& tag : open_) unclosed(tag);
    return std::move(tags_);
  }

 private:
  base::SourceLocation position(std::size_t offset) const { return {file_, static_cast<std::uint32_t>(offset)}; }

  std::optional<Tag> read(std::size_t at) {
    bool const triple = text_.substr(at).starts_with("{{{");
    std::string_view const closing = triple ? "}}}" : "}}";
    std::size_t inside = at + closing.size();
    auto const end = text_.find(closing, inside);
    if (end == std::string_view::npos) {
      diagnostics_.error(position(at), "template-syntax", {"「{{」が閉じていません。", "This “{{” is never closed."},
                         {"タグの終わりに「" + std::string(closing) + "」を書いてください。",
                          "Write “" + std::string(closing) + "” at the end of the tag."});
      return std::nullopt;
    }
    Tag tag{triple ? TagKind::unescaped : TagKind::variable,
            {},
            std::uint32_t(at),
            std::uint32_t(end + closing.size()),
            std::uint32_t(inside)};
    if (!triple && inside < end) {
      refuse_delimiters(at, text_[inside]);
      tag.kind = kind_of(text_[inside]);
      inside += tag.kind != TagKind::variable;
    }
    trim_into(tag, inside, end);
    return tag;
  }

  void refuse_delimiters(std::size_t at, char sigil) {
    if (sigil != '=') return;
    diagnostics_.error(position(at), "template-syntax",
                       {"タグの記号は「{{ }}」から変えられません。", "The tags are always “{{ }}”."},
                       {"「{{= … =}}」を消してください。", "Remove “{{= … =}}”."});
  }

  void trim_into(Tag& tag, std::size_t from, std::size_t to) const {
    constexpr std::string_view blanks = " \t\r\n";
    while (from < to && blanks.find(text_[from]) != std::string_view::npos) ++from;
    while (to > from && blanks.find(text_[to - 1]) != std::string_view::npos) --to;
    tag.name = text_.substr(from, to - from);
    tag.name_at = static_cast<std::uint32_t>(from);
  }

  void nest(Tag const& tag) {
    if (tag.kind == TagKind::section || tag.kind == TagKind::inverted) open_.push_back(tag);
    if (tag.kind != TagKind::close) return;
    std::string const name(tag.name);
    if (open_.empty()) {
      diagnostics_.error(position(tag.from), "template-syntax",
                         {"「{{/" + name + "}}」に対応する始まりがありません。", "“{{/" + name + "}}” closes nothing."},
                         {"前に「{{#" + name + "}}」を書くか、この終わりを消してください。",
                          "Write “{{#" + name + "}}” before it, or remove it."});
      return;
    }
    if (open_.back().name != tag.name) unclosed(open_.back());
    open_.pop_back();
  }

  void unclosed(Tag const& tag) {
    std::string const name(tag.name);
    diagnostics_.error(
        position(tag.from), "template-syntax",
        {"「" + name + "」の区間が閉じていません。", "The section “" + name + "” is not closed."},
        {"区間の終わりに「{{/" + name + "}}」を書いてください。", "Write “{{/" + name + "}}” where it ends."});
  }

  std::string_view text_;
  base::FileId file_;
  base::Diagnostics& diagnostics_;
  std::vector<Tag> tags_;
  std::vector<Tag> open_;
};

}  // namespace

std::vector<Tag> tags_of(std::string_view text, base::FileId file, base::Diagnostics& diagnostics) {
  return Scanner(text, file, diagnostics).scan();
}

}  // namespace tebiki::html
