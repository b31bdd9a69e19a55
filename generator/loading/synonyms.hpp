#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/value.hpp"

namespace tebiki::loading {

/// `synonyms` of site.json: groups of words that mean the same to those who search.
/// Errors: a group that is no list of words, has fewer than two, or says one word twice (かな and カナ are one word).
std::vector<std::vector<std::string>> read_synonyms(model::Value const& site_file, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
