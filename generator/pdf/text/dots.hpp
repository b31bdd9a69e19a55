#pragma once
#include <cstddef>
#include <vector>

#include "pdf/frames.hpp"

namespace tebiki::pdf {

/// Leaders of a contents page: equal small discs on one line at equal distances.
struct Dots {
  std::size_t count = 0;  ///< items that the row takes; 0 when there is no row
  double distance = 0;    ///< between centres
};

/// The row of dots that begins at `first`, if one does.
Dots dots_from(std::vector<Item> const& items, std::size_t first);

}  // namespace tebiki::pdf
