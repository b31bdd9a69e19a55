#pragma once
#include <string>
#include <vector>

#include "commands/run.hpp"
#include "importing/mhlw_care.hpp"

namespace tebiki::commands {

enum class Writing { real, dry };

struct ImportRequest {
  std::string source;  ///< mhlw-care
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

}  // namespace tebiki::commands
