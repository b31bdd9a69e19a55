#pragma once
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace tebiki::loading {

/// Where each byte of a text that was made from another text stood in that one.
/// It consists of pieces that were taken over as they are; none: both texts are the same.
class SourceMap {
 public:
  /// Bytes from `offset` on stood at `source` and after it. Both ascend from call to call.
  void add(std::size_t offset, std::size_t source);
  /// Where the byte at `offset` stood; never behind the beginning of the next piece. Logarithmic in the pieces.
  std::size_t operator()(std::size_t offset) const;

 private:
  struct Piece {
    std::size_t offset = 0;
    std::size_t source = 0;
  };
  std::vector<Piece> pieces_;
};

inline void SourceMap::add(std::size_t offset, std::size_t source) {
  if (!pieces_.empty() && pieces_.back().offset == offset) pieces_.pop_back();
  pieces_.push_back({offset, source});
}

inline std::size_t SourceMap::operator()(std::size_t offset) const {
  auto next = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                               [](std::size_t wanted, Piece const& piece) { return wanted < piece.offset; });
  auto piece = next == pieces_.begin() ? Piece{} : *std::prev(next);
  auto source = piece.source + (offset - piece.offset);
  return next == pieces_.end() ? source : std::min(source, std::max(piece.source, next->source));
}

}  // namespace tebiki::loading
