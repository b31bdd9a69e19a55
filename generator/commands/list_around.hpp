#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "importing/mhlw_care.hpp"
#include "model/date.hpp"
#include "model/list.hpp"

namespace tebiki::commands {

/// What an import must know of the list that it fills.
struct ListAround {
  std::optional<model::Schema> schema;       ///< nothing when it cannot be read
  std::vector<importing::Listed> elsewhere;  ///< the records of the files that are not the import's own
};

/// Reads a list without `own_path`. Each record comes with its file and line. Those whose time is over or to come are
/// among them. Mistakes in those files are not told here; what could be read is returned. Positions in the schema are
/// those of `sources`.
ListAround list_around(base::FileTree const& content, std::string const& list, std::string const& own_path,
                       model::Date today, base::Sources& sources);

}  // namespace tebiki::commands
