#pragma once
#include <vector>

#include "model/list.hpp"
#include "support/diagnostics.hpp"

namespace tebiki::loading {

/// Gives each record the id that its fields name. Records without one that could be a URL are reported and left out;
/// so is every record whose id was there before, naming both places. Says whether all of them stayed.
enum class Ids { all_given, some_left_out };
Ids give_ids(std::vector<model::Record>& records, support::Sources const& sources, support::Diagnostics& diagnostics);

}  // namespace tebiki::loading
