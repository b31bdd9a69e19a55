#pragma once
#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "model/documents.hpp"

namespace tebiki::html {

/// The pages, style sheets, scripts and images of the site, ready to be published: `sites` are the whole one, those of
/// its areas and its translations, whose pages stand in folders of their own. Every template is read once and every
/// name and word used in one is checked; what is not known is an error at its place in the template.
std::vector<model::OutputFile> render(std::vector<model::ComposedSite> const& sites,
                                      std::vector<model::PrintedBooklet> const& booklets,
                                      base::FileTree const& templates, base::FileTree const& assets, unsigned jobs,
                                      base::Sources& sources, base::Diagnostics& diagnostics);

/// Finds the mistakes of templates and assets where no page can be rendered because the content has mistakes of its
/// own. `render` finds the same ones, and templates that no page uses.
void check(model::Words const& words, base::FileTree const& templates, base::FileTree const& assets,
           base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::html
