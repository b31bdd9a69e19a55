#include "html/render.hpp"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "base/parallel.hpp"
#include "html/assets.hpp"
#include "html/page_data.hpp"
#include "html/page_writer.hpp"
#include "html/templates.hpp"

namespace tebiki::html {
namespace {

/// The menu as pages in one place of it show it; pages that follow each other mostly stand in the same.
class MenuData {
 public:
  explicit MenuData(Menu const& menu) : menu_(menu) {}
  SharedData const& of(MenuPlace place) {
    if (!data_ || place.number() != place_.number()) data_ = SharedData(menu_.data(place));
    place_ = place;
    return *data_;
  }

 private:
  Menu const& menu_;
  MenuPlace place_;
  std::optional<SharedData> data_;
};

/// Shown by web servers for addresses of any depth: it may lean on nothing but where the site stands.
std::string render_not_found(RenderContext const& context, SharedData const& shared, Menu const& menu) {
  model::Document page;
  page.title = context.site.words["not-found.title"];
  SharedData const nowhere(menu.data(menu.nowhere()));
  return context.renderer.whole(not_found_template, {{&shared, &nowhere}, page_data(context, page)});
}

/// Pages at the addresses of before: each sends its readers on, without a script.
void add_forwards(RenderContext const& context, SharedData const& shared, std::vector<model::OutputFile>& files) {
  for (auto const& alias : context.site.aliases) {
    auto const path = model::path_of_name(alias.name), target = model::path_of_name(alias.target);
    TemplateData own;
    own.text("target", root_of(path) + file_url(target)).text("canonical", canonical(context.site, target));
    files.push_back({path + "index.html", context.renderer.whole(forward_template, {{&shared}, own})});
  }
}

/// Pages of the readers' own, where there is a template for them.
void add_reader_pages(RenderContext const& context, Templates const& templates, SharedData const& shared,
                      Menu const& menu, std::vector<model::OutputFile>& files) {
  SharedData const nowhere(menu.data(menu.nowhere()));
  for (auto const& page : reader_pages(context)) {
    auto const name = templates.name_for(kind_name(page.kind), page.subject);
    if (name.find('.') == std::string::npos) continue;
    files.push_back(
        {page.path + "index.html", context.renderer.page(name, {{&shared, &nowhere}, page_data(context, page)})});
  }
}

/// The pages of one site. Those of an area and translations have neither forwards nor pages for wrong addresses and of
/// readers' own.
std::vector<model::OutputFile> render_site(RenderContext const& context, Templates const& templates, unsigned jobs) {
  Menu const menu(context);
  SharedData const shared(site_data(context));
  std::vector<model::OutputFile> files(context.pages.size());
  std::atomic<std::size_t> next{0};
  base::parallel_for(std::max(1u, jobs), jobs, [&](std::size_t) {
    MenuData menus(menu);
    for (std::size_t i; (i = next.fetch_add(1)) < files.size();) {
      auto const& page = context.pages[i];
      auto const own = page_data(context, page);
      auto const name = templates.name_for(kind_name(page.kind), page.subject);
      files[i] = {context.site.folder() + page.path + "index.html",
                  context.renderer.page(name, {{&shared, &menus.of(menu.place_of(page.path))}, own})};
    }
  });
  if (!context.site.is_whole()) return files;
  if (templates.find(not_found_template)) files.push_back({"404.html", render_not_found(context, shared, menu)});
  add_forwards(context, shared, files);
  add_reader_pages(context, templates, shared, menu, files);
  auto worker = service_worker(context);
  std::move(worker.begin(), worker.end(), std::back_inserter(files));
  return files;
}

/// The templates with the words of another language.
struct TranslatedTemplates {
  TranslatedTemplates(base::FileTree const& tree, model::Words const& words, base::Sources& sources,
                      base::Diagnostics& diagnostics)
      : templates(tree, words, sources, diagnostics), renderer(templates) {}

  Templates templates;
  Renderer renderer;
};

/// By the code of the language. Errors: what templates do not fill in in its words.
std::map<std::string, TranslatedTemplates> translated_templates(std::vector<model::ComposedSite> const& sites,
                                                                base::FileTree const& tree, Assets const& assets,
                                                                base::Sources& sources,
                                                                base::Diagnostics& diagnostics) {
  std::map<std::string, TranslatedTemplates> all;
  for (auto const& [site, documents] : sites) {
    if (site.translation.empty()) continue;
    auto const added = all.try_emplace(site.translation, tree, site.words, sources, diagnostics);
    check_templates(added.first->second.templates, assets, diagnostics);
  }
  return all;
}

}  // namespace

std::vector<model::OutputFile> render(std::vector<model::ComposedSite> const& sites,
                                      std::vector<model::PrintedBooklet> const& booklets,
                                      base::FileTree const& templates, base::FileTree const& assets, unsigned jobs,
                                      base::Sources& sources, base::Diagnostics& diagnostics) {
  auto const& site = sites.front().site;
  Templates const read(templates, site.words, sources, diagnostics);
  auto gathered = gather_assets(assets, theme_css(site) + gantt_css(sites) + matrix_css(sites), diagnostics);
  check_templates(read, gathered, diagnostics);
  check_for_idle(read, sites.front().documents.pages, diagnostics);
  if (!site.aliases.empty()) require(read, forward_template, diagnostics);
  if (diagnostics.has_errors()) return {};
  auto const translated = translated_templates(sites, templates, gathered, sources, diagnostics);
  if (diagnostics.has_errors()) return {};

  Renderer const renderer(read);
  bool const saving = read.find(std::string(my_list_slug) + ".page") && offers_saving(sites.front().documents.pages);
  std::vector<model::OutputFile> files;
  std::set<std::string> written;  // areas may have the same scripts
  for (auto const& [one, documents] : sites) {
    Links const links(one, documents.pages, documents.open_data);
    auto search = search_data(one, documents, links, jobs, sites);
    auto const search_path =
        fingerprinted(one.translation.empty() ? "search.js" : one.translation + "-search.js", search.script);
    auto finder = finder_data(one, documents, links, jobs);
    auto const found = translated.find(one.translation);
    auto const* other = found == translated.end() ? nullptr : &found->second;
    auto pages =
        render_site({sites, one, documents.pages, documents.search, documents.feeds, booklets, gathered, links,
                     other ? other->renderer : renderer, search_path, std::move(finder.paths), saving && !other},
                    other ? other->templates : read, jobs);
    std::move(pages.begin(), pages.end(), std::back_inserter(files));
    search.pieces.push_back({search_path, std::move(search.script)});
    for (auto* scripts : {&search.pieces, &finder.files}) {
      for (auto& script : *scripts) {
        if (written.insert(script.path).second) files.push_back(std::move(script));
      }
    }
  }
  files.push_back(manifest_file(site, gathered));
  for (auto& file : gathered.files) files.push_back(std::move(file));
  for (auto& file : hosting_files(site)) files.push_back(std::move(file));
  add_named_pictures(site, files);
  return files;
}

void check(model::Words const& words, base::FileTree const& templates, base::FileTree const& assets,
           base::Sources& sources, base::Diagnostics& diagnostics) {
  Templates const read(templates, words, sources, diagnostics);
  check_templates(read, gather_assets(assets, {}, diagnostics), diagnostics);
}

}  // namespace tebiki::html
