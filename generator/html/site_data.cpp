#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "html/page_data.hpp"
#include "html/page_writer.hpp"
#include "html/render.hpp"

namespace tebiki::html {
namespace {

void add_contact(TemplateData& data, model::Contact const& contact) {
  data.text("contact_name", contact.name)
      .text("contact_tel", std::string(contact.tel.written()))
      .text("contact_tel_href", std::string(contact.tel.address()))
      .text("contact_fax", std::string(contact.fax.written()))
      .text("contact_email", contact.email)
      .text("contact_email_href", mail_href(contact.email))
      .text("contact_hours", contact.hours)
      .text("contact_address", contact.address)
      .text("contact_prompt", contact.prompt);
}

/// The days by number, 0 is Sunday: 12345.
std::string numbers_of(model::Weekdays const& days) {
  std::string numbers;
  for (std::size_t day = 0; day < days.size(); ++day) {
    if (days[day]) numbers += std::to_string(day);
  }
  return numbers;
}

/// The holidays of the year to come, blanks between; the last one where all are past, so that scripts see that nobody
/// knows more. Nothing where the site has no list of them.
std::string coming_holidays(model::Site const& site) {
  auto end = site.today;
  ++end.year;
  std::string days;
  for (auto const& [date, name] : site.holidays) {
    if (date < site.today || end < date) continue;
    days.append(days.empty() ? "" : " ").append(model::iso(date));
  }
  return days.empty() && !site.holidays.empty() ? model::iso(site.holidays.rbegin()->first) : days;
}

/// When somebody is at the telephone, for the script that says so; nothing where it cannot be told for certain, or
/// where there is no other number to call. The minutes of all ranges stand with blanks between, and so do their days.
std::vector<TemplateData> contact_opening(model::Site const& site) {
  if (site.contact.opening.empty() || site.contact.after_hours.empty()) return {};
  std::string days, from, until;
  auto const add = [](std::string& all, std::string const& one) { all.append(all.empty() ? "" : " ").append(one); };
  for (auto const& [weekdays, hours] : site.contact.opening) {
    for (std::size_t i = 0; i < hours.count; ++i) {
      add(days, numbers_of(weekdays));
      add(from, std::to_string(hours.ranges[i].from));
      add(until, std::to_string(hours.ranges[i].until));
    }
  }
  return {TemplateData()
              .text("days", std::move(days))
              .text("from", std::move(from))
              .text("until", std::move(until))
              .text("holidays", coming_holidays(site))
              .text("tel", std::string(site.contact.after_hours.written()))
              .text("tel_href", std::string(site.contact.after_hours.address()))};
}

std::vector<TemplateData> urgent_numbers(model::Site const& site) {
  std::vector<TemplateData> numbers;
  for (auto const& number : site.urgent) {
    numbers.push_back(TemplateData()
                          .text("tel", std::string(number.tel.written()))
                          .text("tel_href", std::string(number.tel.address()))
                          .text("label", number.label)
                          .text("note", number.note));
  }
  return numbers;
}

std::vector<TemplateData> scenes(RenderContext const& context) {
  std::vector<TemplateData> items;
  for (auto const& scene : context.site.scenes) {
    bool const shown = context.site.translation.empty() || scene.page;
    if (shown) items.push_back(scene_data(context, scene));
  }
  return items;
}

/// The first item of the menu that leads to each name.
std::map<std::string_view, std::size_t> places_in_menu(model::Site const& site) {
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < site.menu.size(); ++i) places.emplace(site.menu[i].target.name, i);
  return places;
}

std::vector<TemplateData> first_of(std::vector<TemplateData> const& items, std::size_t count) {
  return {items.begin(), items.begin() + std::ptrdiff_t(std::min(items.size(), count))};
}

/// Home shows so many at once; the others are folded behind them.
constexpr std::size_t lists_on_home = 6, books_on_home = 3;

std::vector<TemplateData> behind(std::vector<TemplateData> const& items, std::size_t count) {
  return {items.begin() + std::ptrdiff_t(std::min(items.size(), count)), items.end()};
}

/// Whether it lists those whom one can call.
bool has_numbers(model::Document const& list) {
  if (list.kind != model::DocumentKind::list) return true;
  auto const reached = [](model::Entry const& entry) { return !entry.tel.empty(); };
  return std::any_of(list.blocks.begin(), list.blocks.end(), [&](model::Block const& block) {
    auto const* directory = std::get_if<model::Directory>(&block.node);
    return directory && std::any_of(directory->groups.begin(), directory->groups.end(), [&](auto const& group) {
             return std::any_of(group.entries.begin(), group.entries.end(), reached);
           });
  });
}

/// What people come for: whom they can call, then what `x-schema-org` says is meant for everybody; last, what is
/// told of plans and figures.
int rank_of(model::Document const& list) { return has_numbers(list) ? 0 : list.for_everybody ? 1 : 2; }

/// A page of matrices is looked through as a list is, by what is asked of each.
bool is_matrix_page(model::Document const& page) {
  auto const matrix = [](model::Block const& block) {
    auto const* table = std::get_if<model::Table>(&block.node);
    return table && is_matrix(*table);
  };
  return page.kind == model::DocumentKind::page && page.path.find('/') + 1 == page.path.size() &&
         std::any_of(page.blocks.begin(), page.blocks.end(), matrix);
}

/// Lists and pages of matrices in the order of the menu; those it does not name follow by their rank, of equal ones the
/// long ones first.
std::vector<TemplateData> lists(RenderContext const& context) {
  std::vector<model::Document const*> sorted;
  for (auto const& page : context.pages) {
    bool const begins_list = page.kind == model::DocumentKind::list && page.list_page.number == 1;
    if (begins_list || is_matrix_page(page)) sorted.push_back(&page);
  }
  auto const places = places_in_menu(context.site);
  auto place_of = [&](std::string const& slug) {
    auto found = places.find(slug);
    return found == places.end() ? places.size() : found->second;
  };
  std::map<std::string_view, int> ranks;
  for (auto const* list : sorted) ranks[list->subject] = rank_of(*list);
  std::stable_sort(sorted.begin(), sorted.end(), [&](auto const* one, auto const* other) {
    auto const place = place_of(one->subject), other_place = place_of(other->subject);
    if (place != other_place) return place < other_place;
    auto const rank = ranks[one->subject], other_rank = ranks[other->subject];
    return rank != other_rank ? rank < other_rank : one->records > other->records;
  });
  std::vector<TemplateData> items;
  for (auto const* list : sorted) {
    items.push_back(TemplateData()
                        .text("title", list->title)
                        .text("description", list->description)
                        .text("href", file_url(list->path))
                        .text("count", list->kind == model::DocumentKind::list ? std::to_string(list->records) : ""));
  }
  return items;
}

/// Single pages that stand in no menu: about, accessibility, and the like. The footer leads to them.
std::vector<TemplateData> notes(RenderContext const& context) {
  auto const menu = places_in_menu(context.site);
  std::vector<TemplateData> items;
  for (auto const& page : context.site.pages) {
    bool const deep = page.slug.find('/') != std::string::npos;
    bool const listed = page.is_home() || deep || menu.contains(page.slug);
    if (!listed) items.push_back(TemplateData().text("label", page.title).text("href", file_url(page.slug + '/')));
  }
  return items;
}

std::vector<TemplateData> feeds(RenderContext const& context) {
  std::vector<TemplateData> items;
  for (auto const& feed : context.feeds)
    items.push_back(TemplateData().text("href", file_url(feed.path)).text("title", feed.title));
  return items;
}

/// The page of open data is made when there are files of it.
std::string open_data_href(RenderContext const& context) {
  auto const path = model::path_of_name(model::open_data_page);
  bool const made = std::any_of(context.pages.begin(), context.pages.end(),
                                [&](model::Document const& page) { return page.path == path; });
  return made ? file_url(path) : "";
}

/// Areas lead to that of the whole site, translations have one in their words.
std::string my_list_href(RenderContext const& context) {
  if (!context.saving) return {};
  auto const path = model::path_of_name(model::my_list_page);
  return context.site.translation.empty() ? context.links.shared_file(path) : file_url(path);
}

std::vector<TemplateData> suggestions(model::Site const& site) {
  std::vector<TemplateData> items;
  for (auto const& word : site.suggestions) items.push_back(TemplateData().text("word", word));
  return items;
}

}  // namespace

