#pragma once
#include "base/diagnostics.hpp"
#include "views/entries.hpp"

namespace tebiki::views {

/// Everything that directives are made from.
struct Material {
  SiteIndex const& site_index;
  Entries const& entries;
  base::Diagnostics& diagnostics;
};

/// Replaces each directive by the blocks it stands for, inside quotes, notes and lists too.
/// An `index` becomes an empty Index: what it holds is known only when all parts of its booklet are expanded.
/// `level` is that of the heading above the blocks.
void expand(model::Blocks& blocks, Material const& material, int level = 1);

}  // namespace tebiki::views
