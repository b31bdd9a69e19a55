#pragma once
#include <map>
#include <string>

#include "model/site.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/frames.hpp"

namespace tebiki::pdf {

/// The pictures of a document by their path, each in the file once.
struct Images {
  struct Stored {
    std::string name;                                            ///< of the resource: `I0`
    base::Orientation orientation = base::Orientation::upright;  ///< its rows are stored unturned
  };
  std::map<std::string, Stored> stored;
  std::string resources;  ///< entries of the /XObject resource dictionary
};

/// Adds every picture that the frames show, with no more pixels than its largest place holds at 300 to the inch;
/// pictures are prepared on up to `jobs` threads. One that cannot be decoded is left out: the layout has reported it.
Images add_images(Frames const& frames, model::Site const& site, PdfDocument& document, unsigned jobs);

}  // namespace tebiki::pdf
