#pragma once
#include "pdf/layout/layout_blocks.hpp"

namespace tebiki::pdf {

/// Who publishes it, as of when, and whom to call: the last words of a publication, kept together.
void add_imprint(BlockTarget const& target);

/// The same in one line, for the foot of every page of a publication without a cover.
std::string imprint_line(LayoutContext const& context);

}  // namespace tebiki::pdf
