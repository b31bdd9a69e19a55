#pragma once
#include <vector>

#include "model/list.hpp"

namespace tebiki::loading {

/// Where the values of a row stand that has not as many cells as there are headings.
enum class RowShift { none, left, right };

/// Whether more of the row's values fit the neighbours of their columns than the columns themselves: with a comma too
/// few they stand too far left. `columns` are the fields of the file's columns, nullptr where there is none.
RowShift find_row_shift(model::Object const& members, std::vector<model::Field const*> const& columns,
                        std::size_t cells);

}  // namespace tebiki::loading
