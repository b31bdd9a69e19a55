#pragma once
#include <optional>

#include "commands/run.hpp"
#include "model/documents.hpp"
#include "publishing/publish.hpp"

namespace tebiki::commands {

/// Everything that `output/` will hold, made but not written. Mistakes are in `run.diagnostics`;
/// with any error the result is not to be published.
std::vector<model::OutputFile> produce(Settings const& settings, Run& run);

struct Built {
  std::size_t pages = 0;
  std::size_t booklets = 0;
  publishing::Published published;
};

/// content → output. Nothing is published, and nothing returned, when there is any error.
std::optional<Built> build(Settings const& settings, Run& run);

}  // namespace tebiki::commands
