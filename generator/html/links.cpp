#include "html/links.hpp"

#include <algorithm>

#include "html/escape.hpp"

namespace tebiki::html {
namespace {

/// `care-guide/consult/` → `consult`.
std::string_view last_part(std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

std::string reference_name(model::Document const& page) {
  switch (page.kind) {
    case model::DocumentKind::home:
      return "index";
    case model::DocumentKind::entry:
      return page.subject + '/' + page.record;
    case model::DocumentKind::part:
      return page.subject + '/' + std::string(last_part(page.path));
    default:
      return page.subject;
  }
}

std::string_view kind_name(model::DocumentKind kind) {
  switch (kind) {
    case model::DocumentKind::home:
      return "home";
    case model::DocumentKind::list:
      return "list";
    case model::DocumentKind::entry:
      return "entry";
    case model::DocumentKind::page:
      return "page";
    case model::DocumentKind::publication:
      return "publication";
    case model::DocumentKind::part:
      return "part";
  }
  return "page";
}

std::string root_of(std::string_view page_path) {
  std::string root;
  for (auto depth = std::count(page_path.begin(), page_path.end(), '/'); depth > 0; --depth) root += "../";
  return root;
}

std::string file_url(std::string_view page_path) {
  std::string url;
  append_url_path(url, page_path);
  if (page_path.empty() || page_path.ends_with('/')) url += "index.html";
  return url;
}

std::string canonical(model::Site const& site, model::Document const& page) {
  // A record has one address, whichever areas show it.
  return canonical(site, (page.kind == model::DocumentKind::entry ? "" : site.folder()) + page.path);
}

std::string canonical(model::Site const& site, std::string_view path) {
  if (site.base_url.empty()) return {};
  std::string address = site.base_url;
  append_url_path(address, path);
  return address;
}

Links::Links(model::Site const& site, std::vector<model::Document> const& pages) : site_(site) {
  files_.reserve(pages.size() + site.publications.size());
  for (auto const& page : pages) files_.emplace(reference_name(page), file_url(page.path));
  for (auto const& publication : site.publications)
    files_.emplace(publication.slug + ".pdf", shared_file(publication.pdf_path()));
}

std::optional<std::string> Links::file_of(std::string_view name) const {
  if (auto found = files_.find(name); found != files_.end()) return found->second;
  if (auto path = site_.path_of(name)) return file_url(*path);
  if (site_.index.is_elsewhere(name)) return shared_file(model::path_of_name(name));
  return std::nullopt;
}

std::string Links::shared_file(std::string_view path) const { return root_of(site_.folder()) + file_url(path); }

}  // namespace tebiki::html
