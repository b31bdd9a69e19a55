// Where one is and where one can go: the menu, the steps to a page, the same page for other areas and in other
// languages.
#include <algorithm>

#include "html/markup.hpp"
#include "html/page_data.hpp"

namespace tebiki::html {
namespace {

std::string area_label(model::Site const& site) {
  for (auto const& area : site.areas) {
    if (area.id == site.area) return area.label;
  }
  return std::string(site.words["area.all"]);
}

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

std::string href_of(RenderContext const& context, model::Reference const& target) {
  auto file = context.links.file_of(target.name.empty() ? model::home_slug : std::string_view(target.name));
  if (!file) return {};
  append_fragment(*file, target.fragment);
  return *file;
}

Menu::Menu(RenderContext const& context) {
  for (auto const& item : context.site.menu) {
    auto const path = item.target.fragment.empty() ? context.site.path_of(item.target.name) : std::nullopt;
    if (path) by_path_.emplace(*path, items_.size());
    items_.push_back({item.label, href_of(context, item.target)});
  }
}

MenuPlace Menu::place_of(std::string_view page_path) const {
  if (auto found = by_path_.find(page_path); found != by_path_.end()) return {found->second, true};
  for (auto path = page_path; path.size() > 1;) {
    path = path.substr(0, path.rfind('/', path.size() - 2) + 1);
    if (path.empty()) break;
    if (auto found = by_path_.find(path); found != by_path_.end()) return {found->second, false};
  }
  return nowhere();
}

TemplateData Menu::data(MenuPlace place) const {
  std::vector<TemplateData> items;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    items.push_back(TemplateData()
                        .text("label", items_[i].label)
                        .text("href", items_[i].href)
                        .flag("here", i == place.item && place.exactly)
                        .flag("within", i == place.item && !place.exactly));
  }
  return TemplateData().list("menu", std::move(items));
}

std::vector<TemplateData> crumbs(RenderContext const& context, model::Document const& page) {
  std::vector<TemplateData> items;
  if (page.kind == model::DocumentKind::home) return items;
  auto add = [&](std::string label, std::string href) {
    items.push_back(TemplateData().text("label", std::move(label)).text("href", std::move(href)));
  };
  add(std::string(context.site.words["crumbs.home"]), "index.html");
  // Whatever stands on the way to the page is a step: list, publication, or a page of that name.
  for (auto at = page.path.find('/'); at + 1 < page.path.size(); at = page.path.find('/', at + 1)) {
    auto const name = page.path.substr(0, at);
    if (auto title = context.site.title_of(name); !title.empty()) add(std::move(title), file_url(name + '/'));
  }
  add(page.title, "");
  return items;
}

std::vector<TemplateData> areas(RenderContext const& context, model::Document const& page) {
  std::vector<TemplateData> items;
  if (context.site.areas.empty()) return items;
  auto const name = reference_name(page);
  auto const up = root_of(context.site.folder());
  for (auto const& other : context.sites) {
    if (!other.site.translation.empty()) continue;
    auto const path = other.site.path_of(name).value_or("");
    items.push_back(TemplateData()
                        .text("label", area_label(other.site))
                        .text("href", up + file_url(other.site.folder() + path))
                        .flag("here", other.site.area == context.site.area));
  }
  return items;
}

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
            .text("address", context.site.area.empty() ? site->address_of(site->folder() + *site->path_of(name)) : "")
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
