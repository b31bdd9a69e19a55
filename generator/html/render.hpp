#pragma once
#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/source.hpp"
#include "model/documents.hpp"

namespace tebiki::html {

/// The pages, style sheets, scripts and images of the site, ready to be published.
/// Every template is read once and every name used in one is checked against the data it gets;
/// what is not known is an error at its place in the template.
std::vector<model::OutputFile> render(model::Site const& site, std::vector<model::Document> const& pages,
                                      std::vector<model::PrintedBooklet> const& booklets,
                                      base::FileTree const& templates, base::FileTree const& assets, unsigned jobs,
                                      base::Sources& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::html
