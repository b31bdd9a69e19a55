#pragma once
#include <string>

#include "html/links.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"

namespace tebiki::html {

/// The script that hands every entry and page to the search box: a call, because pages opened from `file://` may
/// load scripts but not read files. It holds `same` (see `SearchIndex::synonyms`), `folding` (see `folding_table`),
/// `abilities` (what one can be asked for), `entries` and `pages`, arrays of kind, name, reading, telephone, what else,
/// path, folded words, what the entry can do (numbers of abilities, `4?` where it says 要相談) and, where there are
/// any, the words that lead to the page before all others and what is dialled, where that is not just the digits of the
/// number. Words are pieces between bars, what is only told behind `||`.
std::string search_data(model::Site const& site, model::Documents const& documents, Links const& links);

}  // namespace tebiki::html
