#pragma once
#include <optional>

#include "loading/files/content_folder.hpp"
#include "loading/records/record_reader.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// The object of `site.json`; null when the file is missing (an error) or cannot be used.
model::Value read_site_file(std::optional<TextFile> const& file, base::Sources& sources,
                            base::Diagnostics& diagnostics);
/// The site as `site.json` describes it, still without lists, pages and publications.
model::Site make_site(model::Value const& site_file, base::Diagnostics& diagnostics);
/// What records may call the scenes.
std::vector<SceneNames> scene_names(model::Site const& site);
/// What `site.json` left open and the rest decides: a menu of lists and publications, the pages of the scenes.
void complete(model::Site& site);

}  // namespace tebiki::loading
