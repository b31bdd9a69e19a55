#include "html/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "base/parallel.hpp"
#include "base/unicode.hpp"
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
  auto own = page_data(context, page);
  for (auto& [name, field] : own.fields) {
    if (name == "root") field = context.site.base_url.empty() ? "/" : context.site.base_url;
  }
  return context.renderer.whole(not_found_template, {{&shared, &nowhere}, own});
}

/// Pages at the addresses of before: each sends its readers on, without a script.
void add_forwards(RenderContext const& context, SharedData const& shared, std::vector<model::OutputFile>& files) {
  for (auto const& alias : context.site.aliases) {
    auto const path = model::path_of_name(alias.name), target = model::path_of_name(alias.target);
    TemplateData own;
    own.text("target", root_of(path) + file_url(target)).text("canonical", context.site.address_of(target));
    files.push_back({path + "index.html", context.renderer.whole(forward_template, {{&shared}, own})});
  }
}

// What readers take along: the page of the offices that they saved, and what is shown where there is no network.

constexpr std::string_view worker_file = "service-worker.js";

model::Document reader_page(std::string_view name, model::Words const& words) {
  model::Document page;
  page.subject = name;
  page.path = page.subject + '/';
  page.title = model::title_of_made_page(name, words);
  return page;
}

/// What is kept from the start: the pages that are there for times without a network, whom to call at once, and what
/// these load.
std::vector<std::string> first_files(RenderContext const& context) {
  std::vector<std::string> files{model::path_of_name(model::offline_page) + "index.html"};
  if (auto const urgent = model::urgent_page(context.site); !urgent.empty())
    files.push_back(model::path_of_name(urgent) + "index.html");
  for (auto const* name : {"asset_site_css", "asset_site_js", "asset_code_js", "asset_favicon_svg"}) {
    if (auto found = context.assets.paths.find(name); found != context.assets.paths.end())
      files.push_back(found->second);
  }
  if (!context.saving) return files;
  files.push_back(model::path_of_name(model::my_list_page) + "index.html");
  files.push_back(context.offices_data);
  if (auto found = context.assets.paths.find("asset_my_list_js"); found != context.assets.paths.end())
    files.push_back(found->second);
  return files;
}

/// Whether there is an office that can be called.
bool offers_saving(std::vector<model::Document> const& pages) {
  return std::any_of(pages.begin(), pages.end(), [](auto const& page) {
    return page.kind == model::DocumentKind::entry && !page.head.tel.empty() && !page.head.event;
  });
}

/// The pages of readers' own.
std::vector<model::Document> reader_pages(RenderContext const& context) {
  std::vector<model::Document> pages;
  if (context.site.is_whole()) pages.push_back(reader_page(model::offline_page, context.site.words));
  if (context.saving) pages.push_back(reader_page(model::my_list_page, context.site.words));
  return pages;
}

/// The script by which browsers keep pages for times without a network: the one among the assets, told the name of this
/// edition of the site and what to keep from the start. None without such an asset. The name is another one as soon as
/// a page that is kept from the start says something else, or what is searched: names of assets tell what they hold.
std::vector<model::OutputFile> service_worker(RenderContext const& context,
                                              std::vector<model::OutputFile> const& pages) {
  if (context.assets.service_worker.empty()) return {};
  std::string files, all = context.search_data + context.assets.service_worker;
  for (auto const& file : first_files(context)) {
    files += (files.empty() ? "" : ", ") + base::json_string(file);
    auto const page = std::find_if(pages.begin(), pages.end(), [&](auto const& one) { return one.path == file; });
    all.append(file).append("\n").append(page == pages.end() ? "" : page->bytes);
  }
  auto const name = fingerprint(all);
  return {{std::string(worker_file), fmt::format("const edition = {{ name: \"{}\", files: [{}] }};\n", name, files) +
                                         context.assets.service_worker}};
}

/// Pages of the readers' own, where there is a template for them.
void add_reader_pages(RenderContext const& context, Templates const& templates, SharedData const& shared,
                      Menu const& menu, std::vector<model::OutputFile>& files) {
  SharedData const nowhere(menu.data(menu.nowhere()));
  for (auto const& page : reader_pages(context)) {
    auto const name = templates.name_for(kind_name(page.kind), page.subject);
    if (name.find('.') == std::string::npos) continue;
    files.push_back({context.site.folder() + page.path + "index.html",
                     context.renderer.page(name, {{&shared, &nowhere}, page_data(context, page)})});
  }
}

