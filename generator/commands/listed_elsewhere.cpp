#include "commands/listed_elsewhere.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "loading/load.hpp"

namespace tebiki::commands {
namespace {

/// Only the list: nothing else of the content says which records it has.
support::MemoryTree other_files(support::FileTree const& content, std::string const& list,
                                std::string const& own_path) {
  std::map<std::string, std::string> files;
  for (auto const& entry : content.entries()) {
    if (!entry.path.starts_with("lists/" + list + "/") || entry.path == own_path) continue;
    if (auto bytes = content.read(entry.path)) files.emplace(entry.path, std::move(*bytes));
  }
  return support::MemoryTree(std::move(files));
}

}  // namespace

std::vector<importing::Listed> listed_elsewhere(support::FileTree const& content, std::string const& list,
                                                std::string const& own_path, model::Date today) {
  // Loading leaves out what is not published on its day: records whose time is over show on the first of all days,
  // records whose time is to come on the last.
  model::Date const days[] = {today, {1, 1, 1}, {9999, 12, 31}};
  auto const files = other_files(content, list, own_path);
  std::vector<importing::Listed> found;
  std::set<std::string> known;
  for (auto const& day : days) {
    support::Sources sources;
    support::Diagnostics untold;
    auto site = loading::load(files, day, 1, sources, untold);
    auto const* loaded = site.list(list);
    if (!loaded) continue;
    for (auto const& record : loaded->records) {
      if (!known.insert(record.id).second) continue;
      auto place = fmt::format("{}:{}", sources.path(record.at.file), sources.place(record.at).line);
      found.push_back({record.fields, std::move(place)});
    }
  }
  return found;
}

}  // namespace tebiki::commands
