#include "loading/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "base/diagnostics.hpp"
#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "loading/files/content_folder.hpp"
#include "loading/records/schema.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::Completeness;

void report_empty(base::Sources& sources, base::Diagnostics& diagnostics) {
  diagnostics.error(whole_file("site.json", sources), "empty-content",
                    {"コンテンツのフォルダが空です。", "The content folder is empty."},
                    {"サイトの名前を {\"name\": \"…\"} のように書いた site.json から作り始めてください。",
                     "Begin with a site.json that gives the site's name, like {\"name\": \"…\"}."});
}

template <class Item>
void append(std::vector<Item>& all, std::vector<Item> some) {
  all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
}

/// Calls `read(folder, names)` for every folder on several threads and keeps what it gives, in order.
template <class Result, class Folder, class Read>
std::vector<Result> read_all(std::vector<Folder>& folders, unsigned jobs, OtherNames& names, Read const& read) {
  std::vector<std::optional<Result>> results(folders.size());
  std::vector<OtherNames> others(folders.size());
  base::parallel_for(folders.size(), jobs, [&](std::size_t i) { results[i] = read(folders[i], others[i]); });
  std::vector<Result> found;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    append(names.aliases, std::move(others[i].aliases));
    append(names.unread, std::move(others[i].unread));
    if (results[i]) found.push_back(std::move(*results[i]));
  }
  return found;
}

/// A misspelt `scenes` in site.json is no mistake of the records that name one.
bool scenes_are_known(model::Site const& site, model::Value const& site_file) {
  if (site.completeness != Completeness::partial) return site.completeness == Completeness::whole;
  auto const* scenes = site_file.find("scenes");
  return !scenes || scenes->list();
}

/// The same of `areas`.
bool areas_are_known(model::Site const& site, model::Value const& site_file) {
  auto const* areas = site_file.find("areas");
  return site.completeness == Completeness::whole || (areas && areas->list());
}

/// Not `memo.txt`, but `taxis.csv.txt`, `taxis.xlsx` and what has the right ending in a wrong place.
bool may_be_content(std::string const& path) {
  auto holds = [&](std::string_view ending) { return path.find(ending, path.rfind('/') + 1) != path.npos; };
  return holds(".json") || holds(".csv") || holds(".CSV") || holds(".md") || is_spreadsheet(path) ||
         is_word_processor_file(path);
}

/// A file that lies in a wrong place was reported. What its path would name elsewhere is not missing, too:
/// `list/taxis/a.json` may be the list `taxis`.
std::vector<std::string> names_of_strays(std::vector<std::string> const& paths) {
  std::vector<std::string> names;
  for (auto const& path : paths) {
    auto file = path.rfind('/') + 1;
    names.push_back(path);
    names.push_back("images/" + path.substr(file));
    if (!may_be_content(path)) continue;
    auto name = path.substr(0, path.find('.', file));
    for (std::size_t start = 0; start < name.size();) {
      auto end = std::min(name.find('/', start), name.size());
      names.push_back(name.substr(start));
      names.push_back(name.substr(start, end - start) + "/");
      start = end + 1;
    }
  }
  return names;
}

/// The lists there are, and those of which files lie in a wrong place.
std::vector<std::string> list_names(std::vector<ListFolder> const& lists, std::vector<std::string> const& unread) {
  std::vector<std::string> names;
  for (auto const& list : lists) names.push_back(list.slug);
  for (auto const& name : unread) {
    if (name.ends_with('/')) names.push_back(name.substr(0, name.size() - 1));
  }
  return names;
}

/// Where the further pages of long lists stand: `offices/kana/ta/`, `offices/page/2/`.
bool is_further_page(std::string_view path, model::Site const& site) {
  auto const end = path.find('/');
  auto const rest = end == path.npos ? std::string_view() : path.substr(end + 1);
  bool const further = rest.size() > model::kana_folder.size() &&
                       (rest.starts_with(model::kana_folder) || rest.starts_with(model::page_folder));
  return further && std::any_of(site.lists.begin(), site.lists.end(),
                                [&](model::List const& list) { return list.slug == path.substr(0, end); });
}

