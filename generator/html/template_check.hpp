#pragma once
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "html/names.hpp"
#include "html/templates.hpp"
#include "model/documents.hpp"

namespace tebiki::html {

/// An error when there is no template of that name.
void require(Templates const& templates, std::string_view name, base::Diagnostics& diagnostics);

/// Checks the layout with each kind of page, each template made for one subject, and those of blocks; `assets` are the
/// names that assets bring. Errors: unknown names, words and partials, words without escaping, lists used as words, a
/// partial within itself, a template missing that every site needs, a word that nothing asks for.
void check_templates(Templates const& templates, Names const& assets, base::Diagnostics& diagnostics);

/// Warns of a template made for a list or page that there is not, a slip of the pen: `taxi.entry` for `taxis.entry`.
void check_for_idle(Templates const& templates, std::vector<model::Document> const& pages,
                    base::Diagnostics& diagnostics);

}  // namespace tebiki::html
