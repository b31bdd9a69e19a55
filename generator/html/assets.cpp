#include "html/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include "html/page_data.hpp"
#include "model/events_and_films.hpp"

namespace tebiki::html {
namespace {

/// FNV-1a, 64 bits: tells versions of a file apart, protects nothing.
std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (unsigned char c : bytes) hash = (hash ^ c) * 0x100000001b3;
  return hash;
}

/// `fonts/one.woff2` → `fonts_one_woff2`: what a template can name.
std::string name_of(std::string_view path) {
  std::string name;
  for (char c : path) {
    bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += plain ? c : '_';
  }
  return name;
}

/// SVG of an icon as it goes into a page: decoration, its words stand beside it. HTML needs no namespace.
std::string inline_icon(std::string svg) {
  constexpr std::string_view name_space = " xmlns=\"http://www.w3.org/2000/svg\"";
  if (auto at = svg.find(name_space); at != std::string::npos) svg.erase(at, name_space.size());
  while (!svg.empty() && (svg.back() == '\n' || svg.back() == ' ')) svg.pop_back();
  if (auto at = svg.find("<svg"); at != std::string::npos) {
    svg = svg.substr(at);
    svg.insert(4, " class=\"icon\" aria-hidden=\"true\"");
  }
  return svg;
}

void add(Assets& assets, std::string_view path, std::string bytes) {
  auto const target = fingerprinted(path, bytes);
  assets.paths["asset_" + name_of(path)] = target;
  assets.files.push_back({target, std::move(bytes)});
}

/// Style sheets and scripts of one folder are one file: `outside/map/10-leaflet.js` → `outside/map.js`, those at the
/// top `site.css` and `site.js`.
std::string joined_name(std::string_view path) {
  auto const slash = path.rfind('/');
  return std::string(slash == path.npos ? "site" : path.substr(0, slash)).append(path.substr(path.rfind('.')));
}

}  // namespace

std::string fingerprint(std::string_view bytes) {
  auto const hash = fnv1a(bytes);
  return fmt::format("{:08x}", static_cast<std::uint32_t>(hash ^ (hash >> 32)));
}

std::string fingerprinted(std::string_view path, std::string_view bytes) {
  auto const dot = path.rfind('.');
  auto const stem = path.substr(0, dot);
  auto const ending = dot == std::string_view::npos ? std::string_view{} : path.substr(dot);
  return fmt::format("assets/{}-{}{}", stem, fingerprint(bytes), ending);
}

Assets gather_assets(base::FileTree const& tree, std::string_view theme, base::Diagnostics& diagnostics) {
  constexpr std::string_view icons = "icons/", worker = "offline/service-worker.js";
  Assets assets;
  std::map<std::string, std::string> joined{{"site.css", ""}, {"site.js", ""}};
  for (auto const& entry : tree.entries()) {
    auto const& path = entry.path;
    auto bytes = entry.kind == base::EntryKind::file ? tree.read(path) : std::nullopt;
    if (!bytes) {
      diagnostics.error({}, "unreadable-file",
                        {"「assets/" + path + "」を読むことができません。", "Cannot read “assets/" + path + "”."},
                        {"アクセス権と、フォルダーの外へのリンクでないことを確かめてください。",
                         "Check its permissions, and that it is no link out of the folder."});
      continue;
    }
    if (path == worker) {
      assets.service_worker = std::move(*bytes);
    } else if (path.ends_with(".js") || path.ends_with(".css")) {
      joined[joined_name(path)] += *bytes + '\n';
    } else if (path.starts_with(icons) && path.ends_with(".svg")) {
      assets.icons["icon_" + name_of(path.substr(icons.size(), path.size() - icons.size() - 4))] =
          inline_icon(std::move(*bytes));
    } else {
      add(assets, path, std::move(*bytes));
    }
  }
  joined["site.css"] += theme;
  for (auto& [path, text] : joined) add(assets, path, std::move(text));
  return assets;
}

