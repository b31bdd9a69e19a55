#pragma once
#include <string>

#include "model/documents.hpp"
#include "pdf/file/pdf_document.hpp"

namespace tebiki::pdf {

/// What a document says of itself, in XMP and in the information dictionary alike.
struct Metadata {
  std::string title;
  std::string description;
  std::string author;
  std::string language;  ///< `ja-JP`
  model::Date date;
};

Metadata metadata_of(model::Booklet const& booklet, model::Site const& site, model::Date today);

/// The XMP packet, with the marks of PDF/UA-1 and PDF/A-2a and the extension schema that the latter asks for.
std::string xmp(Metadata const& metadata);
std::string information_entries(Metadata const& metadata);

/// Adds the sRGB output intent and gives its catalog entry. Throws Failure naming the package of a missing profile.
std::string add_output_intent(PdfDocument& document);

}  // namespace tebiki::pdf
