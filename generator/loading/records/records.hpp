#pragma once
#include <vector>

#include "loading/files/content_folder.hpp"
#include "loading/records/record_reader.hpp"
#include "loading/syntax/common_keys.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// What reading a list, a page or a publication needs to know of the rest.
struct LoadContext {
  model::Value const& site_file;  ///< the object of site.json, for `{{site.…}}`; null when it cannot be used
  std::vector<SceneNames> const& scenes;
  std::vector<std::string> const& lists;  ///< the slugs of all lists
  model::Date today;
  base::Sources const& sources;
  base::Diagnostics& diagnostics;
};

/// What is known of names besides the things that bear them today.
struct Absent {
  std::vector<model::Alias> aliases;  ///< names that things had before
  std::vector<std::string> doubtful;  ///< may stand in a file that could not be read; `name#` for its headings
  std::vector<std::string>
      doubtful_owners;  ///< lists and publications with members of which not even the name is known
};

/// Reads a list: its schema and the records of all its files, in the order of the files.
model::List read_list(ListFolder const& folder, LoadContext const& context, Absent& absent);

}  // namespace tebiki::loading
