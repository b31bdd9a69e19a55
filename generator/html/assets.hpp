#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "model/documents.hpp"

namespace tebiki::html {

/// Style sheets, scripts, pictures and icons of the site.
struct Assets {
  std::vector<model::OutputFile> files;
  /// `asset_site_css` → `assets/site-1a2b3c4d.css`, from the output folder.
  std::map<std::string, std::string, std::less<>> paths;
  /// `icon_phone` → its SVG, to be put into the page itself.
  std::map<std::string, std::string, std::less<>> icons;
};

/// All `*.css` at the top become one style sheet in the order of their names, `theme` at its end, all `*.js` one
/// script; `icons/*.svg` are for pages to hold; any other file is copied. Each name carries a fingerprint of the
/// content, so that browsers may keep the file for ever. Errors: a file that cannot be read, or a link that leads out
/// of the folder.
Assets gather_assets(base::FileTree const& tree, std::string_view theme, base::Diagnostics& diagnostics);

/// `assets/name-1a2b3c4d.ext` for these bytes.
std::string fingerprinted(std::string_view path, std::string_view bytes);

}  // namespace tebiki::html
