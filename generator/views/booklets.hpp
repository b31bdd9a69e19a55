#pragma once
#include "model/documents.hpp"
#include "views/expand.hpp"

namespace tebiki::views {

/// Adds the web pages of a publication – what it is with links to its parts, and each part – and its booklet.
/// Parts are expanded once; in the booklet no row links to itself. A booklet whose publication asks for an index, and
/// has no `index` directive of its own, ends with a part of its own that holds it (`kana-index`, さくいん); that part
/// is no web page.
void add_publication(model::Publication const& publication, Material const& material, model::Documents& documents);

}  // namespace tebiki::views
