#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "loading/load.hpp"

namespace tebiki::loading {

/// A content folder in memory, loaded, and what was said about it.
struct Loaded {
  base::Sources sources;
  base::Diagnostics diagnostics;
  model::Site site;

  /// Each mistake as `file:line:column: message → hint`.
  std::vector<std::string> said(base::Language language = base::Language::ja) const {
    std::vector<std::string> lines;
    for (auto& item : diagnostics.sorted(sources)) {
      auto place = sources.place(item.at);
      lines.push_back(sources.path(item.at.file) + ":" + std::to_string(place.line) + ":" +
                      std::to_string(place.column) + ": " + item.message.in(language) + " → " + item.hint.in(language));
    }
    return lines;
  }
};

using Files = std::map<std::string, std::string>;

/// Loads the files on one thread as on the 21st of November 2026. What is given overrides the smallest site.
inline void load_files(Loaded& loaded, Files files, unsigned jobs = 1) {
  files.emplace("site.json", R"({"name": "見本の手引き"})");
  for (auto file = files.begin(); file != files.end();) file = file->second == "absent" ? files.erase(file) : ++file;
  base::MemoryTree tree(std::move(files));
  loaded.site = load(tree, {2026, 11, 21}, jobs, loaded.sources, loaded.diagnostics);
}

/// What is said of the files.
inline std::vector<std::string> mistakes(Files files, base::Language language = base::Language::ja) {
  Loaded loaded;
  load_files(loaded, std::move(files));
  return loaded.said(language);
}

/// A list `x` with these properties (JSON) and one file of records.
inline Files list_of(std::string const& properties, std::string const& name, std::string const& records) {
  return {{"lists/x/schema.json", R"({"title": "一覧", "properties": {)" + properties + "}}"},
          {"lists/x/" + name, records}};
}

}  // namespace tebiki::loading
