#pragma once
#include <string>
#include <vector>

#include "pdf/file/pdf_document.hpp"
#include "pdf/layout/frames.hpp"
#include "pdf/tagging/structure_writer.hpp"

namespace tebiki::pdf {

/// Adds the links of all pages, in page order (ISO 32000-1 §12.5.6.5). The nth has /StructParent `first_key` + n.
/// A link to an anchor that the frames do not have is left out.
std::vector<LinkAnnotation> add_links(Frames const& frames, std::vector<ObjectNumber> const& pages,
                                      std::size_t first_key, PdfDocument& document);

/// `[12 0 R/XYZ null 700 null]`: a place on a page, the zoom left as it is.
std::string destination(Frames const& frames, std::vector<ObjectNumber> const& pages, Destination const& target);

/// Adds the bookmarks (ISO 32000-1 §12.3.3), the first level open, and gives their catalog entries; empty without any.
std::string add_bookmarks(Frames const& frames, std::vector<ObjectNumber> const& pages, PdfDocument& document);

/// Catalog entry for the printed page numbers (ISO 32000-1 §12.4.2): runs of numbers become ranges, other labels
/// stand for one page each.
std::string page_labels(Frames const& frames);

}  // namespace tebiki::pdf
