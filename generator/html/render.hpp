#pragma once
#include "model/documents.hpp"
#include "support/diagnostics.hpp"
#include "support/files.hpp"
#include "support/source.hpp"

namespace tebiki::html {

/// The pages, style sheets, scripts and images of the site, ready to be published.
/// Every template is read once and every name used in one is checked against the data it gets;
/// what is not known is an error at its place in the template.
std::vector<model::OutputFile> render(model::Site const& site, std::vector<model::Document> const& pages,
                                      std::vector<model::PrintedBooklet> const& booklets,
                                      support::FileTree const& templates, support::FileTree const& assets,
                                      unsigned jobs, support::Sources& sources, support::Diagnostics& diagnostics);

}  // namespace tebiki::html
