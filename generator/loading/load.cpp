#include "loading/load.hpp"

#include <algorithm>

#include "base/did_you_mean.hpp"
#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "loading/files/image_files.hpp"
#include "loading/follow_ups.hpp"
#include "loading/pages.hpp"
#include "loading/references.hpp"

namespace tebiki::loading {
namespace {

using model::Completeness;

void report_empty(base::Sources& sources, base::Diagnostics& diagnostics) {
  diagnostics.error(whole_file("site.json", sources), "empty-content",
                    {"コンテンツのフォルダが空です。", "The content folder is empty."},
                    {"サイトの名前を {\"name\": \"…\"} のように書いた site.json から作り始めてください。",
                     "Begin with a site.json that gives the site's name, like {\"name\": \"…\"}."});
}

void add(Absent& all, Absent const& some) {
  all.aliases.insert(all.aliases.end(), some.aliases.begin(), some.aliases.end());
  all.doubtful.insert(all.doubtful.end(), some.doubtful.begin(), some.doubtful.end());
  all.doubtful_owners.insert(all.doubtful_owners.end(), some.doubtful_owners.begin(), some.doubtful_owners.end());
}

/// Calls `read(folder, absent)` for every folder on several threads and keeps what it gives, in order.
template <class Result, class Folder, class Read>
std::vector<Result> read_all(std::vector<Folder> const& folders, unsigned jobs, Absent& absent, Read const& read) {
  std::vector<std::optional<Result>> results(folders.size());
  std::vector<Absent> absents(folders.size());
  base::parallel_for(folders.size(), jobs, [&](std::size_t i) { results[i] = read(folders[i], absents[i]); });
  std::vector<Result> found;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    add(absent, absents[i]);
    if (results[i]) found.push_back(std::move(*results[i]));
  }
  return found;
}

/// A misspelt `scenes` in site.json is no mistake of the records that name one.
bool scenes_are_known(model::Site const& site, model::Value const& site_file) {
  if (site.completeness != Completeness::partial) return site.completeness == Completeness::whole;
  if (auto const* scenes = site_file.find("scenes")) return scenes->list() != nullptr;
  auto const& members = *site_file.object();
  return std::none_of(members.begin(), members.end(),
                      [](model::Member const& member) { return base::nearest(member.key, {"scenes"}).has_value(); });
}

std::vector<std::string> slugs_of(std::vector<ListFolder> const& lists) {
  std::vector<std::string> slugs;
  slugs.reserve(lists.size());
  for (auto const& list : lists) slugs.push_back(list.slug);
  return slugs;
}

}  // namespace

model::Site load(base::FileTree const& content, model::Date today, unsigned jobs, base::Sources& sources,
                 base::Diagnostics& diagnostics) {
  auto folder = sort_out(content.entries(), sources, diagnostics);
  if (folder.empty) {
    report_empty(sources, diagnostics);
    return {};
  }
  read_texts(folder, content, jobs, sources, diagnostics);

  base::Diagnostics of_site_file;
  auto site_file = read_site_file(folder.site, sources, of_site_file);
  auto site = make_site(site_file, of_site_file);
  site.completeness = site_file.is_null()         ? Completeness::none
                      : of_site_file.has_errors() ? Completeness::partial
                                                  : Completeness::whole;
  diagnostics.merge(of_site_file);
  auto scenes = scenes_are_known(site, site_file) ? scene_names(site) : std::vector<SceneNames>();
  Absent absent;
  doubt_strays(folder.strays, absent);
  auto slugs = slugs_of(folder.lists);
  slugs.insert(slugs.end(), absent.doubtful_owners.begin(), absent.doubtful_owners.end());
  LoadContext context{site_file, scenes, slugs, today, sources, diagnostics};

  site.lists = read_all<model::List>(folder.lists, jobs, absent, [&](ListFolder const& list, Absent& names) {
    return read_list(list, context, names);
  });
  site.pages = read_all<model::Page>(
      folder.pages, jobs, absent, [&](TextFile const& file, Absent& names) { return read_page(file, context, names); });
  site.publications = read_all<model::Publication>(folder.publications, jobs, absent,
                                                   [&](PublicationFolder const& publication, Absent& names) {
                                                     return read_publication(publication, site.brand, context, names);
                                                   });
  site.images = read_images(folder.images, content, jobs, absent.doubtful, sources, diagnostics);

  site.aliases = std::move(absent.aliases);

  complete(site);
  check_urls(site, sources, diagnostics);
  check_references(site, absent, diagnostics);
  site.unread_lists = std::move(absent.doubtful_owners);
  return site;
}

}  // namespace tebiki::loading
