#include <cmark-gfm.h>
#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/unicode.hpp"
#include "loading/markdown/markdown.hpp"

namespace tebiki::loading {
namespace {

using model::Inline;
using model::Inlines;

constexpr int deepest_nesting = 24;

std::string_view text_or_empty(char const* text) { return text ? text : ""; }

/// Reads the inlines of one paragraph, heading or cell; one function for each kind of node.
class InlineReader {
 public:
  InlineReader(MarkdownFile& markdown, InlineCursor& cursor) : markdown_(markdown), cursor_(cursor) {}

  void read_children(cmark_node* parent, Inlines& inlines);

 private:
  using Read = void (InlineReader::*)(cmark_node*, Inlines&);
  static Read reader_of(cmark_node* node);

  void text(cmark_node* node, Inlines& inlines);
  void code(cmark_node* node, Inlines& inlines);
  void soft_break(cmark_node* node, Inlines& inlines);
  void line_break(cmark_node* node, Inlines& inlines);
  void html(cmark_node* node, Inlines& inlines);
  void emphasis(cmark_node* node, Inlines& inlines) { wrap<model::Emphasis>(node, 1, inlines); }
  void strong(cmark_node* node, Inlines& inlines) { wrap<model::Strong>(node, 2, inlines); }
  void strikethrough(cmark_node* node, Inlines& inlines) { wrap<model::Strikethrough>(node, 2, inlines); }
  void link(cmark_node* node, Inlines& inlines);
  void image(cmark_node* node, Inlines& inlines);
  void footnote_mark(cmark_node* node, Inlines& inlines);

  template <class Node>
  void wrap(cmark_node* node, std::size_t delimiter, Inlines& inlines) {
    auto at = markdown_.at(cursor_.at());
    cursor_.skip(delimiter);
    Node wrapped;
    read_children(node, wrapped.children);
    cursor_.skip(delimiter);
    inlines.push_back({std::move(wrapped), at});
  }

