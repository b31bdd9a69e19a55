#include "base/unicode.hpp"
#include "loading/markdown/markdown_file.hpp"

namespace tebiki::loading {
namespace {

using model::Inline;
using model::Inlines;

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
