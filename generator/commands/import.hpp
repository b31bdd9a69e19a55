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

/// Outside data → `content/lists/<list>/<source>.json`, a file of its own: entries made by hand stay where they are.
/// Doubts are warnings in `run.diagnostics`. With an error nothing is written and nothing returned.
std::optional<importing::Imported> import(ImportRequest const& request, Settings const& settings, Run& run);

}  // namespace tebiki::commands
