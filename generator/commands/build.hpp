#pragma once
#include <optional>

#include "commands/produce.hpp"
#include "commands/run.hpp"
#include "publishing/publish.hpp"

namespace tebiki::commands {

struct Built {
  std::size_t pages = 0;     ///< of the whole output where nothing had to be made, otherwise those made
  std::size_t booklets = 0;  ///< likewise
  Work work;                 ///< nothing, where the output was known to be right
  publishing::Published published;
};

/// content → output. Nothing is published, and nothing returned, when there is any error.
/// Where the inputs and the output are those of the last build, nothing is made: its warnings are told again.
/// With `settings.only`, what is not made stays in the output as it is.
std::optional<Built> build(Settings const& settings, Run& run);

}  // namespace tebiki::commands
