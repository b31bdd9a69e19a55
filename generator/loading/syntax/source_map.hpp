#pragma once
#include <cstddef>
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

}  // namespace tebiki::loading
