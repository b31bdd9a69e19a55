#pragma once
#include <vector>

#include "model/documents.hpp"
#include "model/site.hpp"

namespace tebiki::html {

/// Adds the pictures of the site that a page, style sheet or script among `files` names; what nobody sees is not
/// published. A JPEG says its orientation, and nothing else of what its camera wrote. Linear in the bytes of `files`.
void add_named_pictures(model::Site const& site, std::vector<model::OutputFile>& files);

}  // namespace tebiki::html
