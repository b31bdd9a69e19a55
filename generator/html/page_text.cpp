#include "html/page_text.hpp"

#include <algorithm>
#include <string_view>

#include "base/unicode.hpp"

namespace tebiki::html {
namespace {

class TextOf {
 public:
  void add(model::Blocks const& blocks) {
    for (auto const& block : blocks) std::visit(*this, block.node);
  }
  std::string text;

  void operator()(model::Paragraph const& node) { add(node.text); }
  void operator()(model::Quote const& node) { add(node.blocks); }
  void operator()(model::CodeBlock const& node) { add(node.text); }
  void operator()(model::Figure const& node) {
    add(node.alternative);
    add(node.caption);
  }
  void operator()(model::ListBlock const& node) {
    for (auto const& item : node.items) add(item.blocks);
  }
  void operator()(model::Footnotes const& node) {
    for (auto const& note : node.notes) add(note.blocks);
  }
  void operator()(model::Table const& node) {
    bool const of_records =
        std::any_of(node.rows.begin(), node.rows.end(), [](model::Row const& row) { return !row.anchor.empty(); });
    if (of_records) return;
    add(node.caption);
    for (auto const& column : node.columns) add(column.label);
    for (auto const& row : node.rows) {
      for (auto const& cell : row.cells) add(cell.text);
    }
  }
  template <class Other>
  void operator()(Other const&) {}

 private:
  void add(model::Inlines const& inlines) { add(model::plain_text(inlines)); }
  void add(std::string_view words) {
    auto const folded = base::search_key(words);
    if (!folded.empty()) text.append(text.empty() ? "" : "|").append(folded);
  }
};

}  // namespace

std::string page_text(model::Blocks const& blocks) {
  TextOf found;
  found.add(blocks);
  return std::move(found.text);
}

}  // namespace tebiki::html
