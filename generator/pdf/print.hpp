/// The way out of this layer: `paint` makes a file of the pages that `lay_out` (layout/frames.hpp) made of a booklet.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "model/documents.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/fonts/font_embedding.hpp"
#include "pdf/layout/frames.hpp"

namespace tebiki::pdf {

struct PrintJob {
  model::Date today;  ///< the only date in the file
  unsigned jobs = 1;
  FormFont const* form_font = nullptr;  ///< shared by all files of a build; without it a file with fields makes its own
};

/// Where each figure stands (/BBox, ISO 32000-1 §14.8.5.4), as PDF/UA asks. Dictionaries, ready to be written.
std::map<TagId, std::string> attributes_from(Frames const& frames);

/// Adds the bookmarks (ISO 32000-1 §12.3.3), the first level open, and gives their catalog entries; empty without any.
std::string add_bookmarks(Frames const& frames, std::vector<ObjectNumber> const& pages, PdfDocument& document);

/// Catalog entry for the printed page numbers (ISO 32000-1 §12.4.2): runs of numbers become ranges, other labels
/// stand for one page each.
std::string page_labels(Frames const& frames);

/// PDF 1.7 bytes that satisfy PDF/UA-1 and PDF/A-2a (ISO 14289-1, ISO 19005-2). Equal frames give equal bytes,
/// on any number of threads. Throws Failure when a library or a font fails.
std::string paint(Frames const& frames, model::Booklet const& booklet, model::Site const& site, Fonts const& fonts,
                  PrintJob const& job);

}  // namespace tebiki::pdf
