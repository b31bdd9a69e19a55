#include "html/templates.hpp"

#include <algorithm>

#include "base/unicode.hpp"

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

constexpr std::string_view folder = "site/";
constexpr std::string_view ending = ".mustache";

/// Whether a line is the tag of a section and nothing else.
bool is_section_tag(std::string_view line) {
  bool const begins = line.starts_with("{{#") || line.starts_with("{{^") || line.starts_with("{{/");
  return begins && line.find("}}") == line.size() - 2;
}

/// Lines without the blanks around them, empty lines gone: pages get smaller, and writing them faster. Tags of sections
/// that stand alone have no line end: Mustache would leave an empty line where a section is left out.
std::string compact(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    auto const first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) continue;
    line = line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
    out += line;
    if (!is_section_tag(line)) out += '\n';
  }
  return out;
}

/// A word as a piece of template. Braces of its own are written so that they are none.
void append_word(std::string& out, model::Word const& word, bool for_script) {
  for (auto const& piece : model::pieces_of(word.text)) {
    if (piece.filled_in) {
      out.append(for_script ? "&#123;" : "{{").append(piece.text).append(for_script ? "}" : "}}");
      continue;
    }
    auto text = escaped(piece.text);
    for (auto at = text.find('{'); at != text.npos; at = text.find('{', at)) text.replace(at, 1, "&#123;");
    out += text;
  }
}

}  // namespace

std::vector<Tag> tags_of(std::string_view text, base::FileId file, base::Diagnostics& diagnostics) {
  return Scanner(text, file, diagnostics).scan();
}

std::optional<WordTag> word_tag(Tag const& tag) {
  if (tag.kind != TagKind::variable) return std::nullopt;
  for (std::string_view beginning : {"word.", "script."}) {
    if (tag.name.starts_with(beginning)) return WordTag{tag.name.substr(beginning.size()), beginning == "script."};
  }
  return std::nullopt;
}

std::string_view page_kind(std::string_view template_name) {
  auto const kind = template_name.substr(template_name.rfind('.') + 1);  // all of it without a dot
  return std::find(page_kinds.begin(), page_kinds.end(), kind) == page_kinds.end() ? std::string_view() : kind;
}

Templates::Templates(base::FileTree const& tree, model::Words const& words, base::Sources& sources,
                     base::Diagnostics& diagnostics)
    : words_(words) {
  for (auto const& entry : tree.entries()) {
    bool const ours = entry.path.starts_with(folder) && entry.path.ends_with(ending);
    if (ours) read(entry.path, tree, sources, diagnostics);
  }
}

void Templates::read(std::string const& path, base::FileTree const& tree, base::Sources& sources,
                     base::Diagnostics& diagnostics) {
  auto bytes = tree.read(path);
  if (!bytes) {
    diagnostics.error({sources.add("templates/" + path, ""), 0}, "unreadable-file",
                      {"ひな形を読むことができません。", "Cannot read this template."},
                      {"アクセス権と、フォルダーの外へのリンクでないことを確かめてください。",
                       "Check its permissions, and that it is no link out of the folder."});
    return;
  }
  auto name = path.substr(folder.size(), path.size() - folder.size() - ending.size());
  auto const invalid = base::first_invalid_utf8(*bytes);
  if (invalid) bytes->resize(*invalid);
  if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
  auto const file = sources.add("templates/" + path, std::move(*bytes));
  Template made{file, sources.text(file), {}};
  if (invalid) {
    diagnostics.error({file, static_cast<std::uint32_t>(made.text.size())}, "encoding",
                      {"UTF-8 として読めない文字があります。", "This is not UTF-8."},
                      {"ファイルを UTF-8 で保存し直してください。", "Save the file as UTF-8."});
  } else {
    made.tags = tags_of(made.text, file, diagnostics);
  }
  templates_.emplace(std::move(name), std::move(made));
}

Template const* Templates::find(std::string_view name) const {
  auto found = templates_.find(name);
  return found == templates_.end() ? nullptr : &found->second;
}

std::vector<std::string> Templates::names() const {
  std::vector<std::string> names;
  for (auto const& [name, made] : templates_) names.push_back(name);
  return names;
}

std::string Templates::name_for(std::string_view kind, std::string_view subject) const {
  auto special = std::string(subject) + '.' + std::string(kind);
  return find(special) ? special : std::string(kind);
}

std::string Templates::joined(std::string_view name, std::string_view content) const {
  std::string out;
  join(out, name, content, 0);
  return compact(out);
}

void Templates::join(std::string& out, std::string_view name, std::string_view content, int depth) const {
  auto const* made = find(name);
  if (!made || depth > deepest_partial) return;
  std::size_t from = 0;
  for (auto const& tag : made->tags) {
    auto const word = word_tag(tag);
    if (!word && tag.kind != TagKind::partial && tag.kind != TagKind::comment) continue;
    out += made->text.substr(from, tag.from - from);
    auto const* found = word ? words_.find(word->key) : nullptr;
    if (found) append_word(out, *found, word->for_script);
    if (tag.kind == TagKind::partial) join(out, tag.name == "content" ? content : tag.name, content, depth + 1);
    from = tag.to;
  }
  out += made->text.substr(from);
}

}  // namespace tebiki::html
