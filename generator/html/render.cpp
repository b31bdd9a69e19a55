#include "html/render.hpp"

#include <algorithm>
#include <atomic>
#include <set>

#include "html/assets.hpp"
#include "html/page_data.hpp"
#include "html/renderer.hpp"
#include "html/search_data.hpp"
#include "html/template_check.hpp"
#include "support/parallel.hpp"
#include "support/unicode.hpp"

namespace tebiki::html {
namespace {

constexpr std::string_view layout = "layout";
constexpr std::string_view not_found = "404";

std::string template_of(Templates const& templates, model::Document const& page) {
  return templates.name_for(kind_name(page.kind), page.subject);
}

void require(Templates const& templates, std::string_view name, support::Diagnostics& diagnostics) {
  if (templates.find(name)) return;
  auto const file = "templates/site/" + std::string(name) + ".mustache";
  diagnostics.error({}, "missing-template", {"「" + file + "」がありません。", "There is no “" + file + "”."},
                    {"tebiki に付いてくるファイルを写してください。", "Copy the one that comes with tebiki."});
}

/// Checks the layout with each kind of page, and each template made for one subject.
void check_templates(Templates const& templates, std::vector<model::Document> const& pages, Assets const& assets,
                     support::Diagnostics& diagnostics) {
  auto const shared = shared_names(assets.names());
  require(templates, layout, diagnostics);
  for (auto const* kind : {"home", "list", "entry", "page", "publication", "part"}) {
    require(templates, kind, diagnostics);
    check_template(templates, layout, kind, shared, page_names(kind), diagnostics);
  }
  std::set<std::string> checked;
  for (auto const& page : pages) {
    auto const name = template_of(templates, page);
    if (name == kind_name(page.kind) || !checked.insert(name).second) continue;
    check_template(templates, layout, name, shared, page_names(kind_name(page.kind)), diagnostics);
  }
  check_template(templates, not_found, "", shared, page_names(not_found), diagnostics);
}

/// A template made for a list or page that there is not is a slip of the pen: `taxi.entry` for `taxis.entry`.
void check_for_idle(Templates const& templates, std::vector<model::Document> const& pages,
                    support::Diagnostics& diagnostics) {
  std::vector<std::string> used;
  used.reserve(pages.size());
  for (auto const& page : pages) used.push_back(page.subject + '.' + std::string(kind_name(page.kind)));
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  for (auto const& name : templates.names()) {
    if (name.find('.') == std::string::npos || std::binary_search(used.begin(), used.end(), name)) continue;
    auto const near = support::nearest(name, used);
    diagnostics.warning(
        {templates.find(name)->file, 0}, "idle-template",
        {"「" + name + ".mustache」を使うページがありません。", "No page uses “" + name + ".mustache”."},
        near ? support::Words{"「" + *near + ".mustache」ではありませんか。", "Did you mean “" + *near + ".mustache”?"}
             : support::Words{"名前は「一覧の名前.entry.mustache」のように付けます。",
                              "Names look like “list.entry.mustache”."});
  }
}

std::string render_page(Common const& common, Entries const& entries, Templates const& templates, Renderer& renderer,
                        model::Document const& page) {
  auto const place = menu_place(common, page.path);
  if (!renderer.shares(place.number())) renderer.share(place.number(), site_data(common, place));
  return renderer.render(layout, template_of(templates, page), place.number(), page_data(common, entries, page));
}

/// Shown by web servers for addresses of any depth: it may lean on nothing but the base URL.
std::string render_not_found(Common const& common, Templates const& templates) {
  Renderer renderer(templates);
  MenuPlace const nowhere{common.site.menu.size(), false};
  renderer.share(0, site_data(common, nowhere));
  model::Document page;
  page.title = "ページが見つかりません";
  return renderer.render(not_found, "", 0, page_data(common, Entries(common), page));
}

std::vector<model::OutputFile> render_all(Common const& common, Templates const& templates, unsigned jobs) {
  Entries const entries(common);
  std::vector<model::OutputFile> files(common.pages.size());
  std::atomic<std::size_t> next{0};
  // One renderer a thread, so that each parses a template once.
  support::parallel_for(std::max(1u, jobs), jobs, [&](std::size_t) {
    Renderer renderer(templates);
    for (std::size_t i; (i = next.fetch_add(1)) < files.size();) {
      auto const& page = common.pages[i];
      files[i] = {page.path + "index.html", render_page(common, entries, templates, renderer, page)};
    }
  });
  return files;
}

}  // namespace

std::vector<model::OutputFile> render(model::Site const& site, std::vector<model::Document> const& pages,
                                      std::vector<model::PrintedBooklet> const& booklets,
                                      support::FileTree const& templates, support::FileTree const& assets,
                                      unsigned jobs, support::Sources& sources, support::Diagnostics& diagnostics) {
  Templates const read(templates, sources, diagnostics);
  auto gathered = gather_assets(assets, diagnostics);
  check_templates(read, pages, gathered, diagnostics);
  check_for_idle(read, pages, diagnostics);
  if (diagnostics.has_errors()) return {};

  auto words = search_data(site, pages);
  auto const search_path = fingerprinted("search.js", words);
  Links const links(site, pages, booklets);
  Common const common{site, pages, booklets, gathered, links, search_path};
  auto files = render_all(common, read, jobs);
  if (read.find(not_found)) files.push_back({"404.html", render_not_found(common, read)});
  files.push_back({search_path, std::move(words)});
  for (auto& file : gathered.files) files.push_back(std::move(file));
  for (auto const& [path, image] : site.images) files.push_back({path, image.bytes});
  return files;
}

}  // namespace tebiki::html
