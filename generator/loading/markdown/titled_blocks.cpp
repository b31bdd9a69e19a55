#include "loading/markdown/titled_blocks.hpp"

#include <algorithm>

namespace tebiki::loading {
namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace

void lower_headings(model::Blocks& blocks) {
  auto lower = Overloaded{
      [](model::Heading& heading) { heading.level = std::max(2, heading.level); },
      [](model::Quote& quote) { lower_headings(quote.blocks); },
      [](model::Note& note) { lower_headings(note.blocks); },
      [](model::ListBlock& list) {
        for (auto& item : list.items) lower_headings(item.blocks);
      },
      [](auto&) {},
  };
  for (auto& block : blocks) std::visit(lower, block.node);
}

std::string take_title(model::Blocks& blocks) {
  auto is_title = [](model::Block const& block) {
    auto* heading = std::get_if<model::Heading>(&block.node);
    return heading && heading->level == 1;
  };
  auto found = std::find_if(blocks.begin(), blocks.end(), is_title);
  if (found == blocks.end()) return {};
  auto title = model::plain_text(std::get<model::Heading>(found->node).text);
  blocks.erase(found);
  return title;
}

}  // namespace tebiki::loading
