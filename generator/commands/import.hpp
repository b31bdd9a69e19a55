#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "commands/inputs.hpp"
#include "importing/import.hpp"
#include "model/list.hpp"

namespace tebiki::commands {

enum class Writing { real, dry };

struct ImportRequest {
  std::string source;  ///< the name of an importer
  std::vector<std::filesystem::path> files;
  std::string list;          ///< slug of the list to fill
  std::string municipality;  ///< 団体コード, five or six digits
  Writing writing = Writing::real;
};

/// What an import did, and how it is told.
struct ImportOutcome {
  importing::Imported imported;
  base::Message report;
};

/// Outside data → `content/lists/<list>/<source>.json`, a file of its own: entries made by hand stay where they are.
/// What the source said is kept beside it, in `.import/<source>.json`, so that the next import can tell what staff
/// changed since. The list is written first: a run that is killed between the two leaves a list in which the next
/// import finds staff's values as they are, and the source's taken already.
/// Doubts are warnings in `run.diagnostics`. With an error nothing is written and nothing returned.
std::optional<ImportOutcome> import(ImportRequest const& request, Settings const& settings, Run& run);

/// What an import must know of the list that it fills.
struct ListAround {
  std::optional<model::Schema> schema;       ///< nothing when it cannot be read
  std::vector<importing::Listed> elsewhere;  ///< the records of the files that are not the import's own
  std::vector<model::Area> areas;            ///< of the site
};

/// Reads a list without `own_path`, and the areas of the site. Each record comes with its file and line. Those whose
/// time is over or to come are among them. Mistakes in those files are not told here; what could be read is returned.
/// Positions in the schema are those of `sources`.
ListAround list_around(base::FileTree const& content, std::string const& list, std::string const& own_path,
                       model::Date today, base::Sources& sources);

}  // namespace tebiki::commands
