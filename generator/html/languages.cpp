// In which languages a page stands, and what a translation's home page leads to.
#include <algorithm>

#include "html/markup.hpp"
#include "html/page_data.hpp"

namespace tebiki::html {
namespace {

/// The sites that show the page in a language each, that of the whole first. From the site of an area the others are
/// reached, too.
std::vector<model::Site const*> sites_with(RenderContext const& context, std::string const& name) {
  std::vector<model::Site const*> sites;
  bool const of_area = !context.site.area.empty();
  for (auto const& [site, documents] : context.sites) {
    bool const own = &site == &context.site;
    bool const other = of_area ? !site.translation.empty() : site.area.empty();
    if ((own || other) && site.path_of(name)) sites.push_back(&site);
  }
  return sites;
}

}  // namespace

std::vector<TemplateData> languages(RenderContext const& context, model::Document const& page) {
  auto const name = reference_name(page);
  auto const sites = sites_with(context, name);
  std::vector<TemplateData> items;
  if (sites.size() < 2) return items;
  auto const up = root_of(context.site.folder());
  for (auto const* site : sites) {
    items.push_back(
        TemplateData()
            .text("label", std::string(site->words["language.name"]))
            .text("code", site->language)
            .text("tag", site->language_tag())
            .text("href", up + file_url(site->folder() + *site->path_of(name)))
            .text("address", context.site.area.empty() ? canonical(*site, site->folder() + *site->path_of(name)) : "")
            .flag("original", site->is_whole())
            .flag("here", site->translation == context.site.translation));
  }
  return items;
}

std::vector<TemplateData> pages_in_language(RenderContext const& context) {
  std::vector<TemplateData> items;
  if (context.site.translation.empty()) return items;
  for (auto const& page : context.site.pages) {
    bool const scene = std::any_of(context.site.scenes.begin(), context.site.scenes.end(),
                                   [&](auto const& one) { return one.page && one.page->name == page.slug; });
    if (page.is_home() || scene) continue;
    items.push_back(TemplateData()
                        .text("title", page.title)
                        .text("description", page.description)
                        .text("href", file_url(page.slug + '/')));
  }
  return items;
}

}  // namespace tebiki::html
