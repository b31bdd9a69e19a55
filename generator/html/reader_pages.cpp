// What readers take along: the page of the offices that they saved, and what is shown where there is no network.
#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "html/page_data.hpp"

namespace tebiki::html {
namespace {

constexpr std::string_view offline_slug = "offline", worker_file = "service-worker.js";

model::Document reader_page(std::string_view slug, std::string_view title) {
  model::Document page;
  page.subject = slug;
  page.path = page.subject + '/';
  page.title = title;
  return page;
}

/// What is kept from the start: the pages that are there for times without a network, and what these load.
std::vector<std::string> first_files(RenderContext const& context) {
  std::vector<std::string> files{std::string(offline_slug) + "/index.html"};
  for (auto const* name : {"asset_site_css", "asset_site_js", "asset_favicon_svg"}) {
    if (auto found = context.assets.paths.find(name); found != context.assets.paths.end())
      files.push_back(found->second);
  }
  if (!context.saving) return files;
  files.push_back(std::string(my_list_slug) + "/index.html");
  files.push_back(context.search_data);
  if (auto found = context.assets.paths.find("asset_my_list_js"); found != context.assets.paths.end())
    files.push_back(found->second);
  return files;
}

}  // namespace

bool offers_saving(std::vector<model::Document> const& pages) {
  return std::any_of(pages.begin(), pages.end(), [](auto const& page) {
    return page.kind == model::DocumentKind::entry && !page.head.tel.empty() && !page.head.event;
  });
}

bool is_of_readers(model::Document const& page) {
  return page.kind == model::DocumentKind::page && (page.subject == my_list_slug || page.subject == offline_slug);
}

std::vector<model::Document> reader_pages(RenderContext const& context) {
  auto const& words = context.site.words;
  std::vector<model::Document> pages{reader_page(offline_slug, words["offline.title"])};
  if (context.saving) pages.push_back(reader_page(my_list_slug, words["my-list.title"]));
  auto const taken = [&](model::Document const& page) {
    return std::any_of(context.pages.begin(), context.pages.end(), [&](auto& own) { return own.path == page.path; });
  };
  pages.erase(std::remove_if(pages.begin(), pages.end(), taken), pages.end());
  return pages;
}

std::vector<model::OutputFile> service_worker(RenderContext const& context) {
  if (context.assets.service_worker.empty()) return {};
  std::string files, all;
  for (auto const& file : first_files(context)) {
    files += (files.empty() ? "" : ", ") + base::json_string(file);
    all += file + '\n';
  }
  // A number that changes is in the data for searching, so that every edition has a name of its own.
  auto const name = fingerprint(all + context.search_data + context.assets.service_worker);
  return {{std::string(worker_file), fmt::format("const edition = {{ name: \"{}\", files: [{}] }};\n", name, files) +
                                         context.assets.service_worker}};
}

}  // namespace tebiki::html
