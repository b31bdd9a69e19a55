#pragma once
#include <optional>

#include "commands/run.hpp"
#include "loading/select.hpp"
#include "model/documents.hpp"
#include "publishing/publish.hpp"

namespace tebiki::commands {

/// What a content folder becomes.
struct Produced {
  std::vector<model::OutputFile> files;  ///< everything that `output/` will hold, made but not written
  std::optional<loading::DatedChange> next_change;
};

/// Makes all files. Mistakes are in `run.diagnostics`; with any error the files are not to be published.
Produced produce(Settings const& settings, Run& run);

struct Built {
  std::size_t pages = 0;
  std::size_t booklets = 0;
  publishing::Published published;
};

/// content → output. Nothing is published, and nothing returned, when there is any error.
std::optional<Built> build(Settings const& settings, Run& run);

}  // namespace tebiki::commands
