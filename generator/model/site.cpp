#include "model/site.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "model/documents.hpp"
#include "model/events_and_films.hpp"

namespace tebiki::model {
namespace {

/// What a thing that is shown is called.
std::optional<std::string> title_of_thing(Site const& site, NamedThing const& thing) {
  switch (thing.kind) {
    case NamedThing::Kind::home:
      return site.name;
    case NamedThing::Kind::page:
      return site.pages[thing.owner].is_home() ? site.name : site.pages[thing.owner].title;
    case NamedThing::Kind::list:
      return site.lists[thing.owner].schema.title;
    case NamedThing::Kind::record:
      return std::string(site.lists[thing.owner].records[thing.item].name());
    case NamedThing::Kind::withheld_record:
      return std::nullopt;
    case NamedThing::Kind::publication:
      return site.publications[thing.owner].title;
    case NamedThing::Kind::part:
      return site.publications[thing.owner].parts[thing.item].title;
    case NamedThing::Kind::pdf:
      return site.words.filled("pdf.title", {{"title", site.publications[thing.owner].title}});
    case NamedThing::Kind::made:
      return std::string(title_of_made_page(made_pages[thing.owner], site.words));
  }
  return std::nullopt;
}

std::optional<std::string> find_title(Site const& site, std::string_view name) {
  auto const* thing = site.index.find(name);
  return thing ? title_of_thing(site, *thing) : std::nullopt;
}

}  // namespace

std::string_view title_of_made_page(std::string_view name, Words const& words) {
  if (name == my_list_page) return words["my-list.title"];
  return name == open_data_page ? words["open-data.title"] : words["offline.title"];
}

List const* Site::list(std::string_view slug) const {
  auto const* thing = index.find(slug);
  return thing && thing->kind == NamedThing::Kind::list ? &lists[thing->owner] : nullptr;
}

Publication const* Site::publication(std::string_view slug) const {
  auto const* thing = index.find(slug);
  return thing && thing->kind == NamedThing::Kind::publication ? &publications[thing->owner] : nullptr;
}

std::string Page::original() const {
  if (language.empty()) return slug;
  return slug == language ? std::string(home_slug) : slug.substr(language.size() + 1);
}

std::string path_of_name(std::string_view name) {
  if (name == home_slug) return {};
  return name.ends_with(".pdf") ? "pdf/" + std::string(name) : std::string(name) + "/";
}

std::optional<std::string> Site::path_of(std::string_view name) const {
  if (index.is_elsewhere(name)) return std::nullopt;
  return find_title(*this, name) ? std::optional(path_of_name(name)) : std::nullopt;
}

std::optional<std::string> Site::url_of(std::string_view name) const {
  if (base_url.empty()) return std::nullopt;
  auto const* thing = index.find(name);
  if (thing && thing->kind == NamedThing::Kind::pdf) return base_url + publications[thing->owner].pdf_path();
  if (auto const path = path_of(name)) return base_url + folder() + *path;
  return index.is_elsewhere(name) ? std::optional(base_url + path_of_name(name)) : std::nullopt;
}

std::string Site::address_of(std::string_view path) const {
  if (base_url.empty()) return {};
  auto address = base_url;
  append_url_path(address, path);
  return address;
}

void append_url_path(std::string& out, std::string_view path) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  for (char c : path) {
    auto const byte = static_cast<unsigned char>(c);
    bool const unreserved = base::is_letter(c) || base::is_digit(c) || std::string_view("-._~/").find(c) != path.npos;
    if (unreserved)
      out += c;
    else
      out.append({'%', hexadecimal[byte >> 4], hexadecimal[byte & 15]});
  }
}

std::string address_of(Site const& site, Document const& page) {
  return site.address_of((page.kind == DocumentKind::entry ? site.record_folder() : site.folder()) + page.path);
}

std::string Site::language_tag() const {
  return translation.empty() || translation == language ? language : language + "-x-" + translation;
}

std::string Site::title_of(std::string_view name) const { return find_title(*this, name).value_or(std::string()); }

std::string urgent_page(Site const& site) {
  for (auto const& scene : site.scenes) {
    if (scene.urgent && scene.page) return scene.page->name;
  }
  return {};
}

// The index of names.

