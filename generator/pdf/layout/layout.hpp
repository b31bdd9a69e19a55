#pragma once
#include "base/diagnostics.hpp"
#include "model/documents.hpp"
#include "model/print_style.hpp"
#include "pdf/fonts/unprintable.hpp"
#include "pdf/layout/frames.hpp"

namespace tebiki::pdf {

/// Breaks the booklet into pages: cover, contents, parts, index.
/// Never splits an entry, nor a table row unless it is taller than a page. Linear in blocks.
/// Characters that cannot be printed are added to `unprintable`, which is to be reported when all booklets are laid
/// out. Errors: an image or page number that cannot be had.
Frames lay_out(model::Booklet const& booklet, model::Site const& site, model::PrintStyle const& style,
               Fonts const& fonts, unsigned jobs, Unprintable& unprintable, base::Diagnostics& diagnostics);

}  // namespace tebiki::pdf
