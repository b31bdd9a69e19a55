#include "commands/list_around.hpp"

#include <fmt/format.h>

#include <map>

#include "loading/load.hpp"

namespace tebiki::commands {
namespace {

/// Only the list: nothing else of the content says which records it has.
base::MemoryTree other_files(base::FileTree const& content, std::string const& list, std::string const& own_path) {
  std::map<std::string, std::string> files;
  for (auto const& entry : content.entries()) {
    if (!entry.path.starts_with("lists/" + list + "/") || entry.path == own_path) continue;
    if (auto bytes = content.read(entry.path)) files.emplace(entry.path, std::move(*bytes));
  }
  return base::MemoryTree(std::move(files));
}

}  // namespace

ListAround list_around(base::FileTree const& content, std::string const& list, std::string const& own_path,
                       model::Date today, base::Sources& sources) {
  base::Diagnostics untold;
  auto site = loading::load(other_files(content, list, own_path), today, 1, sources, untold);
  ListAround around;
  auto const* loaded = site.list(list);
  if (!loaded) return around;
  around.schema = loaded->schema;
  for (auto const& record : loaded->records) {
    auto place = fmt::format("{}:{}", sources.path(record.at.file), sources.place(record.at).line);
    around.elsewhere.push_back({model::as_json(loaded->schema, record), std::move(place)});
  }
  return around;
}

}  // namespace tebiki::commands
