#pragma once
#include <string>

#include "html/inline_writer.hpp"
#include "html/site_data.hpp"

namespace tebiki::html {

/// What the writers of one page's blocks have in common.
struct PageState {
  PageState(RenderContext const& context, model::Document const& page)
      : context(context), page(page), inlines(context.site, context.links, root_of(page.path), ids) {}
  PageState(PageState const&) = delete;

  RenderContext const& context;
  model::Document const& page;
  PageIds ids;
  InlineWriter inlines;
  int level = 1;     ///< of the heading that was written last
  int tables = 0;    ///< written so far: regions without a caption are told apart by number
  int contents = 0;  ///< likewise
  bool finder_written = false;
};

/// The HTML of the page's blocks, without its h1. Markup of blocks is that of `templates/site/blocks/`, but for what is
/// simply text: paragraphs, headings, items, quotations. Linear in the blocks.
std::string page_body(RenderContext const& context, model::Document const& page);

}  // namespace tebiki::html
