#pragma once
#include <map>
#include <string>

#include "base/diagnostics.hpp"
#include "model/documents.hpp"
#include "model/print_style.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/frames.hpp"
#include "pdf/unprintable.hpp"

namespace tebiki::pdf {

struct PrintJob {
  model::Date today;  ///< the only date in the file
  unsigned jobs = 1;
};

/// Breaks the booklet into pages: cover, contents, parts, index.
/// Never splits an entry, nor a table row unless it is taller than a page. Linear in blocks.
/// Characters that cannot be printed are added to `unprintable`, which is to be reported when all booklets are laid
/// out. Errors: an image or page number that cannot be had.
Frames lay_out(model::Booklet const& booklet, model::Site const& site, model::PrintStyle const& style,
               Fonts const& fonts, unsigned jobs, Unprintable& unprintable, base::Diagnostics& diagnostics);

/// How many pixels each picture needs for its largest place, at 300 to the inch, which is as fine as printers show.
std::map<std::string, base::PixelSize> printed_sizes(Frames const& frames);

/// PDF 1.7 bytes that satisfy PDF/UA-1 and PDF/A-2a (ISO 14289-1, ISO 19005-2). Equal frames give equal bytes,
/// on any number of threads. Throws Failure when a library or a font fails.
std::string paint(Frames const& frames, model::Booklet const& booklet, model::Site const& site, Fonts const& fonts,
                  PrintJob const& job);

}  // namespace tebiki::pdf
