#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "loading/references.hpp"

namespace tebiki::loading {
namespace {

/// Remembers who has which URL.
class Urls {
 public:
  Urls(support::Sources const& sources, support::Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  /// A name of before must not be that of something else.
  void claim(model::Alias const& alias) {
    auto path = model::path_of_name(alias.name);
    auto [first, added] = claimed_.emplace(path, alias.at);
    if (added) return;
    diagnostics_.error(alias.at, "alias-in-use",
                       {fmt::format("以前の名前「{}」（aliases）は、いまも {} の名前です。", alias.name,
                                    sources_.path(first->second.file)),
                        fmt::format("The alias “{}” is still the name of {}.", alias.name,
                                    sources_.path(first->second.file))},
                       {"aliases から消してください。", "Remove it from the aliases."});
  }

  void claim(std::string const& path, support::Position at) {
    auto top = path.substr(0, path.find('/'));
    if (top == "assets" || top == "pdf" || top == "images") return refuse_reserved(top, at);
    auto [first, added] = claimed_.emplace(path, at);
    if (added) return;
    auto other = sources_.path(first->second.file);
    diagnostics_.error(at, "duplicate-url",
                       {fmt::format("URL「/{}」が {} と重なっています。", path, other),
                        fmt::format("The URL “/{}” is that of {}, too.", path, other)},
                       {"どちらか一方の名前を変えてください。", "Rename one of the two."});
  }

 private:
  void refuse_reserved(std::string const& top, support::Position at) {
    diagnostics_.error(at, "reserved-name",
                       {fmt::format("「{}」という名前は、できあがったサイトの部品のために使われます。", top),
                        fmt::format("The name “{}” is kept for parts of the finished site.", top)},
                       {"別の名前に変えてください。", "Choose another name."});
  }

  support::Sources const& sources_;
  support::Diagnostics& diagnostics_;
  std::map<std::string, support::Position> claimed_;
};

}  // namespace

void check_urls(model::Site const& site, support::Sources const& sources, support::Diagnostics& diagnostics) {
  Urls urls(sources, diagnostics);
  for (auto const& list : site.lists) {
    if (list.schema.at.file != support::FileId::none) urls.claim(list.slug + "/", list.schema.at);
    for (auto const& record : list.records) urls.claim(list.slug + "/" + record.id + "/", record.at);
  }
  for (auto const& page : site.pages) urls.claim(page.slug == "index" ? "" : page.slug + "/", page.at);
  for (auto const& publication : site.publications) {
    urls.claim(publication.slug + "/", publication.at);
    for (auto const& part : publication.parts) urls.claim(publication.slug + "/" + part.slug + "/", part.at);
  }
  if (site.aliases.empty()) return;
  auto has_home = [](model::Page const& page) { return page.slug == "index"; };
  if (std::none_of(site.pages.begin(), site.pages.end(), has_home)) urls.claim("", site.at);
  for (auto const& alias : site.aliases) urls.claim(alias);
}

}  // namespace tebiki::loading