// What web servers are told: the strictest policy that the pages keep, and that files with a fingerprint never change.
namespace {

constexpr std::string_view strictest =
    "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'";
/// The site itself, as policies name it.
constexpr std::string_view itself =
    strictest.substr(strictest.find('\''), strictest.find(';') - strictest.find(' ') - 1);

/// Lets in what the site may show of other hosts, and nothing else.
std::string policy_of(model::Outside const& outside) {
  std::string policy(strictest);
  if (!outside.map_tiles.empty()) policy += fmt::format("; img-src {} {}", itself, outside.map_origin());
  if (outside.films) policy.append("; frame-src ").append(model::film_player);
  return policy;
}

constexpr std::string_view for_ever = "public, max-age=31536000, immutable";

/// Read by Netlify, Cloudflare Pages and others of their kind.
std::string headers_file(std::string_view base_path, std::string_view policy) {
  return fmt::format(
      "{0}*\n"
      "  Content-Security-Policy: {1}\n"
      "  X-Content-Type-Options: nosniff\n"
      "  Referrer-Policy: strict-origin-when-cross-origin\n"
      "{0}assets/*\n"
      "  Cache-Control: {2}\n"
      "{0}service-worker.js\n"
      "  Cache-Control: no-cache\n",
      base_path, policy, for_ever);
}

/// Read by Apache, in the folder where it stands and those below. `note` tells whoever opens it whose file it is.
std::string htaccess_file(std::string_view note, std::string_view policy) {
  return fmt::format(
      "# tebiki {2}\n"
      "<IfModule mod_headers.c>\n"
      "Header always set Content-Security-Policy \"{0}\"\n"
      "Header always set X-Content-Type-Options \"nosniff\"\n"
      "Header always set Referrer-Policy \"strict-origin-when-cross-origin\"\n"
      "<FilesMatch \"-[0-9a-f]{{8}}\\.[a-z0-9]+$\">\n"
      "Header set Cache-Control \"{1}\"\n"
      "</FilesMatch>\n"
      "<FilesMatch \"^service-worker\\.js$\">\n"
      "Header set Cache-Control \"no-cache\"\n"
      "</FilesMatch>\n"
      "</IfModule>\n",
      policy, for_ever, note);
}

}  // namespace

model::OutputFile manifest_file(model::Site const& site, Assets const& assets) {
  using model::Value;
  model::Values icons;
  for (std::string const pixels : {"192", "512"}) {
    auto const icon = assets.paths.find("asset_icons_icon_" + pixels + "_png");
    if (icon == assets.paths.end()) continue;
    icons.push_back({model::Object{{"src", {}, {icon->second, {}}},
                                   {"sizes", {}, {pixels + "x" + pixels, {}}},
                                   {"type", {}, {std::string("image/png"), {}}}},
                     {}});
  }
  model::Object const members{{"name", {}, {site.name, {}}},
                              {"lang", {}, {site.language, {}}},
                              {"start_url", {}, {std::string("index.html"), {}}},
                              {"scope", {}, {std::string("./"), {}}},
                              {"display", {}, {std::string("minimal-ui"), {}}},
                              {"theme_color", {}, {model::css(readable_on_white(site.brand)), {}}},
                              {"background_color", {}, {std::string("#ffffff"), {}}},
                              {"icons", {}, {std::move(icons), {}}}};
  return {"manifest.webmanifest", model::to_json({members, {}}, 2) + "\n"};
}

std::vector<model::OutputFile> hosting_files(model::Site const& site) {
  auto const policy = policy_of(site.outside);
  return {{"_headers", headers_file(base_path(site), policy)},
          {".htaccess", htaccess_file(site.words["hosting.own"], policy)}};
}

