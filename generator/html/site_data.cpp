#include "html/site_data.hpp"

#include <algorithm>

#include "html/books.hpp"
#include "html/escape.hpp"
#include "html/theme.hpp"

namespace tebiki::html {
namespace {

std::string href(Common const& common, model::Reference const& target) {
  auto file = common.links.file_of(target.name.empty() ? "index" : target.name);
  if (!file) return {};
  append_fragment(*file, target.fragment);
  return *file;
}

void add_contact(Data& data, model::Contact const& contact) {
  data.text("contact_name", contact.name)
      .text("contact_tel", contact.tel)
      .text("contact_tel_href", telephone_href(contact.tel))
      .text("contact_fax", contact.fax)
      .text("contact_email", contact.email)
      .text("contact_email_href", mail_href(contact.email))
      .text("contact_hours", contact.hours)
      .text("contact_address", contact.address)
      .text("contact_prompt", contact.prompt);
}

std::vector<Data> menu(Common const& common, MenuPlace place) {
  std::vector<Data> items;
  for (std::size_t i = 0; i < common.site.menu.size(); ++i) {
    auto const& item = common.site.menu[i];
    items.push_back(Data()
                        .text("label", item.label)
                        .text("href", href(common, item.target))
                        .flag("here", i == place.item && place.exactly)
                        .flag("within", i == place.item && !place.exactly));
  }
  return items;
}

std::vector<Data> scenes(Common const& common) {
  std::vector<Data> items;
  for (auto const& scene : common.site.scenes) items.push_back(scene_data(common, scene));
  return items;
}

std::size_t place_in_menu(model::Site const& site, std::string_view slug) {
  auto const leads_there = [&](model::MenuItem const& item) { return item.target.name == slug; };
  return std::size_t(std::find_if(site.menu.begin(), site.menu.end(), leads_there) - site.menu.begin());
}

/// In the order of the menu; those it does not name follow, the long ones first: they are what people come for.
std::vector<Data> lists(Common const& common) {
  std::vector<model::List const*> sorted;
  for (auto const& list : common.site.lists) sorted.push_back(&list);
  std::stable_sort(sorted.begin(), sorted.end(), [&](auto const* one, auto const* other) {
    auto const place = place_in_menu(common.site, one->slug), other_place = place_in_menu(common.site, other->slug);
    return place != other_place ? place < other_place : one->records.size() > other->records.size();
  });
  std::vector<Data> items;
  for (auto const* sorted_list : sorted) {
    auto const& list = *sorted_list;
    items.push_back(Data()
                        .text("title", list.schema.title)
                        .text("description", list.schema.description)
                        .text("href", file_url(list.slug + '/'))
                        .text("count", std::to_string(list.records.size())));
  }
  return items;
}

/// Single pages that stand in no menu: about, accessibility, and the like. The footer leads to them.
std::vector<Data> notes(Common const& common) {
  std::vector<Data> items;
  for (auto const& page : common.site.pages) {
    bool const deep = page.slug.find('/') != std::string::npos;
    bool listed = page.slug == "index" || deep;
    for (auto const& item : common.site.menu) listed = listed || item.target.name == page.slug;
    if (!listed) items.push_back(Data().text("label", page.title).text("href", file_url(page.slug + '/')));
  }
  return items;
}

std::vector<Data> suggestions(model::Site const& site) {
  std::vector<Data> items;
  for (auto const& word : site.suggestions) items.push_back(Data().text("word", word));
  return items;
}

}  // namespace

MenuPlace menu_place(Common const& common, std::string_view page_path) {
  auto const& menu = common.site.menu;
  MenuPlace place{menu.size(), false};
  std::size_t longest = 0;
  for (std::size_t i = 0; i < menu.size(); ++i) {
    auto const path = common.site.path_of(menu[i].target.name);
    if (!path || !menu[i].target.fragment.empty()) continue;
    if (*path == page_path) return {i, true};
    if (path->size() > longest && page_path.starts_with(*path)) place.item = i, longest = path->size();
  }
  return place;
}

Data scene_data(Common const& common, model::Scene const& scene) {
  auto icon = common.assets.icons.find("icon_" + scene.id);
  if (icon == common.assets.icons.end()) icon = common.assets.icons.find("icon_scene");
  Data data;
  data.text("label", scene.label)
      .text("official", scene.official)
      .text("summary", scene.summary)
      .text("href", scene.page ? href(common, *scene.page) : "")
      .text("colour", model::css(readable_on_white(scene.colour)))
      .text("icon", icon == common.assets.icons.end() ? "" : icon->second);
  return data;
}

Data site_data(Common const& common, MenuPlace place) {
  auto const& site = common.site;
  Data data;
  data.text("language", site.language)
      .text("site_name", site.name)
      .text("publisher", site.publisher)
      .text("lead", site.lead)
      .text("notice", site.notice)
      .text("base_url", site.base_url)
      .text("theme", theme_css(site.brand))
      .text("theme_colour", model::css(readable_on_white(site.brand)))
      .text("search_data", common.search_data);
  add_contact(data, site.contact);
  data.list("menu", menu(common, place))
      .list("scenes", scenes(common))
      .list("suggestions", suggestions(site))
      .list("lists", lists(common))
      .list("books", all_books(site, common.booklets))
      .list("notes", notes(common));
  for (auto const& [name, path] : common.assets.paths) data.text(name, file_url(path));
  for (auto const& [name, svg] : common.assets.icons) data.text(name, svg);
  return data;
}

}  // namespace tebiki::html
