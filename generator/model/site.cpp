#include "model/site.hpp"

#include <algorithm>

namespace tebiki::model {
namespace {

template <class Items>
auto* with_slug(Items& items, std::string_view slug) {
  auto found = std::find_if(items.begin(), items.end(), [&](auto& item) { return item.slug == slug; });
  return found == items.end() ? nullptr : &*found;
}

/// What a reference names: its path in the site and what it is called.
struct Named {
  std::string path;
  std::string title;
};

std::optional<Named> find_within(Site const& site, std::string_view owner, std::string_view item) {
  auto path = std::string(owner) + "/" + std::string(item) + "/";
  if (auto* list = site.list(owner)) {
    if (auto* record = list->find(item)) return Named{path, std::string(record->name())};
  }
  if (auto* publication = site.publication(owner)) {
    if (auto* part = with_slug(publication->parts, item)) return Named{path, part->title};
  }
  return std::nullopt;
}

std::optional<Named> find_named(Site const& site, std::string_view name) {
  if (name == "index") return Named{"", site.name};
  auto path = std::string(name) + "/";
  if (auto* page = with_slug(site.pages, name)) return Named{path, page->title};
  if (auto* list = site.list(name)) return Named{path, list->schema.title};
  if (auto* publication = site.publication(name)) return Named{path, publication->title};
  if (name.ends_with(".pdf")) {
    auto* publication = site.publication(name.substr(0, name.size() - 4));
    if (publication) return Named{"pdf/" + std::string(name), publication->title + "（PDF）"};
  }
  auto slash = name.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  return find_within(site, name.substr(0, slash), name.substr(slash + 1));
}

}  // namespace

List const* Site::list(std::string_view slug) const { return with_slug(lists, slug); }

Publication const* Site::publication(std::string_view slug) const { return with_slug(publications, slug); }

std::optional<std::string> Site::path_of(std::string_view name) const {
  auto named = find_named(*this, name);
  return named ? std::optional(named->path) : std::nullopt;
}

std::string Site::title_of(std::string_view name) const {
  auto named = find_named(*this, name);
  return named ? named->title : std::string();
}

}  // namespace tebiki::model