  MarkdownFile& markdown_;
  InlineCursor& cursor_;
  int depth_ = 0;
};

InlineReader::Read InlineReader::reader_of(cmark_node* node) {
  static constexpr std::array<std::pair<cmark_node_type, Read>, 10> readers{{
      {CMARK_NODE_TEXT, &InlineReader::text},
      {CMARK_NODE_SOFTBREAK, &InlineReader::soft_break},
      {CMARK_NODE_LINEBREAK, &InlineReader::line_break},
      {CMARK_NODE_CODE, &InlineReader::code},
      {CMARK_NODE_HTML_INLINE, &InlineReader::html},
      {CMARK_NODE_EMPH, &InlineReader::emphasis},
      {CMARK_NODE_STRONG, &InlineReader::strong},
      {CMARK_NODE_LINK, &InlineReader::link},
      {CMARK_NODE_IMAGE, &InlineReader::image},
      {CMARK_NODE_FOOTNOTE_REFERENCE, &InlineReader::footnote_mark},
  }};
  for (auto [type, reader] : readers) {
    if (cmark_node_get_type(node) == type) return reader;
  }
  // Extensions choose their types at run time and give them only a name.
  return text_or_empty(cmark_node_get_type_string(node)) == "strikethrough" ? &InlineReader::strikethrough : nullptr;
}

void InlineReader::read_children(cmark_node* parent, Inlines& inlines) {
  if (depth_ >= deepest_nesting) {
    markdown_.error(cursor_.at(), "too-deep",
                    {fmt::format("強調やリンクの入れ子が深すぎます（{} 段まで）。", deepest_nesting),
                     fmt::format("Emphasis and links are nested too deeply (at most {} levels).", deepest_nesting)},
                    {"入れ子を浅くしてください。記号そのものなら前に「\\」を付けます。",
                     "Use fewer levels; write \\ before a sign that is meant as such."});
    return;
  }
  ++depth_;
  for (auto* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
    if (auto reader = reader_of(node)) (this->*reader)(node, inlines);
  }
  --depth_;
}

void InlineReader::text(cmark_node* node, Inlines& inlines) {
  auto placed = cursor_.follow_text(text_or_empty(cmark_node_get_literal(node)));
  if (auto const hidden = base::first_hidden_character(placed.text)) {
    auto const begin = placed.at[hidden->at];
    auto const at = markdown_.at({begin, cursor_.at()});
    refuse_hidden_character(placed.text, markdown_.source.substr(at.offset, 3), at, markdown_.diagnostics);
  }
  bool begins_line = !inlines.empty() && std::holds_alternative<model::LineBreak>(inlines.back().node);
  auto indentation = begins_line ? std::min(placed.text.find_first_not_of(" \t"), placed.text.size()) : 0;
  placed.text.remove_prefix(indentation);
  placed.at.erase(placed.at.begin(), placed.at.begin() + static_cast<std::ptrdiff_t>(indentation));
  read_text(markdown_, placed, inlines);
}

void InlineReader::code(cmark_node* node, Inlines& inlines) {
  auto at = markdown_.at(cursor_.at());
  cursor_.follow_code();
  inlines.push_back({model::Code{markdown_.marked.without_marks(text_or_empty(cmark_node_get_literal(node)))}, at});
}

void InlineReader::soft_break(cmark_node*, Inlines& inlines) {
  inlines.push_back(model::words("\n", markdown_.at(cursor_.at())));
  cursor_.follow_line_end();
}

void InlineReader::line_break(cmark_node*, Inlines& inlines) {
  inlines.push_back({model::LineBreak{}, markdown_.at(cursor_.at())});
  cursor_.follow_line_end();
}

void InlineReader::html(cmark_node* node, Inlines&) {
  auto literal = text_or_empty(cmark_node_get_literal(node));
  report_html(markdown_, literal, cursor_.at());
  cursor_.skip(literal.size());
}

void InlineReader::link(cmark_node* node, Inlines& inlines) {
  auto begin = cursor_.at();
  auto form = cursor_.begin_link();
  auto const told = markdown_.complaints;
  model::Link link;
  read_children(node, link.children);
  auto address_at = cursor_.end_link(form);
  // Words may be missing because a name in braces was none, which was reported.
  if (link.children.empty() && markdown_.complaints == told) {
    markdown_.error({begin, cursor_.at()}, "empty-link", {"リンクの言葉がありません。", "This link has no words."},
                    {"「[介護タクシー](ref:taxis)」のように、[ ] の中に行き先を表す言葉を書いてください。",
                     "Write what the link leads to between the brackets: [Care taxis](ref:taxis)."});
  }
  auto address = markdown_.marked.without_marks(text_or_empty(cmark_node_get_url(node)));
  MarkedSpan whole{begin, cursor_.at()};
  auto target = read_target(markdown_, address, address_at ? MarkedSpan(address_at->begin, address_at->end) : whole);
  if (target) {
    link.target = std::move(*target);
    if (address.find("{{") != address.npos) link.written = address;
    inlines.push_back({std::move(link), markdown_.at(whole)});
  } else {
    for (auto& child : link.children) inlines.push_back(std::move(child));
  }
}

void InlineReader::image(cmark_node* node, Inlines& inlines) {
  if (auto image = read_image(markdown_, node, cursor_)) inlines.push_back(std::move(*image));
}

void InlineReader::footnote_mark(cmark_node* node, Inlines& inlines) {
  auto literal = text_or_empty(cmark_node_get_literal(node));
  int number = 0;
  std::from_chars(literal.data(), literal.data() + literal.size(), number);
  inlines.push_back({model::FootnoteMark{number}, markdown_.at(cursor_.at())});
  cursor_.follow_footnote_mark();
}

}  // namespace

Inlines read_inlines(MarkdownFile& markdown, cmark_node* parent, InlineCursor& cursor) {
  Inlines inlines;
  InlineReader(markdown, cursor).read_children(parent, inlines);
  join_lines(inlines);
  return inlines;
}

std::optional<Inline> read_image(MarkdownFile& markdown, cmark_node* node, InlineCursor& cursor) {
  auto begin = cursor.at();
  cursor.skip(1);
  auto form = cursor.begin_link();
  Inlines words;
  auto const told = markdown.complaints;
  InlineReader(markdown, cursor).read_children(node, words);
  join_lines(words);
  auto address_at = cursor.end_link(form);
  auto alternative = std::string(base::trimmed(written_text(words)));
  if (alternative.empty() && markdown.complaints == told) {
    markdown.error({begin, cursor.at()}, "missing-alternative",
                   {"画像の説明（代替テキスト）がありません。", "This picture has no alternative text."},
                   {"「![相談室の入口](images/room.jpg)」のように、写っているものを [ ] の中に書いてください。",
                    "Say between the brackets what it shows: ![The entrance](images/room.jpg)."});
  }
  auto address = markdown.marked.without_marks(text_or_empty(cmark_node_get_url(node)));
  MarkedSpan whole{begin, cursor.at()};
  auto path = read_image_path(markdown, address, address_at ? MarkedSpan(address_at->begin, address_at->end) : whole);
  if (!path || alternative.empty()) return std::nullopt;
  return Inline{model::Image{std::move(*path), std::move(alternative)}, markdown.at(whole)};
}

namespace {

/// A stretch of text as it is read aloud, or a line end that waits to be decided.
struct Stretch {
  std::string* line_end = nullptr;
  bool begins_wide = false;
  bool ends_wide = false;
};

char32_t last_character(std::string_view text) {
  if (text.empty()) return 0;
  auto at = text.size() - 1;
  while (at > 0 && (text[at] & 0xC0) == 0x80) --at;
  return base::next_character(text, at);
}

bool begins_wide(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && base::is_wide(base::next_character(text, at));
}

Stretch stretch(std::string_view text) { return {nullptr, begins_wide(text), base::is_wide(last_character(text))}; }

/// Lists the stretches of the inlines in reading order.
struct Collect {
  std::vector<Stretch>& stretches;

