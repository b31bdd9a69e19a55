#pragma once
#include <string>
#include <string_view>

#include "html/data.hpp"
#include "html/site_data.hpp"

namespace tebiki::html {

/// The name of a page's kind, as templates are called.
std::string_view kind_name(model::DocumentKind kind);

/// The address of a page that search engines keep, as servers show it: without index.html. Empty without a base URL.
std::string canonical(model::Site const& site, std::string_view path);

/// What `page_names` declares for the page's kind, its body included. Paths within it are from the output folder.
Data page_data(Common const& common, model::Document const& page);

}  // namespace tebiki::html
