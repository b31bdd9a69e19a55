#pragma once
#include <vector>

#include "loading/files/content_folder.hpp"
#include "loading/records/record_reader.hpp"
#include "loading/syntax/object_check.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// What reading a list, a page or a publication needs to know of the rest.
struct LoadContext {
  model::Value const& site_file;  ///< the object of site.json, for `{{site.…}}`; null when it cannot be used
  std::vector<SceneNames> const& scenes;
  std::vector<model::Area> const* areas;  ///< of the site; nullptr where it is not known which there are
  std::vector<std::string> const& lists;  ///< the slugs of all lists
  model::Date today;
  base::Sources const& sources;
  base::Diagnostics& diagnostics;
};

/// Names that a file brings up besides those of what is read from it.
struct OtherNames {
  std::vector<model::Alias> aliases;  ///< names that things had before
  std::vector<std::string> unread;    ///< what could not be read, as `SiteIndex::add_unread` takes it
};

/// Reads a list: its schema and the records of all its files, in the order of the files.
model::List read_list(ListFolder const& folder, LoadContext const& context, OtherNames& names);

/// Turns the text of fields whose kind is Markdown into blocks, those of rows too. Mistakes are placed in the text
/// where the file has it as it is, otherwise at the value.
void read_markdown_fields(model::Record& record, model::Schema const& schema, LoadContext const& context);

}  // namespace tebiki::loading
