#pragma once
#include "base/diagnostics.hpp"
#include "model/site.hpp"
#include "pdf/frames.hpp"

namespace tebiki::pdf {

/// Looks at every page as it will be painted: text that leaves the paper, or two texts of which one covers the other,
/// is an error at the place where it was written, or else at the publication. Marks that hang over the edge of the
/// column, readings above their words and glyphs that touch are no mistakes. n log n in the runs of a page.
void check_frames(Frames const& frames, model::Publication const& publication, base::Diagnostics& diagnostics);

}  // namespace tebiki::pdf
