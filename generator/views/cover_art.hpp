#pragma once
#include "model/site.hpp"

namespace tebiki::views {

/// Waves in the publication's colour over the whole page, and a white foot of 64 mm for whom to call.
/// A colour that was not chosen (black) gives way to the site's.
model::Drawing cover_art(model::Publication const& publication, model::Site const& site);

}  // namespace tebiki::views
