#include "html/site_data.hpp"

#include <algorithm>

#include "html/books.hpp"
#include "html/escape.hpp"
#include "html/theme.hpp"
#include "model/telephone.hpp"

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
      .text("contact_tel_href", model::telephone_address(contact.tel))
      .text("contact_fax", contact.fax)
      .text("contact_email", contact.email)
      .text("contact_email_href", mail_href(contact.email))
      .text("contact_hours", contact.hours)
      .text("contact_address", contact.address)
      .text("contact_prompt", contact.prompt);
}

std::vector<Data> scenes(Common const& common) {
  std::vector<Data> items;
  for (auto const& scene : common.site.scenes) items.push_back(scene_data(common, scene));
  return items;
}

/// The first item of the menu that leads to each name.
std::map<std::string_view, std::size_t> places_in_menu(model::Site const& site) {
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < site.menu.size(); ++i) places.emplace(site.menu[i].target.name, i);
  return places;
}

/// Every page repeats the footer: with a list of more it would be the most of the page.
constexpr std::size_t most_in_footer = 24;

std::vector<Data> first_of(std::vector<Data> const& items) {
  return {items.begin(), items.begin() + std::ptrdiff_t(std::min(items.size(), most_in_footer))};
}

/// In the order of the menu; those it does not name follow, the long ones first: they are what people come for.
std::vector<Data> lists(Common const& common) {
  std::vector<model::List const*> sorted;
  for (auto const& list : common.site.lists) sorted.push_back(&list);
  auto const places = places_in_menu(common.site);
  auto place_of = [&](std::string const& slug) {
    auto found = places.find(slug);
    return found == places.end() ? places.size() : found->second;
  };
  std::stable_sort(sorted.begin(), sorted.end(), [&](auto const* one, auto const* other) {
    auto const place = place_of(one->slug), other_place = place_of(other->slug);
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
  auto const menu = places_in_menu(common.site);
  std::vector<Data> items;
  for (auto const& page : common.site.pages) {
    bool const deep = page.slug.find('/') != std::string::npos;
    bool const listed = page.slug == "index" || deep || menu.contains(page.slug);
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

Menu::Menu(Common const& common) {
  for (auto const& item : common.site.menu) {
    auto const path = item.target.fragment.empty() ? common.site.path_of(item.target.name) : std::nullopt;
    if (path) by_path_.emplace(*path, items_.size());
    items_.push_back({item.label, href(common, item.target)});
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

Data Menu::data(MenuPlace place) const {
  std::vector<Data> items;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    items.push_back(Data()
                        .text("label", items_[i].label)
                        .text("href", items_[i].href)
                        .flag("here", i == place.item && place.exactly)
                        .flag("within", i == place.item && !place.exactly));
  }
  return Data().list("menu", std::move(items));
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

Data site_data(Common const& common) {
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
  auto every_list = lists(common), every_book = all_books(site, common.booklets);
  data.list("scenes", scenes(common))
      .list("suggestions", suggestions(site))
      .list("first_lists", first_of(every_list))
      .flag("more_lists", every_list.size() > most_in_footer)
      .list("lists", std::move(every_list))
      .list("first_books", first_of(every_book))
      .flag("more_books", every_book.size() > most_in_footer)
      .list("books", std::move(every_book))
      .list("notes", notes(common));
  for (auto const& [name, path] : common.assets.paths) data.text(name, file_url(path));
  for (auto const& [name, svg] : common.assets.icons) data.text(name, svg);
  return data;
}

}  // namespace tebiki::html
