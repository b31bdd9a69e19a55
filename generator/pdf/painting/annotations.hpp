#pragma once
#include <string>
#include <vector>

#include "pdf/file/pdf_document.hpp"
#include "pdf/frames.hpp"

namespace tebiki::pdf {

/// A link of the document: its annotation, and the tag that owns it.
struct LinkAnnotation {
  TagId tag = TagId::artifact;
  std::size_t page = 0;
  ObjectNumber object = ObjectNumber::none;
};

/// Adds the links of all pages, in page order (ISO 32000-1 §12.5.6.5). The nth has /StructParent `first_key` + n.
/// A link to an anchor that the frames do not have is left out.
std::vector<LinkAnnotation> add_links(Frames const& frames, std::vector<ObjectNumber> const& pages,
                                      std::size_t first_key, PdfDocument& document);

/// `[12 0 R/XYZ null 700 null]`: a place on a page, the zoom left as it is.
std::string destination(Frames const& frames, std::vector<ObjectNumber> const& pages, Destination const& target);

}  // namespace tebiki::pdf