  void all(Inlines& inlines) {
    for (auto& item : inlines) std::visit(*this, item.node);
  }
  void operator()(model::Text& text) {
    if (text.text == "\n") {
      stretches.push_back({&text.text, false, false});
    } else if (!text.text.empty()) {
      stretches.push_back(stretch(text.text));
    }
  }
  void operator()(model::Code& code) { stretches.push_back(stretch(code.text)); }
  void operator()(model::Ruby& ruby) { stretches.push_back(stretch(ruby.base)); }
  void operator()(model::Image&) { stretches.push_back({}); }
  void operator()(model::LineBreak&) { stretches.push_back({}); }
  void operator()(model::AvailabilityMark&) { stretches.push_back({}); }
  void operator()(model::FootnoteMark&) {}  // is set above the text; the words around it meet
  void operator()(model::Emphasis& emphasis) { all(emphasis.children); }
  void operator()(model::Strong& strong) { all(strong.children); }
  void operator()(model::Strikethrough& strikethrough) { all(strikethrough.children); }
  void operator()(model::Link& link) { all(link.children); }
  void operator()(model::Small& small) { all(small.children); }
};

Inlines* children_of(Inline& item) {
  return std::visit(
      [](auto& node) -> Inlines* {
        if constexpr (requires { node.children; }) return &node.children;
        return nullptr;
      },
      item.node);
}

void drop_empty_text(Inlines& inlines) {
  std::erase_if(inlines, [](Inline const& item) {
    auto* text = std::get_if<model::Text>(&item.node);
    return text && text->text.empty();
  });
  for (auto& item : inlines) {
    if (auto* children = children_of(item)) drop_empty_text(*children);
  }
}

}  // namespace

void join_lines(Inlines& inlines) {
  std::vector<Stretch> stretches;
  Collect{stretches}.all(inlines);
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (!stretches[i].line_end) continue;
    bool wide = i > 0 && stretches[i - 1].ends_wide && i + 1 < stretches.size() && stretches[i + 1].begins_wide;
    *stretches[i].line_end = wide ? "" : " ";
  }
  drop_empty_text(inlines);
}

}  // namespace tebiki::loading
