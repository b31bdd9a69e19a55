#pragma once
#include "model/documents.hpp"
#include "views/entries.hpp"

namespace tebiki::views {

/// What every record and every page is found by. Of a page this is what was written for it – headings, paragraphs,
/// items, captions and tables – and nothing that views made of records: those are found by themselves.
/// Linear in the fields of records and in the blocks.
model::SearchIndex search_index(SiteIndex const& site_index, Entries const& entries,
                                std::vector<model::Document> const& pages);

}  // namespace tebiki::views