/// Where pages of an area or in another language stand.
bool is_in_folder_of_its_own(std::string_view path, model::Site const& site) {
  auto const within = [&](std::string const& folder) {
    return path.starts_with(folder + "/") && path.size() > folder.size() + 1;
  };
  return std::any_of(site.areas.begin(), site.areas.end(), [&](auto const& area) { return within(area.id); }) ||
         std::any_of(site.translations.begin(), site.translations.end(),
                     [&](auto const& one) { return within(one.code); });
}

/// Whether a home page is written in that language.
bool has_home(model::Site const& site, std::string_view language) {
  return std::any_of(site.pages.begin(), site.pages.end(), [&](auto const& page) {
    return page.language == language && page.original() == model::home_slug;
  });
}

/// Remembers who has which URL, by its own name or by one of before.
class Urls {
 public:
  Urls(base::Sources const& sources, base::Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

  /// A name of before must not be that of something else.
  void claim(model::Alias const& alias) {
    auto path = model::path_of_name(alias.name);
    auto [first, added] = claimed_.emplace(path, Claim{alias.at, Claim::By::alias});
    if (added) return;
    auto other = sources_.path(first->second.at.file);
    if (first->second.by == Claim::By::alias) return refuse_shared_alias(alias, other);
    diagnostics_.error(alias.at, "alias-in-use",
                       {fmt::format("以前の名前「{}」（aliases）は、いまも {} の名前です。", alias.name, other),
                        fmt::format("The alias “{}” is still the name of {}.", alias.name, other)},
                       {"aliases から消してください。", "Remove it from the aliases."});
  }

  void claim(std::string const& path, base::SourceLocation at) {
    auto top = path.substr(0, path.find('/'));
    if (top == "assets" || top == "pdf" || top == "images") return refuse_reserved(top, at);
    claim_file(path, at);
  }

  /// A path under any folder.
  void claim_file(std::string const& path, base::SourceLocation at) {
    auto [first, added] = claimed_.emplace(path, Claim{at, Claim::By::name});
    if (added) return;
    auto other = sources_.path(first->second.at.file);
    diagnostics_.error(at, "duplicate-url",
                       {fmt::format("URL「/{}」が {} と重なっています。", path, other),
                        fmt::format("The URL “/{}” is that of {}, too.", path, other)},
                       {"どちらか一方の名前を変えてください。", "Rename one of the two."});
  }

  void refuse_reserved(std::string const& name, base::SourceLocation at) {
    diagnostics_.error(at, "reserved-name",
                       {fmt::format("「{}」という名前は、できあがったサイトの部品のために使われます。", name),
                        fmt::format("The name “{}” is kept for parts of the finished site.", name)},
                       {"別の名前に変えてください。", "Choose another name."});
  }

 private:
  struct Claim {
    enum class By { name, alias };
    base::SourceLocation at;
    By by;
  };

  void refuse_shared_alias(model::Alias const& alias, std::string const& other) {
    diagnostics_.error(alias.at, "alias-in-use",
                       {fmt::format("以前の名前「{}」（aliases）は、{} の aliases にもあります。", alias.name, other),
                        fmt::format("The alias “{}” is among the aliases of {}, too.", alias.name, other)},
                       {"どちらに移るのかを決めて、もう一方の aliases から消してください。",
                        "Decide to which it leads, and remove it from the aliases of the other."});
  }

  base::Sources const& sources_;
  base::Diagnostics& diagnostics_;
  std::unordered_map<std::string, Claim> claimed_;
};

/// Two things with one URL, or an alias with that of something else: an error that names both files.
void check_urls(model::Site const& site, base::Sources const& sources, base::Diagnostics& diagnostics) {
  Urls urls(sources, diagnostics);
  auto const claim = [&](std::string const& name, base::SourceLocation at) {
    model::is_made_page(name) ? urls.refuse_reserved(name, at) : urls.claim(name + "/", at);
  };
  for (auto const& area : site.areas) claim(area.id, area.at);
  for (auto const& translation : site.translations) {
    if (!has_home(site, translation.code)) claim(translation.code, translation.at);
  }
  for (auto const& list : site.lists) {
    if (list.schema.at.file != base::FileId::none) claim(list.slug, list.schema.at);
    for (auto const& record : list.records) urls.claim(list.slug + "/" + record.id + "/", record.at);
  }
  for (auto const& page : site.pages) {
    auto const path = page.is_home() ? "" : page.slug + "/";
    bool const taken = model::is_made_page(page.original()) || is_further_page(path, site) ||
                       (page.language.empty() && is_in_folder_of_its_own(path, site));
    taken ? urls.refuse_reserved(page.slug, page.at) : urls.claim(path, page.at);
  }
  for (auto const& publication : site.publications) {
    claim(publication.slug, publication.at);
    urls.claim_file(publication.pdf_path(), publication.at);
    auto of_area = model::Publication{.slug = publication.slug};
    for (auto const& area : site.areas) {
      of_area.area = area.id;
      if (publication.by_area) urls.claim_file(of_area.pdf_path(), publication.at);
    }
    for (auto const& part : publication.parts) urls.claim(publication.slug + "/" + part.slug + "/", part.at);
  }
  if (site.aliases.empty()) return;
  if (!has_home(site, "")) urls.claim("", site.at);
  for (auto const& alias : site.aliases) {
    auto const path = model::path_of_name(alias.name);
    bool const taken =
        model::is_made_page(alias.name) || is_further_page(path, site) || is_in_folder_of_its_own(path, site);
    taken ? urls.refuse_reserved(alias.name, alias.at) : urls.claim(alias);
  }
}

/// The headings of pages and parts; those of a record's body do not stand alone on its page.
void index_sections(model::Site& site) {
  auto index = [&](std::string const& name, model::Blocks const& blocks) {
    model::for_each_block(blocks, [&](model::Block const& block) {
      if (auto* heading = std::get_if<model::Heading>(&block.node)) site.index.add_section(name, heading->anchor);
    });
  };
  for (auto const& page : site.pages) index(page.slug, page.blocks);
  for (auto const& publication : site.publications) {
    for (auto const& part : publication.parts) index(publication.slug + "/" + part.slug, part.blocks);
  }
}

void index_site(model::Site& site, std::vector<std::string> unread) {
  site.index.take_names(site);
  for (auto& name : unread) site.index.add_unread(std::move(name));
  index_sections(site);
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
  auto site = make_site(site_file, today, of_site_file);
  site.site_words = site_words(site_file);
  site.completeness = site_file.is_null()         ? Completeness::none
                      : of_site_file.has_errors() ? Completeness::partial
                                                  : Completeness::whole;
  diagnostics.merge(of_site_file);
  auto scenes = scenes_are_known(site, site_file) ? scene_names(site) : std::vector<SceneNames>();
  OtherNames names{{}, names_of_strays(folder.strays)};
  auto lists = list_names(folder.lists, names.unread);
  auto const* areas = areas_are_known(site, site_file) ? &site.areas : nullptr;
  auto const site_files = read_translated_site_files(folder, site_file, sources, diagnostics);
  LoadContext context{site_file, scenes, areas, lists, today, sources, diagnostics, &site_files};

  auto list_files = read_list_files(folder.lists, jobs, context);
  site.lists = read_all<model::List>(list_files, jobs, names, [&](ListFiles& list, OtherNames& others) {
    return read_list(list, jobs, context, others);
  });
  site.pages = read_all<model::Page>(folder.pages, jobs, names, [&](TextFile const& file, OtherNames& others) {
    return read_page(file, context, others);
  });
  site.publications = read_all<model::Publication>(folder.publications, jobs, names,
                                                   [&](PublicationFolder const& publication, OtherNames& others) {
                                                     return read_publication(publication, site.brand, context, others);
                                                   });
  site.images = read_images(folder.images, content, jobs, names.unread, sources, diagnostics);
  for (auto const& list : site.lists) tell_of_records_without_area(list, site.areas, diagnostics);
  tell_missing_municipality(site, diagnostics);
  check_exports(site, diagnostics);
  site.aliases = std::move(names.aliases);
  site.translations = translations_of(folder, site, site_files);
  join_originals(site, names.unread, diagnostics);
  complete(site);
  check_urls(site, sources, diagnostics);
  index_site(site, std::move(names.unread));
  resolve_references(site, diagnostics);
  tell_of_years_not_shown(site, sources, diagnostics);
  tell_of_missing_holidays(site, today, diagnostics);
  return site;
}

}  // namespace tebiki::loading
