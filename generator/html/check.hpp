#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/source.hpp"
#include "html/names.hpp"
#include "html/templates.hpp"
#include "model/documents.hpp"

namespace tebiki::html {

/// Finds the mistakes of templates and assets where no page can be rendered because the content has mistakes of its
/// own. `render` finds the same ones, and templates that no page uses.
void check(base::FileTree const& templates, base::FileTree const& assets, base::Sources& sources,
           base::Diagnostics& diagnostics);

/// The layout, in which every page stands, and the page that web servers show where there is none.
constexpr std::string_view layout_template = "layout";
constexpr std::string_view not_found_template = "404";
/// The page at an address of before.
constexpr std::string_view forward_template = "forward";

/// An error when there is no template of that name.
void require(Templates const& templates, std::string_view name, base::Diagnostics& diagnostics);

/// Checks the layout with each kind of page, and each template made for one subject; `assets` are the names that
/// assets bring. Errors: those of check_template, a template missing that every site needs.
void check_templates(Templates const& templates, Names const& assets, base::Diagnostics& diagnostics);

/// Warns of a template made for a list or page that there is not, a slip of the pen: `taxi.entry` for `taxis.entry`.
void check_for_idle(Templates const& templates, std::vector<model::Document> const& pages,
                    base::Diagnostics& diagnostics);

}  // namespace tebiki::html
