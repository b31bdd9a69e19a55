#pragma once
#include "pdf/layout/layout_blocks.hpp"

namespace tebiki::pdf {

/// The title of a part, H1 with a rule below; `anchors` lead to it, the bookmarks name it.
void add_chapter_title(BlockTarget const& target, std::string const& title, std::vector<std::string> anchors,
                       base::SourceLocation at);

}  // namespace tebiki::pdf