// What is made of the colours of the brand, scenes and publications.
namespace {

constexpr model::Colour white{255, 255, 255};
constexpr model::Colour black{0, 0, 0};
/// `--paper` in the dark, as the style sheets have it.
constexpr model::Colour dark_paper{0x0f, 0x17, 0x19};

constexpr double large_words = 4.5;  ///< and white words on a button
constexpr double any_words = 7;      ///< WCAG 2.2 AAA

double linear(std::uint8_t channel) {
  double const c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(model::Colour c) {
  return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

/// The custom properties of the brand.
std::string brand_css(ColourSet const& brand, model::Colour paper) {
  return fmt::format(":root{{--brand:{};--brand-deep:{};--brand-pale:{};--brand-wash:{};--link:{}}}\n",
                     model::css(brand.fill), model::css(model::mixed(brand.fill, black, 0.36)),
                     model::css(model::mixed(brand.words, paper, 0.7)), model::css(brand.wash),
                     model::css(brand.words));
}

std::string class_css(std::string const& name, ColourSet const& colours) {
  return fmt::format(".{}{{--c:{};--c-fill:{};--c-wash:{}}}\n", name, model::css(colours.words),
                     model::css(colours.fill), model::css(colours.wash));
}

std::string drawing_css(model::Colour colour, std::string const& words) {
  auto const name = model::css(colour);
  return fmt::format(".drawing [fill=\"{0}\"]{{fill:{1}}}.drawing [stroke=\"{0}\"]{{stroke:{1}}}\n", name, words);
}

/// The colours of scenes and publications, each once, by their class.
std::map<std::string, model::Colour> classes_of(model::Site const& site) {
  std::map<std::string, model::Colour> classes;
  for (auto const& scene : site.scenes) classes.emplace(colour_class(scene.colour), scene.colour);
  for (auto const& publication : site.publications)
    classes.emplace(colour_class(publication.colour), publication.colour);
  return classes;
}

}  // namespace

double contrast(model::Colour one, model::Colour other) {
  auto const [dark, light] = std::minmax({luminance(one), luminance(other)});
  return (light + 0.05) / (dark + 0.05);
}

namespace {

/// The colour as light as it can be, a little paler: towards white alone a dark blue becomes grey.
model::Colour lightest(model::Colour colour) {
  constexpr double pale = 0.35;
  int const most = std::max({colour.red, colour.green, colour.blue, std::uint8_t(1)});
  auto const lighter = [&](std::uint8_t channel) { return std::uint8_t(channel * 255 / most); };
  return model::mixed({lighter(colour.red), lighter(colour.green), lighter(colour.blue)}, white, pale);
}

/// Steps from the colour to `end` until it can be read, at most as many as lead there.
model::Colour towards(model::Colour colour, model::Colour end, model::Colour ground, double ratio) {
  constexpr double step = 0.05;
  for (int i = 0; i < 60 && contrast(colour, ground) < ratio; ++i) colour = model::mixed(colour, end, step);
  return colour;
}

}  // namespace

model::Colour readable(model::Colour colour, model::Colour ground, double ratio) {
  auto const end = contrast(ground, black) > contrast(ground, white) ? black : white;
  if (end == white) colour = towards(colour, lightest(colour), ground, ratio);
  colour = towards(colour, end, ground, ratio);
  return contrast(colour, ground) < ratio ? end : colour;
}

model::Colour readable_on_white(model::Colour colour) { return readable(colour, white, large_words); }

std::string colour_class(model::Colour colour) { return "c-" + model::css(readable_on_white(colour)).substr(1); }

ColourSet light_colours(model::Colour colour) {
  auto const fill = readable_on_white(colour);
  auto const wash = model::mixed(fill, white, 0.91);
  return {fill, readable(fill, wash, any_words), wash};
}

ColourSet dark_colours(model::Colour colour) {
  auto const fill = readable_on_white(colour);
  auto const wash = model::mixed(dark_paper, fill, 0.22);
  return {fill, readable(readable(fill, wash, any_words), dark_paper, any_words), wash};
}

std::string theme_css(model::Site const& site) {
  auto const classes = classes_of(site);
  auto light = brand_css(light_colours(site.brand), white);
  auto dark = brand_css(dark_colours(site.brand), dark_paper) + drawing_css(site.brand, "var(--link)");
  std::string forced =
      ":root{--link:LinkText;--brand:Canvas;--brand-deep:Canvas;--brand-wash:Canvas;--brand-pale:CanvasText}\n" +
      drawing_css(site.brand, "CanvasText");
  for (auto const& [name, colour] : classes) {
    auto const colours = dark_colours(colour);
    light += class_css(name, light_colours(colour));
    dark += class_css(name, colours) + drawing_css(colour, model::css(colours.words));
    forced += '.' + name + "{--c:CanvasText;--c-wash:Canvas}\n" + drawing_css(colour, "CanvasText");
  }
  return light + "@media screen and (prefers-color-scheme:dark){" + dark +
         "}\n@media screen and (forced-colors:active){" + forced + "}\n";
}

}  // namespace tebiki::html
