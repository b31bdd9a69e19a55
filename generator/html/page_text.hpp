#pragma once
#include <string>

#include "model/document.hpp"

namespace tebiki::html {

/// What was written for this page, folded for finding, a bar between pieces: paragraphs, items, captions and tables.
/// Not headings, and nothing that views made of records (tables of theirs, terms, legends): those are found by
/// themselves. Linear in the blocks.
std::string page_text(model::Blocks const& blocks);

}  // namespace tebiki::html
