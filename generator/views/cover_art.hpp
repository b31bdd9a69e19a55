#pragma once
#include "model/documents.hpp"

namespace tebiki::views {

/// Waves in the publication's colour over the whole page, and a white foot for whom to call: 64 mm of A4, on other paper
/// in proportion to its shorter side. A colour that was not chosen (black) gives way to the site's.
model::CoverArt cover_art(model::Publication const& publication, model::Site const& site);

}  // namespace tebiki::views