namespace {

using Kind = NamedThing::Kind;

std::string_view owner_of(std::string_view name) { return name.substr(0, name.find('/')); }

/// Whether there is an office that can be called.
bool has_offices(Site const& site) {
  return std::any_of(site.lists.begin(), site.lists.end(), [](List const& list) {
    auto const* tel = holds_events(list.schema) ? nullptr : list.schema.with_role(Role::telephone);
    return tel &&
           std::any_of(list.records.begin(), list.records.end(), [&](auto& record) { return record.find(*tel); });
  });
}

/// Whether the site makes the page: open data has no translations, and what readers saved is of the whole site.
bool stands(std::string_view page, Site const& site) {
  if (page == open_data_page) return site.translation.empty() && !site.lists.empty();
  if (page == my_list_page) return site.area.empty() && has_offices(site);
  return site.is_whole();
}

}  // namespace

bool is_made_page(std::string_view name) {
  return std::find(made_pages.begin(), made_pages.end(), name) != made_pages.end();
}

void SiteIndex::take_names(Site const& site) {
  auto const before = std::move(things_);
  things_.clear();
  aliases_.clear();
  // Of two with one name, which is reported, the first of this order counts.
  auto add = [&](std::string name, Kind kind, std::size_t owner, std::size_t item = 0) {
    things_.try_emplace(std::move(name), NamedThing{kind, std::uint32_t(owner), std::uint32_t(item)});
  };
  for (std::size_t i = 0; i < site.pages.size(); ++i) add(site.pages[i].slug, Kind::page, i);
  add(std::string(home_slug), Kind::home, 0);
  for (std::size_t i = 0; i < site.lists.size(); ++i) {
    auto const& list = site.lists[i];
    add(list.slug, Kind::list, i);
    auto folder = list.slug + "/";
    for (std::size_t j = 0; j < list.records.size(); ++j) add(folder + list.records[j].id, Kind::record, i, j);
    for (std::size_t j = 0; j < list.withheld.size(); ++j)
      add(folder + list.withheld[j].id, Kind::withheld_record, i, j);
    if (list.completeness != Completeness::whole) add_unread(folder);
  }
  for (std::size_t i = 0; i < site.publications.size(); ++i) {
    auto const& publication = site.publications[i];
    add(publication.slug, Kind::publication, i);
    add(publication.slug + ".pdf", Kind::pdf, i);
    for (std::size_t j = 0; j < publication.parts.size(); ++j)
      add(publication.slug + "/" + publication.parts[j].slug, Kind::part, i, j);
  }
  for (std::size_t i = 0; i < made_pages.size(); ++i) {
    auto const page = made_pages[i];
    if (stands(page, site))
      add(std::string(page), Kind::made, i);
    else if (!site.is_whole() && before.contains(page))
      add_elsewhere(std::string(page));
  }
  for (auto const& alias : site.aliases) aliases_.try_emplace(alias.name, alias.target);
}

void SiteIndex::add_section(std::string const& name, std::string const& anchor) {
  auto add = [&](std::string const& holder) {
    auto& sections = sections_[holder];
    sections.order.push_back(anchor);
    sections.owner.try_emplace(anchor, name);
  };
  add(name);
  auto thing = find(name);
  if (thing && thing->kind == Kind::part) add(std::string(owner_of(name)));
}

void SiteIndex::add_unread(std::string name) { unread_.insert(std::move(name)); }

NamedThing const* SiteIndex::find(std::string_view name) const {
  auto found = things_.find(name);
  return found == things_.end() ? nullptr : &found->second;
}

std::string_view SiteIndex::current(std::string_view name) const {
  auto alias = aliases_.find(name);
  return alias == aliases_.end() || find(name) ? name : std::string_view(alias->second);
}

bool SiteIndex::is_unread(std::string_view name) const {
  if (unread_.contains(name)) return true;
  auto owner = owner_of(name);
  if (owner.ends_with(".pdf")) owner.remove_suffix(4);
  return unread_.contains(std::string(owner) + "/");
}

bool SiteIndex::knows_sections_of(std::string_view name) const {
  auto thing = find(name);
  if (!thing) return false;
  bool has_text = thing->kind == Kind::page || thing->kind == Kind::part || thing->kind == Kind::publication;
  auto prefix = std::string(name);
  return has_text && !unread_.contains(prefix + "#");
}

std::string const* SiteIndex::owner_of_section(std::string_view name, std::string_view anchor) const {
  auto sections = sections_.find(name);
  if (sections == sections_.end()) return nullptr;
  auto found = sections->second.owner.find(anchor);
  return found == sections->second.owner.end() ? nullptr : &found->second;
}

std::vector<std::string> SiteIndex::sections_of(std::string_view name) const {
  auto found = sections_.find(name);
  return found == sections_.end() ? std::vector<std::string>() : found->second.order;
}

}  // namespace tebiki::model
