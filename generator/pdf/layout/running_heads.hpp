#pragma once
#include "pdf/layout/layout_context.hpp"
#include "pdf/layout/page_flow.hpp"

namespace tebiki::pdf {

/// Adds what stands on every page around its text, all decoration: the publication's title and the chapter with the
/// page's first and last entry above, the page number below at the fore-edge. Without a cover: whom to call instead.
void add_running_heads(LayoutContext const& context, Geometry const& geometry, FilledPages& filled);

/// What a page's head says of its content: 訪問看護　袖ケ浜〜真田.
std::string head_words(model::Publication const& publication, PageNote const& note);

}  // namespace tebiki::pdf
