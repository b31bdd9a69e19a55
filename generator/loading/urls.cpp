#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "loading/references.hpp"

namespace tebiki::loading {
namespace {

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
    auto [first, added] = claimed_.emplace(path, Claim{at, Claim::By::name});
    if (added) return;
    auto other = sources_.path(first->second.at.file);
    diagnostics_.error(at, "duplicate-url",
                       {fmt::format("URL「/{}」が {} と重なっています。", path, other),
                        fmt::format("The URL “/{}” is that of {}, too.", path, other)},
                       {"どちらか一方の名前を変えてください。", "Rename one of the two."});
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

  void refuse_reserved(std::string const& top, base::SourceLocation at) {
    diagnostics_.error(at, "reserved-name",
                       {fmt::format("「{}」という名前は、できあがったサイトの部品のために使われます。", top),
                        fmt::format("The name “{}” is kept for parts of the finished site.", top)},
                       {"別の名前に変えてください。", "Choose another name."});
  }

  base::Sources const& sources_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, Claim> claimed_;
};

}  // namespace

void check_urls(model::Site const& site, base::Sources const& sources, base::Diagnostics& diagnostics) {
  Urls urls(sources, diagnostics);
  for (auto const& list : site.lists) {
    if (list.schema.at.file != base::FileId::none) urls.claim(list.slug + "/", list.schema.at);
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
