#pragma once
#include "html/site_data.hpp"

namespace tebiki::html {

/// What `page_names` declares for the page's kind, its body included. Paths within it are from the output folder.
TemplateData page_data(RenderContext const& context, model::Document const& page);

}  // namespace tebiki::html
