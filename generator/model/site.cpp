#include "model/site.hpp"

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

}  // namespace tebiki::model
