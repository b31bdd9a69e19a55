#pragma once
#include "pdf/layout/layout_blocks.hpp"

namespace tebiki::pdf {

/// Chapters and their sections with page numbers, as TOC below the target's parent.
void add_booklet_contents(BlockTarget const& target);

}  // namespace tebiki::pdf