std::string base_path(model::Site const& site) {
  auto const host = site.base_url.find("//");
  auto const slash = host == std::string::npos ? host : site.base_url.find('/', host + 2);
  return slash == std::string::npos ? "/" : site.base_url.substr(slash);
}

TemplateData scene_data(RenderContext const& context, model::Scene const& scene) {
  auto icon = context.assets.icons.find("icon_" + scene.id);
  if (icon == context.assets.icons.end()) icon = context.assets.icons.find("icon_scene");
  TemplateData data;
  data.text("label", scene.label)
      .text("official", scene.official)
      .text("summary", scene.summary)
      .text("href", scene.page ? href_of(context, *scene.page) : "")
      .text("colour_class", colour_class(scene.colour))
      .text("icon", icon == context.assets.icons.end() ? "" : icon->second);
  return data;
}

TemplateData site_data(RenderContext const& context) {
  auto const& site = context.site;
  TemplateData data;
  data.text("language", site.language)
      .text("site_name", site.name)
      .text("publisher", site.publisher)
      .text("lead", site.lead)
      .text("notice", site.notice)
      .text("base_url", site.base_url)
      .text("base_path", base_path(site))
      .text("theme_colour", model::css(readable_on_white(site.brand)))
      .text("search_data", context.links.shared_file(context.search_data))
      .text("offices_data", context.links.shared_file(context.offices_data))
      .text("my_list_href", my_list_href(context));
  auto const urgent_page = model::urgent_page(site);
  auto const picture = context.assets.paths.find("asset_icons_share_png");
  bool const shared = picture != context.assets.paths.end() && !site.base_url.empty();
  data.text("manifest", context.links.shared_file("manifest.webmanifest"))
      .text("share_picture", shared ? site.address_of(picture->second) : "")
      .text("open_data_href", open_data_href(context))
      .list("feeds", feeds(context));
  data.flag("has_areas", !site.areas.empty())
      .text("holidays", coming_holidays(site))
      .list("contact_opening", contact_opening(site))
      .flag("has_urgent", !site.urgent.empty())
      .list("urgent", urgent_numbers(site))
      .text("urgent_href", urgent_page.empty() ? "" : href_of(context, {urgent_page, ""}));
  auto const& outside = site.outside;
  data.flag("has_outside", outside.is_used())
      .text("map_tiles", outside.map_tiles)
      .text("map_attribution", outside.map_attribution)
      .text("map_url", outside.map_url)
      .text("film_player", outside.films ? std::string(model::film_player) : "");
  add_contact(data, site.contact);
  auto every_list = lists(context), every_book = all_books(context);
  auto const home_books = books_for_home(context);
  auto every_scene = scenes(context), translated = pages_in_language(context);
  data.flag("has_menu", !site.menu.empty())
      .flag("has_lists", !every_list.empty())
      .flag("has_books", !every_book.empty())
      .flag("has_scenes", !every_scene.empty())
      .flag("has_translated_pages", !translated.empty())
      .list("translated_pages", std::move(translated))
      .list("home_lists", first_of(every_list, lists_on_home))
      .flag("has_other_lists", every_list.size() > lists_on_home)
      .list("other_lists", behind(every_list, lists_on_home))
      .list("home_books", first_of(home_books, books_on_home))
      .flag("has_other_books", home_books.size() > books_on_home)
      .list("other_books", behind(home_books, books_on_home));
  data.list("scenes", std::move(every_scene))
      .list("suggestions", suggestions(site))
      .list("lists", std::move(every_list))
      .list("books", std::move(every_book))
      .list("notes", notes(context));
  for (auto const& [name, path] : context.assets.paths) data.text(name, context.links.shared_file(path));
  for (auto const& [name, svg] : context.assets.icons) data.text(name, svg);
  return data;
}

std::string holidays_json(model::Site const& site) {
  std::string out;
  for (auto const& [day, name] : site.holidays) out += (out.empty() ? "" : ",") + base::json_string(model::iso(day));
  return out;
}

}  // namespace tebiki::html
