#include "pdf/layout/layout_blocks.hpp"

namespace tebiki::pdf {

void add_lines(BlockTarget const& target, Lines lines, TagId tag, TextBlock const& block) {
  auto tags = adopt(target.tags, tag, lines.tags);
  std::size_t count = lines.lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    auto& line = lines.lines[i];
    Piece piece;
    piece.height = line.height;
    piece.items = std::move(line.items);
    piece.links = std::move(line.links);
    settle(piece.items, tags);
    settle(piece.links, tags);
    shift(piece.items, target.column.x, 0);
    shift(piece.links, target.column.x, 0);
    if (i == 0) {
      piece.before = block.before;
      piece.anchors = block.anchors;
      piece.outline = block.outline;
    }
    bool last = i + 1 == count;
    // Two lines at least stay together at either end.
    bool bound = !last && (i == 0 || i + 2 == count);
    piece.keep_with_next = block.keep_with_next || bound;
    if (last) piece.after = block.after;
    target.sink.add(std::move(piece));
  }
}

}  // namespace tebiki::pdf
