// Where things of the site stand, and how one gets there: links, the menu, the steps to a page, the same page for other
// areas and in other languages.
#include <algorithm>

#include "html/page_data.hpp"

namespace tebiki::html {
namespace {

/// `care-guide/consult/` → `consult`.
std::string_view last_part(std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

bool is_ascii_letter_or_digit(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_unreserved(unsigned char c) {
  return is_ascii_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

void append_percent(std::string& out, unsigned char c) {
  constexpr char digits[] = "0123456789ABCDEF";
  out += '%';
  out += digits[c >> 4];
  out += digits[c & 15];
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
  model::append_url_path(url, page_path);
  if (page_path.empty() || page_path.ends_with('/')) url += "index.html";
  return url;
}

Links::Links(model::Site const& site, std::vector<model::Document> const& pages,
             std::vector<model::OpenDataFile> const& data)
    : site_(site) {
  places_.reserve(pages.size() + site.publications.size());
  for (auto const& page : pages) places_.emplace(reference_name(page), Place{file_url(page.path), &page});
  for (auto const& publication : site.publications)
    places_.emplace(publication.slug + ".pdf", Place{shared_file(publication.pdf_path())});
  for (auto const& file : data) places_.emplace(file.path, Place{file_url(file.path)});
}

std::optional<std::string> Links::file_of(std::string_view name) const {
  if (auto found = places_.find(name); found != places_.end()) return found->second.file;
  if (auto path = site_.path_of(name)) return file_url(*path);
  if (site_.index.is_elsewhere(name)) return shared_file(model::path_of_name(name));
  return std::nullopt;
}

model::Telephone Links::telephone_of(std::string_view record) const {
  auto const found = places_.find(record);
  return found == places_.end() || !found->second.page ? model::Telephone() : found->second.page->head.tel;
}

std::vector<std::string> Links::kind_of(std::string_view record) const {
  auto const found = places_.find(record);
  if (found == places_.end() || !found->second.page || found->second.page->head.tags.empty()) return {};
  auto const& tags = found->second.page->head.tags;
  return tags.size() == 1 ? tags : std::vector{tags.front(), tags.back()};
}

std::string Links::shared_file(std::string_view path) const { return root_of(site_.folder()) + file_url(path); }

void append_fragment(std::string& out, std::string_view fragment) {
  if (fragment.empty()) return;
  out += '#';
  for (unsigned char c : fragment) {
    bool const stays = is_unreserved(c) || c == '/' || c == '=' || c == '&' || c >= 0x80;
    if (stays)
      out += static_cast<char>(c);
    else
      append_percent(out, c);
  }
}

std::string mail_href(std::string_view address) {
  if (address.empty()) return {};
  std::string href = "mailto:";
  model::append_url_path(href, address);
  if (auto at = href.find("%40"); at != std::string::npos) href.replace(at, 3, "@");
  return href;
}

// The ways that pages show.

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
    items_.push_back({item.label, href_of(context, item.target), item.summary});
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
                        .text("summary", items_[i].summary)
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
  if (context.sites.size() < 2) return {};
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
