#pragma once
#include <string>
#include <vector>

#include "pdf/file/pdf_document.hpp"
#include "pdf/frames.hpp"

namespace tebiki::pdf {

/// Adds the bookmarks (ISO 32000-1 §12.3.3), the first level open, and gives their catalog entries; empty without any.
std::string add_bookmarks(Frames const& frames, std::vector<ObjectNumber> const& pages, PdfDocument& document);

/// Catalog entry for the printed page numbers (ISO 32000-1 §12.4.2): runs of numbers become ranges, other labels
/// stand for one page each.
std::string page_labels(Frames const& frames);

}  // namespace tebiki::pdf
