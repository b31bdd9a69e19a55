#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "html/page_writer.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"

namespace tebiki::html {

/// Appends a drawing as inline SVG (one point is one unit of its view box). `alternative` names it for those who
/// do not see it; without one it is decoration and hidden from them. Hatching and clips get ids of the page.
void append_svg(std::string& out, model::Drawing const& drawing, std::string_view alternative, PageIds& ids);

/// Adds the pictures of the site that a page, style sheet or script among `files` names; what nobody sees is not
/// published. A JPEG says its orientation, and nothing else of what its camera wrote. Linear in the bytes of `files`.
void add_named_pictures(model::Site const& site, std::vector<model::OutputFile>& files);

}  // namespace tebiki::html
