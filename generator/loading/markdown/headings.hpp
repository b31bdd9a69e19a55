#pragma once
#include <string>

#include "model/document.hpp"

namespace tebiki::loading {

/// Makes every `#` heading one of the second level: the first is the page's title, which stands elsewhere.
void lower_headings(model::Blocks& blocks);
/// Takes the first top-level `#` heading out of the blocks and returns its words; empty when there is none.
std::string take_title(model::Blocks& blocks);

}  // namespace tebiki::loading
