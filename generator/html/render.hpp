#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "model/documents.hpp"
#include "model/drawing.hpp"
#include "model/site.hpp"

namespace tebiki::html {

/// The pages, style sheets, scripts and images of the site, ready to be published: `sites` are the whole one, those of
/// its areas and its translations, whose pages stand in folders of their own. Every template is read once and every
/// name and word used in one is checked; what is not known is an error at its place in the template. Uses up the blocks
/// of the pages: those of each are let go when it is made, so that not all stand beside what they became.
std::vector<model::OutputFile> render(std::vector<model::ComposedSite>& sites,
                                      std::vector<model::PrintedBooklet> const& booklets,
                                      base::FileTree const& templates, base::FileTree const& assets, unsigned jobs,
                                      base::Sources& sources, base::Diagnostics& diagnostics);

/// Finds the mistakes of templates and assets where no page can be rendered because the content has mistakes of its
/// own. `render` finds the same ones, and templates that no page uses.
void check(model::Words const& words, base::FileTree const& templates, base::FileTree const& assets,
           base::Sources& sources, base::Diagnostics& diagnostics);

// ---- style sheets, scripts, pictures and icons ----

/// Style sheets, scripts, pictures and icons of the site.
struct Assets {
  std::vector<model::OutputFile> files;
  /// `asset_site_css` → `assets/site-1a2b3c4d.css`, from the output folder.
  std::map<std::string, std::string, std::less<>> paths;
  /// `icon_phone` → its SVG, to be put into the page itself.
  std::map<std::string, std::string, std::less<>> icons;
  /// `offline/service-worker.js` as it stands among the assets; it goes to the top of the output.
  std::string service_worker;
};

/// All `*.css` of a folder become one style sheet and all `*.js` one script, in the order of their names: those at the
/// top `site.css`, with `theme` at its end, and `site.js`, others by their folder (`my-list/10-link.js` → `my-list.js`);
/// `icons/*.svg` are for pages to hold; any other file is copied. Each name carries a fingerprint of the content, so
/// that browsers may keep the file for ever. Errors: a file that cannot be read, or a link that leads out of the folder.
Assets gather_assets(base::FileTree const& tree, std::string_view theme, base::Diagnostics& diagnostics);

/// `1a2b3c4d`: tells versions of a file apart.
std::string fingerprint(std::string_view bytes);
/// `assets/name-1a2b3c4d.ext` for these bytes.
std::string fingerprinted(std::string_view path, std::string_view bytes);

/// `manifest.webmanifest`, by which a phone puts the site among its own programs (W3C, Web Application Manifest): name,
/// colour, and the assets `icons/icon-<pixels>.png`. Addresses are relative to the output folder.
model::OutputFile manifest_file(model::Site const& site, Assets const& assets);

/// WCAG 2.2 contrast ratio of two colours, 1 to 21.
double contrast(model::Colour one, model::Colour other);
/// The colour itself, or as near to it as `ratio` on `ground` allows: darker on a light ground, lighter on a dark one.
model::Colour readable(model::Colour colour, model::Colour ground, double ratio);
/// The colour itself, or as much darker as white words on it need (4.5 : 1).
model::Colour readable_on_white(model::Colour colour);
/// The class of pages' elements in this colour, made readable: `c-00596b`.
std::string colour_class(model::Colour colour);

/// What is made of one colour of the site, in light or in dark. `words` can be read on the paper and on `wash`
/// (7 : 1), white words on `fill` (4.5 : 1).
struct ColourSet {
  model::Colour fill, words, wash;
};
ColourSet light_colours(model::Colour colour);
ColourSet dark_colours(model::Colour colour);

/// The end of the site's style sheet: custom properties made from its one brand colour, and a class for the colour of
/// each scene and publication, in light, dark and forced colours; and what takes the place of these colours in
/// drawings where the paper is dark. Pages hold no styles of their own, so that `default-src 'self'` lets everything
/// through.
std::string theme_css(model::Site const& site);

}  // namespace tebiki::html
