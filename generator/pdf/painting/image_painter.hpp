#pragma once
#include <map>
#include <string>

#include "model/site.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/frames.hpp"

namespace tebiki::pdf {

/// The pictures of a document by their path, each in the file once.
struct Images {
  std::map<std::string, std::string> names;  ///< resource names: `I0`
  std::string resources;                     ///< entries of the /XObject resource dictionary
};

/// Adds every picture that the frames show; pictures are prepared on up to `jobs` threads. A JPEG that viewers can
/// read goes in as it is, all else as deflated samples, transparency as a soft mask. One that cannot be decoded is
/// left out: the layout has reported it.
Images add_images(Frames const& frames, model::Site const& site, PdfDocument& document, unsigned jobs);

}  // namespace tebiki::pdf
