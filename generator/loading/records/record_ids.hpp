#pragma once
#include <vector>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// Gives each record the id that its fields name. Records without one that could be a URL are reported and left out;
/// so is every record whose id was there before, naming both places. Says whether all of them stayed.
enum class Ids { all_given, some_left_out };
Ids give_ids(std::vector<model::Record>& records, base::Sources const& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
