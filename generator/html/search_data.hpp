#pragma once
#include <string>

#include "html/links.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"

namespace tebiki::html {

/// The script that hands every entry and page to the search box: a call, because pages opened from `file://` may
/// load scripts but not read files. Rows are arrays: kind, name, reading, telephone, what else, path, folded words.
std::string search_data(model::Site const& site, std::vector<model::Document> const& pages);

}  // namespace tebiki::html
