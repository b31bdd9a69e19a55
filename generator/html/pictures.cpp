#include "html/pictures.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/images.hpp"
#include "html/escape.hpp"

namespace tebiki::html {
namespace {

constexpr std::string_view folder = "images/";

bool can_name_pictures(std::string_view path) {
  return path.ends_with(".html") || path.ends_with(".css") || path.ends_with(".js");
}

/// Where an address may begin: an attribute, a style sheet's `url(`, a string, or a way up from a page.
bool begins_address(std::string_view text, std::size_t at) {
  return at > 0 && std::string_view("\"'(/=").find(text[at - 1]) != std::string_view::npos;
}

/// The site's pictures by the addresses under which pages, templates and style sheets name them.
std::map<std::string, model::ImageFile const*, std::less<>> by_address(model::Site const& site) {
  std::map<std::string, model::ImageFile const*, std::less<>> found;
  for (auto const& [path, image] : site.images) {
    std::string encoded;
    append_url_path(encoded, path);
    found.emplace(path, &image);
    found.emplace(encoded, &image);
  }
  return found;
}

}  // namespace

void add_named_pictures(model::Site const& site, std::vector<model::OutputFile>& files) {
  if (site.images.empty()) return;
  auto const pictures = by_address(site);
  std::set<model::ImageFile const*> named;
  for (auto const& file : files) {
    if (!can_name_pictures(file.path)) continue;
    std::string_view const text = file.bytes;
    for (auto at = text.find(folder); at != text.npos; at = text.find(folder, at + 1)) {
      if (!begins_address(text, at)) continue;
      auto const end = std::min(text.find_first_of("\"'()<>\n?#", at), text.size());
      if (auto found = pictures.find(text.substr(at, end - at)); found != pictures.end()) named.insert(found->second);
    }
  }
  for (auto const& [path, image] : site.images) {
    if (named.contains(&image)) files.push_back({path, base::with_orientation(image.bytes, image.info.orientation)});
  }
}

}  // namespace tebiki::html
