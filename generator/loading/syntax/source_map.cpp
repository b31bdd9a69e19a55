#include "loading/syntax/source_map.hpp"

#include <algorithm>

namespace tebiki::loading {

void SourceMap::add(std::size_t offset, std::size_t source) {
  if (!pieces_.empty() && pieces_.back().offset == offset) pieces_.pop_back();
  pieces_.push_back({offset, source});
}

std::size_t SourceMap::operator()(std::size_t offset) const {
  auto next = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                               [](std::size_t wanted, Piece const& piece) { return wanted < piece.offset; });
  auto piece = next == pieces_.begin() ? Piece{} : *std::prev(next);
  auto source = piece.source + (offset - piece.offset);
  return next == pieces_.end() ? source : std::min(source, std::max(piece.source, next->source));
}

}  // namespace tebiki::loading
