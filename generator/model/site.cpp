#include "model/site.hpp"

#include <algorithm>

namespace tebiki::model {
namespace {

template <class Items>
auto* with_slug(Items& items, std::string_view slug) {
  auto found = std::find_if(items.begin(), items.end(), [&](auto& item) { return item.slug == slug; });
  return found == items.end() ? nullptr : &*found;
}

std::optional<std::string> title_within(Site const& site, std::string_view owner, std::string_view item) {
  if (auto* list = site.list(owner)) {
    if (auto* record = list->find(item)) return std::string(record->name());
  }
  if (auto* publication = site.publication(owner)) {
    if (auto* part = with_slug(publication->parts, item)) return part->title;
  }
  return std::nullopt;
}

std::optional<std::string> find_title(Site const& site, std::string_view name) {
  if (name == "index") return site.name;
  if (auto* page = with_slug(site.pages, name)) return page->title;
  if (auto* list = site.list(name)) return list->schema.title;
  if (auto* publication = site.publication(name)) return publication->title;
  if (name.ends_with(".pdf")) {
    auto* publication = site.publication(name.substr(0, name.size() - 4));
    return publication ? std::optional(publication->title + "（PDF）") : std::nullopt;
  }
  auto slash = name.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  return title_within(site, name.substr(0, slash), name.substr(slash + 1));
}

}  // namespace

List const* Site::list(std::string_view slug) const { return with_slug(lists, slug); }

Publication const* Site::publication(std::string_view slug) const { return with_slug(publications, slug); }

std::string path_of_name(std::string_view name) {
  if (name == "index") return {};
  return name.ends_with(".pdf") ? "pdf/" + std::string(name) : std::string(name) + "/";
}

std::optional<std::string> Site::path_of(std::string_view name) const {
  return find_title(*this, name) ? std::optional(path_of_name(name)) : std::nullopt;
}

std::string Site::title_of(std::string_view name) const { return find_title(*this, name).value_or(std::string()); }

}  // namespace tebiki::model
