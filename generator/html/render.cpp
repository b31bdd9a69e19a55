#include "html/render.hpp"

#include <algorithm>
#include <atomic>
#include <iterator>

#include "base/parallel.hpp"
#include "html/assets.hpp"
#include "html/check.hpp"
#include "html/page_data.hpp"
#include "html/pictures.hpp"
#include "html/renderer.hpp"
#include "html/search_data.hpp"

namespace tebiki::html {
namespace {

std::string template_of(Templates const& templates, model::Document const& page) {
  return templates.name_for(kind_name(page.kind), page.subject);
}

std::string render_page(Common const& common, Menu const& menu, Templates const& templates, Renderer& renderer,
                        model::Document const& page) {
  auto const place = menu.place_of(page.path);
  if (!renderer.shares(place.number())) renderer.share(place.number(), menu.data(place));
  return renderer.render(layout_template, template_of(templates, page), place.number(), page_data(common, page));
}

/// Shown by web servers for addresses of any depth: it may lean on nothing but the base URL.
std::string render_not_found(Common const& common, Templates const& templates) {
  Renderer renderer(templates);
  Menu const menu(common);
  renderer.share(site_data(common));
  renderer.share(0, menu.data(menu.nowhere()));
  model::Document page;
  page.title = "ページが見つかりません";
  return renderer.render(not_found_template, "", 0, page_data(common, page));
}

/// Pages at the addresses of before: each sends its readers on, without a script.
std::vector<model::OutputFile> render_forwards(Common const& common, Templates const& templates) {
  Renderer renderer(templates);
  Menu const menu(common);
  renderer.share(site_data(common));
  renderer.share(0, menu.data(menu.nowhere()));
  std::vector<model::OutputFile> files;
  for (auto const& alias : common.site.aliases) {
    auto const path = model::path_of_name(alias.name), target = model::path_of_name(alias.target);
    Data page;
    page.text("target", root_of(path) + file_url(target)).text("canonical", canonical(common.site, target));
    files.push_back({path + "index.html", renderer.render(forward_template, "", 0, page)});
  }
  return files;
}

std::vector<model::OutputFile> render_all(Common const& common, Templates const& templates, unsigned jobs) {
  Menu const menu(common);
  auto const shared = site_data(common);
  std::vector<model::OutputFile> files(common.pages.size());
  std::atomic<std::size_t> next{0};
  // One renderer a thread, so that each parses a template once.
  base::parallel_for(std::max(1u, jobs), jobs, [&](std::size_t) {
    Renderer renderer(templates);
    renderer.share(shared);
    for (std::size_t i; (i = next.fetch_add(1)) < files.size();) {
      auto const& page = common.pages[i];
      files[i] = {page.path + "index.html", render_page(common, menu, templates, renderer, page)};
    }
  });
  return files;
}

}  // namespace

std::vector<model::OutputFile> render(model::Site const& site, std::vector<model::Document> const& pages,
                                      std::vector<model::PrintedBooklet> const& booklets,
                                      base::FileTree const& templates, base::FileTree const& assets, unsigned jobs,
                                      base::Sources& sources, base::Diagnostics& diagnostics) {
  Templates const read(templates, sources, diagnostics);
  auto gathered = gather_assets(assets, diagnostics);
  check_templates(read, gathered.names(), diagnostics);
  check_for_idle(read, pages, diagnostics);
  if (!site.aliases.empty()) require(read, forward_template, diagnostics);
  if (diagnostics.has_errors()) return {};

  auto words = search_data(site, pages);
  auto const search_path = fingerprinted("search.js", words);
  Links const links(site, pages, booklets);
  Common const common{site, pages, booklets, gathered, links, search_path};
  auto files = render_all(common, read, jobs);
  if (read.find(not_found_template)) files.push_back({"404.html", render_not_found(common, read)});
  auto forwards = render_forwards(common, read);
  std::move(forwards.begin(), forwards.end(), std::back_inserter(files));
  files.push_back({search_path, std::move(words)});
  for (auto& file : gathered.files) files.push_back(std::move(file));
  add_named_pictures(site, files);
  return files;
}

}  // namespace tebiki::html