/// The pages of one site. Those of areas and translations have neither forwards nor a page for wrong addresses. The
/// blocks of `pages`, which are those of the context, are let go one page after the other.
std::vector<model::OutputFile> render_site(RenderContext const& context, std::vector<model::Document>& pages,
                                           Templates const& templates, unsigned jobs) {
  Menu const menu(context);
  SharedData const shared(site_data(context));
  std::vector<model::OutputFile> files(context.pages.size());
  std::atomic<std::size_t> next{0};
  base::parallel_for(std::max(1u, jobs), jobs, [&](std::size_t) {
    MenuData menus(menu);
    for (std::size_t i; (i = next.fetch_add(1)) < files.size();) {
      auto& page = pages[i];
      auto const own = page_data(context, page);
      auto const name = templates.name_for(kind_name(page.kind), page.subject);
      files[i] = {context.site.folder() + page.path + "index.html",
                  context.renderer.page(name, {{&shared, &menus.of(menu.place_of(page.path))}, own})};
      page.blocks = {};
    }
  });
  if (context.site.area.empty()) add_reader_pages(context, templates, shared, menu, files);
  if (!context.site.is_whole()) return files;
  if (templates.find(not_found_template)) files.push_back({"404.html", render_not_found(context, shared, menu)});
  add_forwards(context, shared, files);
  auto worker = service_worker(context, files);
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

bool is_of_readers(model::Document const& page) {
  return page.kind == model::DocumentKind::page &&
         (page.subject == model::my_list_page || page.subject == model::offline_page);
}

namespace {

/// Takes out what only sites need that show maps or films of other hosts.
void leave_out_unused(Assets& assets, model::Outside const& outside) {
  std::erase_if(assets.files, [&](model::OutputFile const& file) {
    bool const of_maps = file.path.starts_with("assets/outside/map");
    return of_maps ? outside.map_tiles.empty() : file.path.starts_with("assets/outside") && !outside.is_used();
  });
}

}  // namespace

std::vector<model::OutputFile> render(std::vector<model::ComposedSite>& sites,
                                      std::vector<model::PrintedBooklet> const& booklets,
                                      base::FileTree const& templates, base::FileTree const& assets, unsigned jobs,
                                      base::Sources& sources, base::Diagnostics& diagnostics) {
  auto const& site = sites.front().site;
  std::optional<Templates> of_site;
  Assets gathered;
  base::parallel_for(2, jobs, [&](std::size_t task) {
    task == 0
        ? void(of_site.emplace(templates, site.words, sources, diagnostics))
        : void(gathered = gather_assets(assets, theme_css(site) + gantt_css(sites) + table_css(sites), diagnostics));
  });
  leave_out_unused(gathered, site.outside);
  auto const& read = *of_site;
  check_templates(read, gathered, diagnostics);
  check_for_idle(read, sites.front().documents.pages, diagnostics);
  if (!site.aliases.empty()) require(read, forward_template, diagnostics);
  if (diagnostics.has_errors()) return {};
  auto const translated = translated_templates(sites, templates, gathered, sources, diagnostics);
  if (diagnostics.has_errors()) return {};

  Renderer const renderer(read);
  bool const saving =
      read.find(std::string(model::my_list_page) + ".page") && offers_saving(sites.front().documents.pages);
  std::vector<model::OutputFile> files;
  std::set<std::string> written;  // areas may have the same scripts
  std::string offices_path;       // the whole site comes first
  for (auto& [one, documents] : sites) {
    Links const links(one, documents.pages, documents.open_data);
    SearchData search;
    FinderData finder;
    base::parallel_for(2, jobs, [&](std::size_t task) {
      task == 0 ? void(search = search_data(one, documents, links, jobs, sites))
                : void(finder = finder_data(one, documents, links, jobs));
    });
    auto const search_path =
        fingerprinted(one.translation.empty() ? "search.js" : one.translation + "-search.js", search.script);
    if (one.is_whole()) offices_path = search_path;
    auto const found = translated.find(one.translation);
    auto const* other = found == translated.end() ? nullptr : &found->second;
    auto pages =
        render_site({sites, one, documents.pages, documents.search, documents.feeds, booklets, gathered, links,
                     other ? other->renderer : renderer, search_path, offices_path, std::move(finder.paths), saving},
                    documents.pages, other ? other->templates : read, jobs);
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
