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
  std::size_t pages = 0;     ///< of the content: neither forwarding pages nor that of a wrong address
  std::size_t booklets = 0;
  std::optional<loading::DatedChange> next_change;
};

/// Whether booklets are painted, or only laid out, which finds all their mistakes.
enum class Painting { done, left_out };

/// Takes the content through all steps and finds the mistakes of each in one run: they are in `run.diagnostics`.
/// With any error, or where painting is left out, the files are not to be published.
Produced produce(Settings const& settings, Painting painting, Run& run);

struct Built {
  std::size_t pages = 0;
  std::size_t booklets = 0;
  publishing::Published published;
};

/// content → output. Nothing is published, and nothing returned, when there is any error.
std::optional<Built> build(Settings const& settings, Run& run);

}  // namespace tebiki::commands
